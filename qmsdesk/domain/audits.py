"""Audits: internal audits and improvement days, their states and their teams."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.errors import AuditIsFinal, AuditorAuditsOwnUnit, StateCannotFollow
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.people import Person
from qmsdesk.i18n import N_


class AuditKind(StrEnum):
    IMPROVEMENT_DAY = "improvement_day"
    INTERNAL_AUDIT = "internal_audit"


KIND_NAMES = {
    AuditKind.IMPROVEMENT_DAY: N_("Improvement day"),
    AuditKind.INTERNAL_AUDIT: N_("Internal audit"),
}


class AuditState(StrEnum):
    PLANNED = "planned"
    PREPARING = "preparing"
    IN_PROGRESS = "in_progress"
    CONFERRING = "conferring"
    DRAFT_REPORT = "draft_report"
    FACT_CHECK = "fact_check"
    FINAL = "final"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
    CANCELLED = "cancelled"


STATE_NAMES = {
    AuditState.PLANNED: N_("Planned"),
    AuditState.PREPARING: N_("Preparing"),
    AuditState.IN_PROGRESS: N_("In progress"),
    AuditState.CONFERRING: N_("Conferring"),
    AuditState.DRAFT_REPORT: N_("Draft report"),
    AuditState.FACT_CHECK: N_("Fact check"),
    AuditState.FINAL: N_("Final"),
    AuditState.FOLLOW_UP: N_("Follow-up"),
    AuditState.CLOSED: N_("Closed"),
    AuditState.CANCELLED: N_("Cancelled"),
}

_WAY = list(AuditState)[:-1]
BEFORE_THE_DAY = frozenset({AuditState.PLANNED, AuditState.PREPARING})
ISSUED = frozenset({AuditState.FINAL, AuditState.FOLLOW_UP, AuditState.CLOSED})
LOCKED = ISSUED | {AuditState.CANCELLED}


@dataclass(frozen=True, slots=True)
class Audit:
    """One audit or improvement day at one unit; times are local times of its day.

    `opened_at` and `closed_at` frame the meeting with the unit, from the first word to the goodbye. `report_parts` is
    empty where its report follows the organisation's.
    """

    id: str
    number: str
    unit_id: str
    checklist_id: str
    date: dt.date
    kind: AuditKind = AuditKind.IMPROVEMENT_DAY
    state: AuditState = AuditState.PLANNED
    programme_id: str | None = None
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    objective: str = ""
    scope: str = ""
    criteria: str = ""
    registration_number: str = ""
    summary: str = ""
    cancellation: str = ""
    invitation: str = ""
    opened_at: dt.datetime | None = None
    closed_at: dt.datetime | None = None
    report_parts: str = ""

    @property
    def is_locked(self) -> bool:
        return self.state in LOCKED

    @property
    def is_ahead(self) -> bool:
        return self.state in BEFORE_THE_DAY


@dataclass(frozen=True, slots=True)
class AuditQuestion:
    """How one audit treats one question of its checklist: left out beforehand, or given to one auditor."""

    id: str
    audit_id: str
    question_id: str
    is_left_out: bool = False
    reason: str = ""
    auditor_id: str | None = None


class TeamRole(StrEnum):
    LEAD = "lead"
    AUDITOR = "auditor"
    TRAINEE = "trainee"
    OBSERVER = "observer"
    EXPERT = "expert"


TEAM_ROLE_NAMES = {
    TeamRole.LEAD: N_("Lead auditor"),
    TeamRole.AUDITOR: N_("Auditor"),
    TeamRole.TRAINEE: N_("Auditor in training"),
    TeamRole.OBSERVER: N_("Observer"),
    TeamRole.EXPERT: N_("Technical expert"),
}


@dataclass(frozen=True, slots=True)
class TeamMember:
    id: str
    audit_id: str
    person_id: str
    role: TeamRole = TeamRole.AUDITOR
    position: str = ""


def may_follow(now: AuditState, later: AuditState) -> bool:
    """Whether an audit may go from one state to another: onward, back by one step before it is final, or cancelled."""
    if AuditState.CANCELLED in (now, later):
        return now not in LOCKED
    step = _WAY.index(later) - _WAY.index(now)
    return step > 0 or (step == -1 and later not in LOCKED and now not in LOCKED)


def next_state(state: AuditState) -> AuditState | None:
    """The state that usually comes after this one."""
    return _WAY[_WAY.index(state) + 1] if state in _WAY[:-1] else None


def state_before(state: AuditState) -> AuditState | None:
    """The state one may step back to."""
    before = _WAY[_WAY.index(state) - 1] if state in _WAY[1:] else None
    return before if before and may_follow(state, before) else None


def refuse_state(audit: Audit, later: AuditState) -> None:
    """Raise `StateCannotFollow` where the audit cannot go to that state."""
    if not may_follow(audit.state, later):
        raise StateCannotFollow(number=audit.number, now=STATE_NAMES[audit.state], later=STATE_NAMES[later])


def refuse_if_locked(audit: Audit) -> None:
    """Raise `AuditIsFinal` for an audit whose content may no longer change."""
    if audit.is_locked:
        raise AuditIsFinal(number=audit.number)


def refuse_own_unit(people: Iterable[Person], unit: Unit) -> None:
    """Raise `AuditorAuditsOwnUnit`: auditors are impartial only outside their own unit (ISO 9001:2015 9.2.2 c)."""
    for person in people:
        if person.unit_id == unit.id:
            raise AuditorAuditsOwnUnit(name=person.name)


def next_number(year: int, taken: Iterable[str]) -> str:
    """The next free short number of a year, `2026-06`."""
    used = [int(number[5:]) for number in taken if number.startswith(f"{year}-") and number[5:].isdecimal()]
    return f"{year}-{max(used, default=0) + 1:02d}"
