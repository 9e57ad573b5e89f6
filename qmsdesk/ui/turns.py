"""Turns: a page is built piece by piece, each piece in a turn of the event loop, so that the window is never away long.

self.turns = Turns(self, self._build(), at_once=2)

def _build(self) -> Iterator[None]:
    self.head = Head(self._desk)
    yield
    ...
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

BREATH_MS = 6
"""As long as Qt waits before it paints: what was built is seen before the next piece is begun."""

INPUT = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})


class Turns(QObject):
    """`pieces` builds as it is gone through and gives way after each; `at_once` of them are built before this returns,
    the others while the page is shown. Whoever presses a key or a button before that finds the page whole."""

    finished = Signal()

    def __init__(self, page: QWidget, pieces: Iterator[None], at_once: int = 1) -> None:
        super().__init__(page)
        self._pieces = pieces
        self._window: QObject | None = None
        self.is_finished = False
        self._timer = QTimer(self, interval=BREATH_MS, singleShot=True)
        self._timer.timeout.connect(self._take_turn)
        page.installEventFilter(self)
        for _ in range(at_once):
            self._build_piece()

    @property
    def page(self) -> QWidget:
        """Its parent, and held by nothing else: a page that is gone is let go of."""
        page = self.parent()
        assert isinstance(page, QWidget)
        return page

    def start(self, pieces: Iterator[None]) -> None:
        """Begin anew with other pieces, such as what shows a built page what has changed; the first one is done now."""
        self._pieces, self.is_finished = pieces, False
        self.page.installEventFilter(self)
        if self._window is not None:
            self._window.installEventFilter(self)
        self._build_piece()
        self._timer.start()

    def finish(self) -> None:
        """Build what is left now, and in pages inside this one: for whoever needs the whole page."""
        while not self.is_finished:
            self._build_piece()
        for inner in self.page.findChildren(Turns):
            if not inner.is_finished:
                inner.finish()

    def _take_turn(self) -> None:
        """A page that is not seen waits until it is."""
        if self.page.isVisible() and not self.is_finished:
            self._build_piece()
            self._timer.start()

    def _build_piece(self) -> None:
        try:
            next(self._pieces)
        except StopIteration:
            self._end()

    def _end(self) -> None:
        self.is_finished = True
        self._timer.stop()
        for watched in (self.page, self._window):
            if watched is not None:
                watched.removeEventFilter(self)
        self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT:
            self.finish()
        elif event.type() == QEvent.Type.Show and watched is self.page:
            self._watch_window()
            self._timer.start()
        return False

    def _watch_window(self) -> None:
        """Keys and buttons come to the window before it is settled which widget gets them."""
        if self._window is None and (window := self.page.window().windowHandle()):
            self._window = window
            window.installEventFilter(self)
