"""Sheets: the pages of a report one below the other, each drawn when it comes into view."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from qmsdesk.i18n import Words
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.swatches import CURRENT, MARKER, PAPER
from qmsdesk.ui.theme.theme import Theme

POINTS_TO_PIXELS = 96 / 72
WIDEST_FIT = 1000
GAP = 16
STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
KEPT_AROUND = 4
MARGIN_OF_MARK = 2

Places = Sequence[QRectF]
"""In shares of the width and height of a page."""


class Sheet(QLabel):
    """One page; a picture for another size is stretched until its own has come."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.drawn_for: object = None
        self.marks: Sequence[Places] = ()
        self.mark: Places = ()
        self.setScaledContents(True)

    def show_marks(self, marks: Sequence[Places], mark: Places = ()) -> None:
        """Mark what was found, and frame the one that one is at."""
        if (marks, mark) != (self.marks, self.mark):
            self.marks, self.mark = marks, mark
            self.update()

    def place(self, share: QRectF) -> QRectF:
        """Where a part of the page lies, in pixels."""
        width, height = self.width(), self.height()
        return QRectF(share.x() * width, share.y() * height, share.width() * width, share.height() * height)

    def show_image(self, image: QImage, ratio: float, drawn_for: object) -> None:
        image.setDevicePixelRatio(ratio)
        self.setPixmap(QPixmap.fromImage(image))
        self.drawn_for = drawn_for

    def forget(self) -> None:
        """Give the memory back of a page far from view."""
        if self.drawn_for is not None:
            self.drawn_for = None
            self.setPixmap(QPixmap())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
        super().paintEvent(event)
        with QPainter(self) as painter:
            if self.marks:
                self._paint_marks(painter)
            painter.setPen(self._theme.colour("line"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_marks(self, painter: QPainter) -> None:
        """As by a marker pen on paper, which is white in every mode."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        air = self._theme.px(MARGIN_OF_MARK)
        for place in (place for places in self.marks for place in places):
            painter.fillRect(self.place(place).adjusted(-air, -air, air, air), MARKER)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for colour, width in ((PAPER, 5), (CURRENT, 2)):  # seen on any ground
            painter.setPen(QPen(colour, self._theme.px(width)))
            for place in self.mark:
                painter.drawRect(self.place(place).adjusted(-air, -air, air, air))


class SheetsView(QScrollArea):
    """Says by `view_changed` that other pages or sizes are wanted, and by `page_changed` which page one reads."""

    view_changed = Signal()
    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self._sizes: list[QSizeF] = []
        self.sheets: list[Sheet] = []
        self.zoom = 0.0
        self._page = 0
        self._content = QWidget()
        self._column = column(theme, self._content, margins=GAP, gap=GAP)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._on_settled)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._settle.start())
        theme.changed.connect(self._lay_out)

    @property
    def page(self) -> int:
        """The page one reads, counted from 0."""
        return self._page

    def show_pages(self, sizes: list[QSizeF]) -> None:
        """Room for these pages; those already there keep their picture and the place one reads."""
        place = self._place()
        while len(self.sheets) > len(sizes):
            sheet = self.sheets.pop()
            self._column.removeWidget(sheet)
            sheet.deleteLater()
        while len(self.sheets) < len(sizes):
            self.sheets.append(Sheet(self._theme))
            self._column.addWidget(self.sheets[-1], 0, Qt.AlignmentFlag.AlignHCenter)
        self._sizes = sizes
        for number, sheet in enumerate(self.sheets, 1):
            sheet.setAccessibleName(self._("Page {number} of {count}", number=number, count=len(sizes)))
        self._lay_out(place)

    def visible_pages(self) -> list[int]:
        """The pages in view and the next one, in order of need."""
        top, bottom = self.verticalScrollBar().value(), self.verticalScrollBar().value() + self.viewport().height()
        shown = [n for n, sheet in enumerate(self.sheets) if sheet.y() < bottom and sheet.y() + sheet.height() > top]
        return shown + [n for n in range(shown[-1] + 1, shown[-1] + 2) if n < len(self.sheets)] if shown else []

    def forget_far_pages(self) -> None:
        for number, sheet in enumerate(self.sheets):
            if abs(number - self._page) > KEPT_AROUND:
                sheet.forget()

    def go_to(self, page: int) -> None:
        """Bring the top of a page to the top of the view."""
        if 0 <= page < len(self.sheets):
            bar = self.verticalScrollBar()
            bar.setValue(self.sheets[page].y() - self._theme.px(GAP) // 2)

    def show_marks(self, marks: Mapping[int, Sequence[Places]], page: int = 0, mark: Places = ()) -> None:
        """Mark what was found on which page; `mark` is the one that one is at, on `page`."""
        for number, sheet in enumerate(self.sheets):
            sheet.show_marks(marks.get(number, ()), mark if number == page else ())

    def bring(self, page: int, place: QRectF) -> None:
        """Bring a part of a page into view, with something of what stands around it."""
        sheet = self.sheets[page]
        at = sheet.place(place).translated(sheet.pos()).toAlignedRect()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + height // 8 <= at.top() <= bar.value() + height * 7 // 8 - at.height():
            bar.setValue(at.top() - height // 3)
        self.ensureVisible(at.center().x(), bar.value() + height // 2, at.width() // 2 + self._theme.px(GAP), 0)

    def step_zoom(self, way: int) -> None:
        """To the next larger (1) or smaller (-1) of the usual sizes."""
        now = self.shown_zoom()
        further = [step for step in STEPS[::way] if (step - now) * way > 0.01]
        if further:
            self._set_zoom(further[0])

    def fit(self) -> None:
        """As wide as the view."""
        self._set_zoom(0.0)

    def shown_zoom(self) -> float:
        """The size in force, 1 for that of paper; also where the view decides it."""
        if not self.sheets:
            return 1.0
        return self.sheets[0].width() / (self._sizes[0].width() * POINTS_TO_PIXELS * self._theme.scale)

    def _set_zoom(self, zoom: float) -> None:
        place = self._place()
        self.zoom = zoom
        self._lay_out(place)

    def _width(self, size: QSizeF) -> int:
        if self.zoom:
            return round(size.width() * POINTS_TO_PIXELS * self._theme.scale * self.zoom)
        room = self.width() - 2 * self._theme.px(GAP) - self.verticalScrollBar().sizeHint().width() - 2
        return max(120, min(room, self._theme.px(WIDEST_FIT)))

    def _lay_out(self, place: tuple[int, float] | None = None) -> None:
        place = place or self._place()
        for sheet, size in zip(self.sheets, self._sizes, strict=True):
            width = self._width(size)
            sheet.setFixedSize(QSize(width, round(width * size.height() / size.width())))
        self._column.activate()
        self._content.resize(self._content.sizeHint().expandedTo(self.viewport().size()))
        self._return_to(place)
        self.zoom_changed.emit()
        self._settle.start()

    def _place(self) -> tuple[int, float]:
        """Which page stands at the top of the view, and how far down in it one is."""
        top = self.verticalScrollBar().value()
        for number, sheet in enumerate(self.sheets):
            if sheet.y() + sheet.height() > top:
                return number, (top - sheet.y()) / max(1, sheet.height())
        return 0, 0.0

    def _return_to(self, place: tuple[int, float]) -> None:
        number, share = place
        if number < len(self.sheets) and (number or share > 0):
            sheet = self.sheets[number]
            # The scroll bar learns its range from the content only with the next event.
            bar = self.verticalScrollBar()
            bar.setMaximum(max(0, self._content.height() - self.viewport().height()))
            bar.setValue(round(sheet.y() + share * sheet.height()))

    def _on_settled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        before = [n for n, sheet in enumerate(self.sheets) if sheet.y() <= middle]
        page = before[-1] if before else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.view_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._place()
        super().resizeEvent(event)
        self._lay_out(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()
        return super().event(event)
