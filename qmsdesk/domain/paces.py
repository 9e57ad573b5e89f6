"""The pace of a day: which slot one is in, how long it still lasts, and what time is left for how many questions."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from qmsdesk.domain.plan import PlanSlot, is_for_questions, minutes_between, minutes_for_questions


@dataclass(frozen=True, slots=True)
class Pace:
    """`left` minutes of the slot that is on; None where nobody said when it ends. `talk` minutes of conversation."""

    now: PlanSlot | None
    left: int | None
    next: PlanSlot | None
    talk: int


def pace_at(plan: Sequence[PlanSlot], now: dt.time) -> Pace | None:
    """Where one is in the plan, whose slots stand in order; None where there is none or the day is over."""
    begun = [slot for slot in plan if slot.starts_at <= now and not is_over(slot, now)]
    ahead = [slot for slot in plan if slot.starts_at > now]
    current = begun[-1] if begun else None
    if current is None and not ahead:
        return None
    left = minutes_between(now, current.ends_at) if current and current.ends_at else None
    return Pace(current, left, ahead[0] if ahead else None, _talk_after(plan, now))


def is_over(slot: PlanSlot, now: dt.time) -> bool:
    """Whether a slot has ended; one without an end, or with a wrong one, goes on until the next."""
    return slot.ends_at is not None and not slot.ends_too_early and slot.ends_at <= now


def _talk_after(plan: Sequence[PlanSlot], now: dt.time) -> int:
    talks = [slot for slot in plan if is_for_questions(slot) and slot.ends_at and slot.ends_at > now]
    return minutes_for_questions(
        PlanSlot(slot.id, slot.audit_id, max(slot.starts_at, now), slot.ends_at, slot.what) for slot in talks
    )
