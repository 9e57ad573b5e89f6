"""The day's plan: what is on now and what comes."""

import datetime as dt

import pytest

from qmsdesk.domain.plan import PlanSlot
from qmsdesk.ui.conduct.plan import slots_to_show

PLAN = (
    PlanSlot("a", "x", dt.time(8, 30), dt.time(8, 45), "Uppstart"),
    PlanSlot("b", "x", dt.time(8, 45), dt.time(9, 45), "Samtal"),
    PlanSlot("c", "x", dt.time(10), dt.time(11, 30), "Grupp"),
    PlanSlot("d", "x", dt.time(15), None, "Avslut"),
)


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        (dt.time(7), [("a", False), ("b", False), ("c", False)]),
        (dt.time(8, 45), [("b", True), ("c", False), ("d", False)]),
        (dt.time(9, 50), [("c", False), ("d", False)]),
        (dt.time(16), [("d", True)]),
    ],
)
def test_the_slot_one_is_in_comes_first(now: dt.time, shown: list[tuple[str, bool]]) -> None:
    assert [(slot.id, is_now) for slot, is_now in slots_to_show(PLAN, now)] == shown


def test_when_all_is_over_nothing_is_shown() -> None:
    assert slots_to_show(PLAN[:3], dt.time(12)) == []
    assert slots_to_show((), dt.time(12)) == []
    assert [slot.id for slot, _ in slots_to_show(PLAN, dt.time(9), count=1)] == ["b"]
