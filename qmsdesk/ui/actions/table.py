"""The table of actions: chips for states, overdue marked by shape and word, two lines where the room is narrow."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qmsdesk.i18n import Words
from qmsdesk.store.follow_up import FollowUpLine
from qmsdesk.ui.actions.lines import LINE_ROLE, ActionLines, Index
from qmsdesk.ui.actions.tones import STATE_LOOKS
from qmsdesk.ui.findings.tones import TONES
from qmsdesk.ui.theme.tables import PlainTable
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import TONE_ICONS

ROW = 56
WIDE = 940
ROOM_FOR_OWNER = 660
WIDTHS = {"state": 148, "due_on": 128, "owner": 140, "unit": 170, "finding": 280}


class ActionsTable(PlainTable):
    """Where it is narrow, finding and unit stand below the action instead of in columns of their own."""

    def __init__(self, theme: Theme, _: Words, lines: ActionLines, has_units: bool) -> None:
        super().__init__(theme)
        self._theme = theme
        self._has_units = has_units
        self.is_wide = False
        self.setModel(lines)
        self.setItemDelegate(LinePainter(theme, _, self))
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(lines.columns.index("text"), QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setAccessibleName(_("Actions"))
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def has_units(self) -> bool:
        return self._has_units

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, model = self._theme.px, self.model()
        assert isinstance(model, ActionLines)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.is_wide = self.width() >= px(WIDE)
        shown = {
            "finding": self.is_wide,
            "unit": self.is_wide and self._has_units,
            "owner": self.width() >= px(ROOM_FOR_OWNER),
        }
        for place, column in enumerate(model.columns):
            self.setColumnHidden(place, not shown.get(column, True))
            if column in WIDTHS:
                self.setColumnWidth(place, px(WIDTHS[column]))


class LinePainter(QStyledItemDelegate):
    """Draws a cell by what its column means."""

    def __init__(self, theme: Theme, words: Words, table: ActionsTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._ = words
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lines = self._table.model()
        assert isinstance(lines, ActionLines)
        line: FollowUpLine = index.data(LINE_ROLE)
        column = lines.columns[index.column()]
        text = index.data() or ""
        self._paint_ground(painter, option, index)
        room: QRect = option.rect.adjusted(self._theme.px(11), 0, -self._theme.px(8), 0)
        painter.save()
        if column == "state":
            self._paint_chip(painter, room, line, text, bool(option.state & QStyle.StateFlag.State_Selected))
        elif column == "text" and not self._table.is_wide and line.state is None:
            self._paint_icon_line(painter, room, self._origin(line), TONES[line.type], "text", "body")
        elif column == "text":
            below = "" if self._table.is_wide else self._origin(line)
            self._paint_lines(painter, room, text or "–", below, TONES[line.type])
        elif column == "finding":
            self._paint_icon_line(painter, room, text, TONES[line.type], "text", "body")
        elif column == "due_on" and lines.is_overdue(line):
            self._paint_lines(painter, room, text, self._("overdue"), "danger", "danger.text", "chip")
        else:
            self._paint_text(painter, room, text, "text", "body")
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.state &= ~QStyle.StateFlag.State_HasFocus  # the row is what one is in, not a cell of it
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, self._table)

    def _origin(self, line: FollowUpLine) -> str:
        unit = self._.pick(line, "unit") if self._table.has_units else ""
        return " · ".join(part for part in (unit, f"{line.number} {line.title}") if part)

    def _paint_lines(
        self, painter: QPainter, room: QRect, text: str, below: str, tone: str, role: str = "muted", font: str = "small"
    ) -> None:
        """A text and, where there is one, a smaller line with its shape below."""
        if not below:
            self._paint_text(painter, room, text, "text", "body")
            return
        half = room.height() // 2
        upper = QRect(room.left(), room.top() + self._theme.px(4), room.width(), half - self._theme.px(4))
        lower = QRect(room.left(), room.top() + half, room.width(), half - self._theme.px(5))
        self._paint_text(painter, upper, text, "text", "body")
        self._paint_icon_line(painter, lower, below, tone, role, font)

    def _paint_icon_line(self, painter: QPainter, room: QRect, text: str, tone: str, role: str, font: str) -> None:
        side = self._theme.px(13)
        self._paint_icon(painter, room.left(), room, TONE_ICONS[tone], tone)
        self._paint_text(painter, room.adjusted(side + self._theme.px(6), 0, 0, 0), text, role, font)

    def _paint_chip(self, painter: QPainter, room: QRect, line: FollowUpLine, text: str, is_chosen: bool) -> None:
        px, (tone, icon, _) = self._theme.px, STATE_LOOKS[line.state]
        font = self._theme.font("chip")
        width = min(room.width(), QFontMetrics(font).horizontalAdvance(text) + px(13 + 5 + 20))
        chip = QRect(room.left(), room.center().y() - px(12), width, px(24))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface" if is_chosen else f"{tone}.soft"))
        painter.drawRoundedRect(QRectF(chip), px(12), px(12))
        self._paint_icon(painter, chip.left() + px(10), chip, icon, tone)
        self._paint_text(painter, chip.adjusted(px(28), 0, -px(6), 0), text, f"{tone}.text", "chip")

    def _paint_icon(self, painter: QPainter, left: int, room: QRect, icon: str, tone: str) -> None:
        ratio = self._table.devicePixelRatioF()
        top = room.center().y() - self._theme.px(13) // 2
        painter.drawPixmap(left, top, self._theme.pixmap(icon, tone, 13, ratio))

    def _paint_text(self, painter: QPainter, room: QRect, text: str, role: str, font: str) -> None:
        painter.setFont(self._theme.font(font))
        painter.setPen(self._theme.colour(role))
        elided = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
