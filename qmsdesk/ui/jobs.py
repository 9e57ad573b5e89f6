"""Jobs: long work off the window's thread, such as making a report."""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

GIVE_WAY_S = 0.0005
"""After so long a job lets the window's thread have Python. Usually that is 5 ms, dozens of times for one page."""


class Jobs(QObject):
    """Runs plain functions one after the other beside the window; `then` and `failed` come back on its thread."""

    _done = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        sys.setswitchinterval(GIVE_WAY_S)
        self._done.connect(lambda call, held: call(held))

    def run(self, job: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Do `job`; what it uses must be its own, a reader of its own among it."""
        self._pool.start(_Runner(lambda: self._finish(job, then, failed)))

    @property
    def is_busy(self) -> bool:
        return self._pool.activeThreadCount() > 0

    def wait(self) -> None:
        """Return when nothing runs any more."""
        self._pool.waitForDone()

    def _finish(self, job: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        try:
            held = job()
        except Exception as error:  # handed to whoever asked for the job
            self._done.emit(failed, error)
        else:
            self._done.emit(then, held)


class _Runner(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()
