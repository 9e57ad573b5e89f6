"""How states of actions look: a tone each, and a shape of their own."""

from qmsdesk.domain.actions import ACTION_STATE_NAMES, ActionState
from qmsdesk.i18n import N_

STATE_LOOKS = {
    None: ("observation", "circle-question-mark", N_("No action yet")),
    ActionState.PROPOSED: ("neutral", "circle", ACTION_STATE_NAMES[ActionState.PROPOSED]),
    ActionState.IN_PROGRESS: ("info", "circle-dot", ACTION_STATE_NAMES[ActionState.IN_PROGRESS]),
    ActionState.IMPLEMENTED: ("improvement", "check.bold", ACTION_STATE_NAMES[ActionState.IMPLEMENTED]),
    ActionState.CLOSED: ("fulfilled", "circle-check-big", ACTION_STATE_NAMES[ActionState.CLOSED]),
    ActionState.DECLINED: ("neutral", "x.bold", ACTION_STATE_NAMES[ActionState.DECLINED]),
}
"""Tone, icon and name; None is a finding without an action."""
