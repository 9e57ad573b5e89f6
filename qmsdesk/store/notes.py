"""Notes: taking one back at the speaker's request, so that none of its text stays in the register."""

import datetime as dt

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.findings import FindingNote
from qmsdesk.domain.notes import Note
from qmsdesk.domain.records import edit_of, kind_of
from qmsdesk.store.changes import erase
from qmsdesk.store.database import Connection
from qmsdesk.store.drafts import drop_draft
from qmsdesk.store.projection import project
from qmsdesk.store.rows import select

NOTE_TEXTS = ("text", "speaker_role")


def withdrawal_of(db: Connection, note: Note) -> list[Edit]:
    """The edits that mark a note as withdrawn; its questions keep the trace, findings no longer rest on it."""
    links = select(db, FindingNote, "AND note_id = ?", (note.id,))
    untied = [Edit(kind_of(FindingNote), link.id, DELETED, 1, link.audit_id) for link in links]
    return [edit_of(note, "is_withdrawn", True), *untied]


def erase_note(db: Connection, note: Note) -> None:
    """Take the text of a note, and of whatever it said before, out of the log, the drafts and the state."""
    for name in NOTE_TEXTS:
        drop_draft(db, note.id, name)
    erase(db, note.audit_id, note.id, NOTE_TEXTS)
    project(db, kind_of(Note), note.id)


def withdrawn_at(db: Connection, note_id: str) -> dt.datetime | None:
    """When a note was withdrawn, where it was."""
    (at,) = db.execute(
        "SELECT max(at) FROM change WHERE entity = ? AND field = 'is_withdrawn' AND is_live = 1", (note_id,)
    ).fetchone()
    return dt.datetime.fromtimestamp(at / 1e6, dt.UTC) if at is not None else None
