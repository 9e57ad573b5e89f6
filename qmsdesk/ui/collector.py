"""The collector: Python's search for circular rubbish, on the window's thread only.

Left to itself it runs on whatever thread happens to allocate, and destroying a Qt object on the writer's thread hangs
or kills the program.
"""

import gc
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

from qmsdesk.ui.jobs import Jobs
from qmsdesk.ui.turns import INPUT

EVERY_MS = 500
REST_S = 0.4
WHOLE_EVERY = 120


class Collector(QObject):
    """Collects from its making until `stop`, when hands rest, and not while a job runs: a report half made is a
    million objects to look through, and hardly any of them are there when it is done. `turns` counts its searches."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self.turns = 0
        self._window: QWindow | None = None
        self._pressed_at = 0.0
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Give the work back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT:
            self._pressed_at = time.monotonic()
        return False

    def _watch_hands(self) -> None:
        window = QGuiApplication.focusWindow()
        if window and window is not self._window:
            window.installEventFilter(self)
            self._window = window

    def _collect(self) -> None:
        """The youngest every time, the whole of it once in a while: no pause long enough to be felt."""
        self._watch_hands()
        if self._jobs.is_busy or time.monotonic() - self._pressed_at < REST_S:
            return
        self.turns += 1
        if self.turns == 1:
            gc.freeze()  # what a start has made is there to stay: no search walks through it
        else:
            gc.collect(2 if self.turns % WHOLE_EVERY == 0 else 1)
