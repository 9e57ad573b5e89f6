"""The session: the window's one door to the register; reads at once, writes beside the window, tells what changed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from qmsdesk.domain.changes import Changed, Edit
from qmsdesk.domain.notes import Note
from qmsdesk.domain.people import Person
from qmsdesk.i18n import Words, words
from qmsdesk.store.bookmarks import bookmark
from qmsdesk.store.changes import live_ids
from qmsdesk.store.register import Register, open_reader
from qmsdesk.store.rows import get
from qmsdesk.store.writer import Job, Writer

STUCK_LOOK_SECONDS = 0.05


class Session(QObject):
    """An open register. Ids are made by the caller, so a page can say now what it will show when `changed` comes.

    `changed` carries a `Changed`; `failed` carries the error, a `Refusal` or a bug; `stuck` the `Refusal` for which
    nothing can be saved at present, once; `seal_requested` asks every editor to hand in what is being typed; `saving`
    and `saved` frame the time in which something is not on the disk. `words` is the language in which fields speak.
    """

    changed = Signal(object)
    failed = Signal(object)
    stuck = Signal(object)
    seal_requested = Signal()
    saving = Signal()
    saved = Signal()
    history_changed = Signal()
    _done = Signal(object, object, object)

    def __init__(self, register: Register) -> None:
        super().__init__()
        self.path: Path = register.path
        self.words: Words = words("en")
        self.db = open_reader(register.path)
        self.owner = Person(id=register.owner_id or "", name="")
        self._read_owner()
        self._writer = Writer(register, self.stuck.emit)
        self._bookmarks: dict[str, str] = {}
        self._waiting = 0
        self._undo: list[Sequence[Edit]] = []
        self._redo: list[Sequence[Edit]] = []
        self._done.connect(self._on_done)

    # Changing

    def write(self, edits: Sequence[Edit], *, can_undo: bool = True) -> None:
        """Write edits as one step, which can be undone unless pages will stand on it, as on a new audit."""
        self._submit(lambda register: register.write(edits), Step(self._undo if can_undo else None))

    def settle(self, edits: Sequence[Edit], audit_id: str) -> None:
        """Write edits that no undo may cross, such as a final report: what was done to the audit before is settled."""
        settled = Step(then=lambda error: self._unlearn(error, lambda edit: edit.audit_id == audit_id))
        self._submit(lambda register: register.write(edits), settled)

    def keep_draft(self, edit: Edit) -> None:
        """Put text that is being typed on the disk; `edit.parents` is what the editor showed when it was opened."""
        if self._writer.keep_draft(edit, lambda _, error: self._done.emit(None, error, Step())):
            self._count(1)

    def seal(self, edit: Edit, then: Callable[[Exception | None], None]) -> None:
        """Make the text of a field, as it stands, one step of its history; `then` hears how that went."""
        self._submit(lambda register: register.seal(edit), Step(self._undo, then))

    def drop_draft(self, edit: Edit) -> None:
        """Forget what was being typed: the field says again what it said before."""
        self._submit(lambda register: register.drop_draft(edit), Step())

    def withdraw_note(self, note: Note) -> None:
        """Erase a note for good, out of what could be undone too."""
        self._submit(
            lambda register: register.withdraw_note(note),
            Step(then=lambda error: self._unlearn(error, lambda edit: edit.entity == note.id)),
        )

    def undo(self) -> None:
        """Take the last step back, whichever field it was in."""
        self.flush()
        if self._undo:
            edits = self._undo.pop()
            self._submit(lambda register: register.write(edits), Step(self._redo))

    def redo(self) -> None:
        """Do again what was undone last."""
        self.flush()
        if self._redo:
            edits = self._redo.pop()
            self._submit(lambda register: register.write(edits), Step(self._undo, keeps_redo=True))

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    # Reading

    def parents(self, entity: str, field: str) -> tuple[str, ...]:
        """The changes a field shows now: an editor asks when it is opened, and hands them in when it writes."""
        return live_ids(self.db, entity, field)

    def bookmark(self, name: str) -> str | None:
        """Where this laptop stood, such as the open question of an audit."""
        return self._bookmarks.get(name) or bookmark(self.db, name)

    def set_bookmark(self, name: str, value: str) -> None:
        if self.bookmark(name) != value:
            self._bookmarks[name] = value
            self._submit(lambda register: register.set_bookmark(name, value), Step())

    # Ending

    @property
    def is_stuck(self) -> bool:
        """Whether something waits that cannot be saved at present."""
        return self._writer.is_stuck

    def flush(self) -> None:
        """Have every editor seal its text, and return when all of it is on the disk and has been announced, or when
        nothing can be saved at present."""
        self.seal_requested.emit()
        reached = Event()
        self._writer.submit(lambda _: None, lambda _, __: reached.set())
        while not reached.wait(STUCK_LOOK_SECONDS) and not self._writer.is_stuck:
            pass
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def close(self) -> None:
        """Save everything and let the register go."""
        self.flush()
        self._done.disconnect(self._on_done)  # who leaves while nothing can be saved has been told
        self.db.close()
        self._writer.close()

    def _submit(self, job: Job, step: "Step") -> None:
        self._count(1)
        self._writer.submit(job, lambda result, error: self._done.emit(result, error, step))

    def _on_done(self, result: object, error: Exception | None, step: "Step") -> None:
        self._count(-1)
        if step.then:
            step.then(error)
        if error is not None:
            self.failed.emit(error)
        elif isinstance(result, Changed) and result.entities:
            self._remember(result, step)
            if self.owner.id in result.entities:
                self._read_owner()
            self.changed.emit(result)

    def _read_owner(self) -> None:
        self.owner = get(self.db, Person, self.owner.id) or self.owner

    def _remember(self, result: Changed, step: "Step") -> None:
        if step.steps is self._undo and not step.keeps_redo:
            self._redo.clear()
        if step.steps is not None:
            step.steps.append(result.undo)
            self.history_changed.emit()

    def _unlearn(self, error: Exception | None, is_gone: Callable[[Edit], bool]) -> None:
        if error is None:
            for steps in (self._undo, self._redo):
                kept = ([edit for edit in step if not is_gone(edit)] for step in steps)
                steps[:] = [step for step in kept if step]
            self.history_changed.emit()

    def _count(self, step: int) -> None:
        self._waiting += step
        if self._waiting == 0:
            self.saved.emit()
        elif step > 0 and self._waiting == 1:
            self.saving.emit()


class Step(NamedTuple):
    """What is to be done when a job is through: where its undoing goes, and who else hears of it."""

    steps: list[Sequence[Edit]] | None = None
    then: Callable[[Exception | None], None] | None = None
    keeps_redo: bool = False
