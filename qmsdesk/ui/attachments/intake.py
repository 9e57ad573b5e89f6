"""Taking evidence in: read, cleaned, put beside the register in jobs; the records follow when the files are there."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.errors import Refusal, RegisterIsAway
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.attachments import attachments_of, keep_file
from qmsdesk.store.rows import get
from qmsdesk.ui.desk import Desk

if TYPE_CHECKING:
    from qmsdesk.exchange.photos import Evidence

Source = Callable[[int | None], "Evidence"]
"""Reads evidence, photos no longer than that many pixels."""


class Place(NamedTuple):
    """What evidence is added to."""

    audit_id: str
    question_id: str | None = None
    finding_id: str | None = None
    note_id: str | None = None


@dataclass(eq=False)
class Batch:
    """Files that came at once and are written as one step; `results` is filled by the jobs."""

    place: Place
    count: int
    done: int = 0
    results: deque[Attachment | Exception] = field(default_factory=deque)
    kept: list[Attachment] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    known: int = 0


class Intake(QObject):
    """`progressed` and `finished` carry a `Batch`; it goes on to the register whether or not anybody still looks.

    What is through is written with whatever else is sealed, so that who closes the window at once loses nothing.
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._batches: list[Batch] = []
        desk.session.seal_requested.connect(self._collect_all)

    def take(self, sources: Sequence[Source], place: Place) -> None:
        """Add evidence; each file is refused by itself."""
        batch = Batch(place, len(sources))
        self._batches.append(batch)
        for source in sources:
            job = partial(self._keep, source, batch)
            self._desk.jobs.run(job, lambda _: self._collect(batch), lambda _: self._collect(batch))
        self.progressed.emit(batch)

    def _keep(self, source: Source, batch: Batch) -> None:
        """Beside the window: what came of it waits to be collected."""
        try:
            batch.results.append(self._kept(source(self._desk.policy.photo_size), batch.place))
        except Exception as error:
            batch.results.append(error)
            raise

    def _kept(self, evidence: "Evidence", place: Place) -> Attachment:
        register = self._desk.session.path
        if not register.exists():  # another disk may lie open at its place
            raise RegisterIsAway(path=register)
        return Attachment(
            new_id(),
            place.audit_id,
            keep_file(register, evidence.content),
            evidence.media_type,
            len(evidence.content),
            taken_on=evidence.taken_on,
            author_id=self._desk.session.owner.id or None,
            note_id=place.note_id,
            finding_id=place.finding_id,
            question_id=place.question_id,
            name=evidence.name,
            width=evidence.width,
            height=evidence.height,
        )

    def _collect_all(self) -> None:
        for batch in list(self._batches):
            self._collect(batch)

    def _collect(self, batch: Batch) -> None:
        bugs = []
        while batch.results:
            result = batch.results.popleft()
            batch.done += 1
            if isinstance(result, Attachment):
                self._sort_in(batch, result)
            elif isinstance(result, Refusal):
                batch.refused.append(result)
            else:
                bugs.append(result)
        self._go_on(batch)
        if bugs:
            raise bugs[0]

    def _sort_in(self, batch: Batch, attachment: Attachment) -> None:
        here = [*attachments_of(self._desk.session.db, batch.place.audit_id), *batch.kept]
        if any(_is_same(attachment, each) for each in here):
            batch.known += 1
        else:
            batch.kept.append(attachment)

    def _go_on(self, batch: Batch) -> None:
        if batch not in self._batches:
            return
        is_through = batch.done == batch.count
        if is_through:
            self._batches.remove(batch)
            if batch.kept:
                self._write(batch)
        if isValid(self):
            (self.finished if is_through else self.progressed).emit(batch)

    def _write(self, batch: Batch) -> None:
        """As one step; the first thing that is added brings the audit into progress."""
        audit = get(self._desk.session.db, Audit, batch.place.audit_id)
        if audit is None or audit.is_locked:
            batch.kept.clear()
            return
        edits = [edit for attachment in batch.kept for edit in creation_of(attachment)]
        if audit.is_ahead:
            edits.append(edit_of(audit, "state", AuditState.IN_PROGRESS))
        self._desk.session.write(edits)


def _is_same(one: Attachment, other: Attachment) -> bool:
    """The same picture at the same place."""
    return (one.sha256, one.question_id, one.finding_id) == (other.sha256, other.question_id, other.finding_id)


def from_file(path: Path) -> Source:
    def read(longest: int | None) -> "Evidence":
        from qmsdesk.exchange.photos import read_evidence  # brings in Pillow, which a start does without

        return read_evidence(path, longest)

    return read


def from_image(image: QImage, name: str) -> Source:
    def read(longest: int | None) -> "Evidence":
        from qmsdesk.exchange.photos import make_evidence  # see `from_file`

        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the format is text, whatever the stub says
        return make_evidence(bytes(buffer.data().data()), name, longest)

    return read


def sources_of(mime: QMimeData | None, name: str) -> list[Source]:
    """What is dragged or pasted: files, else a picture, which is called `name` where it is refused."""
    if mime is None:
        return []
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    if files:
        return [from_file(Path(file)) for file in files]
    image = mime.imageData() if mime.hasImage() else None
    return [from_image(image, name)] if isinstance(image, QImage) and not image.isNull() else []


def holds_evidence(mime: QMimeData | None) -> bool:
    """Whether there is a file or a picture and no text: what a word processor copies stays text."""
    if mime is None:
        return False
    return any(url.isLocalFile() for url in mime.urls()) or (mime.hasImage() and not mime.hasText())
