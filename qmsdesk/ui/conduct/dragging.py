"""Dragging notes: by hand onto a question, a section, a finding, or back to be sorted. A target in reach shows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from qmsdesk.domain.notes import Note
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import RADIUS

NOTE_MIME = "application/x-qmsdesk-note"


def mime_of(note: Note) -> QMimeData:
    """Of a kind of its own: a note falls into no text field."""
    mime = QMimeData()
    mime.setData(NOTE_MIME, note.id.encode())
    return mime


class NoteDrag(QObject):
    """Lets a note be dragged by its `handle`; `note` says which one at that moment. `ghost` is what goes along."""

    def __init__(self, handle: QWidget, ghost: QWidget, note: Callable[[], Note | None]) -> None:
        super().__init__(handle)
        self._handle, self._ghost, self._note = handle, ghost, note
        self._pressed: QPoint | None = None
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._is_far(event.position().toPoint()):
            self._start()
            return True
        return False

    def _is_far(self, place: QPoint) -> bool:
        moved = (place - self._pressed).manhattanLength() if self._pressed is not None else 0
        return moved >= QApplication.startDragDistance()

    def _start(self) -> None:
        self._pressed = None
        if isinstance(self._handle, QAbstractButton):
            self._handle.setDown(False)
        note = self._note()
        if note is not None:
            drag = QDrag(self._handle)
            drag.setMimeData(mime_of(note))
            drag.setPixmap(self._ghost.grab())
            drag.exec(Qt.DropAction.MoveAction)


class NoteTarget(QObject):
    """A widget that takes notes; `dropped` carries the id of one."""

    dropped = Signal(str)

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        super().__init__(widget)
        self._theme = theme
        self._widget = widget
        self.mark: DropMark | None = None
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._show_mark(False)
        elif event.type() in _DRAGS and event.mimeData().hasFormat(NOTE_MIME):  # type: ignore[attr-defined]
            self._take(event)  # type: ignore[arg-type]
            return True
        return False

    def _take(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()
        is_drop = event.type() == QEvent.Type.Drop
        self._show_mark(not is_drop)
        if is_drop:
            self.dropped.emit(bytes(event.mimeData().data(NOTE_MIME).data()).decode())

    def _show_mark(self, is_near: bool) -> None:
        if self.mark is None:
            self.mark = DropMark(self._theme, self._widget)
        self.mark.setGeometry(self._widget.rect())
        self.mark.setVisible(is_near)
        self.mark.raise_()


_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class DropMark(QWidget):
    """What lies over a target while a note is held above it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        px = self._theme.px
        ground = self._theme.colour("accent")
        ground.setAlpha(28)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent_ink"), px(3)))
            painter.setBrush(ground)
            edge = px(2)
            radius = px(RADIUS["card"])
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius)
