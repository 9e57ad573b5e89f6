"""The time a day takes: of the auditors and of the unit, before, during and after it."""

from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.identity import derived_id


class TimeSide(StrEnum):
    AUDITORS = "auditors"
    UNIT = "unit"


class TimePhase(StrEnum):
    BEFORE = "before"
    DAY = "day"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """`minutes` by the clock, times `people` who spent them."""

    id: str
    audit_id: str
    side: TimeSide
    minutes: int
    people: int = 1
    what: str = ""
    phase: TimePhase = TimePhase.DAY


def time_entry_id(audit_id: str, side: TimeSide, phase: TimePhase) -> str:
    """The same on every laptop: each side has one figure for each phase."""
    return derived_id("time entry", audit_id, side, phase)
