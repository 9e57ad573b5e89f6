"""Reports of many audits, made one after the other beside the window and written whole or not at all."""

import datetime as dt
import errno
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from qmsdesk.domain.errors import FileNotWritable, Refusal, reason_of
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.i18n import words
from qmsdesk.log import logger
from qmsdesk.store.pasts import reported_dossier
from qmsdesk.store.register import open_reader
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.files import free_path, report_name, write_file
from qmsdesk.ui.reports.makings import Wanted, make_or_fetch

HOPELESS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM})
"""What stands in the way of one file in a folder stands in the way of all."""


class Ordered(NamedTuple):
    """One report of the batch; `name` says which audit it is of."""

    audit_id: str
    name: str
    form: ReportForm


class Written(NamedTuple):
    """A file that is there now; `copy` is the record of an issued report's first copy, still to be written."""

    path: Path
    copy: ReportIssue | None


@dataclass
class Outcome:
    """What became of a batch: the files there are now, what failed with its sentence, and what was not begun."""

    written: list[Path] = field(default_factory=list)
    failed: list[tuple[Ordered, str]] = field(default_factory=list)
    left: int = 0
    is_cancelled: bool = False


class BatchRun(QObject):
    """`moved` carries how many are through and the one that is made now; `finished` the `Outcome`.

    Each report is a job of its own, so that others get their turn and a cancel waits for one report at most.
    """

    moved = Signal(int, object)
    finished = Signal(object)

    def __init__(self, desk: Desk, reports: Sequence[Ordered], language: str, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self._waiting = deque(reports)
        self._language = language
        self._folder = folder
        self._bug: Exception | None = None
        self.outcome = Outcome()
        self.total = len(reports)

    def start(self) -> None:
        """Begin; what is being typed is in the reports."""
        self._desk.session.flush()
        self._go_on()

    def cancel(self) -> None:
        """Make no more; the report that is being made now is finished, and what is written stays."""
        self.outcome.is_cancelled = bool(self._waiting)
        self._leave_rest()

    def _go_on(self) -> None:
        if not self._waiting:
            self._finish()
            return
        ordered = self._waiting.popleft()
        self.moved.emit(self.total - len(self._waiting) - 1, ordered)
        register, now = self._desk.session.path, self._desk.now()
        job = partial(write_report, register, ordered, self._language, self._folder, now)
        self._desk.jobs.run(job, self._on_written, partial(self._on_failed, ordered))

    def _on_written(self, written: Written) -> None:
        if written.copy:
            self._desk.session.write(creation_of(written.copy), can_undo=False)
        if isValid(self):
            self.outcome.written.append(written.path)
            self._go_on()

    def _on_failed(self, ordered: Ordered, error: Exception) -> None:
        if not isValid(self):
            return
        if isinstance(error, Refusal):
            self.outcome.failed.append((ordered, error.say(self._)))
        else:
            logger.error("A report of a batch could not be made: %s", type(error).__name__)
            self._bug = self._bug or error
            said = self._("The report could not be made. What you have written is saved.")
            self.outcome.failed.append((ordered, said))
        if is_hopeless(error):
            self._leave_rest()
        self._go_on()

    def _leave_rest(self) -> None:
        self.outcome.left += len(self._waiting)
        self._waiting.clear()

    def _finish(self) -> None:
        self.finished.emit(self.outcome)
        if self._bug is not None:
            raise self._bug


def write_report(register: Path, ordered: Ordered, language: str, folder: Path, now: dt.datetime) -> Written:
    """Make one report, or fetch it as it was issued, and write it; a file that says the same already is left alone.

    Raises a `Refusal`.
    """
    db = open_reader(register)
    try:
        wanted = Wanted(reported_dossier(db, ordered.audit_id), ordered.form, language)
        report = make_or_fetch(register, wanted, now)
    except OSError as error:
        raise FileNotWritable(path=folder, reason=reason_of(error)) from error
    finally:
        db.close()
    version = report.issue.version if report.issue else 0
    path = write_beside(folder / report_name(wanted.dossier, ordered.form, words(language), version), report.pdf)
    is_known = report.issue in wanted.dossier.report_issues
    return Written(path, None if is_known else report.issue)


def write_beside(path: Path, content: bytes) -> Path:
    """Write a file; another one of that name stays, and this one gets a number."""
    if path.exists():
        if _says(path, content):
            return path
        path = free_path(path)
    write_file(path, content)
    return path


def _says(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def is_hopeless(error: Exception) -> bool:
    """Whether what stood in the way stands in the way of all the others too."""
    cause = error.__cause__
    return isinstance(error, FileNotWritable) and isinstance(cause, OSError) and cause.errno in HOPELESS


def gathered(failed: Iterable[tuple[Ordered, str]]) -> list[tuple[str, list[str]]]:
    """Each sentence once, with the names of those that it is about."""
    by_sentence: dict[str, dict[str, None]] = {}
    for ordered, sentence in failed:
        by_sentence.setdefault(sentence, {})[ordered.name] = None
    return [(sentence, list(names)) for sentence, names in by_sentence.items()]


def reports_of(audits: Iterable[tuple[str, str]], forms: Sequence[ReportForm]) -> list[Ordered]:
    """The reports of audits, given by id and name, in each of the forms."""
    return list(chain.from_iterable([Ordered(id_, name, form) for form in forms] for id_, name in audits))
