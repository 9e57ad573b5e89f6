"""Thumbnails: the pages in small at the left, one of them chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qmsdesk.i18n import Words
from qmsdesk.ui.theme.theme import Theme

WIDTH = 92
HEIGHT = 130
_NUMBER = 24
_AIR = 10
_HITS = 24
HITS = Qt.ItemDataRole.UserRole


class Thumbnails(QListWidget):
    """`chosen` carries the number of a page, counted from 0."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self._is_following = False
        self.setUniformItemSizes(True)
        self.setItemDelegate(_PagePainter(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self._("Pages"))
        theme.size(self, width=WIDTH + 60)
        self.currentRowChanged.connect(self._on_row)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def picture_width(self) -> int:
        """The width of a picture in pixels of the screen."""
        return round(self._theme.px(WIDTH) * self.devicePixelRatioF())

    def show_pages(self, count: int) -> None:
        """Room for so many pages."""
        while self.count() > count:
            self.takeItem(self.count() - 1)
        while self.count() < count:
            self.addItem(QListWidgetItem(str(self.count() + 1)))
        self.show_hits({})

    def show_hits(self, hits: Mapping[int, int]) -> None:
        """Mark the pages on which something was found, with how often."""
        for place in range(self.count()):
            name, found = self._("Page {number} of {count}", number=place + 1, count=self.count()), hits.get(place, 0)
            times = self._.plural("{count} hit", "{count} hits", found)
            said = f"{name}, {times}" if found else name
            self.item(place).setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.item(place).setData(HITS, found)

    def show_picture(self, page: int, image: QImage) -> None:
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.item(page).setData(Qt.ItemDataRole.DecorationRole, QPixmap.fromImage(image))

    def follow(self, page: int) -> None:
        """Mark the page one reads without going to it."""
        self._is_following = True
        self.setCurrentRow(page)
        self._is_following = False

    def _on_row(self, place: int) -> None:
        if place >= 0 and not self._is_following:
            self.chosen.emit(place)


class _PagePainter(QStyledItemDelegate):
    """A small sheet with its number below; the chosen one has a frame and a bold number."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__(thumbnails)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        px = self._theme.px
        return QSize(px(WIDTH), px(HEIGHT + _NUMBER + _AIR))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        px, theme = self._theme.px, self._theme
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        sheet = QRect(room.left() + (room.width() - px(WIDTH)) // 2, room.top() + px(_AIR), px(WIDTH), px(HEIGHT))
        painter.fillRect(sheet, Qt.GlobalColor.white)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if picture is not None:
            painter.drawPixmap(sheet, picture)
        pen = QPen(theme.colour("accent" if is_chosen else "control_line"), px(3) if is_chosen else 1)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(sheet.adjusted(-1, -1, 1, 1) if is_chosen else sheet.adjusted(0, 0, -1, -1))
        self._paint_hits(painter, sheet, index.data(HITS) or 0)
        painter.setPen(theme.colour("text" if is_chosen else "muted"))
        painter.setFont(theme.font("chip" if is_chosen else "small"))
        number = QRect(room.left(), sheet.bottom() + 1, room.width(), px(_NUMBER))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))

    def _paint_hits(self, painter: QPainter, sheet: QRect, count: int) -> None:
        """How often something was found on the page, in its upper corner."""
        if not count:
            return
        px, theme = self._theme.px, self._theme
        painter.save()
        painter.setFont(theme.font("chip"))
        wide = max(px(_HITS), painter.fontMetrics().horizontalAdvance(str(count)) + px(12))
        chip = QRect(sheet.right() - wide - px(3), sheet.top() + px(4), wide, px(_HITS))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("observation.soft"))
        painter.setPen(theme.colour("observation"))
        painter.drawRoundedRect(chip, px(_HITS) / 2, px(_HITS) / 2)
        painter.setPen(theme.colour("observation.text"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(count))
        painter.restore()
