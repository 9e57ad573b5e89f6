"""Actions: who does what until when about a finding, and whether it helped."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

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

    def is_overdue(self, today: dt.date) -> bool:
        """Whether the action is still open on a day after its due date; derived, never stored."""
        return self.is_open and self.due_on is not None and self.due_on < today
