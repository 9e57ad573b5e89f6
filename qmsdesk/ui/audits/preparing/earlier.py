"""What the last audits of the unit found and what became of it, side by side, to read before the day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from qmsdesk.domain.audits import KIND_NAMES
from qmsdesk.domain.dossiers import Dossier, EarlierAudit
from qmsdesk.domain.findings import TYPE_NAMES
from qmsdesk.domain.trends import AuditCounts, can_be_compared
from qmsdesk.report.charts.trends import trend_chart
from qmsdesk.store.dossiers import earlier_audits
from qmsdesk.ui.audits.preparing.outcomes import OutcomesList
from qmsdesk.ui.charts.panel import ChartPanel
from qmsdesk.ui.columns import Columns
from qmsdesk.ui.dates import say_date
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.tokens import SPACE

AUDITS, AT_A_GLANCE = 3, 6
TOP = Qt.AlignmentFlag.AlignTop


class EarlierCard(Card):
    """Read only. Drawn anew only when it says something else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ = desk.words
        self._shown: object = self
        self._content = QWidget()
        self.body.addWidget(subheading(self._("What was found before")))
        self.body.addWidget(self._content)

    def show_dossier(self, dossier: Dossier) -> None:
        held = earlier_audits(self._desk.session.db, dossier.audit, AUDITS)
        if (held, dossier.trend) != self._shown:
            self._shown = held, dossier.trend
            self._draw(held, dossier.trend)

    def _draw(self, held: list[EarlierAudit], trend: tuple[AuditCounts, ...]) -> None:
        self._content.hide()
        self._content.deleteLater()
        if held:
            self._content = columns = Columns(self._desk.theme)
            if can_be_compared(trend):
                columns.main.addWidget(ChartPanel(self._desk.theme, self._, trend_chart(trend, self._)))
            self._fill_found(columns.main, held)
            columns.main.addStretch()
            columns.side.addWidget(OutcomesList(self._desk, held))
            columns.side.addStretch()
        else:
            self._content = muted(self._("This unit has not been audited before in this register."))
        self.body.addWidget(self._content)

    def _fill_found(self, layout: QVBoxLayout, held: list[EarlierAudit]) -> None:
        for earlier in held:
            block = column(self._desk.theme, gap=SPACE["small"])
            audit = earlier.audit
            block.addWidget(label(f"{self._(KIND_NAMES[audit.kind])} · {say_date(self._, audit.date)}", "strong", True))
            if not earlier.findings:
                block.addWidget(small(self._("No findings.")))
            block.addWidget(self._findings(earlier, 0, AT_A_GLANCE))
            if len(earlier.findings) > AT_A_GLANCE:
                rest = self._findings(earlier, AT_A_GLANCE, len(earlier.findings))
                rest.hide()
                block.addWidget(rest)
                block.addWidget(self._more(earlier, rest), 0, Qt.AlignmentFlag.AlignLeft)
            layout.addLayout(block)

    def _more(self, earlier: EarlierAudit, rest: QWidget) -> Button:
        count = len(earlier.findings) - AT_A_GLANCE
        text = self._.plural("Show {count} more", "Show {count} more", count)
        button = Button(self._desk.theme, text, "quiet", "chevron-down")
        button.setAccessibleName(f"{text}, {say_date(self._, earlier.audit.date)}")
        button.clicked.connect(rest.show)
        button.clicked.connect(button.hide)
        return button

    def _findings(self, earlier: EarlierAudit, first: int, end: int) -> QWidget:
        """Types in one column, titles in the other."""
        held = QWidget()
        grid = QGridLayout(held)
        self._desk.theme.space(grid, (0, 0, 0, 0), SPACE["small"])
        grid.setColumnStretch(1, 1)
        for place, finding in enumerate(earlier.findings[first:end]):
            grid.addWidget(Chip(self._desk.theme, self._(TYPE_NAMES[finding.type]), TONES[finding.type]), place, 0, TOP)
            grid.addWidget(label(finding.title or finding.statement, wrap=True), place, 1, TOP)
        return held
