"""What became of earlier findings: the actions that are still open, and the answers to the proposals."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qmsdesk.domain.actions import PROPOSAL_REPLY_NAMES, Action, ProposalReply
from qmsdesk.domain.dossiers import EarlierAudit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.ui.dates import say_date
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label, small
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.tokens import SPACE

REPLY_TONES = {ProposalReply.YES: "success", ProposalReply.LATER: "parked", ProposalReply.NO: "neutral"}
AT_A_GLANCE = 6
LEFT = Qt.AlignmentFlag.AlignLeft


class OutcomesList(QWidget):
    """Read only; the overdue ones first."""

    def __init__(self, desk: Desk, held: list[EarlierAudit]) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._layout = column(desk.theme, self, gap=SPACE["small"])
        self._layout.addWidget(label(self._("Still to be done"), "strong"))
        still_open = open_actions(held)
        for action in still_open[:AT_A_GLANCE]:
            self._add_action(action, self._layout)
        if len(still_open) > AT_A_GLANCE:
            self._add_rest(still_open[AT_A_GLANCE:])
        if not still_open:
            self._layout.addWidget(small(self._("Every action is done or declined.")))
        answered = answers_to_proposals(held)
        if answered:
            self._layout.addSpacing(desk.theme.px(SPACE["small"]))
            self._layout.addWidget(label(self._("Answers to the proposals"), "strong", True))
        for finding, action_or_none in answered:
            self._add_answer(finding, action_or_none)

    def _add_rest(self, actions: list[Action]) -> None:
        rest = QWidget()
        inner = column(self._desk.theme, rest, gap=SPACE["small"])
        for action in actions:
            self._add_action(action, inner)
        rest.hide()
        text = self._.plural("Show {count} more", "Show {count} more", len(actions))
        button = Button(self._desk.theme, text, "quiet", "chevron-down")
        button.setAccessibleName(", ".join((text, self._("Still to be done"))))
        button.clicked.connect(rest.show)
        button.clicked.connect(button.hide)
        self._layout.addWidget(rest)
        self._layout.addWidget(button, 0, LEFT)

    def _add_action(self, action: Action, layout: QVBoxLayout) -> None:
        block = column(self._desk.theme, gap=SPACE["tight"])
        if action.is_overdue(self._desk.today):
            block.addWidget(Chip(self._desk.theme, self._("Overdue"), "danger"), 0, LEFT)
        block.addWidget(label(action.text or self._("An action without text"), wrap=True))
        owner = action.owner or self._("nobody named")
        due = self._("due {day}", day=say_date(self._, action.due_on)) if action.due_on else self._("no due date")
        block.addWidget(small(f"{owner} · {due}"))
        layout.addLayout(block)

    def _add_answer(self, finding: Finding, action: Action | None) -> None:
        block = column(self._desk.theme, gap=SPACE["tight"])
        reply = action.reply if action else None
        if reply:
            chip = Chip(self._desk.theme, self._(PROPOSAL_REPLY_NAMES[reply]), REPLY_TONES[reply])
        else:
            chip = Chip(self._desk.theme, self._("No answer yet"), "warning")
        block.addWidget(chip, 0, LEFT)
        block.addWidget(label(finding.title or finding.statement, wrap=True))
        if action and action.reply_reason.strip():
            block.addWidget(small(action.reply_reason))
        self._layout.addLayout(block)


def open_actions(held: list[EarlierAudit]) -> list[Action]:
    """Of findings that stand, the one due first before the others, those without a due date last."""
    standing = {finding.id for earlier in held for finding in earlier.findings}
    found = [
        action for earlier in held for action in earlier.actions if action.is_open and action.finding_id in standing
    ]
    return sorted(found, key=lambda action: (action.due_on or dt.date.max, action.id))


def answers_to_proposals(held: list[EarlierAudit]) -> list[tuple[Finding, Action | None]]:
    """Each proposal with the action that answers it, or none; those without an answer first."""
    replied = {action.finding_id: action for each in held for action in each.actions if action.reply is not None}
    proposals = [finding for each in held for finding in each.findings if finding.type is FindingType.IMPROVEMENT]
    return sorted(((finding, replied.get(finding.id)) for finding in proposals), key=lambda pair: pair[1] is not None)
