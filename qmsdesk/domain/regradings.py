"""Regradings: a finding changed its type, and why."""

import datetime as dt
from dataclasses import dataclass

from qmsdesk.domain.findings import FindingType


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
