"""Masked copies: to whom one is given, and the log of those that were."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.masking import masked
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.domain.versions import next_masked
from qmsdesk.exchange.reports import Report, masked_copy
from qmsdesk.i18n import words
from qmsdesk.store.pasts import reported_dossier
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.files import file_name, write_file
from qmsdesk.ui.reports.issues import SHOWN_DIGITS
from qmsdesk.ui.reports.languages import report_language
from qmsdesk.ui.reports.words_tab import clear_ground, empty
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, muted, small, subheading
from qmsdesk.ui.theme.layouts import column, rule
from qmsdesk.ui.theme.scroll import PageScroll

FOLDER = "report folder"


class CopiesTab(QWidget):
    """Makes a copy for whom stands in `given_to`, and tells of those that were made."""

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._audit_id = audit_id
        self._ = desk.words
        self._issues: Sequence[ReportIssue] | None = None
        self.given_to = QLineEdit()
        self.given_to.setMaxLength(200)
        self.given_to.setPlaceholderText(self._("A role or an organisation"))
        self.given_to.setAccessibleName(self._("Given to"))
        self.given_to.returnPressed.connect(self._save)
        self.save = Button(desk.theme, self._("Save the copy…"), "primary", "save")
        self.save.clicked.connect(lambda _=False: self._save())
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

    # Handing out

    def _save(self) -> None:
        """Ask where to, and make the copy beside the window; it is logged when it lies there."""
        self._desk.session.flush()
        dossier = reported_dossier(self._desk.session.db, self._audit_id)
        told, now = words(report_language(self._desk, self._audit_id)), self._desk.now()
        given_to = self.given_to.text()
        try:
            next_masked(dossier, told.language, now, given_to)
        except Refusal as refusal:
            self.tell(refusal.say(self._), "warning")
            self.given_to.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        path = self._ask_path(file_name(masked(dossier, told), told("masked copy"), ".pdf", told))
        if path is None:
            return
        register = self._desk.session.path
        self._show_busy(True)

        def make() -> Report:
            made = masked_copy(register, dossier, told, now=now, given_to=given_to)
            write_file(path, made.pdf)
            return made

        self._desk.jobs.run(make, lambda made: self._on_saved(made, path), self._on_failed)

    def _on_saved(self, made: Report, path: Path) -> None:
        """What was handed out is logged, whether somebody still looks or not."""
        assert made.issue, "a masked copy has its record"
        self._desk.session.write(creation_of(made.issue), can_undo=False)
        self._desk.session.set_bookmark(FOLDER, str(path.parent))
        if isValid(self):
            self._show_busy(False)
            self.given_to.clear()
            self.tell(self._("Saved as {path}", path=path), "success")

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self._show_busy(False)
            if isinstance(error, Refusal):
                self.tell(error.say(self._), "danger")
                return
            self.tell(self._("The copy could not be made. Nothing was handed out or logged."), "danger")
        raise error

    def _show_busy(self, on: bool) -> None:
        self.save.setDisabled(on)
        if on:
            self.tell(self._("The copy is being made…"), "info")

    def _ask_path(self, name: str) -> Path | None:
        last = Path(self._desk.session.bookmark(FOLDER) or "")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = last if last.is_absolute() and last.is_dir() else Path(documents)
        chosen, _ = QFileDialog.getSaveFileName(self, self._("Save the masked copy"), str(folder / name), "PDF (*.pdf)")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")


def copies_of(dossier: Dossier) -> list[ReportIssue]:
    """The masked copies that were handed out, the newest first."""
    copies = (issue for issue in dossier.report_issues if issue.form is ReportForm.MASKED)
    return sorted(copies, key=lambda issue: issue.issued_at, reverse=True)
