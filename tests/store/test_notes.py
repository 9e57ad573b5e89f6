"""Notes: what is withdrawn at the speaker's request is gone from every byte of the register, and the chain holds."""

from contextlib import closing
from pathlib import Path

import pytest

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.errors import DiskIsFull
from qmsdesk.domain.findings import FindingNote
from qmsdesk.domain.notes import Note, NoteLink
from qmsdesk.domain.records import edit_of
from qmsdesk.store import register as register_module
from qmsdesk.store.bookmarks import bookmark
from qmsdesk.store.changes import broken_chains, history
from qmsdesk.store.drafts import drafts
from qmsdesk.store.notes import withdrawn_at
from qmsdesk.store.register import SWEEP_DUE, Register, open_reader
from qmsdesk.store.rows import get, select
from qmsdesk.store.searches import find_texts
from tests.store.conftest import DEVICE
from tests.store.state import rows
from tests.store.town import ANNA, TOWN, creations

SECRETS = ("Hemligheten om chefen", "Hemligheten sagd annorlunda", "Hemligheten som skrivs")
ROLE = "Ordföranden i nämnden"


def the_note(register: Register) -> Note:
    note = get(register.db, Note, "n1")
    assert note is not None
    return note


def say(register: Register, text: str) -> None:
    register.write([edit_of(the_note(register), "text", text)])


def bytes_of(path: Path) -> bytes:
    return b"".join(part.read_bytes() for part in path.parent.glob(f"{path.name}*") if part.is_file())


@pytest.fixture
def secret(town: Register) -> Register:
    """A note that has said two things, each long enough to move about in its pages, and is being written on."""
    for text in SECRETS[:2]:
        say(town, f"{text}. " * 40)
        for n in range(20):
            say(town, f"{text} {n}")
    town.write([edit_of(the_note(town), "speaker_role", ROLE)])
    town.keep_draft(Edit("note", "n1", "text", SECRETS[2], "a1"))
    return town


def test_not_a_byte_of_the_text_stays(secret: Register, path: Path) -> None:
    assert all(text.encode() in bytes_of(path) for text in (*SECRETS, ROLE))
    secret.withdraw_note(the_note(secret))
    assert not any(text.encode() in bytes_of(path) for text in (*SECRETS, ROLE, "Planerna kommer sent"))


def test_not_a_word_stays_in_the_index(secret: Register, path: Path) -> None:
    say(secret, "Zqxvetlig")
    assert b"qxvetlig" in bytes_of(path)
    assert [hit.entity for hit in find_texts(secret.db, "zqxvetlig", 5)] == ["n1"]
    secret.withdraw_note(the_note(secret))
    assert find_texts(secret.db, "zqxvetlig", 5) == []
    assert b"qxvetlig" not in bytes_of(path)


def test_a_reader_beside_does_not_keep_it(secret: Register, path: Path) -> None:
    with closing(open_reader(path)) as reader:
        assert get(reader, Note, "n1") is not None
        secret.withdraw_note(the_note(secret))
        assert b"Hemligheten" not in bytes_of(path)


def test_the_chain_verifies_and_a_rebuild_brings_nothing_back(secret: Register) -> None:
    secret.withdraw_note(the_note(secret))
    before = rows(secret.db)
    assert broken_chains(secret.db) == []
    secret.rebuild()
    assert rows(secret.db) == before
    note = the_note(secret)
    assert (note.text, note.speaker_role, note.is_withdrawn) == ("", "", True)
    assert {change.value for change in history(secret.db, "n1", "text")} == {None}
    assert drafts(secret.db) == []


def test_a_trace_stays_at_its_questions_and_findings_let_go(secret: Register) -> None:
    assert select(secret.db, FindingNote, "AND note_id = ?", ("n1",))
    questions = select(secret.db, NoteLink, "AND note_id = ?", ("n1",))
    assert withdrawn_at(secret.db, "n1") is None
    changed = secret.withdraw_note(the_note(secret))
    assert select(secret.db, NoteLink, "AND note_id = ?", ("n1",)) == questions
    assert select(secret.db, FindingNote, "AND note_id = ?", ("n1",)) == []
    assert changed.undo == ()
    assert "n1" in changed.entities
    at = withdrawn_at(secret.db, "n1")
    assert at == history(secret.db, "n1", "is_withdrawn")[-1].at


def test_nobody_is_quoted_for_ever_in_a_final_audit(secret: Register) -> None:
    audit = get(secret.db, Audit, "a1")
    assert audit is not None
    secret.write([edit_of(audit, "state", AuditState.FINAL)], guarded=False)
    secret.withdraw_note(the_note(secret))
    assert the_note(secret).text == ""


def test_without_room_the_text_is_gone_and_the_next_opening_clears_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> bool:
        raise DiskIsFull(path=path)

    with closing(Register(path, DEVICE, create=True)) as register, monkeypatch.context() as there_is_no_room:
        register.set_owner(ANNA.id)
        register.write(creations(TOWN))
        there_is_no_room.setattr(register_module, "sweep", full)
        register.withdraw_note(the_note(register))
        assert the_note(register).text == ""
        assert bookmark(register.db, SWEEP_DUE) == "1"
    with closing(Register(path, DEVICE)) as again:
        assert bookmark(again.db, SWEEP_DUE) == ""
        assert b"Planerna kommer sent" not in bytes_of(path)


def test_whoever_still_reads_delays_the_clearing(secret: Register, path: Path) -> None:
    secret.db.execute("PRAGMA busy_timeout = 1")
    with closing(open_reader(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT text FROM note").fetchall()
        secret.withdraw_note(the_note(secret))
        assert bookmark(secret.db, SWEEP_DUE) == "1"
    secret.sweep()
    assert bookmark(secret.db, SWEEP_DUE) == ""
    assert b"Hemligheten" not in bytes_of(path)


def test_other_notes_keep_what_they_say(secret: Register) -> None:
    others = [note for note in select(secret.db, Note) if note.id != "n1"]
    findings = secret.db.execute("SELECT * FROM finding").fetchall()
    secret.withdraw_note(the_note(secret))
    assert [note for note in select(secret.db, Note) if note.id != "n1"] == others
    assert secret.db.execute("SELECT * FROM finding").fetchall() == findings
