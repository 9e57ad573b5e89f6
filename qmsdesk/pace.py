"""Pace: long work gives way, at points it chooses itself, to whoever runs it beside something more urgent."""

import threading
from collections.abc import Callable


class _Work(threading.local):
    """What is done on a thread."""

    pause: Callable[[], None] | None = None


_work = _Work()


def give_way() -> None:
    """Called between two small pieces of long work; where the thread has no pause, nothing happens."""
    if _work.pause is not None:
        _work.pause()


def set_pause(pause: Callable[[], None]) -> None:
    """Have the work of this thread call `pause` whenever it gives way."""
    _work.pause = pause
