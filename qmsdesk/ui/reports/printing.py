"""Printing a report: each page drawn in a job as fine as the printer wants it, then put on its paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from qmsdesk.ui.jobs import Jobs
from qmsdesk.ui.reports.pdf_pages import draw_page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINEST = 300
"""Dots per inch; more costs memory (35 MB a page at 300) and nobody sees it."""


def choose_printer(parent: QWidget, title: str, pages: int) -> "QPrinter | None":
    """Ask by the system's dialog."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # printing is rare, its library is not small

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() else None


class Printing(QObject):
    """One print job; `finished` says whether all of it went to the printer, `failed` carries a bug."""

    finished = Signal(bool)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, pdf: bytes, pages: int, printer: "QPrinter", parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pdf = pdf
        self._printer = printer
        first, last = printer.fromPage() or 1, printer.toPage() or pages
        self._left = list(range(first - 1, min(last, pages)))
        self._painter = QPainter()

    def start(self) -> None:
        if self._painter.begin(self._printer):
            self._draw()
        else:
            self.finished.emit(False)

    def _draw(self) -> None:
        page = self._left.pop(0)
        width = round(self._room().width() * min(1.0, FINEST / self._printer.resolution()))
        self._jobs.run(lambda: draw_page(self._pdf, page, width), self._put, self._on_failed)

    def _room(self) -> QRect:
        return self._painter.viewport()

    def _put(self, image: QImage) -> None:
        size = image.size().scaled(self._room().size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(self._room().topLeft(), size)
        place.moveCenter(self._room().center())
        self._painter.drawImage(place, image)
        if self._left and self._printer.newPage():
            self._draw()
        else:
            self._painter.end()
            self.finished.emit(not self._left)

    def _on_failed(self, error: Exception) -> None:
        self._painter.end()
        self.failed.emit(error)
