"""The findings that were made at the open question, each one press away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.ui.conduct.lines import empty
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.layouts import FlowLayout


class MadeFindings(QWidget):
    """`chosen` carries the id of a finding. Drawn anew only when it says something else. Tab comes from `before`."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, before: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._before = before
        self.last: TallButton | None = None
        self._ = desk.words
        self._shown: Sequence[Finding] = ()
        self._flow = FlowLayout(desk.theme, self, gap=6)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        if findings == self._shown:
            return
        self._shown = findings
        empty(self._flow)
        buttons = [self._button(finding) for finding in findings]
        for button in buttons:
            self._flow.addWidget(button)
        lead_tab(self._before, buttons)
        self.last = buttons[-1] if buttons else None
        self.setVisible(bool(findings))

    def _button(self, finding: Finding) -> TallButton:
        text = f"{finding.number} {self._(TYPE_NAMES[finding.type])}"
        button = TallButton(self._desk.theme, text, "quiet", "flag")
        button.setToolTip(finding.title)
        button.setAccessibleName(f"{text}: {finding.title}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(finding.id))
        return button
