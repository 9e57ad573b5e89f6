"""Actions: who does what until when about a finding, and whether it helped."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.errors import ActionsAreOpen, EffectNotChecked
from qmsdesk.domain.findings import Finding
from qmsdesk.i18n import N_


class ActionState(StrEnum):
    PROPOSED = "proposed"
    IN_PROGRESS = "in_progress"
    IMPLEMENTED = "implemented"
    CLOSED = "closed"
    DECLINED = "declined"


ACTION_STATE_NAMES = {
    ActionState.PROPOSED: N_("Proposed"),
    ActionState.IN_PROGRESS: N_("In progress"),
    ActionState.IMPLEMENTED: N_("Implemented"),
    ActionState.CLOSED: N_("Closed"),
    ActionState.DECLINED: N_("Declined"),
}
OPEN_STATES = frozenset({ActionState.PROPOSED, ActionState.IN_PROGRESS})


class ProposalReply(StrEnum):
    """A proposal always gets an answer, with a reason."""

    YES = "yes"
    LATER = "later"
    NO = "no"


PROPOSAL_REPLY_NAMES = {
    ProposalReply.YES: N_("Yes"),
    ProposalReply.LATER: N_("Later"),
    ProposalReply.NO: N_("No"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """One action; `owner` is a role as the report prints it, `owner_id` the person behind it."""

    id: str
    audit_id: str
    finding_id: str
    text: str = ""
    owner: str = ""
    owner_id: str | None = None
    due_on: dt.date | None = None
    state: ActionState = ActionState.PROPOSED
    done_on: dt.date | None = None
    done: str = ""
    effect_check_on: dt.date | None = None
    effect_checked_by: str | None = None
    is_effective: bool | None = None
    reply: ProposalReply | None = None
    reply_reason: str = ""
    remark: str = ""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def lacks_reason(self) -> bool:
        """Whether it is declined, or a proposal put off, and nobody has said why."""
        is_put_off = self.reply in (ProposalReply.LATER, ProposalReply.NO)
        return (is_put_off or self.state is ActionState.DECLINED) and not self.reply_reason.strip()

    def is_overdue(self, today: dt.date) -> bool:
        """Whether the action is still open on a day after its due date; derived, never stored."""
        return self.is_open and self.due_on is not None and self.due_on < today


class Gathering(StrEnum):
    """Which actions a list gathers; `awaiting` those done whose effect is not settled, `closed` those declined too."""

    NO_ACTION = "no_action"
    OPEN = "open"
    OVERDUE = "overdue"
    AWAITING = "awaiting"
    CLOSED = "closed"
    ALL = "all"


def refuse_close(action: Action, finding: Finding) -> None:
    """Raise `EffectNotChecked` for an action on a nonconformity of which nobody has said that it helped."""
    if finding.type.is_nonconformity and action.is_effective is not True:
        raise EffectNotChecked()


def refuse_end_of_follow_up(audit: Audit, findings: Iterable[Finding], actions: Iterable[Action]) -> None:
    """Raise `ActionsAreOpen` while an action is open or nobody has said that one on a nonconformity helped."""
    graver = {finding.id for finding in findings if finding.type.is_nonconformity}
    held = list(actions)
    unchecked = (
        action
        for action in held
        if action.finding_id in graver and action.state is ActionState.IMPLEMENTED and action.is_effective is not True
    )
    unsettled = [*(action for action in held if action.is_open), *unchecked]
    if unsettled:
        raise ActionsAreOpen(number=audit.number, open=[action.text for action in unsettled])
