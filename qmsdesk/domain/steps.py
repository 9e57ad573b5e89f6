"""The steps of a day, and which of them are over by what is recorded."""

from qmsdesk.domain.audits import Audit, AuditState

DRAFTED = frozenset(
    {AuditState.DRAFT_REPORT, AuditState.FACT_CHECK, AuditState.FINAL, AuditState.FOLLOW_UP, AuditState.CLOSED}
)


def finished_steps(audit: Audit) -> frozenset[str]:
    """Prepare ends as the day begins; Conduct and Agree with their states; the meeting by the clock that was noted.

    Of a day that was cancelled nothing is finished.
    """
    state = audit.state
    if state is AuditState.CANCELLED:
        return frozenset()
    over = {
        "prepare": not audit.is_ahead,
        "open": audit.opened_at is not None,
        "conduct": state is AuditState.CONFERRING or state in DRAFTED,
        "agree": state in DRAFTED,
        "close": audit.closed_at is not None,
        "report": audit.is_locked,
        "follow_up": state is AuditState.CLOSED,
    }
    return frozenset(step for step, is_over in over.items() if is_over)
