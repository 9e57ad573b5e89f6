"""Actions: open, overdue or done."""

import datetime as dt

import pytest

from qmsdesk.domain.actions import (
    ACTION_STATE_NAMES,
    PROPOSAL_REPLY_NAMES,
    Action,
    ActionState,
    ProposalReply,
    refuse_close,
)
from qmsdesk.domain.errors import EffectNotChecked
from qmsdesk.domain.findings import Finding, FindingType

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


@pytest.mark.parametrize("type_", FindingType)
@pytest.mark.parametrize("is_effective", [None, False, True])
def test_a_nonconformity_closes_only_when_its_action_helped(type_: FindingType, is_effective: bool | None) -> None:
    action = Action("x", "a", "f", state=ActionState.IMPLEMENTED, is_effective=is_effective)
    finding = Finding("f", "a", "F01", type_)

    if type_.is_nonconformity and not is_effective:
        with pytest.raises(EffectNotChecked):
            refuse_close(action, finding)
    else:
        refuse_close(action, finding)


def test_who_says_no_or_later_says_why() -> None:
    assert Action("x", "a", "f", state=ActionState.DECLINED).lacks_reason
    assert Action("x", "a", "f", reply=ProposalReply.LATER, reply_reason=" ").lacks_reason
    assert not Action("x", "a", "f", reply=ProposalReply.NO, reply_reason="Too dear").lacks_reason
    assert not Action("x", "a", "f", reply=ProposalReply.YES).lacks_reason
    assert not Action("x", "a", "f").lacks_reason
