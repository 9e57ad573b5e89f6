"""The register: a file that is opened whole or refused with its reason, by one program at a time."""

import contextlib
import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qmsdesk.domain.actions import Action
from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.errors import (
    AuditIsFinal,
    DiskIsFull,
    FinalWithoutReport,
    NotARegister,
    Refusal,
    RegisterExists,
    RegisterInUse,
    RegisterIsAway,
    RegisterIsDamaged,
    RegisterIsFolder,
    RegisterIsMissing,
    RegisterIsNewer,
    RegisterNotReadable,
    RegisterNotWritable,
)
from qmsdesk.domain.findings import FindingState
from qmsdesk.domain.notes import Note
from qmsdesk.domain.records import KINDS, creation_of, edit_of
from qmsdesk.domain.reopenings import Reopening
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.store.bookmarks import bookmark
from qmsdesk.store.changes import broken_chains, history, live_ids
from qmsdesk.store.database import APPLICATION_ID, SCHEMA, connect, sqlite3
from qmsdesk.store.drafts import drafts
from qmsdesk.store.register import Register, create_register, open_reader
from qmsdesk.store.rows import get, select
from tests.store.conftest import DEVICE
from tests.store.finals import ISSUED_AT, final_of
from tests.store.state import rows
from tests.store.town import ANNA, AUDIT, BO, FINDING, MOMENT, TOWN, creations

NOTE = Note("n1", "a1", "p1", MOMENT, "Planerna kommer sent.", "chef", is_parked=True)


def text(value: str, parents: tuple[str, ...] | None = None) -> Edit:
    return edit_of(NOTE, "text", value, parents)


@pytest.fixture
def closed(town: Register) -> Path:
    """A register with a town in it, closed, nothing beside it but its lock."""
    town.close()
    return town.path


@pytest.fixture
def town(path: Path) -> Iterator[Register]:
    made = Register(path, DEVICE, create=True)
    made.set_owner(ANNA.id)
    made.write(creations(TOWN))
    yield made
    with contextlib.suppress(sqlite3.ProgrammingError):  # closed by the test
        made.close()


def beside(path: Path) -> set[str]:
    return {found.name for found in path.parent.iterdir()}


# Opening


def test_what_was_written_is_there_when_it_is_opened_again(town: Register) -> None:
    before = rows(town.db)
    town.close()

    again = Register(town.path, DEVICE)

    assert rows(again.db) == before
    assert {kind: select(again.db, KINDS[kind])[0] for kind in KINDS} == {
        kind: next(record for record in TOWN if type(record) is KINDS[kind]) for kind in KINDS
    }
    assert again.owner_id == ANNA.id
    again.close()
    assert beside(town.path) == {town.path.name, f"{town.path.name}.lock"}


def test_every_commit_reaches_the_disk_and_references_are_held(town: Register) -> None:
    settings = {
        name: town.db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "foreign_keys", "journal_mode", "application_id", "user_version")
    }

    assert settings == {
        "synchronous": 2,
        "foreign_keys": 1,
        "journal_mode": "wal",
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA,
    }


def test_every_table_is_strict(town: Register) -> None:
    loose = {name for name, strict in town.db.execute("SELECT name, strict FROM pragma_table_list") if not strict}

    assert {name for name in loose if not name.startswith(("sqlite_", "search"))} == {"_sqlite_migrations"}


def test_a_reference_to_nothing_is_a_fault_and_leaves_no_trace(town: Register) -> None:
    before = rows(town.db)

    with pytest.raises(sqlite3.IntegrityError):
        town.write([text("First"), edit_of(NOTE, "author_id", "nobody")])

    assert rows(town.db) == before
    assert broken_chains(town.db) == []


def test_a_reader_reads_and_cannot_write(town: Register) -> None:
    reader = open_reader(town.path)
    town.write([text("New")])

    assert get(reader, Note, "n1") == Note(**{**_fields(NOTE), "text": "New"})
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM note")
    reader.close()


def _fields(note: Note) -> dict[str, object]:
    return {name: getattr(note, name) for name in Note.__slots__}


def test_a_register_is_read_where_its_last_writer_was_cut_off(town: Register, tmp_path: Path) -> None:
    town.write([text("In the write-ahead log only")])
    for suffix in ("", "-wal"):
        Path(tmp_path, f"copy{suffix}").write_bytes(Path(f"{town.path}{suffix}").read_bytes())

    reader = open_reader(tmp_path / "copy")

    assert get(reader, Note, "n1").text == "In the write-ahead log only"  # type: ignore[union-attr]
    reader.close()


# One at a time


def test_a_second_opening_is_refused(town: Register) -> None:
    with pytest.raises(RegisterInUse) as refused:
        Register(town.path, DEVICE)
    assert refused.value.fields == {"path": town.path}


def test_a_second_program_is_refused_until_the_first_has_closed(town: Register) -> None:
    assert _open_elsewhere(town.path) == "RegisterInUse"
    town.close()
    assert _open_elsewhere(town.path) == "opened"


def _open_elsewhere(path: Path) -> str:
    program = f"""
from pathlib import Path
from qmsdesk.domain.errors import Refusal
from qmsdesk.store.register import Register
try:
    Register(Path({str(path)!r}), {DEVICE!r}).close()
    print("opened")
except Refusal as refusal:
    print(type(refusal).__name__)
"""
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def test_a_refused_opening_lets_the_lock_go(closed: Path) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(RegisterIsDamaged):
        Register(closed, DEVICE)
    closed.write_bytes(whole)

    Register(closed, DEVICE).close()


# Making


def test_a_register_is_not_made_over_another(closed: Path) -> None:
    whole = closed.read_bytes()

    with pytest.raises(RegisterExists):
        Register(closed, DEVICE, create=True)

    assert closed.read_bytes() == whole


def test_a_register_is_made_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "r.qmsdesk"

    Register(path, DEVICE, create=True).close()

    assert beside(path) == {"r.qmsdesk", "r.qmsdesk.lock"}


def test_an_empty_file_is_no_register_but_may_become_one(path: Path) -> None:
    path.touch()
    with pytest.raises(NotARegister):
        Register(path, DEVICE)
    assert path.read_bytes() == b""

    Register(path, DEVICE, create=True).close()

    Register(path, DEVICE).close()


def test_what_a_cut_off_making_left_does_not_stand_in_the_way(path: Path) -> None:
    Path(f"{path}.part").write_bytes(b"half")
    Path(f"{path}.part-journal").write_bytes(b"half")

    Register(path, DEVICE, create=True).close()

    assert beside(path) == {path.name, f"{path.name}.lock"}


# What is no register


def a_folder(path: Path) -> None:
    path.mkdir()


def nothing(path: Path) -> None:
    pass


def an_empty_file(path: Path) -> None:
    path.touch()


def a_letter(path: Path) -> None:
    path.write_text("Dear all,\n" * 1000)


def another_database(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE song (title TEXT)")
    other.close()


@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        (a_folder, RegisterIsFolder),
        (nothing, RegisterIsMissing),
        (an_empty_file, NotARegister),
        (a_letter, NotARegister),
        (another_database, NotARegister),
    ],
)
def test_what_is_no_register_is_refused_and_left_alone(
    path: Path, what: Callable[[Path], None], refusal: type[Refusal]
) -> None:
    what(path)
    before = path.read_bytes() if path.is_file() else None

    for opening in (lambda: Register(path, DEVICE), lambda: open_reader(path)):
        with pytest.raises(refusal):
            opening()

    assert (path.read_bytes() if path.is_file() else None) == before
    assert beside(path) <= {path.name}


@pytest.mark.parametrize("share", [0.0005, 0.01, 0.3, 0.5, 0.999])
def test_a_register_that_was_cut_off_is_refused(closed: Path, share: float) -> None:
    whole = closed.read_bytes()
    cut = whole[: int(len(whole) * share)]
    closed.write_bytes(cut)

    with pytest.raises((RegisterIsDamaged, NotARegister)):
        Register(closed, DEVICE)
    assert closed.read_bytes() == cut


def test_a_register_whose_beginning_is_garbage_is_refused(closed: Path) -> None:
    garbled = b"\xff" * 4096 + closed.read_bytes()[4096:]
    closed.write_bytes(garbled)

    with pytest.raises(NotARegister):
        Register(closed, DEVICE)
    assert closed.read_bytes() == garbled


def test_damage_met_while_writing_is_said(closed: Path) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    with pytest.raises(RegisterIsDamaged) as refused:
        Register(closed, DEVICE)
    assert refused.value.fields == {"path": closed}


def test_a_register_from_the_future_is_left_untouched(closed: Path) -> None:
    db = sqlite3.connect(closed)
    db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    db.close()
    whole = closed.read_bytes()

    for opening in (lambda: Register(closed, DEVICE), lambda: open_reader(closed)):
        with pytest.raises(RegisterIsNewer):
            opening()
    assert closed.read_bytes() == whole


# Places that cannot be written to


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB; skipped where one may not be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a disk may not be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(place: Path, leave: int = 0) -> Path:
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    with filler.open("rb+") as file:
        file.truncate(max(0, filler.stat().st_size - leave))
    return filler


def test_a_full_disk_takes_nothing_back_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    register = Register(small_disk / "r.qmsdesk", DEVICE, create=True)
    register.write(creations(TOWN))
    filler = fill(small_disk, leave=16_384)
    kept = [NOTE.text]

    def write_on() -> None:
        for number in range(1_000):
            register.write([text(f"{number} " + "x" * 3_000)])
            kept.append(f"{number} " + "x" * 3_000)

    with pytest.raises(DiskIsFull) as refused:
        write_on()
    assert refused.value.fields == {"path": register.path}
    assert get(register.db, Note, "n1").text == kept[-1]  # type: ignore[union-attr]
    assert broken_chains(register.db) == []
    with pytest.raises(DiskIsFull):
        register.keep_draft(text("x" * 100_000))

    filler.unlink()
    register.keep_draft(text("There is room again"))
    register.close()
    again = Register(register.path, DEVICE)
    assert get(again.db, Note, "n1").text == "There is room again"  # type: ignore[union-attr]
    assert kept[-1] in [change.value for change in history(again.db, "n1", "text")]
    again.close()


@pytest.mark.parametrize("leave", [0, 4_096, 65_536, 200_000])
def test_a_disk_that_is_full_from_the_start_leaves_nothing_half(small_disk: Path, leave: int) -> None:
    filler = fill(small_disk, leave)
    path = small_disk / "r.qmsdesk"

    with pytest.raises(DiskIsFull):
        Register(path, DEVICE, create=True)
    assert beside(path) <= {"filler", "r.qmsdesk.lock"}

    filler.unlink()
    Register(path, DEVICE, create=True).close()


def test_a_register_on_a_full_disk_says_so_and_opens_when_there_is_room(small_disk: Path) -> None:
    register = Register(small_disk / "r.qmsdesk", DEVICE, create=True)
    register.write(creations(TOWN))
    register.close()
    filler = fill(small_disk)

    with pytest.raises(DiskIsFull):
        Register(register.path, DEVICE)

    filler.unlink()
    again = Register(register.path, DEVICE)
    assert select(again.db, Note) == [NOTE]
    again.close()


def test_a_disk_that_may_only_be_read(small_disk: Path) -> None:
    register = Register(small_disk / "r.qmsdesk", DEVICE, create=True)
    register.write(creations(TOWN))
    register.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)

    with pytest.raises(RegisterNotWritable) as refused:
        Register(register.path, DEVICE)
    assert refused.value.fields == {"path": register.path}
    with pytest.raises(RegisterNotWritable):
        Register(small_disk / "other.qmsdesk", DEVICE, create=True)
    with pytest.raises(RegisterNotWritable):
        Register(small_disk / "folder" / "other.qmsdesk", DEVICE, create=True)


def test_a_register_that_was_moved_away_is_not_written_to_where_nobody_finds_it(closed: Path) -> None:
    register = Register(closed, DEVICE)
    aside = closed.with_name("aside.qmsdesk")
    closed.rename(aside)
    with pytest.raises(RegisterIsAway):
        register.set_bookmark("place", "today")
    shutil.copyfile(aside, closed)
    with pytest.raises(RegisterIsAway):
        register.set_bookmark("place", "today")
    closed.unlink()
    aside.rename(closed)
    register.set_bookmark("place", "today")
    register.close()
    reader = open_reader(closed)
    assert bookmark(reader, "place") == "today"
    reader.close()


def test_a_place_below_a_file_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "r.qmsdesk"

    with pytest.raises(RegisterIsMissing):
        Register(path, DEVICE)
    with pytest.raises(RegisterNotWritable):
        Register(path, DEVICE, create=True)


def test_a_name_that_is_too_long_is_a_refusal_and_no_crash(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)

    with pytest.raises(RegisterIsMissing):
        Register(path, DEVICE)
    with pytest.raises((RegisterNotWritable, RegisterNotReadable)):
        Register(path, DEVICE, create=True)


# Drafts


def test_a_draft_is_sealed_when_the_register_is_opened_again(town: Register) -> None:
    opened = live_ids(town.db, "n1", "text")
    for typed in ("P", "Pl", "Planer"):
        town.keep_draft(text(typed, opened))
    assert [edit.value for edit, _ in drafts(town.db)] == ["Planer"]
    town.db.close()
    town._lock.release()

    again = Register(town.path, DEVICE)

    assert get(again.db, Note, "n1").text == "Planer"  # type: ignore[union-attr]
    assert drafts(again.db) == []
    assert len(history(again.db, "n1", "text")) == 2
    again.close()


def test_a_draft_that_does_not_say_what_it_showed_follows_what_there_was(town: Register) -> None:
    town.keep_draft(text("Typed"))
    came_in = town.write([text("Came in")], author_id=BO.id)
    assert came_in.entities

    town.seal(text("Typed"))

    assert {change.value for change in history(town.db, "n1", "text") if change.is_live} == {"Typed", "Came in"}


def test_a_draft_typed_on_still_follows_what_was_shown_when_it_was_begun(town: Register) -> None:
    town.keep_draft(text("Ty"))
    town.write([text("Came in")], author_id=BO.id)
    town.keep_draft(text("Typed"))

    town.seal_all()

    assert {change.value for change in history(town.db, "n1", "text") if change.is_live} == {"Typed", "Came in"}


def test_sealing_a_draft_makes_no_conflict_with_what_it_replaced(town: Register) -> None:
    town.keep_draft(text("Typed"))
    town.seal_all()

    assert len(live_ids(town.db, "n1", "text")) == 1


def test_a_draft_that_says_what_is_there_already_leaves_no_trace(town: Register) -> None:
    town.keep_draft(text(NOTE.text))

    changed = town.seal(text(NOTE.text))

    assert not changed.entities
    assert drafts(town.db) == []
    assert len(history(town.db, "n1", "text")) == 1


# Other laptops


def test_a_file_that_came_to_another_laptop_starts_new_chains(town: Register) -> None:
    before = dict(town.db.execute("SELECT id, last_seq FROM replica").fetchall())
    town.close()

    other = Register(town.path, "laptop-2")
    other.write([text("Written there")])

    after = dict(other.db.execute("SELECT id, last_seq FROM replica").fetchall())
    assert before.items() < after.items()
    assert broken_chains(other.db) == []
    other.close()
    again = Register(town.path, "laptop-2")
    assert dict(again.db.execute("SELECT id, last_seq FROM replica").fetchall()) == after
    again.close()


# What is final


@pytest.fixture
def final(town: Register) -> Register:
    town.write(final_of(town.path, AUDIT))
    return town


@pytest.mark.parametrize(
    "edit",
    [
        edit_of(NOTE, "text", "New"),
        edit_of(FINDING, "state", FindingState.CONTESTED),
        edit_of(AUDIT, "summary", "New"),
        edit_of(AUDIT, DELETED, 1),
    ],
)
def test_what_is_final_is_not_written_to(final: Register, edit: Edit) -> None:
    before = rows(final.db)

    for attempt in (lambda: final.write([edit]), lambda: final.seal(edit)):
        with pytest.raises(AuditIsFinal):
            attempt()

    assert rows(final.db) == before


def test_what_is_final_can_still_be_followed_up(final: Register) -> None:
    action = select(final.db, Action)[0]
    final.write([edit_of(action, "done", "All of it"), edit_of(AUDIT, "state", AuditState.FOLLOW_UP)])

    assert get(final.db, Audit, "a1").state is AuditState.FOLLOW_UP  # type: ignore[union-attr]
    assert select(final.db, Action)[0].done == "All of it"


@pytest.mark.parametrize("state", [AuditState.FINAL, AuditState.FOLLOW_UP, AuditState.CLOSED])
def test_no_audit_becomes_final_without_its_report(town: Register, state: AuditState) -> None:
    unkept = ReportIssue("i9", "a1", 2, ReportForm.FULL, "sv", MOMENT, "ab" * 32, is_final=True)
    *of_copy, to_state = final_of(town.path, AUDIT, state)
    copy = [replace(edit, value=0) if edit.field == "is_final" else edit for edit in of_copy]
    before = rows(town.db)

    for edits in ([to_state], [*creation_of(unkept), to_state], [*copy, to_state]):
        with pytest.raises(FinalWithoutReport):
            town.write(edits)

    assert rows(town.db) == before
    town.write([*of_copy, to_state])
    assert get(town.db, Audit, "a1").state is state  # type: ignore[union-attr]


def test_the_report_of_before_a_reopening_makes_nothing_final(final: Register) -> None:
    reopening = Reopening("ro9", "a1", ISSUED_AT + dt.timedelta(days=1), "Fel datum", "p1")
    final.write([*creation_of(reopening), edit_of(AUDIT, "state", AuditState.DRAFT_REPORT)])

    with pytest.raises(FinalWithoutReport) as refused:
        final.write([edit_of(AUDIT, "state", AuditState.FINAL)])

    assert "2026-01" in str(refused.value)


def test_what_comes_from_elsewhere_may_touch_what_is_final(final: Register) -> None:
    final.write([edit_of(NOTE, "text", "Late")], guarded=False)

    assert select(final.db, Note)[0].text == "Late"


def test_connect_makes_no_file_where_one_must_exist(path: Path) -> None:
    with pytest.raises(RegisterIsMissing):
        connect(path)
    assert not path.exists()


def test_a_register_that_could_not_be_filled_is_not_there_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "register.qmsdesk"

    def fail(_: Register) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create_register(path, "device", fail)
    assert list(path.parent.iterdir()) == []


def test_a_register_is_filled_and_open_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "register.qmsdesk"
    register = create_register(path, "device", lambda made: made.set_bookmark("place", "today"))
    assert register.path == path
    assert bookmark(register.db, "place") == "today"
    register.close()
    assert {each.name for each in tmp_path.iterdir()} == {"register.qmsdesk", "register.qmsdesk.lock"}
