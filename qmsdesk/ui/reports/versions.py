"""Versions: the reports that have left the house, beside the report, each to be opened and saved as it was issued."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.errors import ReportNotKept
from qmsdesk.domain.reports import ReportIssue
from qmsdesk.i18n import words
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.report_issues import kept_report
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.checks import Checks, say_day, say_kind
from qmsdesk.ui.reports.files import report_name
from qmsdesk.ui.reports.issues import SHOWN_DIGITS
from qmsdesk.ui.reports.outlets import Outlets
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column, row
from qmsdesk.ui.theme.scroll import PageScroll


class VersionsPanel(QWidget):
    """Newest first. `closed` says that one wants to be rid of it; `failed` carries a bug."""

    closed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._ = desk.words
        self._desk = desk
        self._audit_id = audit_id
        self._shown: tuple[ReportIssue, ...] | None = None
        self.told = Banner(desk.theme)
        self.outlets = Outlets(desk, self)
        self.checks = Checks(desk, self)
        self._list = PageScroll(desk.theme, margins=(4, 4, 16, 4), gap=10)
        self._arrange()
        for source in (self.outlets, self.checks):
            source.told.connect(self.told.show_message)
            source.failed.connect(self.failed)
        self.outlets.offered.connect(lambda said, _name: self.told.show_message(said, "warning"))
        desk.session.changed.connect(self._refresh)
        self._refresh()

    def _arrange(self) -> None:
        theme = self._desk.theme
        layout = column(theme, self, margins=(12, 12, 0, 12), gap=10)
        head = row(theme, margins=(4, 0, 12, 0))
        self.close_button = Button(theme, "", "quiet", "x")
        name = self._("Back to the report")
        self.close_button.setAccessibleName(name)
        self.close_button.setToolTip(f"{name} ({key_of('report', 'leave')})")
        self.close_button.clicked.connect(self.closed)
        head.addWidget(label(self._("Versions"), "heading"), 1)
        head.addWidget(self.close_button)
        layout.addLayout(head)
        layout.addWidget(self._padded(self.told))
        layout.addWidget(self._list, 1)

    def _padded(self, widget: QWidget) -> QWidget:
        held = QWidget()
        row(self._desk.theme, held, margins=(4, 0, 16, 0)).addWidget(widget)
        return held

    def _refresh(self, _changed: object = None) -> None:
        """Fill the list anew where a report has been issued."""
        held = load_dossier(self._desk.session.db, self._audit_id).report_issues
        issues = tuple(sorted(held, key=lambda each: (each.version, each.issued_at, each.id), reverse=True))
        if issues != self._shown:
            self._shown = issues
            while item := self._list.body.takeAt(0):
                if widget := item.widget():
                    widget.deleteLater()
            for issue in issues:
                self._list.body.addWidget(self._card(issue))
            if not issues:
                said = self._("No issued report is kept here yet. Each is kept as it is made final.")
                self._list.body.addWidget(label(said, "muted", wrap=True))
            self._list.body.addWidget(self._check_button())
            self._list.body.addStretch()

    def _check_button(self) -> Button:
        text = self._("Check a report file…")
        button = Button(self._desk.theme, text, "secondary", "file-check", key_of("report", "check"))
        button.clicked.connect(self.checks.ask)
        return button

    def _card(self, issue: ReportIssue) -> Card:
        theme, card = self._desk.theme, Card(self._desk.theme, margins=(14, 10), gap=4)
        said = say_kind(issue, self._)
        card.body.addWidget(label(said, "strong", wrap=True))
        for line in self._lines(issue):
            card.body.addWidget(label(line, "small", wrap=True))
        buttons = QWidget()
        flow = FlowLayout(theme, buttons, gap=8)
        for text, icon, run in (
            (self._("Open"), "external-link", self._opener(issue)),
            (self._("Save as…"), "save", self._saver(issue)),
        ):
            button = Button(theme, text, "secondary", icon)
            button.setAccessibleName(f"{text} {said}")
            button.clicked.connect(run)
            flow.addWidget(button)
        card.body.addWidget(buttons)
        return card

    def _lines(self, issue: ReportIssue) -> list[str]:
        kind = self._("Final report") if issue.is_final else self._("Copy of the final report")
        lines = [f"{kind}, {say_day(issue, self._)}"]
        if issue.given_to:
            lines.append(self._("Given to {who}", who=issue.given_to))
        if issue.changes:
            lines.append(issue.changes)
        lines.append(self._("SHA-256 begins with {digits}", digits=issue.sha256[:SHOWN_DIGITS]))
        return lines

    def _name(self, issue: ReportIssue) -> str:
        dossier = load_dossier(self._desk.session.db, self._audit_id)
        return report_name(dossier, issue.form, words(issue.language), issue.version)

    def _maker(self, issue: ReportIssue) -> Callable[[], bytes]:
        register = self._desk.session.path

        def make() -> bytes:
            kept = kept_report(register, issue)
            if kept is None:
                raise ReportNotKept
            return kept

        return make

    def _opener(self, issue: ReportIssue) -> Callable[[], None]:
        return lambda: self.outlets.open(self._name(issue), self._maker(issue))

    def _saver(self, issue: ReportIssue) -> Callable[[], None]:
        return lambda: self.outlets.save_kept(self._name(issue), self._maker(issue))
