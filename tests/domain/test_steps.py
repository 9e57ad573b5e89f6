"""Steps are ticked off by what is recorded, and by nothing else."""

import datetime as dt
from dataclasses import replace

import pytest

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.steps import finished_steps

AUDIT = Audit("a", "2026-01", "u", "c", dt.date(2026, 11, 25))
NINE = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("state", "finished"),
    [
        (AuditState.PLANNED, set()),
        (AuditState.PREPARING, set()),
        (AuditState.IN_PROGRESS, {"prepare"}),
        (AuditState.CONFERRING, {"prepare", "conduct"}),
        (AuditState.DRAFT_REPORT, {"prepare", "conduct", "agree"}),
        (AuditState.FACT_CHECK, {"prepare", "conduct", "agree"}),
        (AuditState.FINAL, {"prepare", "conduct", "agree", "report"}),
        (AuditState.FOLLOW_UP, {"prepare", "conduct", "agree", "report"}),
        (AuditState.CLOSED, {"prepare", "conduct", "agree", "report", "follow_up"}),
        (AuditState.CANCELLED, set()),
    ],
)
def test_a_state_says_what_lies_behind(state: AuditState, finished: set[str]) -> None:
    assert finished_steps(replace(AUDIT, state=state)) == finished


def test_the_meeting_is_over_by_its_clock() -> None:
    begun = replace(AUDIT, state=AuditState.IN_PROGRESS, opened_at=NINE)
    assert finished_steps(begun) == {"prepare", "open"}
    assert "close" in finished_steps(replace(begun, closed_at=NINE))
