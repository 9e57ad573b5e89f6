"""The plan of a day: what is there for questions, and where it overlaps itself."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.plan import USUAL_DAY, PlanSlot, is_for_questions, minutes_for_questions, overlaps, usual_plan
from qmsdesk.i18n import words

TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0))
SLOTS = st.builds(PlanSlot, st.uuids().map(str), st.just("audit"), TIMES, st.none() | TIMES, st.just("Conversation"))
PLANS = st.lists(SLOTS, max_size=8, unique_by=lambda slot: slot.id)


def slot(id_: str, begins: str, ends: str, what: str = "Conversation") -> PlanSlot:
    return PlanSlot(id_, "audit", dt.time.fromisoformat(begins), dt.time.fromisoformat(ends), what)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_conversations_of_the_usual_day_are_there_for_questions(language: str) -> None:
    _ = words(language)
    plan = [
        PlanSlot(str(n), "audit", usual.starts_at, usual.ends_at, _(usual.what)) for n, usual in enumerate(USUAL_DAY)
    ]
    assert [place for place, each in enumerate(plan) if is_for_questions(each)] == [1, 3, 5, 6]
    assert minutes_for_questions(plan) == 60 + 90 + 60 + 45


@pytest.mark.parametrize("what", ["Samtal om infrastruktur", "Prata med teamet", "", "Konferens om vård", "Breakfast"])
def test_a_word_inside_another_takes_no_time_away(what: str) -> None:
    assert is_for_questions(slot("a", "09:00", "10:00", what)) is (what != "Breakfast")


def test_conversations_at_the_same_time_count_once() -> None:
    assert minutes_for_questions([slot("a", "09:00", "10:00"), slot("b", "09:30", "10:30")]) == 90


def test_the_later_one_of_two_that_overlap_is_told_of() -> None:
    long, short, later = slot("a", "09:00", "12:00"), slot("b", "09:30", "10:00"), slot("c", "11:00", "13:00")
    assert overlaps([long, short, later]) == {"b": long, "c": long}
    assert overlaps([slot("a", "09:00", "10:00"), slot("b", "10:00", "11:00")]) == {}


@given(PLANS)
def test_a_plan_without_overlaps_has_as_many_minutes_as_its_slots(plan: list[PlanSlot]) -> None:
    total = sum(each.minutes for each in plan)
    assert minutes_for_questions(plan) <= min(total, 24 * 60)
    if not overlaps(plan):
        assert minutes_for_questions(plan) == total


@given(PLANS)
def test_the_order_of_the_lines_says_nothing(plan: list[PlanSlot]) -> None:
    turned = list(reversed(plan))
    assert overlaps(turned) == overlaps(plan)
    assert minutes_for_questions(turned) == minutes_for_questions(plan)


def test_an_end_before_its_start_takes_no_time() -> None:
    wrong = slot("a", "10:00", "09:00")
    assert wrong.ends_too_early
    assert wrong.minutes == 0
    assert not slot("a", "10:00", "10:00").ends_too_early


@given(TIMES)
def test_the_usual_day_keeps_its_order_whenever_it_begins(begins: dt.time) -> None:
    plan = usual_plan(begins)
    assert not plan or plan[0].starts_at == begins
    assert all(each.starts_at < each.ends_at for each in plan)
