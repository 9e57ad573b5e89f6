"""A wish for a new audit, and the records it becomes."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from qmsdesk.domain.audits import Audit, AuditKind, AuditQuestion, TeamMember, TeamRole, next_number, refuse_own_unit
from qmsdesk.domain.checklists import Checklist, ChecklistState, Question, refuse_empty
from qmsdesk.domain.editions import edition_key
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.organisation import Department, Unit
from qmsdesk.domain.people import Person
from qmsdesk.domain.positions import positions
from qmsdesk.domain.renewals import left_out_again
from qmsdesk.i18n import N_, Words
from qmsdesk.store.audits import taken_numbers
from qmsdesk.store.checklists import ChecklistLine, questions_of
from qmsdesk.store.database import Connection
from qmsdesk.store.organisation import certificates_of
from qmsdesk.store.programmes import programme_of
from qmsdesk.store.requirements import sources_of
from qmsdesk.store.rows import select

STARTS_AT, ENDS_AT = dt.time(8, 30), dt.time(15, 30)
OBJECTIVES = {
    AuditKind.IMPROVEMENT_DAY: N_(
        "Find out what works well and what could be better, and agree on one to three improvements that the unit"
        " itself benefits from."
    ),
    AuditKind.INTERNAL_AUDIT: N_(
        "Assess whether the management system meets the requirements and is used in daily work, and find what is worth"
        " improving."
    ),
}
USUAL_CHECKLISTS = {AuditKind.IMPROVEMENT_DAY: "improvement-day", AuditKind.INTERNAL_AUDIT: "iso9001"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What was chosen; `lead` and `others` may be people the register does not know yet, as may unit and department.

    `texts` are objective, scope and criteria; `last` is the audit whose left-out questions are left out again.
    """

    kind: AuditKind
    unit: Unit
    department: Department
    date: dt.date
    checklist: Checklist
    lead: Person
    others: tuple[Person, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    registration_number: str = ""
    last: Audit | None = None


def records_of(db: Connection, wish: Wish, new: Sequence[Any]) -> list[Any]:
    """The audit with its team, after whatever is new. Raises `AuditorAuditsOwnUnit` and `ChecklistIsEmpty`."""
    people, questions = (wish.lead, *wish.others), questions_of(db, wish.checklist.id)
    refuse_own_unit(people, wish.unit)
    refuse_empty(wish.checklist, questions)
    audit = _audit(db, wish)
    roles = [TeamRole.LEAD] + [TeamRole.AUDITOR] * len(wish.others)
    team = [
        TeamMember(new_id(), audit.id, person.id, role, place)
        for person, role, place in zip(people, roles, positions(len(people)), strict=True)
    ]
    return [*new, audit, *team, *_left_out(db, audit, wish.last, questions)]


def _audit(db: Connection, wish: Wish) -> Audit:
    programme = programme_of(db, wish.date.year)
    audit = Audit(
        id=new_id(),
        number=next_number(wish.date.year, taken_numbers(db)),
        unit_id=wish.unit.id,
        checklist_id=wish.checklist.id,
        date=wish.date,
        kind=wish.kind,
        programme_id=programme.id if programme else None,
        starts_at=STARTS_AT,
        ends_at=ENDS_AT,
        registration_number=wish.registration_number,
    )
    return replace(audit, **wish.texts)  # type: ignore[arg-type]  # their names say that these are texts


def _left_out(db: Connection, audit: Audit, last: Audit | None, questions: Sequence[Question]) -> list[AuditQuestion]:
    if last is None:
        return []
    items = select(db, AuditQuestion, "AND audit_id = ?", (last.id,))
    return left_out_again(audit.id, items, questions_of(db, last.checklist_id), questions)


def usual_texts(db: Connection, kind: AuditKind, unit: Unit, checklist: Checklist | None, _: Words) -> dict[str, str]:
    """Objective, scope and criteria as they usually are for such a day."""
    titles = [_.pick(source, "title") for source in sources_of(db, unit.id)]
    if not titles and kind is AuditKind.INTERNAL_AUDIT and checklist:
        titles = [_.pick(checklist, "title")]
    return {
        "objective": _(OBJECTIVES[kind]),
        "scope": _("The whole unit: {unit}.", unit=_.pick(unit, "name")),
        "criteria": _capital("; ".join([*titles, _("the unit’s own routines and decisions")])),
    }


def newest_editions(lines: Sequence[ChecklistLine]) -> list[Checklist]:
    """One checklist of each code, the newest edition that is published."""
    newest: dict[str, Checklist] = {}
    for line in sorted(lines, key=lambda line: edition_key(line.checklist.edition)):
        if line.checklist.state is ChecklistState.PUBLISHED:
            newest[line.checklist.code] = line.checklist
    return sorted(newest.values(), key=lambda checklist: checklist.title_sv)


def usual_checklist(checklists: Sequence[Checklist], kind: AuditKind, is_certified: bool) -> Checklist | None:
    """The one of the register that fits: the standard's for internal audits of certified units, else the core."""
    if kind is AuditKind.INTERNAL_AUDIT and not is_certified:
        kind = AuditKind.IMPROVEMENT_DAY
    fitting = [checklist for checklist in checklists if checklist.code.startswith(USUAL_CHECKLISTS[kind])]
    return next(iter([*fitting, *checklists]), None)


def is_certified(db: Connection, unit_id: str) -> bool:
    return bool(unit_id and certificates_of(db, unit_id))


def usual_day(today: dt.date) -> dt.date:
    """Three weeks ahead, on a day people work: the time a good preparation takes."""
    day = today + dt.timedelta(weeks=3)
    return day + dt.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
