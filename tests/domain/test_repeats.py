"""Repeats: what a question gave last time, what became of it, and what a repeat takes along."""

import datetime as dt

import pytest

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.repeats import LastTime, Outcome, again, linked, repeat_among, suggested_repeat

TODAY = dt.date(2026, 11, 25)
AUDIT = Audit("then", "2025-03", "unit", "list", dt.date(2025, 10, 2))
MINOR = Finding(
    *("f1", "then", "A-02", FindingType.NONCONFORMITY_MINOR, "No routine for weekends", "ISO9001:8.5.1"),
    *("Three of eight", "There is none", "Missed visits"),
)
STRENGTH = Finding("f2", "then", "A-03", FindingType.STRENGTH, "They call ahead")
PROPOSAL = Finding("f3", "then", "A-04", FindingType.IMPROVEMENT, "One list")
NEW = Finding("n", "now", "A-01", requirement="SOL:1", evidence="Two of six", author_id="me", question_id="q")


def action(**held: object) -> Action:
    return Action("a", "then", "f1", **held)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("actions", "outcome"),
    [
        ((), Outcome.NO_ACTION),
        ((action(),), Outcome.OPEN),
        ((action(due_on=dt.date(2026, 11, 24)),), Outcome.OVERDUE),
        ((action(due_on=TODAY),), Outcome.OPEN),
        ((action(state=ActionState.IMPLEMENTED),), Outcome.DONE),
        ((action(state=ActionState.CLOSED, is_effective=True),), Outcome.HELPED),
        ((action(state=ActionState.CLOSED, is_effective=False),), Outcome.NO_EFFECT),
        ((action(state=ActionState.DECLINED),), Outcome.DECLINED),
        ((action(state=ActionState.CLOSED, is_effective=True), action()), Outcome.OPEN),
    ],
)
def test_what_became_of_it_is_told_by_the_action_that_went_worst(actions: tuple[Action, ...], outcome: Outcome) -> None:
    assert LastTime(AUDIT, findings=(MINOR,), actions=actions).outcome_of(MINOR, TODAY) is outcome


def test_nothing_need_become_of_a_strength() -> None:
    assert LastTime(AUDIT, findings=(STRENGTH,)).outcome_of(STRENGTH, TODAY) is None


def test_the_weightiest_may_come_back_and_a_strength_never() -> None:
    assert LastTime(AUDIT, findings=(STRENGTH, PROPOSAL, MINOR)).repeatable == MINOR
    assert LastTime(AUDIT, findings=(STRENGTH, PROPOSAL)).repeatable == PROPOSAL
    assert LastTime(AUDIT, findings=(STRENGTH,)).repeatable is None
    assert LastTime(AUDIT).weightiest is None


def test_a_repeat_takes_title_requirement_and_type_along_but_not_what_was_seen() -> None:
    made = again(NEW, MINOR)
    assert (made.type, made.title, made.requirement) == (MINOR.type, MINOR.title, MINOR.requirement)
    assert made.repeat_of_id == "f1"
    assert (made.id, made.number, made.audit_id, made.author_id, made.question_id) == ("n", "A-01", "now", "me", "q")
    assert (made.evidence, made.statement, made.consequence) == ("Two of six", "", "")


def test_a_repeat_without_an_earlier_requirement_keeps_that_of_the_question() -> None:
    assert again(NEW, PROPOSAL).requirement == "SOL:1"


def test_saying_later_that_it_is_a_repeat_leaves_what_was_written() -> None:
    titled = Finding("n", "now", "A-01", FindingType.STRENGTH, "My own words", "SOL:1")
    assert linked(titled, MINOR) == Finding(
        "n", "now", "A-01", FindingType.STRENGTH, "My own words", "SOL:1", repeat_of_id="f1"
    )
    assert linked(NEW, MINOR) == again(NEW, MINOR)


def test_a_repeat_is_suggested_once_and_only_of_a_weakness() -> None:
    last_time = LastTime(AUDIT, findings=(MINOR, STRENGTH))
    repeat = again(NEW, MINOR)
    other = Finding("o", "now", "A-02")
    assert suggested_repeat(NEW, (NEW,), last_time) == MINOR
    assert suggested_repeat(repeat, (repeat,), last_time) is None
    assert suggested_repeat(other, (repeat, other), last_time) is None
    assert suggested_repeat(NEW, (NEW,), LastTime(AUDIT, findings=(PROPOSAL,))) is None
    assert suggested_repeat(Finding("s", "now", "A-05", FindingType.STRENGTH), (), last_time) is None
    assert suggested_repeat(NEW, (NEW,), None) is None
    assert repeat_among((NEW, repeat), MINOR) == repeat
    assert repeat_among((NEW,), MINOR) is None
