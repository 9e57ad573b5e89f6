"""The day's plan beside the questions: what is on, what is left of it, what comes, and the pace in words."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from qmsdesk.domain.plan import PlanSlot
from qmsdesk.i18n import words
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.conduct.plan import PlanCard
from qmsdesk.ui.theme.theme import Theme

PLAN = (
    PlanSlot("b", "x", dt.time(8, 45), dt.time(9, 45), "Conversation with the manager"),
    PlanSlot("c", "x", dt.time(10), dt.time(11, 30), "Group conversation"),
    PlanSlot("d", "x", dt.time(11, 30), dt.time(12, 15), "Lunch"),
    PlanSlot("e", "x", dt.time(15), None, "Goodbye"),
)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> PlanCard:
    made = PlanCard(theme, words("en"))
    qtbot.addWidget(made)
    return made


def at(hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 11, 25, hour, minute, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (at(8), ["Conversation with the manager", "begins 08:45", "12 questions left, 2 h 30 min of conversation"]),
        (
            at(11, 5),
            ["Group conversation", "25 min left", "Next 11:30: Lunch", "12 questions left, 25 min of conversation"],
        ),
        (at(9, 50), ["Group conversation", "begins 10:00", "12 questions left, 1 h 30 min of conversation"]),
        (at(11, 45), ["Lunch", "30 min left", "Next 15:00: Goodbye", "12 questions left, no conversation left"]),
        (at(16), ["Goodbye", "12 questions left, no conversation left"]),
    ],
)
def test_it_says_where_one_is(card: PlanCard, now: dt.datetime, said: list[str]) -> None:
    card.show_plan(PLAN, now, 12)
    assert card.texts == said


def test_without_a_plan_after_the_day_and_on_other_days_it_is_not_there(card: PlanCard) -> None:
    for plan, now in (((), at(9)), (PLAN[:3], at(12, 15)), (PLAN, None)):
        card.show_plan(plan, now, 12)
        assert card.isHidden()
        assert card.texts == []


def test_where_it_is_low_only_what_is_on_is_told_and_when_all_is_answered_that(card: PlanCard) -> None:
    card.show_plan(PLAN, at(11, 5), 12, is_low=True)
    assert card.texts == ["Group conversation", "25 min left"]
    card.show_plan(PLAN, at(11, 5), 0)
    assert card.texts[-1] == "All questions are answered"
    card.show_plan(PLAN, at(11, 5), 1)
    assert card.texts[-1] == "1 question left, 25 min of conversation"


def test_the_page_shows_the_day_of_today(page: ConductPage) -> None:
    assert page.plan.texts[0].startswith("Uppstart")
    assert page.plan.texts[-1].startswith("33 questions left")
