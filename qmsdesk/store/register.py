"""The register: one file, opened by one writer, changed through one door."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from qmsdesk.domain.changes import Changed, Edit
from qmsdesk.domain.errors import (
    DiskIsFull,
    Refusal,
    RegisterExists,
    RegisterIsAway,
    RegisterIsFolder,
    RegisterNotWritable,
)
from qmsdesk.domain.notes import Note
from qmsdesk.store import changes, projection
from qmsdesk.store.batch import Batch
from qmsdesk.store.bookmarks import bookmark, set_bookmark
from qmsdesk.store.database import (
    SCHEMA,
    Connection,
    connect,
    explained,
    place_of,
    remove_database,
    schema_of,
    sweep,
    transaction,
)
from qmsdesk.store.drafts import drafts, drop_draft, keep_draft, parents_of_draft
from qmsdesk.store.guards import refuse_final_without_report, refuse_locked
from qmsdesk.store.lock import RegisterLock
from qmsdesk.store.notes import erase_note, withdrawal_of

SWEEP_DUE = "sweep"


class Register:
    """An open register that may be written to. Opening one locks it, seals what a crash left as drafts, and migrates.

    Raises a `Refusal` for a path that is no register of ours; such a file is left as it is.
    """

    def __init__(self, path: Path, device: str = "", *, create: bool = False) -> None:
        self.path = path
        self.device = device
        self._followers: dict[tuple[str, str, str, tuple[str, ...]], str] = {}
        if create:
            _refuse_taken(path)
            _make_folder(path)
        else:
            connect(path, read_only=True).close()
        self._lock = RegisterLock(path)
        try:
            if create:
                _refuse_taken(path)  # by another program, while we waited for the lock
                _make(path)
            self.db = self._open()
        except BaseException:
            self._lock.release()
            raise

    def _open(self) -> Connection:
        db = connect(self.path)
        try:
            with explained(self.path):
                if schema_of(db) < SCHEMA:
                    upgrade(db, self.path)
                db.execute("PRAGMA journal_mode = WAL")
                _settle(db, self.device)
                self.db, self._place = db, place_of(self.path)
                self.seal_all()
                self.sweep()
        except BaseException:
            db.close()
            raise
        return db

    def close(self) -> None:
        """Seal what is being typed, tidy the file and let it go."""
        try:
            self.seal_all()
            self.db.execute("PRAGMA optimize")
        finally:
            self.db.close()
            self._lock.release()

    @property
    def owner_id(self) -> str | None:
        """The person whose laptop this is."""
        return bookmark(self.db, "owner")

    def set_owner(self, person_id: str) -> None:
        self.set_bookmark("owner", person_id)

    def set_bookmark(self, name: str, value: str) -> None:
        with self._step():
            set_bookmark(self.db, name, value)

    def write(
        self,
        edits: Sequence[Edit],
        *,
        author_id: str | None = None,
        at: dt.datetime | None = None,
        guarded: bool = True,
    ) -> Changed:
        """Write edits and their history in one transaction and say what that touched.

        An unguarded write, for material from elsewhere, may also touch audits that are final, or make them so.
        """
        with self._step():
            if guarded:
                refuse_locked(self.db, edits)
                refuse_final_without_report(self.db, self.path, edits)
            return self._apply(edits, author_id or self.owner_id or "", at)

    def keep_draft(self, edit: Edit) -> None:
        """Put text that is being typed on the disk."""
        with self._step():
            refuse_locked(self.db, [edit])
            keep_draft(self.db, self._followed(edit), self.owner_id or "")

    def seal(self, edit: Edit) -> Changed:
        """Turn the text of a field into one change, and its draft away with it."""
        with self._step():
            refuse_locked(self.db, [edit])
            owner = self.owner_id or ""
            batch = Batch(self.db, self.device, owner)
            written = batch.add(self._followed(edit))
            changed = batch.finish()
            drop_draft(self.db, edit.entity, edit.field)
        if written and edit.parents is not None:
            self._followers[owner, edit.entity, edit.field, edit.parents] = written
        return changed

    def drop_draft(self, edit: Edit) -> None:
        """Forget what was being typed in a field: it says again what it said before."""
        with self._step():
            drop_draft(self.db, edit.entity, edit.field)

    def seal_all(self) -> None:
        """Seal every draft there is."""
        with self._step():
            for edit, author_id in drafts(self.db):
                self._apply([edit], author_id)
                drop_draft(self.db, edit.entity, edit.field)

    def withdraw_note(self, note: Note) -> Changed:
        """Erase a note for good, also in an audit that is final: nobody has to be quoted for ever.

        Nothing takes it back, so the answer holds no undoing.
        """
        with self._step():
            changed = self._apply(withdrawal_of(self.db, note), self.owner_id or "")
            erase_note(self.db, note)
            set_bookmark(self.db, SWEEP_DUE, "1")
        self.sweep()
        return replace(changed, undo=())

    def sweep(self) -> None:
        """Clear the file of what was erased, where that is due; what is in the way now is not at the next opening."""
        if bookmark(self.db, SWEEP_DUE) == "1":
            with suppress(DiskIsFull), explained(self.path):
                set_bookmark(self.db, SWEEP_DUE, "" if sweep(self.db) else "1")

    def rebuild(self) -> None:
        """Make the state tables again from the log."""
        with self._step():
            projection.rebuild(self.db)

    @contextmanager
    def _step(self) -> Iterator[None]:
        """One transaction, in the file that stands at the register's place: one that was moved away, or whose disk was
        taken out, can be written to for as long as it is open, and nobody would ever see it."""
        if place_of(self.path) != self._place:
            raise RegisterIsAway(path=self.path)
        with explained(self.path), transaction(self.db):
            yield

    def _followed(self, edit: Edit) -> Edit:
        """The edit as the next of its own editor, which still names the parents it showed when it was opened."""
        if edit.parents is None:
            return replace(edit, parents=parents_of_draft(self.db, edit))
        written = self._followers.get((self.owner_id or "", edit.entity, edit.field, edit.parents))
        return replace(edit, parents=(written,)) if written else edit

    def _apply(self, edits: Iterable[Edit], author_id: str, at: dt.datetime | None = None) -> Changed:
        batch = Batch(self.db, self.device, author_id, at)
        for edit in edits:
            batch.add(edit)
        return batch.finish()


def create_register(path: Path, device: str, fill: Callable[[Register], object]) -> Register:
    """Make a register, let `fill` write to it, and open it in its place: whole, or not there at all."""
    _refuse_taken(path)
    part = path.with_name(f"{path.name}.new")
    try:
        remove_database(part)
        register = Register(part, device, create=True)
        try:
            fill(register)
        finally:
            register.close()
        part.replace(path)
    except Refusal as refusal:
        if refusal.fields.get("path") != part:
            raise
        raise type(refusal)(**refusal.fields | {"path": path}) from refusal  # people know the place they named
    finally:
        remove_database(part)
        remove_database(Path(f"{part}.lock"))
    return Register(path, device)


def open_reader(path: Path) -> Connection:
    """A connection that only reads, for a page, a job or a command beside the one writer."""
    return connect(path, read_only=True)


def upgrade(db: Connection, path: Path, **steps: Any) -> None:
    """Bring a register to the newest shape, with a backup first, and show what only its log could hold until now."""
    from qmsdesk.store.backups import back_up  # a start that need not migrate is spared these, sqlite-utils above all
    from qmsdesk.store.migrations import migrate

    back_up(db, path, "before-upgrade")
    migrate(db, **steps)
    with transaction(db):
        projection.rebuild(db)


def _make(path: Path) -> None:
    """Make an empty register beside its place, and put it there whole: a start that is cut off leaves nothing half."""
    from qmsdesk.store.migrations import migrate  # see `upgrade`

    part = path.with_name(f"{path.name}.part")
    try:
        with explained(path):
            remove_database(part)
            db = connect(part, must_exist=False)
            try:
                migrate(db)
            finally:
                db.close()
        part.replace(path)
    finally:
        remove_database(part)


def _refuse_taken(path: Path) -> None:
    if os.path.isdir(path):  # noqa: PTH112 - see `connect`
        raise RegisterIsFolder(path=path)
    if os.path.exists(path) and path.stat().st_size:  # noqa: PTH110
        raise RegisterExists(path=path)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RegisterNotWritable(path=path) from error


def _settle(db: Connection, device: str) -> None:
    """Start new chains where the file has come to another laptop: its original may be written on there."""
    known = bookmark(db, "device")
    if known == device:
        return
    with transaction(db):
        if known is not None:
            changes.forget_own_replicas(db)
        set_bookmark(db, "device", device)
