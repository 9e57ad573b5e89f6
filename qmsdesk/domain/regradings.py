"""Regradings: a finding changed its type, and why."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of

FREELY = frozenset({AuditState.PLANNED, AuditState.PREPARING, AuditState.IN_PROGRESS})


@dataclass(frozen=True, slots=True)
class Regrading:
    id: str
    audit_id: str
    finding_id: str
    was: FindingType
    becomes: FindingType
    at: dt.datetime
    reason: str = ""
    author_id: str | None = None


def needs_reason(audit: Audit) -> bool:
    """Whether a change of type is kept with its reason: while the day is conducted, types are only tried."""
    return audit.state not in FREELY


def regrading_of(
    finding: Finding, becomes: FindingType, reason: str, at: dt.datetime, author_id: str | None
) -> list[Edit]:
    """The edits that give a finding another type and keep why."""
    trace = Regrading(new_id(), finding.audit_id, finding.id, finding.type, becomes, at, reason.strip(), author_id)
    return [edit_of(finding, "type", becomes), *creation_of(trace)]


def regradings_of(finding: Finding, regradings: Iterable[Regrading]) -> list[Regrading]:
    """How a finding came to its type, the first change first."""
    return [regrading for regrading in regradings if regrading.finding_id == finding.id]
