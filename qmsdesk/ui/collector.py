"""The collector: Python's search for circular rubbish, on the window's thread only.

Left to itself it runs on whatever thread happens to allocate, and destroying a Qt object on the writer's thread hangs
or kills the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from qmsdesk.ui.jobs import Jobs

EVERY_MS = 500
WHOLE_EVERY = 120


class Collector(QObject):
    """Collects from its making until `stop`, and not while a job runs: a report half made is a million objects to
    look through, and hardly any of them are there when it is done."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._turns = 0
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Give the work back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        """The youngest every time, the whole of it once in a while: no pause long enough to be felt."""
        if self._jobs.is_busy:
            return
        self._turns += 1
        if self._turns == 1:
            gc.freeze()  # what a start has made is there to stay: no search walks through it
        else:
            gc.collect(2 if self._turns % WHOLE_EVERY == 0 else 1)
