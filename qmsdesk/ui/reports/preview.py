"""The preview of a report: its pages, drawn in jobs one at a time, and thumbnails where there is room."""

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from qmsdesk.i18n import Words
from qmsdesk.ui.jobs import Jobs
from qmsdesk.ui.reports.pdf_pages import draw_page, read_page
from qmsdesk.ui.reports.sheets import SheetsView
from qmsdesk.ui.reports.thumbnails import Thumbnails
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.theme import Theme

WIDE = 820


class Preview(QWidget):
    """`failed` carries a bug met while drawing; `drawn` the number of a page that has just been drawn."""

    failed = Signal(object)
    drawn = Signal(int)

    def __init__(self, theme: Theme, words: Words, jobs: Jobs) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self._jobs = jobs
        self._pdf = b""
        self._version = 0
        self._unread: list[int] = []
        self._is_busy = False
        self.sheets = SheetsView(theme, words)
        self.sheets.setAccessibleName(self._("Report"))
        self.thumbnails = Thumbnails(theme, words)
        layout = row(theme, self, gap=0)
        layout.addWidget(self.thumbnails)
        layout.addWidget(self.sheets, 1)
        self.sheets.view_changed.connect(self._draw_next)
        self.sheets.page_changed.connect(self.thumbnails.follow)
        self.thumbnails.chosen.connect(self.sheets.go_to)
        theme.changed.connect(self._read_again)

    @property
    def pages(self) -> int:
        return len(self.sheets.sheets)

    def show_pdf(self, pdf: bytes, sizes: list[QSizeF]) -> None:
        """Show a report in place of the last one, at the same place."""
        self._pdf = pdf
        self._version += 1
        self.thumbnails.show_pages(len(sizes))
        self.thumbnails.follow(self.sheets.page)
        self.sheets.show_pages(sizes)
        self._read_again()

    def _read_again(self) -> None:
        self._unread = list(range(self.pages))
        self._draw_next()

    def _draw_next(self) -> None:
        """Draw what is in view first, then the thumbnails and what a screen reader reads; one job at a time.

        Nothing while the report is not seen: before it is laid out, every page would seem to be in view.
        """
        if self._is_busy or not self._pdf or not self.isVisible():
            return
        page = next((page for page in self.sheets.visible_pages() if self._is_stale(page)), None)
        if page is not None:
            self._draw(page)
        elif self._unread:
            self._read(self._unread.pop(0))

    def _wanted(self, page: int) -> tuple[int, int]:
        """What a picture must have been drawn for: this report, this width in pixels of the screen."""
        return self._version, round(self.sheets.sheets[page].width() * self.devicePixelRatioF())

    def _is_stale(self, page: int) -> bool:
        return self.sheets.sheets[page].drawn_for != self._wanted(page)

    def _draw(self, page: int) -> None:
        pdf, wanted = self._pdf, self._wanted(page)

        def show(image: QImage) -> None:
            if self._is_done() and page < self.pages:
                self.sheets.sheets[page].show_image(image, self.devicePixelRatioF(), wanted)
                self.sheets.forget_far_pages()
                self.drawn.emit(page)
                self._draw_next()

        self._is_busy = True
        self._jobs.run(lambda: draw_page(pdf, page, wanted[1]), show, self._on_failed)

    def _read(self, page: int) -> None:
        pdf, version, width = self._pdf, self._version, self.thumbnails.picture_width

        def show(read: tuple[QImage, str]) -> None:
            if not self._is_done():
                return
            if version == self._version:
                self.thumbnails.show_picture(page, read[0])
                self.sheets.sheets[page].setAccessibleDescription(read[1])
            self._draw_next()

        self._is_busy = True
        self._jobs.run(lambda: read_page(pdf, page, width), show, self._on_failed)

    def _is_done(self) -> bool:
        """A job has come back; whether there still is a page to show it on (a window may be replaced meanwhile)."""
        if not isValid(self):
            return False
        self._is_busy = False
        return True

    def _on_failed(self, error: Exception) -> None:
        if self._is_done():
            self.failed.emit(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw_next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.thumbnails.setVisible(self.width() >= self._theme.px(WIDE))
        super().resizeEvent(event)
