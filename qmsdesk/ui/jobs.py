"""Jobs: long work off the window's thread, such as making a report."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal

from qmsdesk.pace import set_pause
from qmsdesk.ui.courtesy import Courtesy

GIVE_WAY_S = 0.001
"""After so long a job lets the window's thread have Python. Usually that is 5 ms, dozens of times for one page. Windows
counts whole milliseconds: with less both threads would wrestle for it all the time."""


class Jobs(QObject):
    """Runs plain functions one after the other beside the window; `then` and `failed` come back on its thread.

    On a thread of Python's: what Qt's pool deletes on a thread of its own has, once in thousands of jobs, ended the
    program.
    """

    _done = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._courtesy = Courtesy()
        self._pool = ThreadPoolExecutor(1, "jobs", set_pause, (self._courtesy.pause,))
        self._left = 0
        sys.setswitchinterval(GIVE_WAY_S)
        self._done.connect(self._hand_over)

    def run(self, job: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Do `job`; what it uses must be its own, a reader of its own among it."""
        self._left += 1
        self._pool.submit(self._do, job, then, failed)

    @property
    def is_busy(self) -> bool:
        """Whether something runs, waits to run, or has not been handed over."""
        return self._left > 0

    def wait(self) -> None:
        """Return when nothing runs any more."""
        with self._courtesy.waived():
            self._pool.submit(lambda: None).result()

    def _do(self, job: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        try:
            held = job()
        except Exception as error:  # handed to whoever asked for the job
            self._done.emit(failed, error)
        else:
            self._done.emit(then, held)

    def _hand_over(self, call: Callable[[Any], None], held: object) -> None:
        self._left -= 1
        call(held)
