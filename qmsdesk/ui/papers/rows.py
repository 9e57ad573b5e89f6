"""One paper as a PDF: saved, opened or printed."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from qmsdesk.domain.errors import Refusal
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.papers.savings import save_file
from qmsdesk.ui.reports.files import write_for_viewer
from qmsdesk.ui.reports.pdf_pages import page_sizes
from qmsdesk.ui.reports.printing import Printing, choose_printer
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, row
from qmsdesk.ui.theme.tokens import SPACE

NAME_WIDTH = 104
Use = Callable[[bytes], None]


class Order(NamedTuple):
    """A paper that is wanted: what its file is called, and how it is made, beside the window."""

    file_name: str
    make: Callable[[], bytes]


class PaperRow(QWidget):
    """`order` is asked each time somebody wants the paper; its name stands before the buttons where `has_name`."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        tell: Callable[[str, str], None],
        order: Callable[[], Order],
        has_name: bool = True,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self._name = name
        self._tell, self._order = tell, order
        self._file_name = ""
        self._printing: Printing | None = None
        self.save = Button(desk.theme, _("Save as"), "secondary", "save")
        self.open = Button(desk.theme, _("Open"), "secondary", "external-link")
        self.print = Button(desk.theme, _("Print"), "secondary", "printer")
        layout = FlowLayout(desk.theme, self, gap=SPACE["small"])
        if has_name:
            said = label(name)
            desk.theme.size(said, min_width=NAME_WIDTH, min_height=38)
            layout.addWidget(said)
        buttons = QWidget()  # that goes below the name as a whole where there is no room beside it
        side_by_side = row(desk.theme, buttons, gap=SPACE["small"])
        for button, use in ((self.save, self._save), (self.open, self._open), (self.print, self._print)):
            button.setAccessibleName(_("{command}: {paper}", command=button.text(), paper=name))
            button.clicked.connect(lambda _=False, use=use: self._make(use))
            side_by_side.addWidget(button)
        layout.addWidget(buttons)

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return [self.save, self.open, self.print]

    def _make(self, use: Use) -> None:
        self._desk.session.flush()
        self._file_name, make = self._order()
        self._desk.jobs.run(make, lambda pdf: use(pdf) if isValid(self) else None, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        """A bug: said in the card, and it goes on to the crash path."""
        if isValid(self):
            self._tell(self._("The paper could not be made. What you have written is saved."), "danger")
        raise error

    def _save(self, pdf: bytes) -> None:
        save_file(self, self._desk, self._file_name, pdf, self._tell)

    def _open(self, pdf: bytes) -> None:
        try:
            path = write_for_viewer(self._file_name, pdf)
        except Refusal as refusal:
            self._tell(refusal.say(self._), "danger")
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tell(self._("No program for PDF files was found. Save the paper instead."), "warning")

    def _print(self, pdf: bytes) -> None:
        self._desk.jobs.run(lambda: len(page_sizes(pdf)), lambda pages: self._send(pdf, pages), self._on_failed)

    def _send(self, pdf: bytes, pages: int) -> None:
        printer = choose_printer(self, self._file_name, pages) if isValid(self) else None
        if printer is not None:
            self._printing = Printing(self._desk.jobs, pdf, pages, printer, self)
            self._printing.finished.connect(self._on_printed)
            self._printing.failed.connect(self._on_failed)
            self._printing.start()

    def _on_printed(self, is_whole: bool) -> None:
        if is_whole:
            self._tell(self._("{paper} has gone to the printer.", paper=self._name), "success")
        else:
            self._tell(self._("The printer took no pages. Check it, or choose another."), "warning")
