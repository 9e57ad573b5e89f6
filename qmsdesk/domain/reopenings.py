"""Reopenings: a final audit was opened again, and why."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reopening:
    id: str
    audit_id: str
    at: dt.datetime
    reason: str = ""
    person_id: str | None = None
