"""A file being read beside the window, and read again by a corrected mapping."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from qmsdesk.domain.errors import Refusal
from qmsdesk.exchange.sources.files import understand
from qmsdesk.exchange.sources.layouts import remembered, understand_sheets
from qmsdesk.exchange.sources.mappings import Mapping
from qmsdesk.exchange.sources.memories import Unfinished, mapping_in, memory_name, unfinished_in, unfinished_name
from qmsdesk.exchange.sources.originals import Marks, original_of
from qmsdesk.exchange.sources.sheets import Sheet
from qmsdesk.exchange.sources.understandings import Understanding
from qmsdesk.ui.desk import Desk

LOOK_MS = 100


class Read(NamedTuple):
    """What a file was understood to hold, and what it looks like; `found` is how the program read it by itself.

    `begun` is how it is read with nothing corrected now; `name` is that of its corrections if it is left half done.
    """

    understanding: Understanding
    sheets: tuple[Sheet, ...]
    marks: Marks
    found: Mapping
    name: str
    begun: Mapping
    is_as_last_time: bool = False
    unfinished: Unfinished | None = None


class Reading(QObject):
    """`understood` carries a `Read`; `refused` the `Refusal` of the file, `corrected` a `Read` or the `Refusal` of a
    corrected mapping; `moved` how much is done, of how much."""

    understood = Signal(object)
    refused = Signal(object)
    corrected = Signal(object)
    moved = Signal(int, int)

    def __init__(self, desk: Desk, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.path = path
        self._cancelled = Event()
        self._done = (0, 0)
        self._wanted: Mapping | None = None
        self._is_correcting = False
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(lambda: self.moved.emit(*self._done))

    def start(self) -> None:
        """Begin to read; what was corrected in a file of the same shape is read in the same way."""
        self._look.start()
        self._desk.jobs.run(partial(_read, self.path, self._set_done, self._cancelled.is_set), self._recall, self._fail)

    def cancel(self) -> None:
        """Nothing more is told of this file."""
        self._cancelled.set()

    @property
    def wanted(self) -> Mapping | None:
        """The last correction, which may be on its way."""
        return self._wanted

    def correct(self, read: Read, mapping: Mapping) -> None:
        """Read the same sheets in another way; of several wishes at once the last one counts."""
        self._wanted = mapping
        if not self._is_correcting:
            self._is_correcting = True
            job = partial(_read_again, self.path.name, read, mapping)
            self._run(job, partial(self._on_corrected, read, mapping), partial(self._on_corrected, read, mapping))

    def _on_corrected(self, read: Read, mapping: Mapping, held: Read | Exception) -> None:
        self._is_correcting = False
        if self._wanted is not mapping and self._wanted is not None:
            self.correct(read, self._wanted)
            return
        if isinstance(held, Exception) and not isinstance(held, Refusal):
            raise held
        if isinstance(held, Refusal):
            self._wanted = None
        self.corrected.emit(held)

    def _recall(self, read: Read) -> None:
        found = read.understanding.mapping
        left = unfinished_in(self._kept(read.name))
        memory = self._kept(memory_name(found)) if found.tables else ""
        known = mapping_in(memory) if memory else None
        begun = remembered(found, known) if known else found
        read = read._replace(begun=begun)
        mapping = left.mapping if left else begun
        told = {"unfinished": left} if left else {"is_as_last_time": begun != found}
        if mapping == found:
            self._tell(read._replace(unfinished=left))
            return
        again = partial(_read_again, self.path.name, read, mapping)
        self._run(again, lambda held: self._tell(held._replace(**told)), lambda _: self._tell(read))

    def _kept(self, name: str) -> str:
        return (self._desk.session.bookmark(name) or "") if name and isValid(self) else ""

    def _run(self, job: Callable[[], Read], then: Callable[[Read], None], failed: Callable[[Exception], None]) -> None:
        self._desk.jobs.run(job, partial(self._if_wanted, then), partial(self._if_wanted, failed))

    def _if_wanted(self, then: Callable[[Any], None], held: object) -> None:
        if isValid(self) and not self._cancelled.is_set():
            then(held)

    def _tell(self, read: Read) -> None:
        if isValid(self) and not self._cancelled.is_set():
            self._look.stop()
            self.understood.emit(read)

    def _fail(self, error: Exception) -> None:
        if not isValid(self) or self._cancelled.is_set():
            return
        self._look.stop()
        if not isinstance(error, Refusal):
            raise error
        self.refused.emit(error)

    def _set_done(self, done: int, total: int) -> None:
        self._done = (done, total)


def _read(path: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Read:
    understanding = understand(path, None, progress, cancelled)
    found = understanding.mapping
    return Read(understanding, *original_of(path, understanding), found, unfinished_name(path), found)


def _read_again(file: str, read: Read, mapping: Mapping) -> Read:
    understanding = understand_sheets(file, read.sheets, mapping)
    return read._replace(understanding=understanding, marks=understanding.marks)
