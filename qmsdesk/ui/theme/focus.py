"""The ring round whatever has the keyboard: one for the program, drawn outside the control it marks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QScrollArea, QSplitter, QWidget
from shiboken6 import isValid

from qmsdesk.ui.theme.tokens import RADIUS, RING, RING_GAP

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ZOrderChange}


class FocusRing(QWidget):
    """Style sheets cannot draw outside a button, and inside a filled one the accent would not be seen."""

    def __init__(self, colour: Callable[[str], QColor], px: Callable[[float], int]) -> None:
        super().__init__()
        self._colour = colour
        self._px = px
        self._target: QWidget | None = None
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Go to the widget that has just got the keyboard, or away."""
        if self._target is not None:
            self._leave()
        if now is not None and wants_ring(now):
            self._target = now
            host = ring_host(now)
            self.setParent(host)
            now.installEventFilter(self)
            if host is not None:
                host.installEventFilter(self)
            self._place()
            self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._target:
            if event.type() in _MOVES:
                self._place()
            elif event.type() == QEvent.Type.Hide:
                self.hide()
        elif event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()  # what grows within a page does so before the page has room for it
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        half = self._px(RING) / 2
        kind = self._target.property("kind") if self._target else ""
        radius = self._px(RADIUS["card"] if kind == "card" else RADIUS.get(kind, RADIUS["control"]) + RING_GAP)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role = "nav_focus" if kind == "nav" else "focus"
            painter.setPen(QPen(self._colour(role), 2 * half))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _place(self) -> None:
        target, host = self._target, self.parentWidget()
        if target is None or host is None:
            return
        # on the thin line of a card, which often has no room around it: beside the ring it would look like a second one
        reach = 0 if target.property("kind") == "card" else self._px(RING + RING_GAP)
        around = QRect(target.mapTo(host, QPoint(0, 0)), target.size()).adjusted(-reach, -reach, reach, reach)
        self.setGeometry(around.intersected(host.rect()))
        self.setVisible(target.isVisible())
        self.raise_()

    def _leave(self) -> None:
        """Stand alone again, so that the death of the marked widget, which tells us first, is not ours."""
        target, self._target = self._target, None
        for watched in (target, self.parentWidget()):
            if watched is not None and isValid(watched):
                watched.removeEventFilter(self)
        self.hide()
        self.setParent(None)


def ring_host(widget: QWidget) -> QWidget | None:
    """The parent, so that the ring scrolls and is clipped with it; a splitter would make a pane of it."""
    host = widget.parentWidget()
    while isinstance(host, QSplitter):
        host = host.parentWidget()
    return host


def wants_ring(widget: QWidget) -> bool:
    """Fields and lists show the focus by their own border; windows and bare panes take it without showing."""
    has_border = isinstance(widget, QLineEdit | QAbstractScrollArea) and not isinstance(widget, QScrollArea)
    return (
        widget.parentWidget() is not None
        and not widget.isWindow()
        and not has_border
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    )
