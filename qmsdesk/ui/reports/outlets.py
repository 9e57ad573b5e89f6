"""Outlets: the ways of a report out of the program: saved as what one likes, opened, printed, sent."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from qmsdesk.domain.errors import Refusal
from qmsdesk.exchange.report_files import report_file
from qmsdesk.exchange.report_mails import mail_subject, mail_text
from qmsdesk.i18n import N_, words
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.files import free_path, is_held, write_file, write_for_viewer
from qmsdesk.ui.reports.mails import Mail, Mailing
from qmsdesk.ui.reports.makings import Shown
from qmsdesk.ui.reports.printing import Printing, choose_printer

FOLDER = "report folder"
KINDS = {
    ".pdf": N_("PDF"),
    ".html": N_("Web page"),
    ".docx": N_("Word"),
    ".xlsx": N_("Excel"),
}
Make = Callable[[], bytes]


class Outlets(QObject):
    """`told` carries what became of it and in which tone; `offered` a sentence and the words of the button that calls
    `accept`; `failed` a bug. Everything is made and written off the window's thread."""

    told = Signal(str, str)
    offered = Signal(str, str)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._ = desk.words
        self._desk = desk
        self._window = parent
        self._writing: tuple[Path, Make] | None = None

    def save(self, shown: Shown) -> None:
        """Ask where to and as what."""
        path = self._ask_path(self._folder() / shown.name)
        if path is not None:
            self._write(path, self._maker(shown, path.suffix.lower()))

    def save_kept(self, name: str, make: Make) -> None:
        """Ask where to; a report that was issued is the PDF that it is."""
        path = self._ask_path(self._folder() / name, kinds=(".pdf",))
        if path is not None:
            self._write(path, make)

    def accept(self) -> None:
        """Save beside the file that could not be replaced."""
        if self._writing:
            path, make = self._writing
            self._write(free_path(path), make)

    def open(self, name: str, make: Make) -> None:
        """Show it in the system's program for PDF files."""
        self._run(lambda: write_for_viewer(name, make()), self._on_viewable)

    def print(self, shown: Shown) -> None:
        printer = choose_printer(self._window, shown.name, len(shown.sizes))
        if printer is not None:
            printing = Printing(self._desk.jobs, shown.pdf, len(shown.sizes), printer, self)
            printing.finished.connect(self._on_printed)
            printing.failed.connect(self._on_failed)
            printing.start()

    def send(self, shown: Shown) -> None:
        """Bring it to the mail program as the attachment of a mail that is still to be sent."""
        dossier, form, language = shown.wanted
        said, today, sender = words(language), shown.made_at.date(), self._desk.session.owner.name

        def make() -> Mail:
            text = mail_text(dossier, form, said, today=today, issue=shown.issue, sender=sender)
            return Mail.written(mail_subject(dossier, form, said), text, shown.name, shown.pdf)

        mailing = Mailing(self._, self)
        mailing.told.connect(self.told)
        self._run(make, mailing.hand_over)

    def _maker(self, shown: Shown, ending: str) -> Make:
        if ending == ".pdf":
            return lambda: shown.pdf
        register, (dossier, form, language) = self._desk.session.path, shown.wanted
        self.told.emit(self._("Making the file…"), "info")
        return lambda: report_file(register, dossier, words(language), now=shown.made_at, ending=ending, form=form)

    def _ask_path(self, suggestion: Path, kinds: tuple[str, ...] = tuple(KINDS)) -> Path | None:
        """A name without an ending gets that of the chosen kind, beside whatever already has that name."""
        filters = {f"{self._(KINDS[ending])} (*{ending})": ending for ending in kinds}
        title = self._("Save the report")
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, str(suggestion), ";;".join(filters))
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() in kinds:
            return path
        ended = path.with_name(f"{path.name}{filters.get(kind, kinds[0])}")
        return free_path(ended) if ended.is_file() else ended  # the dialog has not asked about this one

    def _folder(self) -> Path:
        last = Path(self._desk.session.bookmark(FOLDER) or "")
        if last.is_absolute() and last.is_dir():
            return last
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _write(self, path: Path, make: Make) -> None:
        def write() -> Path:
            write_file(path, make())
            return path

        self._writing = path, make
        self._run(write, self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self._writing = None
        self._desk.session.set_bookmark(FOLDER, str(path.parent))
        self.told.emit(self._("Saved as {path}", path=path), "success")

    def _on_viewable(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.told.emit(self._("No program for PDF files was found. Save the report instead."), "warning")

    def _on_printed(self, is_whole: bool) -> None:
        if is_whole:
            self.told.emit(self._("The report has gone to the printer."), "success")
        else:
            self.told.emit(self._("The printer took no pages. Check it, or choose another."), "warning")

    def _run(self, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        def come_back(made: Any) -> None:
            if isValid(self):
                then(made)

        self._desk.jobs.run(job, come_back, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        """What a person can put right is said; a file that another program holds can have another name."""
        if not isValid(self):
            return
        if self._writing and is_held(error):
            path = self._writing[0]
            said = self._("{name} is open in another program or write-protected. Save beside it?", name=path.name)
            self.offered.emit(said, self._("Save as {name}", name=free_path(path).name))
        elif isinstance(error, Refusal):
            self.told.emit(error.say(self._), "danger")
        else:
            self.told.emit(self._("That did not work. What you have written is saved."), "danger")
            self.failed.emit(error)
