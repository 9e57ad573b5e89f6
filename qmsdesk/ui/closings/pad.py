"""A signature drawn with mouse, finger or pen, and the same drawing shown again."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from qmsdesk.domain.signatures import FIELD_HEIGHT, FIELD_WIDTH, Point, Stroke, simplify, to_field
from qmsdesk.ui.theme.theme import Theme

PEN = 5.0
BASELINE = 0.76
RATIO = FIELD_HEIGHT / FIELD_WIDTH


def draw_strokes(painter: QPainter, strokes: Iterable[Sequence[Point]], room: QRectF, colour: QColor) -> None:
    """Draw strokes of the field into a rectangle, with smooth turns."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(room.topLeft())
    painter.scale(room.width() / FIELD_WIDTH, room.height() / FIELD_HEIGHT)
    rounds, joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, PEN, Qt.PenStyle.SolidLine, rounds, joins))
    for stroke in strokes:
        painter.drawPath(_path(stroke))
    painter.restore()


def _path(stroke: Sequence[Point]) -> QPainterPath:
    points = [QPointF(x, y) for x, y in stroke]
    path = QPainterPath(points[0])
    for point, after in pairwise(points[1:]):
        path.quadTo(point, (point + after) / 2)
    path.lineTo(points[-1] if len(points) > 1 else points[0] + QPointF(0.1, 0))
    return path


class SignatureView(QWidget):
    """A small picture of a signature."""

    def __init__(self, theme: Theme, strokes: Sequence[Stroke], name: str) -> None:
        super().__init__()
        self._theme = theme
        self._strokes = strokes
        self.setAccessibleName(name)
        theme.size(self, width=120, height=36)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_strokes(painter, self._strokes, QRectF(self.rect()), self._theme.colour("text"))


class SignaturePad(QWidget):
    """`changed` follows every stroke. Delete clears; it may be left empty, the written name counts."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, hint: str) -> None:
        super().__init__()
        self._theme = theme
        self._hint = hint
        self._strokes: list[list[Point]] = []
        self._is_drawing = False
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        return simplify(self._strokes)

    def clear(self) -> None:
        self._strokes.clear()
        self._is_drawing = False
        self.update()
        self.changed.emit()

    # Drawing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._draw(event.type(), event.position(), QEvent.Type.TabletPress, QEvent.Type.TabletMove)
        event.accept()  # or Qt sends the same again as a mouse

    def event(self, event: QEvent) -> bool:
        kinds = QEvent.Type
        if event.type() in (kinds.TouchBegin, kinds.TouchUpdate, kinds.TouchEnd, kinds.TouchCancel):
            points = cast(QTouchEvent, event).points()
            at = points[0].position() if points else QPointF()
            self._draw(event.type(), at, kinds.TouchBegin, kinds.TouchUpdate)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _draw(self, now: QEvent.Type, at: QPointF, begins: QEvent.Type, goes_on: QEvent.Type) -> None:
        if now == begins:
            self._begin(at)
        elif now == goes_on:
            self._go_on(at)
        else:
            self._end()

    def _begin(self, at: QPointF) -> None:
        self._is_drawing = True
        self._strokes.append([self._on_field(at)])
        self.update()

    def _go_on(self, at: QPointF) -> None:
        point = self._on_field(at)
        if self._is_drawing and point != self._strokes[-1][-1]:
            self._strokes[-1].append(point)
            self.update()

    def _end(self) -> None:
        if self._is_drawing:
            self._is_drawing = False
            self.changed.emit()

    def _on_field(self, at: QPointF) -> Point:
        room = self._room()
        return to_field(at.x() - room.x(), at.y() - room.y(), room.width(), room.height())

    # Looks

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * RATIO)

    def sizeHint(self) -> QSize:
        width = self._theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.px(260)
        return QSize(width, self.heightForWidth(width))

    def _room(self) -> QRectF:
        """The field, as large as fits, in its own proportions: a signature is never squeezed."""
        width = min(self.width(), self.height() / RATIO)
        height = width * RATIO
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, room = self._theme, self._room()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "control_line"), theme.px(1)))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
            line, air = room.top() + room.height() * BASELINE, room.width() * 0.06
            painter.setPen(QPen(theme.colour("line"), theme.px(1)))
            painter.drawLine(QPointF(room.left() + air, line), QPointF(room.right() - air, line))
            if not self._strokes:
                painter.setPen(theme.colour("muted"))
                painter.setFont(theme.font("small"))
                below = QRectF(room.left(), line, room.width(), room.bottom() - line)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._hint)
            draw_strokes(painter, self._strokes, room, theme.colour("text"))
