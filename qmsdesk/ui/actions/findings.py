"""The head of the panel: which finding an action answers; and what to do for a finding that has none yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.actions import PROPOSAL_REPLY_NAMES, ProposalReply
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import TYPE_NAMES, Finding, FindingType
from qmsdesk.domain.organisation import Unit
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.dates import say_date
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label, muted, subheading
from qmsdesk.ui.theme.layouts import FlowLayout, column


class FindingHead(QWidget):
    """The finding; where `has_audit`, its audit too, with a way there."""

    audit_requested = Signal()

    def __init__(self, desk: Desk, has_audit: bool) -> None:
        super().__init__()
        self._ = desk.words
        self._type = Chip(desk.theme, "")
        self._title = subheading("")
        self._audit = muted("")
        self._open = Button(desk.theme, self._("Open the audit"), "quiet", "arrow-right")
        self._open.clicked.connect(self.audit_requested)
        layout = column(desk.theme, self, gap=6)
        layout.addWidget(self._type, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._title)
        layout.addWidget(self._audit)
        layout.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._audit.setVisible(has_audit)
        self._open.setVisible(has_audit)

    def show_finding(self, finding: Finding, audit: Audit, unit: Unit) -> None:
        self._type.setText(self._(TYPE_NAMES[finding.type]))
        self._type.set_tone(TONES[finding.type])
        self._title.setText(f"{finding.number} {finding.title}".strip())
        self._audit.setText(f"{self._.pick(unit, 'name')}, {say_date(self._, audit.date, 'd MMM yyyy')}")


class NoActionYet(QWidget):
    """`reply_chosen` carries the answer to a proposal, None for a plain new action."""

    reply_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._ = desk.words
        self._seen = label("", wrap=True)
        self._said = muted("")
        self.new = Button(desk.theme, self._("New action"), "primary", "plus", key_of("actions", "new_action"))
        self.new.clicked.connect(lambda: self.reply_chosen.emit(None))
        self.replies = {
            reply: Button(desk.theme, self._(PROPOSAL_REPLY_NAMES[reply]), "secondary") for reply in ProposalReply
        }
        layout = column(desk.theme, self, gap=12)
        layout.addWidget(self._seen)
        layout.addWidget(self._said)
        flow = FlowLayout(desk.theme, gap=8)
        for reply, button in self.replies.items():
            button.clicked.connect(lambda _=False, given=reply: self.reply_chosen.emit(given))
            flow.addWidget(button)
        flow.addWidget(self.new)
        layout.addLayout(flow)
        layout.addStretch()

    def show_finding(self, finding: Finding) -> None:
        is_proposal = finding.type is FindingType.IMPROVEMENT
        seen = finding.statement.strip() or finding.evidence.strip()
        self._seen.setText(seen)
        self._seen.setVisible(bool(seen))
        self._said.setText(self._said_of(finding))
        for button in self.replies.values():
            button.setVisible(is_proposal)
        self.new.setVisible(not is_proposal)

    def first(self) -> Button:
        """Where the keyboard goes."""
        return next(iter(self.replies.values())) if self.new.isHidden() else self.new

    def _said_of(self, finding: Finding) -> str:
        if finding.type is FindingType.IMPROVEMENT:
            return self._("Every proposal gets an answer. What does the unit say?")
        if finding.type.is_nonconformity:
            return self._("A nonconformity needs an action, and later a check that it helped.")
        return self._("An action is welcome here, but not required.")
