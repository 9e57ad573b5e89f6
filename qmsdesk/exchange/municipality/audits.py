"""The demo's audits: each with its team, its plan, what hindered it and the time it took."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from qmsdesk.domain.audits import Audit, AuditKind, AuditState, TeamMember, TeamRole
from qmsdesk.domain.plan import Obstacle, PlanSlot
from qmsdesk.domain.positions import positions
from qmsdesk.domain.requirements import RequirementSource
from qmsdesk.domain.times import TimeEntry, TimeSide
from qmsdesk.exchange.municipality.outlines import Item, Outline, demo_id

_STATES = {"reported": AuditState.FINAL}
STARTS_AT, ENDS_AT = dt.time(8, 30), dt.time(15, 30)


def audit_of(
    outline: Outline, item: Item, checklist_ids: Mapping[str, str], sources: Mapping[str, RequirementSource]
) -> Audit:
    """One audit of the outline; the one being prepared takes place today."""
    state = _STATES.get(item["status"]) or AuditState(item["status"])
    unit = outline.units[item["unit"]]
    return Audit(
        id=demo_id(item["id"]),
        number=item["id"],
        unit_id=demo_id(item["unit"]),
        checklist_id=checklist_ids[item["checklist"]],
        date=outline.today if state is AuditState.PREPARING else dt.date.fromisoformat(item["date"]),
        kind=AuditKind(item["kind"]),
        state=state,
        programme_id=demo_id(item["programme"]),
        starts_at=STARTS_AT,
        ends_at=ENDS_AT,
        objective=outline.say(outline.days[item["kind"]], "objective"),
        scope=outline.days["scope"].format(unit=outline.say(unit, "name"), focus=outline.say(item, "focus")),
        criteria=_criteria(outline, unit, sources),
        registration_number=item.get("registry_no", ""),
        summary=outline.say(item, "summary"),
    )


def _criteria(outline: Outline, unit: Item, sources: Mapping[str, RequirementSource]) -> str:
    titles = [getattr(sources[code], f"title_{outline.language}") for code in unit["requirements"]]
    return "; ".join([*titles, outline.say(outline.days, "own_criteria")])


def records_around(outline: Outline, item: Item, audit: Audit) -> Iterator[Any]:
    """The team and the plan of an audit, and of one that has been held its obstacles and time."""
    yield from _team(outline, item, audit)
    day = outline.days[item["kind"]]
    yield from (_slot(outline, audit, held) for held in day["plan"])
    if not audit.is_ahead:
        yield from (_time(outline, audit, n, held) for n, held in enumerate(day["time"]))
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


def _time(outline: Outline, audit: Audit, number: int, held: Item) -> TimeEntry:
    return TimeEntry(
        demo_id(audit.number, "time", str(number)),
        audit.id,
        TimeSide(held["side"]),
        int(held["minutes"]),
        int(held["people"]),
        outline.say(held, "what"),
    )
