"""Registers that cannot be opened: one clear sentence in the language of the screen, a way on, and nothing harmed."""

import hashlib
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qmsdesk.domain import errors
from qmsdesk.i18n import words
from qmsdesk.store.backups import back_up
from qmsdesk.store.register import open_reader
from qmsdesk.ui.welcome.dialog import WelcomeDialog
from tests.journeys.conftest import Boxes, Program
from tests.journeys.person import Person

PAGE = 4096


@pytest.fixture(params=["sv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def give_up(person: Person) -> None:
    """The first question of all is asked instead; whoever does not want another register leaves."""
    assert isinstance(person.window, WelcomeDialog)
    person.press("Esc")


def go_on(person: Person) -> None:
    person.find("Start the day")
    person.settle()


def cut_off(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def garble(path: Path) -> None:
    """Every page but the first is noise."""
    with path.open("r+b") as file:
        file.seek(PAGE)
        file.write(random.Random(1).randbytes(path.stat().st_size - PAGE))


def fill_with_words(path: Path) -> None:
    path.write_text("Dear all, the register is attached.\n" * 500, encoding="utf-8")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def make_newer(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()


def make_foreign(path: Path) -> None:
    path.unlink()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE recipe (name TEXT)")
    db.close()


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file of a folder with what is in it, but for what SQLite leaves beside a database it has read."""
    files = (each for each in sorted(folder.rglob("*")) if each.is_file() and not _is_beside(each))
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


def _is_beside(file: Path) -> bool:
    return (
        file.suffix == ".lock" or file.name.endswith("-shm") or (file.name.endswith("-wal") and not file.stat().st_size)
    )


@pytest.mark.parametrize("damage", [cut_off, garble])
def test_a_damaged_register_goes_on_from_its_last_good_backup(
    program: Program, boxes: Boxes, demo: Path, language: str, damage: Callable[[Path], None]
) -> None:
    reader = open_reader(demo)
    backup = back_up(reader, demo, "daily")
    reader.close()
    damage(demo)
    damaged = demo.read_bytes()
    said = words(language)
    boxes.answers = [said("Restore the backup")]

    assert program.open(demo, go_on, language=language) == 0

    sentence, question = boxes.take()
    assert sentence == errors.RegisterIsDamaged(path=demo).say(said)
    assert backup.name in question
    (kept,) = demo.parent.glob("*.replaced")
    assert kept.read_bytes() == damaged
    assert backup.exists()


def test_who_declines_the_backup_leaves_everything_as_it_is(
    program: Program, boxes: Boxes, demo: Path, language: str
) -> None:
    reader = open_reader(demo)
    back_up(reader, demo, "daily")
    reader.close()
    cut_off(demo)
    before = fingerprint(demo.parent)
    boxes.answers = [words(language)("Leave everything as it is")]

    assert program.open(demo, give_up, language=language) == 1
    assert len(boxes.take()) == 2
    assert fingerprint(demo.parent) == before


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (cut_off, errors.RegisterIsDamaged),
        (garble, errors.RegisterIsDamaged),
        (make_newer, errors.RegisterIsNewer),
        (make_foreign, errors.NotARegister),
        (fill_with_words, errors.NotARegister),
        (empty, errors.NotARegister),
        (Path.unlink, errors.RegisterIsMissing),
    ],
)
def test_what_is_no_register_of_ours_is_refused_and_left_alone(
    program: Program,
    boxes: Boxes,
    demo: Path,
    language: str,
    spoil: Callable[[Path], None],
    refusal: type[errors.Refusal],
) -> None:
    spoil(demo)
    before = fingerprint(demo.parent)

    assert program.open(demo, give_up, language=language) == 1
    assert boxes.take() == [refusal(path=demo).say(words(language))]
    assert fingerprint(demo.parent) == before


@pytest.mark.parametrize(
    ("place", "refusal"),
    [
        ("folder", errors.RegisterIsFolder),
        ("nowhere/at/all.qmsdesk", errors.RegisterIsMissing),
        ("file/below.qmsdesk", errors.RegisterIsMissing),
        ("å" * 300, errors.RegisterIsMissing),
    ],
)
def test_places_without_a_register_are_named(
    program: Program, boxes: Boxes, tmp_path: Path, language: str, place: str, refusal: type[errors.Refusal]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    before = fingerprint(tmp_path)

    assert program.open(tmp_path / place, give_up, language=language) == 1
    assert boxes.take() == [refusal(path=tmp_path / place).say(words(language))]
    assert fingerprint(tmp_path) == before


@pytest.mark.parametrize("place", ["/proc/qmsdesk/demo.qmsdesk", "{file}/demo.qmsdesk"])
def test_a_demo_cannot_be_made_where_nothing_can_be_written(
    program: Program, boxes: Boxes, tmp_path: Path, language: str, place: str
) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    path = Path(place.format(file=file))
    program.language = language

    assert program.run(["--demo", "--register", path, "--lang", language], give_up) == 1
    assert boxes.take() == [errors.RegisterNotWritable(path=path).say(words(language))]
    assert file.read_text() == "x"


@pytest.fixture
def other_program(demo: Path) -> Iterator[subprocess.Popen[str]]:
    """The real program in another process, with its window open on the demo register."""
    command = [sys.executable, "-m", "tests.journeys.sitter", "--register", str(demo), "--lang", "en"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_program_on_the_same_register_is_sent_to_the_first(
    program: Program, boxes: Boxes, demo: Path, language: str, other_program: subprocess.Popen[str]
) -> None:
    assert program.open(demo, give_up, language=language) == 1
    assert boxes.take() == [errors.RegisterInUse(path=demo).say(words(language))]
    assert other_program.poll() is None

    other_program.kill()
    other_program.wait()
    assert program.open(demo, go_on, language=language) == 0


def test_the_sentences_are_said_in_both_languages() -> None:
    for refusal in (
        errors.RegisterIsDamaged, errors.RegisterIsNewer, errors.NotARegister, errors.RegisterIsMissing,
        errors.RegisterIsFolder, errors.RegisterNotWritable, errors.RegisterInUse, errors.DiskIsFull,
    ):  # fmt: skip
        assert refusal(path="x").say(words("sv")) != refusal(path="x").say(words("en"))
