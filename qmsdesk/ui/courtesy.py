"""Courtesy: a job rests while the window is at work.

Only one thread runs Python at a time, and Qt lets go of it at nearly every call: a window that builds a page beside a
job takes up to three times as long, for it has to get Python back each time.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

WORK_S = 0.003
LONGEST_S = 0.1


class Courtesy(QObject):
    """The job asks, works for a while, and goes on when the window's loop has answered."""

    _asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_off = False
        self._free = threading.Event()
        self._free.set()
        self._work_until = 0.0
        self._asked.connect(self._answer)

    def pause(self) -> None:
        """On the job's thread: rest until the window is back at its loop, and at most half of the time."""
        if self._is_off or time.perf_counter() < self._work_until:
            return
        is_free = self._free.wait(LONGEST_S)
        self._free.clear()
        self._asked.emit()
        self._work_until = time.perf_counter() + (WORK_S if is_free else LONGEST_S)

    @contextmanager
    def waived(self) -> Iterator[None]:
        """On the window's thread, while it waits for the job itself."""
        self._is_off = True
        self._free.set()
        yield
        self._is_off = False

    def _answer(self) -> None:
        """On the window's thread."""
        self._free.set()
