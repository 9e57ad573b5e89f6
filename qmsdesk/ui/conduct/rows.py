"""The questions one can go to: compact rows above and below the one that is open. Only rows in view are widgets."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from qmsdesk.ui.conduct.dragging import NoteTarget
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import RADIUS, TARGET_HEIGHT, TONE_ICONS

GAP = 10
PAD = 14
ICON = 18
TEXT_LEFT = 2 * PAD + ICON - 4


@dataclass(frozen=True, slots=True)
class RowLine:
    """What one row says; `tone` is the verdict, or empty. One with a `note`, why it is not asked, stands back."""

    question_id: str
    text: str
    tone: str
    spoken: str
    has_finding: bool = False
    note: str = ""


class QuestionRows(QWidget):
    """`card` stands in the place of the open question. `chosen` carries the id of another, `note_dropped`
    that and the id of a note."""

    chosen = Signal(str)
    note_dropped = Signal(str, str)
    card_moved = Signal()

    def __init__(self, theme: Theme, card: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._card = card
        self._lines: list[RowLine] = []
        self._open = -1
        self._tops: list[int] = []
        self._heights: list[int] = []
        self._measured: dict[tuple[str, str], int] = {}
        self._view = QRect(0, 0, 0, 2000)
        self._rows: dict[int, QuestionRow] = {}
        self._free: list[QuestionRow] = []
        card.setParent(self)
        card.show()
        theme.changed.connect(self._measure_again)

    def show_lines(self, lines: Sequence[RowLine], open_id: str) -> None:
        """The rows in order; the one whose question is open is the card."""
        self._lines = list(lines)
        self._open = next((n for n, line in enumerate(self._lines) if line.question_id == open_id), -1)
        self._place()

    def show_view(self, view: QRect) -> None:
        """The part that can be seen, in our own pixels."""
        self._view = view
        self._fill()

    @property
    def card_place(self) -> QRect:
        return self._card.geometry()

    @property
    def glimpse_top(self) -> int:
        """Where the question before the open one begins, so that it can be left in view."""
        return self._tops[max(0, self._open - 1)] if self._tops else 0

    def row_of(self, question_id: str) -> "QuestionRow | None":
        return next((row for row in self._rows.values() if row.line.question_id == question_id), None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.oldSize().width() != event.size().width():
            self._measured.clear()
            self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._card.minimumSizeHint().width(), 0)

    def _place(self) -> None:
        before = self._card.geometry()
        gap, y = self._theme.px(GAP), 0
        self._tops, self._heights = [], []
        for n, line in enumerate(self._lines):
            height = self._card_height() if n == self._open else self._row_height(line)
            self._tops.append(y)
            self._heights.append(height)
            y += height + gap
        self._card.setVisible(self._open >= 0)
        if self._open >= 0:
            self._card.setGeometry(0, self._tops[self._open], self.width(), self._heights[self._open])
        if self.minimumHeight() != max(0, y - gap):
            self.setFixedHeight(max(0, y - gap))
        self._fill()
        if self._card.geometry() != before:
            self.card_moved.emit()

    def _fill(self) -> None:
        """Give every row in view a widget, those that left first."""
        wanted = [n for n in range(len(self._lines)) if n != self._open and self._is_in_view(n)]
        for n in [n for n in self._rows if n not in wanted]:
            self._free.append(self._rows.pop(n))
        for n in wanted:
            if n not in self._rows:
                self._rows[n] = self._free.pop() if self._free else self._new_row()
            row = self._rows[n]
            row.show_line(self._lines[n])
            row.setGeometry(0, self._tops[n], self.width(), self._heights[n])
            row.show()
        for row in self._free:
            row.hide()

    def _is_in_view(self, n: int) -> bool:
        return self._tops[n] <= self._view.bottom() and self._tops[n] + self._heights[n] >= self._view.top()

    def _new_row(self) -> "QuestionRow":
        row = QuestionRow(self._theme, self)
        row.clicked.connect(lambda: self.chosen.emit(row.line.question_id))
        target = NoteTarget(self._theme, row)
        target.dropped.connect(lambda note_id: self.note_dropped.emit(row.line.question_id, note_id))
        return row

    def _card_height(self) -> int:
        return max(self._card.heightForWidth(self.width()), self._card.minimumSizeHint().height())

    def _row_height(self, line: RowLine) -> int:
        if (line.text, line.note) not in self._measured:
            room = self.width() - self._theme.px(TEXT_LEFT + PAD)
            height = _height(self._theme.font(), line.text, room) + _height(self._theme.font("small"), line.note, room)
            self._measured[line.text, line.note] = max(self._theme.px(TARGET_HEIGHT), height + self._theme.px(20))
        return self._measured[line.text, line.note]

    def _measure_again(self) -> None:
        self._measured.clear()
        self._place()


class QuestionRow(QAbstractButton):
    """Not a stop for Tab: the arrows go through the questions."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = RowLine("", "", "", "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_line(self, line: RowLine) -> None:
        if line != self.line:
            self.line = line
            self.setAccessibleName(line.spoken)
            self.setToolTip("\n".join(filter(None, (line.text, line.note))))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.px(TARGET_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent_line" if self.underMouse() else "line"), 1))
            painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
            radius = px(RADIUS["card"])
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            top = (self.height() - px(ICON)) // 2
            painter.drawPixmap(px(PAD), top, self._icon())
            right = self.width() - px(PAD)
            if self.line.has_finding:
                flag = theme.pixmap("flag", "muted", 16, self.devicePixelRatioF())
                right -= px(16)
                painter.drawPixmap(right, (self.height() - px(16)) // 2, flag)
                right -= px(8)
            self._draw_texts(painter, QRect(px(TEXT_LEFT), 0, right - px(TEXT_LEFT), self.height()))

    def _draw_texts(self, painter: QPainter, room: QRect) -> None:
        theme, note = self._theme, self.line.note
        if note:
            below = _height(theme.font("small"), note, room.width())
            room.adjust(0, theme.px(8), 0, -theme.px(8))
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text"))
            draw_elided(painter, QRect(room.left(), room.bottom() - below, room.width(), below), note)
            room.setBottom(room.bottom() - below)
        painter.setPen(theme.colour("muted" if note else "text"))
        painter.setFont(theme.font())
        draw_elided(painter, room, self.line.text)

    def _icon(self) -> QPixmap:
        none = "minus.bold" if self.line.note else "circle"
        name, role = (TONE_ICONS[self.line.tone], self.line.tone) if self.line.tone else (none, "muted")
        return self._theme.pixmap(name, role, ICON, self.devicePixelRatioF())


def _height(font: QFont, text: str, room: int) -> int:
    """Of one line, or of two where one is too short."""
    metrics = QFontMetrics(font)
    return metrics.height() * (0 if not text else 1 if metrics.horizontalAdvance(text) <= room else 2)


def draw_elided(painter: QPainter, room: QRect, text: str, most: int = 2) -> None:
    """Text over at most two lines, in the middle of its room; what does not fit ends in an ellipsis."""
    metrics = painter.fontMetrics()
    lines = _broken(text, painter, room.width(), most)
    height = len(lines) * metrics.height()
    y = room.top() + (room.height() - height) // 2 + metrics.ascent()
    for line in lines:
        painter.drawText(QPoint(room.left(), y), line)
        y += metrics.height()


def _broken(text: str, painter: QPainter, width: int, most: int) -> list[str]:
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        is_last = len(lines) == most - 1
        piece = text[start:] if is_last else text[start : start + line.textLength()]
        lines.append(painter.fontMetrics().elidedText(piece.strip(), Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return lines
