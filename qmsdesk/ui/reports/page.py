"""The Report page: the report of one audit as a PDF, there at once and always as the records are now."""

from pathlib import Path

from PySide6.QtCore import QSizeF, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget
from shiboken6 import isValid

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.reports import ReportForm
from qmsdesk.domain.versions import next_copy
from qmsdesk.exchange.reports import Report, report_of
from qmsdesk.i18n import words
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.report_issues import keep_report
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.files import report_name, write_file, write_for_viewer
from qmsdesk.ui.reports.gaps import say_gaps
from qmsdesk.ui.reports.issues import say_issue
from qmsdesk.ui.reports.languages import choose_report_language, report_language
from qmsdesk.ui.reports.pdf_pages import page_sizes
from qmsdesk.ui.reports.preview import Preview
from qmsdesk.ui.reports.printing import Printing, choose_printer
from qmsdesk.ui.reports.toolbar import ReportBar
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.layouts import column

SETTLE_MS = 200
"""Changes that come in a row make one new report."""


class ReportPage(QWidget):
    """`place_requested` carries the step where what is missing can be filled in; `made` follows every new report."""

    place_requested = Signal(str)
    made = Signal()

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._wanted: tuple[Dossier, str] | None = None
        self._dossier: Dossier | None = None
        self._pdf = b""
        self._printing: Printing | None = None
        self._bar = ReportBar(desk.theme, self._)
        to_questions = Button(desk.theme, self._("Go to the questions"), "quiet")
        to_questions.clicked.connect(lambda: self.place_requested.emit("conduct"))
        self._gaps = Banner(desk.theme, "", "info", to_questions)
        self._told = Banner(desk.theme, "")
        self._notes = QWidget()
        self._preview = Preview(desk.theme, self._, desk.jobs)
        self._trouble = EmptyState(desk.theme, "file-text", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._preview)
        self._stack.addWidget(self._trouble)
        self._notes.hide()
        self._arrange()
        self._wire()

    def _arrange(self) -> None:
        layout = column(self._desk.theme, self, gap=0)
        layout.addWidget(self._bar)
        notes = column(self._desk.theme, self._notes, margins=(24, 10, 24, 2), gap=8)
        for banner in (self._gaps, self._told):
            notes.addWidget(banner)
        layout.addWidget(self._notes)
        self._stack.setMinimumHeight(1)  # or Qt takes room for a text that is not shown from the bars
        layout.addWidget(self._stack, 1)

    def _wire(self) -> None:
        sheets = self._preview.sheets
        self._late = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._late.timeout.connect(self._refresh)
        self._desk.session.changed.connect(self._on_changed)
        self._bar.language_chosen.connect(self._choose_language)
        self._preview.failed.connect(self._on_failed)
        sheets.page_changed.connect(lambda page: self._bar.show_place(page, self._preview.pages))
        sheets.zoom_changed.connect(lambda: self._bar.show_zoom(sheets.shown_zoom()))
        runs = {
            "save": self._save,
            "open": self._open,
            "print": self._print,
            "next_page": lambda: sheets.go_to(sheets.page + 1),
            "previous_page": lambda: sheets.go_to(sheets.page - 1),
            "zoom_in": lambda: sheets.step_zoom(1),
            "zoom_out": lambda: sheets.step_zoom(-1),
            "fit": sheets.fit,
        }
        bind(self, "report", self._, runs)
        for name in ("save", "open", "print", "zoom_in", "zoom_out", "fit"):
            getattr(self._bar, name).clicked.connect(lambda _=False, run=runs[name]: run())

    @property
    def pdf(self) -> bytes:
        """The report that is shown."""
        return self._pdf

    @property
    def preview(self) -> Preview:
        return self._preview

    @property
    def language(self) -> str:
        return report_language(self._desk, self._audit_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._desk.session.flush()
        self._refresh()
        if not event.spontaneous():  # a window that comes back from the task bar keeps its focus
            self._preview.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        self._late.stop()
        super().hideEvent(event)

    def _on_changed(self, _changed: object) -> None:
        if self.isVisible():
            self._late.start()

    def _choose_language(self, language: str) -> None:
        choose_report_language(self._desk, self._audit_id, language)
        self._refresh()

    def _refresh(self) -> None:
        """Make the report anew where the records or its language are no longer those of the one shown."""
        self._late.stop()
        wanted = load_dossier(self._desk.session.db, self._audit_id), self.language
        if wanted == self._wanted:
            return
        self._wanted = wanted
        dossier, language = wanted
        self._bar.show_audit(dossier.audit)
        self._bar.show_language(language)
        self._tell("", "info")
        self._make(dossier, language)

    def _tell(self, sentence: str, tone: str) -> None:
        """Say what became of the last command, below what the report still lacks."""
        gaps = say_gaps(self._wanted[0], self._) if self._wanted else ""
        for banner, text, meaning in ((self._gaps, gaps, "info"), (self._told, sentence, tone)):
            banner.show_message(text, meaning)
            banner.setVisible(bool(text))
        self._notes.setVisible(bool(gaps or sentence))

    def _make(self, dossier: Dossier, language: str) -> None:
        """Make the report, or fetch the one that was issued; a first copy of that in another language is kept."""
        stamp, register = self._desk.now(), self._desk.session.path

        def make() -> tuple[Report, list[QSizeF]]:
            report = report_of(register, dossier, words(language), now=stamp)
            copy = None if report.issue else next_copy(dossier, ReportForm.FULL, language, stamp)
            if copy:
                report = report._replace(issue=keep_report(register, copy, report.pdf))
            return report, page_sizes(report.pdf)

        def show(made: tuple[Report, list[QSizeF]]) -> None:
            if isValid(self) and self._wanted is not None and self._wanted[0] is dossier:
                self._show(dossier, *made)

        self._desk.jobs.run(make, show, self._on_failed)

    def _show(self, dossier: Dossier, report: Report, sizes: list[QSizeF]) -> None:
        if report.issue and report.issue not in dossier.report_issues:
            self._desk.session.write(creation_of(report.issue), can_undo=False)  # what was seen once stays as it was
        self._dossier = dossier
        self._stack.setCurrentWidget(self._preview)
        if report.pdf != self._pdf:
            self._pdf = report.pdf
            self._preview.show_pdf(report.pdf, sizes)
        self._bar.show_place(self._preview.sheets.page, len(sizes))
        self._tell(say_issue(report.issue, self._) if report.issue else "", "info")
        self.made.emit()

    def _on_failed(self, error: Exception) -> None:
        """Say it in the page; a bug goes on to the crash path as well."""
        if not isValid(self):
            return
        self._wanted, self._pdf = None, b""
        self._bar.show_place(0, 0)
        is_refusal = isinstance(error, Refusal)
        self._trouble.set_sentence(
            error.say(self._)
            if isinstance(error, Refusal)
            else self._("The report could not be made. What you have written is saved.")
        )
        self._stack.setCurrentWidget(self._trouble)
        if not is_refusal:
            raise error

    # What one does with it

    def _name(self) -> str:
        assert self._dossier is not None, "there is a report, so it was made of something"
        return report_name(self._dossier, words(self.language))

    def _save(self) -> None:
        if not self._pdf:
            return
        path = self._ask_path(self._folder() / self._name())
        if path is None:
            return
        try:
            write_file(path, self._pdf)
        except Refusal as refusal:
            self._tell(refusal.say(self._), "danger")
        else:
            self._desk.session.set_bookmark("report folder", str(path.parent))
            self._tell(self._("Saved as {path}", path=path), "success")

    def _ask_path(self, suggestion: Path) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self, self._("Save the report"), str(suggestion), "PDF (*.pdf)")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def _folder(self) -> Path:
        last = Path(self._desk.session.bookmark("report folder") or "")
        if last.is_absolute() and last.is_dir():
            return last
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _open(self) -> None:
        if not self._pdf:
            return
        try:
            path = write_for_viewer(self._name(), self._pdf)
        except Refusal as refusal:
            self._tell(refusal.say(self._), "danger")
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tell(self._("No program for PDF files was found. Save the report instead."), "warning")

    def _print(self) -> None:
        printer = choose_printer(self, self._name(), self._preview.pages) if self._pdf else None
        if printer is not None:
            self._printing = Printing(self._desk.jobs, self._pdf, self._preview.pages, printer, self)
            self._printing.finished.connect(self._on_printed)
            self._printing.failed.connect(self._on_failed)
            self._printing.start()

    def _on_printed(self, is_whole: bool) -> None:
        if is_whole:
            self._tell(self._("The report has gone to the printer."), "success")
        else:
            self._tell(self._("The printer took no pages. Check it, or choose another."), "warning")
