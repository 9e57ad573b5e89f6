"""The rows of the palette: what was found under the headings of its groups, drawn with icon, number, remark and key."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qmsdesk.i18n import Words
from qmsdesk.ui.palette.entries import GROUP_ICONS, GROUP_NAMES, Entry
from qmsdesk.ui.theme.icons import pixel_ratio
from qmsdesk.ui.theme.labels import say_key
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import ICON, RADIUS

ROW, HEAD = 40, 30
SIDE, GAP = 12, 10
NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractListModel):
    """An `Entry` for each row that can be chosen, a heading's text for the others."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._ = words
        self._rows: list[Entry | str] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """The entries in this order, with a heading wherever another group begins."""
        self.beginResetModel()
        self._rows = []
        for before, entry in zip((None, *entries), entries, strict=False):
            if before is None or before.group != entry.group:
                self._rows.append(self._(GROUP_NAMES[entry.group]))
            self._rows.append(entry)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        held = self._rows[row] if 0 <= row < len(self._rows) else None
        return held if isinstance(held, Entry) else None

    def heading(self, row: int) -> str:
        held = self._rows[row]
        return held if isinstance(held, str) else ""

    def next_row(self, row: int, way: int) -> int:
        """The next row that can be chosen, round past the end; -1 where there is none."""
        count = len(self._rows)
        ahead = ((row + way * step) % count for step in range(1, count + 1))
        return next((each for each in ahead if self.entry(each)), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        return flags.ItemIsSelectable | flags.ItemIsEnabled if self.entry(index.row()) else flags.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        roles = Qt.ItemDataRole
        if role not in (roles.DisplayRole, roles.AccessibleTextRole, roles.ToolTipRole):
            return None
        entry = self.entry(index.row())
        if entry is None:
            return None if role == roles.ToolTipRole else self.heading(index.row())
        return spoken(entry, self._) if role == roles.AccessibleTextRole else entry.text


def spoken(entry: Entry, _: Words) -> str:
    """An entry as it is read aloud."""
    parts = (entry.number, entry.text, entry.remark, _(GROUP_NAMES[entry.group]), entry.key)
    return ", ".join(part for part in parts if part)


class RowPainter(QStyledItemDelegate):
    """Draws a row; five hundred widgets would be slow, and only a dozen rows are seen."""

    def __init__(self, theme: Theme, rows: Rows) -> None:
        super().__init__(rows)
        self._theme = theme
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.px(ROW if self._rows.entry(index.row()) else HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._rows.entry(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        inner = rect.adjusted(px(SIDE), 0, -px(SIDE), 0)
        if entry is None:
            below = inner.adjusted(0, px(6), 0, 0)
            self._write(painter, below, self._rows.heading(index.row()), "small", "muted")
        else:
            if state & QStyle.StateFlag.State_Selected:
                painter.setBrush(self._theme.colour("accent_soft"))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRoundedRect(rect, px(RADIUS["control"]), px(RADIUS["control"]))
            self._draw(painter, inner, entry)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        px = self._theme.px
        size = px(ICON)
        ratio = pixel_ratio(painter)
        icon = self._theme.pixmap(entry.icon or GROUP_ICONS[entry.group], entry.tone, ICON, ratio)
        painter.drawPixmap(rect.left(), rect.center().y() - size // 2 + 1, icon)
        rect = rect.adjusted(size + px(GAP), 0, 0, 0)
        if entry.key:
            rect = self._draw_key(painter, rect, say_key(entry.key))
        if entry.remark:
            rect = self._write_last(painter, rect, entry.remark)
        if entry.number:
            self._write(painter, rect, entry.number, "body", "muted")
            rect = rect.adjusted(self._width("body", entry.number) + px(GAP), 0, 0, 0)
        self._write(painter, rect, entry.text, "body", "text")

    def _draw_key(self, painter: QPainter, rect: QRect, key: str) -> QRect:
        """A key cap at the right; gives the room that is left."""
        px = self._theme.px
        width = self._width("key", key) + 2 * px(6)
        cap = QRect(rect.right() - width, rect.center().y() - px(10), width, px(20))
        painter.setBrush(self._theme.colour("surface"))
        painter.setPen(self._theme.colour("line"))
        painter.drawRoundedRect(cap, px(RADIUS["key"]), px(RADIUS["key"]))
        self._write(painter, cap, key, "key", "muted", Qt.AlignmentFlag.AlignCenter)
        return rect.adjusted(0, 0, -width - px(GAP), 0)

    def _write_last(self, painter: QPainter, rect: QRect, text: str) -> QRect:
        """A quiet remark at the right, a third of the line at most; gives the room that is left."""
        width = min(self._width("small", text), rect.width() // 3)
        place = QRect(rect.right() - width, rect.top(), width, rect.height())
        self._write(painter, place, text, "small", "muted", Qt.AlignmentFlag.AlignRight)
        return rect.adjusted(0, 0, -width - self._theme.px(GAP), 0)

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: str,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(self._theme.font(font))
        painter.setPen(self._theme.colour(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

    def _width(self, font: str, text: str) -> int:
        made: QFont = self._theme.font(font)
        return QFontMetrics(made).horizontalAdvance(text) + 1
