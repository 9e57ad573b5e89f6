"""The photo one draws on: shows it with its layer, and turns hands and keys into shapes."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.layers import (
    Arrow,
    Blur,
    Crop,
    Layer,
    Pen,
    Shape,
    box_of,
    framed,
    moved,
    shape_at,
    stretched,
    thinned,
)
from qmsdesk.exchange.layers import line_width
from qmsdesk.ui.attachments.strokes import darken, in_blocks, paint_frame, paint_line
from qmsdesk.ui.theme.marks import DARK, LIGHT
from qmsdesk.ui.theme.theme import Theme

REACH, GRIP, STEP, FAR_STEP = 8, 7, 4, 40
SMALLEST = 6


class Tool(StrEnum):
    SELECT = "select"
    PEN = "pen"
    ARROW = "arrow"
    BLUR = "blur"
    CROP = "crop"


class Canvas(QWidget):
    """`changed` carries the `Layer` after each thing one did; `chosen_changed` follows the chosen shape."""

    changed = Signal(object)
    chosen_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._photo = QImage()
        self._hidden = QImage()
        self._scaled = QImage()
        self._blurs: list[Blur] = []
        self.layer = Layer()
        self.tool = Tool.SELECT
        self.chosen: int | None = None
        self.is_read_only, self.shows_original = False, False
        self._zoom = 1.0
        self._drawn: list[QPoint] = []
        self._grabbed: tuple[Shape, QPoint, bool] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    # What is shown

    @property
    def size_of_photo(self) -> tuple[int, int]:
        return self._photo.width(), self._photo.height()

    def show_photo(self, photo: QImage, layer: Layer) -> None:
        self._photo, self._hidden, self.layer, self.chosen = photo, QImage(), layer, None
        self._drawn, self._grabbed = [], None
        self._hide_parts()
        self._fit_to_zoom()

    def show_layer(self, layer: Layer) -> None:
        self.layer = layer
        if self.chosen is not None and self.chosen >= len(layer.shapes):
            self.choose(None)
        self._hide_parts()
        self.update()

    def show_original(self, on: bool) -> None:
        self.shows_original = on
        self._scaled = QImage()
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Pixels of the screen for one of the photo."""
        self._zoom = zoom
        self._fit_to_zoom()

    def set_tool(self, tool: Tool) -> None:
        self.tool = tool
        self.choose(None)
        self.setCursor(Qt.CursorShape.ArrowCursor if tool is Tool.SELECT else Qt.CursorShape.CrossCursor)

    def choose(self, place: int | None) -> None:
        self.chosen = place
        self.chosen_changed.emit()
        self.update()

    def choose_next(self) -> None:
        """Go through the shapes one by one, by keyboard."""
        if self.layer.shapes:
            self.choose(((-1 if self.chosen is None else self.chosen) + 1) % len(self.layer.shapes))

    def sizeHint(self) -> QSize:
        return (self._photo.size().toSizeF() * self._zoom).toSize()

    def _fit_to_zoom(self) -> None:
        self._scaled = QImage()
        self.setFixedSize(self.sizeHint().expandedTo(QSize(1, 1)))
        self.update()

    def _hide_parts(self) -> None:
        """Blocks in place of what is hidden, as it will be printed."""
        blurs = [shape for shape in self.layer.shapes if isinstance(shape, Blur)]
        if not self._hidden.isNull() and blurs == self._blurs:
            return
        self._blurs, self._hidden, self._scaled = blurs, self._photo.copy(), QImage()
        if not blurs:
            return
        with QPainter(self._hidden) as painter:
            for blur in self._blurs:
                frame = framed(*box_of(blur), self.size_of_photo)
                if frame is not None:
                    painter.drawImage(QPoint(*frame[:2]), in_blocks(self._photo.copy(QRect(*frame))))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._photo.isNull():
            return
        with QPainter(self) as painter:
            painter.drawImage(self.rect(), self._backdrop())
            if self.shows_original:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            painter.scale(self._zoom, self._zoom)
            for shape in (*self.layer.shapes, *self._being_drawn()):
                if isinstance(shape, Pen | Arrow):
                    paint_line(painter, shape, line_width(self.size_of_photo))
            painter.restore()
            self._paint_frames(painter)

    def _backdrop(self) -> QImage:
        """The photo at the size it has on the screen, made once for each size."""
        ratio = self.devicePixelRatioF()
        if self._scaled.isNull():
            source = self._photo if self.shows_original else self._hidden
            self._scaled = source.scaled(
                (self.size().toSizeF() * ratio).toSize(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    def _paint_frames(self, painter: QPainter) -> None:
        """What is cut off lies in the dark; what is being drawn and what is chosen have a frame."""
        crop = self.layer.crop
        being = self._being_drawn()
        if crop is not None:
            darken(painter, QRectF(self.rect()), self._on_screen(crop))
        for shape in being:
            if isinstance(shape, Blur | Crop):
                paint_frame(painter, self._on_screen(shape), self._theme.px(2))
        if crop is not None and not being:
            paint_frame(painter, self._on_screen(crop), self._theme.px(2))
        if self.chosen is not None and self.chosen < len(self.layer.shapes):
            self._paint_chosen(painter, self.layer.shapes[self.chosen])

    def _paint_chosen(self, painter: QPainter, shape: Shape) -> None:
        room, grip = self._on_screen(shape), self._theme.px(GRIP)
        paint_frame(
            painter,
            room.adjusted(-grip, -grip, grip, grip) if isinstance(shape, Pen | Arrow) else room,
            self._theme.px(2),
        )
        if not isinstance(shape, Pen):
            at = self._handle(shape)
            painter.setPen(QPen(DARK, 1))
            painter.setBrush(LIGHT)
            painter.drawEllipse(at, grip, grip)

    def _handle(self, shape: Shape) -> QPointF:
        """Where one takes a shape to stretch it."""
        right, bottom = (shape.x2, shape.y2) if isinstance(shape, Arrow) else box_of(shape)[2:]
        return QPointF(right * self._zoom, bottom * self._zoom)

    def _on_screen(self, shape: Shape) -> QRectF:
        left, top, right, bottom = (length * self._zoom for length in box_of(shape))
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.is_read_only or self.shows_original:
            return
        at = self._at(event)
        if self.tool is not Tool.SELECT:
            self._drawn = [at]
            return
        reach = round(self._theme.px(REACH) / self._zoom)
        if self.chosen is not None and self._is_at_handle(event.position(), self.layer.shapes[self.chosen]):
            self._grabbed = (self.layer.shapes[self.chosen], at, True)
            return
        self.choose(shape_at(self.layer, at.x(), at.y(), reach))
        if self.chosen is not None:
            self._grabbed = (self.layer.shapes[self.chosen], at, False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at(event)
        if self._drawn:
            self._drawn.append(at)
            self.update()
        elif self._grabbed is not None and self.chosen is not None:
            shape, start, stretches = self._grabbed
            change = stretched if stretches else moved
            new = change(shape, at.x() - start.x(), at.y() - start.y(), self.size_of_photo)
            self.show_layer(self.layer.changed(self.chosen, new))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        shapes, self._drawn = self._being_drawn(), []
        if shapes:
            self._add(shapes[0])
        elif self._grabbed is not None and self.chosen is not None:
            if self.layer.shapes[self.chosen] != self._grabbed[0]:
                self.changed.emit(self.layer)
            self._grabbed = None
        self.update()

    def _at(self, event: QMouseEvent) -> QPoint:
        at = (event.position() / self._zoom).toPoint()
        width, height = self.size_of_photo
        return QPoint(max(0, min(at.x(), width)), max(0, min(at.y(), height)))

    def _is_at_handle(self, at: QPointF, shape: Shape) -> bool:
        far = at - self._handle(shape)
        return not isinstance(shape, Pen) and far.manhattanLength() <= 3 * self._theme.px(GRIP)

    def _being_drawn(self) -> list[Shape]:
        """What the hand has drawn so far, where it is anything yet."""
        if len(self._drawn) < 2:
            return []
        first, last = self._drawn[0], self._drawn[-1]
        if self.tool is Tool.PEN:
            points = thinned([(at.x(), at.y()) for at in self._drawn], max(2, line_width(self.size_of_photo) // 2))
            return [Pen(points)] if len(points) > 1 else []
        if (last - first).manhattanLength() * self._zoom < self._theme.px(SMALLEST):
            return []
        if self.tool is Tool.ARROW:
            return [Arrow(first.x(), first.y(), last.x(), last.y())]
        frame = framed(first.x(), first.y(), last.x(), last.y(), self.size_of_photo)
        return [(Blur if self.tool is Tool.BLUR else Crop)(*frame)] if frame else []

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = _DIRECTIONS.get(Qt.Key(event.key()))
        if direction is None or self.chosen is None or self.is_read_only:
            super().keyPressEvent(event)
            return
        modifiers = event.modifiers()
        step = STEP if modifiers & Qt.KeyboardModifier.ControlModifier else FAR_STEP
        change = stretched if modifiers & Qt.KeyboardModifier.ShiftModifier else moved
        before = self.layer.shapes[self.chosen]
        after = change(before, direction[0] * step, direction[1] * step, self.size_of_photo)
        if after != before:
            self.show_layer(self.layer.changed(self.chosen, after))
            self.changed.emit(self.layer)

    def add_in_the_middle(self) -> None:
        """A shape of the tool in hand, to be moved and stretched by keys."""
        width, height = self.size_of_photo
        box = (width // 3, height // 3, width // 3, height // 3)
        left, top, wide, high = box
        shapes: dict[Tool, Shape] = {
            Tool.PEN: Pen(((left, top + high), (left + wide, top + high))),
            Tool.ARROW: Arrow(left, top + high, left + wide, top),
            Tool.BLUR: Blur(*box),
            Tool.CROP: Crop(width // 8, height // 8, width * 3 // 4, height * 3 // 4),
        }
        if self.tool in shapes and not self.is_read_only:
            self._add(shapes[self.tool])

    def remove_chosen(self) -> None:
        if self.chosen is not None and not self.is_read_only:
            layer = self.layer.removed(self.chosen)
            self.choose(None)
            self.show_layer(layer)
            self.changed.emit(layer)

    def _add(self, shape: Shape) -> None:
        layer = self.layer.added(shape)
        self.show_layer(layer)
        self.choose(len(layer.shapes) - 1)
        self.changed.emit(layer)


_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
