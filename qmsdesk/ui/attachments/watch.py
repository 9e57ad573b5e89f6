"""Watching a folder for new pictures, such as those of a phone; nothing of it is ever taken by itself."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from shiboken6 import isValid

from qmsdesk.ui.desk import Desk
from qmsdesk.ui.jobs import Jobs

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".heif", ".pdf")
DEEPEST = 2
MOST = 5000
POLL_MS = 2000
"""Network places and phones tell nobody of new files, so one looks as well."""

Seen = dict[Path, tuple[float, int]]


class Watch(QObject):
    """`pictures` are those of today and those that came since, newest first; `changed` follows what comes and goes.

    A picture is there when two looks have found it alike, so that none is met half written.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs()  # of its own: a phone that answers slowly holds up nothing else
        self.folder: Path | None = None
        self.pictures: list[Path] = []
        self._old: set[Path] | None = None
        self._before: Seen = {}
        self._taken: set[Path] = set()
        self._is_looking = False
        self._watcher: QFileSystemWatcher | None = None
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self.look)

    def start(self, folder: Path) -> None:
        self.stop()
        self.folder = folder
        self._watcher = QFileSystemWatcher([str(folder)] if folder.is_dir() else [], self)
        self._watcher.directoryChanged.connect(lambda _: self.look())
        self._poll.start()
        self.look()
        self.changed.emit()

    def stop(self) -> None:
        self._poll.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self.folder, self._old, self._before, self.pictures = None, None, {}, []
        self.changed.emit()

    def take(self, pictures: list[Path]) -> None:
        """These are dealt with."""
        self._taken.update(pictures)
        self.pictures = [each for each in self.pictures if each not in self._taken]
        self.changed.emit()

    def look(self) -> None:
        """Look once now, beside the window."""
        folder = self.folder
        if folder is None or self._is_looking:
            return
        self._is_looking = True
        self._jobs.run(lambda: dict(_found(folder)), lambda seen: self._on_seen(folder, seen), self._on_failed)

    def wait(self) -> None:
        """Return when nobody is looking."""
        self._jobs.wait()

    def _on_seen(self, folder: Path, seen: Seen) -> None:
        if not isValid(self):
            return
        self._is_looking = False
        if folder != self.folder:
            return
        if self._old is None:
            start = dt.datetime.combine(self._desk.today, dt.time()).timestamp()
            self._old = {path for path, (at, _) in seen.items() if at < start}
        whole = [path for path, held in seen.items() if self._before.get(path) == held and held[1]]
        self._before = seen
        new = [path for path in whole if path not in self._old and path not in self._taken]
        new.sort(key=lambda path: seen[path], reverse=True)
        if new != self.pictures:
            self.pictures = new
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._is_looking = False
        raise error


def _found(folder: Path, depth: int = 0) -> Iterator[tuple[Path, tuple[float, int]]]:
    """The pictures in a folder and the folders in it; what cannot be read is not there."""
    try:
        with os.scandir(folder) as entries:
            held = list(entries)[:MOST]
    except OSError:
        return
    for entry in held:
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth < DEEPEST and not entry.name.startswith("."):
                    yield from _found(Path(entry.path), depth + 1)
            elif entry.name.lower().endswith(ENDINGS):
                about = entry.stat()
                yield Path(entry.path), (about.st_mtime, about.st_size)
        except OSError:
            continue
