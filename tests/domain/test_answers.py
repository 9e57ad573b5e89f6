"""Answers: which one stands, and when a question is settled."""

import itertools

import pytest

from qmsdesk.domain.answers import VERDICT_NAMES, Answer, Verdict, standing_answers

MINE = Answer("1", "a", "q", "anna", Verdict.PARTLY)
LEADS = Answer("2", "a", "q", "lead", Verdict.FULFILLED)
AGREED = Answer("3", "a", "q", None, Verdict.NOT_FULFILLED, is_agreed=True)
TAKEN_BACK = Answer("3", "a", "q", None, None, is_agreed=True)


@pytest.mark.parametrize(
    ("answers", "stands"),
    [
        ((MINE,), MINE),
        ((MINE, LEADS), LEADS),
        ((MINE, LEADS, AGREED), AGREED),
        ((MINE, LEADS, TAKEN_BACK), LEADS),
        ((MINE, TAKEN_BACK), MINE),
    ],
)
def test_the_answer_that_counts(answers: tuple[Answer, ...], stands: Answer) -> None:
    for order in itertools.permutations(answers):
        assert standing_answers(order, "lead") == {"q": stands}


def test_without_a_lead_the_answer_is_still_the_same_everywhere() -> None:
    assert standing_answers([MINE, LEADS], None) == standing_answers([LEADS, MINE], None)


def test_an_answer_taken_back_is_none() -> None:
    assert standing_answers([TAKEN_BACK], "lead") == {}


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("reason", ["", "  ", "Not done here"])
def test_a_question_is_settled_by_a_verdict_with_its_reason(verdict: Verdict, reason: str) -> None:
    answer = Answer("1", "a", "q", "anna", verdict, reason)

    lacks = verdict in (Verdict.NOT_APPLICABLE, Verdict.NOT_ASKED) and not reason.strip()
    assert answer.lacks_reason == lacks
    assert answer.is_settled == (verdict is not Verdict.PARKED and not lacks)


def test_no_verdict_settles_nothing() -> None:
    assert not TAKEN_BACK.is_settled
    assert not TAKEN_BACK.lacks_reason


def test_every_verdict_has_a_name() -> None:
    assert set(VERDICT_NAMES) == set(Verdict)
