"""Trends: what each audit of a unit gave, to be set beside the others."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qmsdesk.domain.findings import FindingType

AUDITS = 6
"""As many as are shown together, this one among them."""


@dataclass(frozen=True)
class AuditCounts:
    """How many findings of each type an audit gave, and how many of its improvement proposals are in use."""

    number: str
    date: dt.date
    found: Mapping[FindingType, int]
    implemented: int = 0

    @property
    def proposals(self) -> int:
        return self.found.get(FindingType.IMPROVEMENT, 0)


def can_be_compared(audits: Sequence[AuditCounts]) -> bool:
    """Whether there is anything to set beside each other."""
    return len(audits) > 1 and any(any(audit.found.values()) for audit in audits)
