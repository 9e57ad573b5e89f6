"""Reopenings: a final audit was opened again, and why."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from qmsdesk.domain.audits import Audit, AuditState, TeamMember, TeamRole
from qmsdesk.domain.errors import AuditIsNotLocked, OnlyTheLeadReopens, ReasonIsMissing


@dataclass(frozen=True, slots=True)
class Reopening:
    id: str
    audit_id: str
    at: dt.datetime
    reason: str = ""
    person_id: str | None = None


def reopened_state(audit: Audit) -> AuditState:
    """Where a reopened audit goes on: a report with its draft, a cancelled day with its preparation."""
    return AuditState.PREPARING if audit.state is AuditState.CANCELLED else AuditState.DRAFT_REPORT


def refuse_reopening(audit: Audit, team: Iterable[TeamMember], person_id: str, reason: str) -> None:
    """Raise a `Refusal` unless the lead auditor opens a locked audit and says why."""
    if not audit.is_locked:
        raise AuditIsNotLocked(number=audit.number)
    leads = {member.person_id for member in team if member.role is TeamRole.LEAD}
    if leads and person_id not in leads:
        raise OnlyTheLeadReopens(number=audit.number)
    if not reason.strip():
        raise ReasonIsMissing()
