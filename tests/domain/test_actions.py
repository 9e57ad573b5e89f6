"""Actions: open, overdue or done."""

import datetime as dt

import pytest

from qmsdesk.domain.actions import ACTION_STATE_NAMES, PROPOSAL_REPLY_NAMES, Action, ActionState, ProposalReply

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)
OPEN = {ActionState.PROPOSED, ActionState.IN_PROGRESS}


@pytest.mark.parametrize("state", ActionState)
@pytest.mark.parametrize(
    ("due_on", "has_passed"), [(None, False), (TODAY - DAY, True), (TODAY, False), (TODAY + DAY, False)]
)
def test_overdue_is_an_open_action_after_its_day(state: ActionState, due_on: dt.date | None, has_passed: bool) -> None:
    action = Action("x", "a", "f", due_on=due_on, state=state)

    assert action.is_open == (state in OPEN)
    assert action.is_overdue(TODAY) == (has_passed and state in OPEN)


def test_everything_a_person_sees_has_a_name() -> None:
    assert set(ACTION_STATE_NAMES) == set(ActionState)
    assert set(PROPOSAL_REPLY_NAMES) == set(ProposalReply)
