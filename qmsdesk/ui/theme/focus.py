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
        self._watched: list[QWidget] = []
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
            self._watch(now)
            self._enter(ring_host(now))
            self._place()
            self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:  # what grows within a page does so before the page has room for it
            self._place()
        elif event.type() == QEvent.Type.Hide and watched is self._target:
            self.hide()
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
        """Whole round its widget: what has no room for that leaves it to what it stands in."""
        target = self._target
        while target is not None and (host := self.parentWidget()) is not None:
            around = self._around(target, host)
            higher = None if host.rect().contains(around) or ends_ring(host) else ring_host(host)
            if higher is None:
                self.setGeometry(around.intersected(host.rect()))
                self.setVisible(target.isVisible())
                self.raise_()
                return
            self._enter(higher)

    def _around(self, target: QWidget, host: QWidget) -> QRect:
        # on the thin line of a card, which often has no room around it: beside the ring it would look like a second one
        reach = 0 if target.property("kind") == "card" else self._px(RING + RING_GAP)
        return QRect(target.mapTo(host, QPoint(0, 0)), target.size()).adjusted(-reach, -reach, reach, reach)

    def _enter(self, host: QWidget | None) -> None:
        self.setParent(host)
        if host is not None:
            self._watch(host)

    def _watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)
        self._watched.append(widget)

    def _leave(self) -> None:
        """Stand alone again, so that the death of the marked widget, which tells us first, is not ours."""
        watched, self._watched, self._target = self._watched, [], None
        for widget in watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self.hide()
        self.setParent(None)


def ring_host(widget: QWidget) -> QWidget | None:
    """The parent, so that the ring scrolls and is clipped with it; a splitter would make a pane of it."""
    host = widget.parentWidget()
    while isinstance(host, QSplitter):
        host = host.parentWidget()
    return host


def ends_ring(host: QWidget) -> bool:
    """Whether it scrolls within its parent, or is a window: the ring goes no higher."""
    above = host.parentWidget()
    return host.isWindow() or above is None or isinstance(above.parentWidget(), QAbstractScrollArea)


def wants_ring(widget: QWidget) -> bool:
    """Fields and lists show the focus by their own border; windows and bare panes take it without showing."""
    has_border = isinstance(widget, QLineEdit | QAbstractScrollArea) and not isinstance(widget, QScrollArea)
    return (
        widget.parentWidget() is not None
        and not widget.isWindow()
        and not has_border
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    )
