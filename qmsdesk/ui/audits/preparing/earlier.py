"""What the last audit of the unit found and what became of it, to read before the day."""

from PySide6.QtWidgets import QWidget

from qmsdesk.domain.actions import ACTION_STATE_NAMES, Action
from qmsdesk.domain.audits import KIND_NAMES
from qmsdesk.domain.dossiers import Dossier, EarlierAudit
from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.ui.dates import say_date
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import column, rule
from qmsdesk.ui.theme.tokens import SPACE


class EarlierCard(Card):
    """Read only. Drawn anew only when it says something else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ = desk.words
        self._shown: object = self
        self._content = QWidget()
        self.body.addWidget(subheading(self._("Last time")))
        self.body.addWidget(self._content)

    def show_dossier(self, dossier: Dossier) -> None:
        if dossier.earlier == self._shown:
            return
        self._shown = dossier.earlier
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        self.body.addWidget(self._content)
        layout = column(self._desk.theme, self._content, gap=SPACE["small"])
        if dossier.earlier is None:
            layout.addWidget(muted(self._("This unit has not been audited before in this register.")))
            return
        audit = dossier.earlier.audit
        layout.addWidget(small(f"{self._(KIND_NAMES[audit.kind])} · {say_date(self._, audit.date)}"))
        for n, finding in enumerate(dossier.earlier.findings):
            if n:
                layout.addWidget(rule())
            layout.addWidget(self._finding(finding, dossier.earlier))

    def _finding(self, finding: Finding, earlier: EarlierAudit) -> QWidget:
        held = QWidget()
        layout = column(self._desk.theme, held, gap=SPACE["tight"])
        layout.addWidget(Chip(self._desk.theme, self._(TYPE_NAMES[finding.type]), TONES[finding.type]))
        layout.addWidget(label(finding.title or finding.statement, wrap=True))
        for action in earlier.actions:
            if action.finding_id == finding.id:
                layout.addWidget(small(self._action(action)))
        return held

    def _action(self, action: Action) -> str:
        state = self._(ACTION_STATE_NAMES[action.state])
        if action.is_overdue(self._desk.today):
            state = self._("Overdue")
        return " · ".join(filter(None, (state, action.text, action.owner)))
