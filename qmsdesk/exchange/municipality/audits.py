"""The demo's audits: each with its team, its plan, its opening, what hindered it and the time it took."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from qmsdesk.domain.audits import BEFORE_THE_DAY, Audit, AuditKind, AuditState, TeamMember, TeamRole
from qmsdesk.domain.openings import OpeningCheck, Participant, opening_check_id, script_of
from qmsdesk.domain.plan import Obstacle, PlanSlot
from qmsdesk.domain.positions import positions
from qmsdesk.domain.requirements import RequirementSource
from qmsdesk.domain.times import TimeEntry, TimePhase, TimeSide, time_entry_id
from qmsdesk.exchange.municipality.outlines import Item, Outline, demo_id

_STATES = {"reported": AuditState.FINAL}
STARTS_AT, ENDS_AT = dt.time(8, 30), dt.time(15, 30)


def audit_of(
    outline: Outline, item: Item, checklist_ids: Mapping[str, str], sources: Mapping[str, RequirementSource]
) -> Audit:
    """One audit of the outline; the one being prepared takes place today."""
    state = _STATES.get(item["status"]) or AuditState(item["status"])
    unit = outline.units[item["unit"]]
    day = outline.days[item["kind"]]
    date = outline.today if state is AuditState.PREPARING else dt.date.fromisoformat(item["date"])

    def at(time: str) -> dt.datetime | None:
        return dt.datetime.combine(date, dt.time.fromisoformat(time)).astimezone() if held else None

    held = state not in BEFORE_THE_DAY
    return Audit(
        id=demo_id(item["id"]),
        number=item["id"],
        unit_id=demo_id(item["unit"]),
        checklist_id=checklist_ids[item["checklist"]],
        date=date,
        kind=AuditKind(item["kind"]),
        state=state,
        programme_id=demo_id(item["programme"]),
        starts_at=STARTS_AT,
        ends_at=ENDS_AT,
        objective=outline.say(day, "objective"),
        scope=outline.days["scope"].format(unit=outline.say(unit, "name"), focus=outline.say(item, "focus")),
        criteria=_criteria(outline, unit, sources),
        registration_number=item.get("registry_no", ""),
        summary=outline.say(item, "summary"),
        opened_at=at(day["opened"]),
        closed_at=at(day["closed"]),
    )


def _criteria(outline: Outline, unit: Item, sources: Mapping[str, RequirementSource]) -> str:
    titles = [getattr(sources[code], f"title_{outline.language}") for code in unit["requirements"]]
    return "; ".join([*titles, outline.say(outline.days, "own_criteria")])


def records_around(outline: Outline, item: Item, audit: Audit) -> Iterator[Any]:
    """The team and the plan of an audit, and of one that has been held its opening, obstacles and time."""
    yield from _team(outline, item, audit)
    day = outline.days[item["kind"]]
    yield from (_slot(outline, audit, held) for held in day["plan"])
    if not audit.is_ahead:
        yield from _opening(outline, audit, day)
        yield from (_time(item, audit, held) for held in day["time"])
    if "obstacles" in item:
        yield Obstacle(demo_id(audit.number, "obstacle"), audit.id, outline.say(item, "obstacles"))


def _team(outline: Outline, item: Item, audit: Audit) -> Iterator[TeamMember]:
    for person, place in zip(item["team"], positions(len(item["team"])), strict=True):
        in_training = "in_training" in outline.people[person]
        role = TeamRole.TRAINEE if in_training else TeamRole.AUDITOR
        if person == item["lead_auditor"]:
            role = TeamRole.LEAD
        yield TeamMember(demo_id(audit.number, person), audit.id, demo_id(person), role, place)


def _slot(outline: Outline, audit: Audit, held: Item) -> PlanSlot:
    return PlanSlot(
        demo_id(audit.number, "slot", held["from"]),
        audit.id,
        dt.time.fromisoformat(held["from"]),
        dt.time.fromisoformat(held["to"]),
        what=outline.say(held, "what"),
        who=outline.say(held, "who"),
        place=outline.say(held, "place"),
        unit_people=int(held.get("people", 0)),
    )


def _opening(outline: Outline, audit: Audit, day: Item) -> Iterator[Any]:
    for card in script_of(audit.kind):
        yield OpeningCheck(opening_check_id(audit.id, card.key), audit.id, card.key, True)
    for number, held in enumerate(day["participants"]):
        id_ = demo_id(audit.number, "participant", str(number))
        yield Participant(id_, audit.id, outline.say(held, "role"), int(held["people"]))


def _time(item: Item, audit: Audit, held: Item) -> TimeEntry:
    """Of the whole team where nobody says otherwise."""
    side, phase = TimeSide(held["side"]), TimePhase(held["phase"])
    id_ = time_entry_id(audit.id, side, phase)
    return TimeEntry(id_, audit.id, side, int(held["minutes"]), int(held.get("people", len(item["team"]))), phase=phase)
