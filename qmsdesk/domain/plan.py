"""The plan of a day: its slots, what hindered it, and the time it took."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PlanSlot:
    """A line of the day's plan; times are local times of the audit's day."""

    id: str
    audit_id: str
    starts_at: dt.time
    ends_at: dt.time | None = None
    what: str = ""
    who: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What lowered the reliability of the audit (ISO 19011:2018 6.5.1 asks for it in the report)."""

    id: str
    audit_id: str
    text: str = ""


class TimeSide(StrEnum):
    AUDITORS = "auditors"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """`minutes` by the clock, times `people` who spent them."""

    id: str
    audit_id: str
    side: TimeSide
    minutes: int
    people: int = 1
    what: str = ""
