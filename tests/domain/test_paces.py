"""The pace of a day: the slot one is in, what is left of it, what comes, and the time for questions."""

import datetime as dt

import pytest

from qmsdesk.domain.paces import pace_at
from qmsdesk.domain.plan import PlanSlot

PLAN = (
    PlanSlot("a", "x", dt.time(8, 30), dt.time(8, 45), "Uppstart"),
    PlanSlot("b", "x", dt.time(8, 45), dt.time(9, 45), "Samtal med chefen"),
    PlanSlot("c", "x", dt.time(10), dt.time(11, 30), "Group conversation"),
    PlanSlot("d", "x", dt.time(11, 30), dt.time(12, 15), "Lunch"),
    PlanSlot("e", "x", dt.time(15), None, "Återkoppling"),
)


@pytest.mark.parametrize(
    ("now", "on", "left", "follows", "talk"),
    [
        (dt.time(7), "", None, "a", 150),
        (dt.time(8, 45), "b", 60, "c", 150),
        (dt.time(9, 20), "b", 25, "c", 115),
        (dt.time(9, 50), "", None, "c", 90),
        (dt.time(11, 29), "c", 1, "d", 1),
        (dt.time(11, 30), "d", 45, "e", 0),
        (dt.time(15, 20), "e", None, "", 0),
    ],
)
def test_where_one_is(now: dt.time, on: str, left: int | None, follows: str, talk: int) -> None:
    pace = pace_at(PLAN, now)
    assert pace is not None
    held = (pace.now.id if pace.now else "", pace.left, pace.next.id if pace.next else "", pace.talk)
    assert held == (on, left, follows, talk)


def test_a_day_without_a_plan_and_one_that_is_over_have_no_pace() -> None:
    assert pace_at((), dt.time(9)) is None
    assert pace_at(PLAN[:4], dt.time(12, 15)) is None


def test_a_wrong_end_does_not_end_a_slot() -> None:
    wrong = (PlanSlot("w", "x", dt.time(9), dt.time(8), "Samtal"), PLAN[2])
    pace = pace_at(wrong, dt.time(9, 30))
    assert pace is not None
    assert (pace.now, pace.left, pace.next) == (wrong[0], 0, PLAN[2])
