"""Backups: whole, checked, kept by age, and put back without losing what was there."""

import datetime as dt
import getpass
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.domain.errors import (
    BackupNotCopied,
    BackupNotUsable,
    BackupNotVerified,
    DiskIsFull,
    FileNotWritable,
    RegisterInUse,
    RegisterIsAway,
)
from qmsdesk.domain.notes import Note
from qmsdesk.domain.records import edit_of
from qmsdesk.store.backups import (
    DAYS_KEPT,
    MONTHS_KEPT,
    Keeping,
    back_up,
    back_up_daily,
    backup_folder,
    backups,
    last_good_backup,
    restore,
    second_folder,
    too_old,
)
from qmsdesk.store.changes import broken_chains
from qmsdesk.store.database import Connection, connect, sqlite3
from qmsdesk.store.register import Register, open_reader
from qmsdesk.store.rows import get
from tests.store.conftest import DEVICE
from tests.store.state import rows
from tests.store.town import TOWN, creations

NOTE = next(record for record in TOWN if isinstance(record, Note))
TODAY = dt.datetime.now(dt.UTC).astimezone().date()
DAY = dt.timedelta(days=1)


def state(path: Path) -> object:
    copy = connect(path, read_only=True)
    try:
        return rows(copy)
    finally:
        copy.close()


def named(register: Path, day: dt.date, time: str = "120000", why: str = "daily") -> Path:
    return backup_folder(register) / f"{register.stem}.{day:%Y-%m-%d}T{time}.{why}.backup"


def test_a_backup_holds_what_the_register_held(town: Register) -> None:
    made = back_up(town.db, town.path, "by-hand")
    before = rows(town.db)
    town.write([edit_of(NOTE, "text", "Later")])

    assert state(made) == before
    assert [path.name for path in backup_folder(town.path).iterdir()] == [made.name]
    assert backups(town.path) == [made]


def test_a_backup_is_made_beside_someone_who_writes_on(town: Register) -> None:
    stop = threading.Event()
    written = [0]

    def write_on() -> None:
        while not stop.is_set():
            written[0] += 1
            town.write([edit_of(NOTE, "text", f"text {written[0]}"), edit_of(NOTE, "speaker_role", f"{written[0]}")])

    writer = threading.Thread(target=write_on)
    writer.start()
    reader = open_reader(town.path)
    made = [back_up(reader, town.path, f"part-{'abc'[number]}") for number in range(3)]
    stop.set()
    writer.join()
    reader.close()

    for path in made:
        copy = connect(path, read_only=True)
        note = get(copy, Note, NOTE.id)
        assert note is not None
        assert note in (NOTE, Note(**{**_fields(note), "text": f"text {note.speaker_role}"}))
        assert broken_chains(copy) == []
        copy.close()
    assert written[0] > 1


def _fields(note: Note) -> dict[str, object]:
    return {name: getattr(note, name) for name in Note.__slots__}


def test_there_is_one_daily_backup_a_day(town: Register) -> None:
    first = back_up_daily(town.db, town.path, TODAY)

    assert first is not None
    assert back_up_daily(town.db, town.path, TODAY) is None
    assert backups(town.path) == [first]


def test_the_daily_backup_lets_the_old_ones_go(town: Register) -> None:
    backup_folder(town.path).mkdir()
    for days in (1, 20, 21, 5_000):
        named(town.path, TODAY - days * DAY).write_bytes(b"old")
    other = backup_folder(town.path) / "other.2001-01-01T120000.daily.backup"
    stranger = backup_folder(town.path) / "register.notes.backup"
    for path in (other, stranger):
        path.touch()

    back_up_daily(town.db, town.path, TODAY)

    left = backups(town.path)
    assert named(town.path, TODAY - DAY) in left
    assert named(town.path, TODAY - 5_000 * DAY) not in left
    assert other.exists()
    assert stranger.exists()


def test_a_copy_goes_to_the_second_place_in_a_folder_of_its_own_and_is_kept_by_age(
    town: Register, tmp_path: Path
) -> None:
    keeping = Keeping(days=3, months=0, folder=tmp_path / "share")
    second = second_folder(town.path, tmp_path / "share")
    assert second.parent == tmp_path / "share"
    assert second_folder(tmp_path / "other" / "register.qmsdesk", tmp_path / "share") != second
    second.mkdir(parents=True)
    backup_folder(town.path).mkdir()
    old = [folder / named(town.path, TODAY - 4 * DAY).name for folder in (second, backup_folder(town.path))]
    for path in old:
        path.write_bytes(b"old")

    made = back_up_daily(town.db, town.path, TODAY, keeping)

    assert made is not None
    (copy,) = backups(town.path, second)
    assert copy.read_bytes() == made.read_bytes()
    assert not any(path.exists() for path in old)


def test_a_second_place_that_is_away_costs_nothing_but_the_copy(town: Register, tmp_path: Path) -> None:
    (tmp_path / "share").write_text("a file where the folder should be", encoding="utf-8")
    keeping = Keeping(folder=tmp_path / "share")

    with pytest.raises(BackupNotCopied):
        back_up_daily(town.db, town.path, TODAY, keeping)

    assert len(backups(town.path)) == 1
    (tmp_path / "share").unlink()
    assert back_up_daily(town.db, town.path, TODAY, keeping) is None
    (copy,) = backups(town.path, second_folder(town.path, tmp_path / "share"))
    backups(town.path)[0].write_bytes(b"damaged")
    assert last_good_backup(town.path, keeping) == copy


@pytest.mark.parametrize("name", ["2026 [copy].qmsdesk", "a*b?.qmsdesk", "register.v2.qmsdesk", "åäö.qmsdesk"])
def test_a_register_may_be_called_anything(tmp_path: Path, name: str) -> None:
    register = Register(tmp_path / name, DEVICE, create=True)

    made = back_up_daily(register.db, register.path, TODAY)

    assert backups(register.path) == [made]
    assert back_up_daily(register.db, register.path, TODAY) is None
    register.close()


# Age

MOMENTS = st.lists(
    st.tuples(st.integers(min_value=-3, max_value=1_200), st.integers(min_value=0, max_value=235959)),
    unique=True,
    max_size=60,
)


@settings(max_examples=80, deadline=None)
@given(MOMENTS)
def test_what_is_kept_by_age(moments: list[tuple[int, int]]) -> None:
    register = Path("/somewhere/r.qmsdesk")
    days = {named(register, TODAY - age * DAY, f"{time:06d}"): TODAY - age * DAY for age, time in moments}
    newest_first = sorted(days, key=lambda path: path.name, reverse=True)

    old = too_old(newest_first, TODAY)

    kept = [path for path in newest_first if path not in old]
    assert kept[:1] == newest_first[:1], "the newest stays"
    assert all((TODAY - days[path]).days > DAYS_KEPT for path in old), "all of two weeks stay"
    for month in {days[path].strftime("%Y-%m") for path in newest_first}:
        ages = [(TODAY - days[path]).days for path in newest_first if days[path].strftime("%Y-%m") == month]
        if min(ages) <= MONTHS_KEPT * 31:
            assert any(days[path].strftime("%Y-%m") == month for path in kept), "one of each month stays"
    assert len([path for path in kept if (TODAY - days[path]).days > DAYS_KEPT]) <= MONTHS_KEPT + 3
    assert too_old(kept, TODAY) == [], "what was kept once is not let go the same day"


# Places that take none


def test_a_backup_that_cannot_be_written_leaves_nothing(town: Register, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    earlier = back_up(town.db, town.path, "by-hand")

    with pytest.raises(FileNotWritable):
        back_up(town.db, town.path, "by-hand", tmp_path / "file" / "backups")

    assert backups(town.path) == [earlier]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk too small for a backup; skipped where one may not be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=200k", "none", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a disk may not be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_backup_is_not_made_where_the_registers_disk_was(town: Register, path: Path, tmp_path: Path) -> None:
    reader = open_reader(path)
    gone = path.rename(tmp_path / "gone")
    with pytest.raises(RegisterIsAway):
        back_up_daily(reader, path, TODAY)
    gone.rename(path)
    assert backups(path) == []
    assert not backup_folder(path).exists()
    reader.close()


def test_a_full_disk_leaves_no_half_backup(town: Register, small_disk: Path) -> None:
    with pytest.raises(DiskIsFull):
        back_up(town.db, town.path, "by-hand", small_disk)

    assert list(small_disk.iterdir()) == []
    assert broken_chains(town.db) == []


def test_a_backup_of_a_damaged_register_is_no_backup(damaged: Connection, path: Path) -> None:
    with pytest.raises(BackupNotVerified):
        back_up(damaged, path, "by-hand")

    assert list(backup_folder(path).iterdir()) == []


@pytest.fixture
def damaged(path: Path) -> Iterator[Connection]:
    """A register with a page of garbage in the middle, held open."""
    register = Register(path, DEVICE, create=True)
    register.write(creations(TOWN))
    register.close()
    whole = bytearray(path.read_bytes())
    for page in range(10, 30):
        whole[page * 4096 : page * 4096 + 4096] = b"\xff" * 4096
    path.write_bytes(whole)
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


# Putting back


def test_the_last_good_backup_skips_damaged_ones(town: Register) -> None:
    good = back_up(town.db, town.path, "by-hand")
    whole = good.read_bytes()
    for days, content in ((1, b""), (2, whole[:50_000]), (3, whole[:40_960] + b"\xff" * 40_960 + whole[81_920:])):
        named(town.path, TODAY + days * DAY).write_bytes(content)
    named(town.path, TODAY + 4 * DAY).mkdir()

    assert last_good_backup(town.path) == good


def test_there_may_be_no_good_backup(town: Register) -> None:
    assert last_good_backup(town.path) is None


def test_restoring_puts_the_damaged_register_aside_and_starts_new_chains(path: Path) -> None:
    register = Register(path, DEVICE, create=True)
    register.write(creations(TOWN))
    backup = back_up(register.db, path, "by-hand")
    before = rows(register.db)
    replicas = {row[0] for row in register.db.execute("SELECT id FROM replica")}
    register.write([edit_of(NOTE, "text", "Lost in the damage")])
    register.close()
    damaged = path.read_bytes()[:100_000]
    path.write_bytes(damaged)
    Path(f"{path}-wal").write_bytes(b"what was left of a log")
    Path(f"{path}-shm").write_bytes(b"and of its index")

    kept = restore(path, backup)

    assert kept is not None
    assert kept.read_bytes() == damaged
    assert Path(f"{kept}-wal").read_bytes() == b"what was left of a log"
    again = Register(path, DEVICE)
    assert rows(again.db) == before
    again.write([edit_of(NOTE, "text", "Written on")])
    fresh = {row[0] for row in again.db.execute("SELECT replica FROM change WHERE value = '\"Written on\"'")}
    assert not fresh & replicas
    assert broken_chains(again.db) == []
    again.close()
    assert backup.exists()


def test_restoring_twice_keeps_both(path: Path) -> None:
    register = Register(path, DEVICE, create=True)
    backup = back_up(register.db, path, "by-hand")
    register.close()

    kept = {restore(path, backup) for _ in range(3)}

    assert len(kept) == 3
    assert all(one is not None and one.exists() for one in kept)


def test_restoring_where_there_is_no_register(path: Path, tmp_path: Path) -> None:
    register = Register(path, DEVICE, create=True)
    backup = back_up(register.db, path, "by-hand")
    register.close()

    assert restore(tmp_path / "elsewhere.qmsdesk", backup) is None
    Register(tmp_path / "elsewhere.qmsdesk", DEVICE).close()


def test_an_open_register_is_not_replaced(town: Register) -> None:
    backup = back_up(town.db, town.path, "by-hand")

    with pytest.raises(RegisterInUse):
        restore(town.path, backup)


@pytest.mark.parametrize("content", [b"", b"no database at all", None])
def test_what_is_no_backup_is_not_put_back(town: Register, tmp_path: Path, content: bytes | None) -> None:
    strange = tmp_path / "strange.backup"
    if content is not None:
        strange.write_bytes(content)
    town.close()
    before = town.path.read_bytes()

    with pytest.raises(BackupNotUsable):
        restore(town.path, strange)

    assert town.path.read_bytes() == before
    Register(town.path, DEVICE).close()
    town.__init__(town.path, DEVICE)  # type: ignore[misc] # the fixture closes it


def test_a_user_without_a_name_has_a_second_place_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    register, share = tmp_path / "register.qmsdesk", tmp_path / "share"
    named = second_folder(register, share)
    monkeypatch.setattr(getpass, "getuser", nobody)
    assert second_folder(register, share).name.split("-")[1:] == named.name.split("-")[1:]
