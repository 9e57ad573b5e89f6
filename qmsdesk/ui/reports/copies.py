"""Masked copies: to whom one is given, and the log of those that were."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.issues import SHOWN_DIGITS
from qmsdesk.ui.reports.words_tab import clear_ground, empty
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import column, rule
from qmsdesk.ui.theme.scroll import PageScroll


class CopiesTab(QWidget):
    """`save_wanted` asks for a copy for whom stands in `given_to`."""

    save_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._issues: Sequence[ReportIssue] | None = None
        self.given_to = QLineEdit()
        self.given_to.setMaxLength(200)
        self.given_to.setPlaceholderText(self._("A role or an organisation"))
        self.given_to.setAccessibleName(self._("Given to"))
        self.given_to.returnPressed.connect(self.save_wanted)
        self.save = Button(desk.theme, self._("Save the copy…"), "primary", "save")
        self.save.clicked.connect(lambda _=False: self.save_wanted.emit())
        self._told = Banner(desk.theme)
        self._log = PageScroll(desk.theme, margins=(0, 4, 4, 8), gap=8)
        clear_ground(self._log)
        desk.theme.size(self._log, min_height=80)
        layout = column(desk.theme, self, gap=8)
        layout.addWidget(label(self._("Given to"), "strong"))
        layout.addWidget(self.given_to)
        layout.addWidget(self.save)
        layout.addWidget(self._told)
        layout.addWidget(subheading(self._("Copies handed out")))
        layout.addWidget(self._log, 1)

    @property
    def told(self) -> str:
        """What is said of the last copy, if anything."""
        return "" if self._told.isHidden() else self._told.text()

    @property
    def rows(self) -> list[QLabel]:
        """What the log says."""
        return self._log.findChildren(QLabel)

    def tell(self, sentence: str, tone: str) -> None:
        self._told.show_message(sentence, tone)
        self._told.setVisible(bool(sentence))

    def tell_saved(self, path: Path) -> None:
        self.given_to.clear()
        self.tell(self._("Saved as {path}", path=path), "success")

    def show_issues(self, copies: Sequence[ReportIssue]) -> None:
        if copies == self._issues:
            return
        self._issues = copies
        body = self._log.body
        empty(body)
        if not copies:
            body.addWidget(muted(self._("No copy has been handed out. Each that you save here is kept and logged.")))
        for each in copies:
            for part in (label(each.given_to, "strong", wrap=True), small(self._say(each)), rule()):
                body.addWidget(part)
        body.addStretch()

    def _say(self, issue: ReportIssue) -> str:
        at = issue.issued_at.astimezone()
        version = self._("Version {version}", version=issue.version) if issue.version else self._("Of the draft")
        language = self._("In Swedish") if issue.language == "sv" else self._("In English")
        told = (f"{self._.date(at.date())} {self._.time(at)}", version, language)
        return " · ".join((*told, f"SHA-256 {issue.sha256[:SHOWN_DIGITS]}…"))


def copies_of(dossier: Dossier) -> list[ReportIssue]:
    """The masked copies that were handed out, the newest first."""
    copies = (issue for issue in dossier.report_issues if issue.form is ReportForm.MASKED)
    return sorted(copies, key=lambda issue: issue.issued_at, reverse=True)
