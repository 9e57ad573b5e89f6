"""A disk that fills up while somebody types: the typing goes on, one sentence says it; with room again all is saved."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from qmsdesk.domain.errors import DiskIsFull
from qmsdesk.i18n import words
from qmsdesk.store.attachments import missing_files
from qmsdesk.store.changes import broken_chains
from qmsdesk.store.register import open_reader
from qmsdesk.ui.attachments.intake import from_file
from qmsdesk.ui.fields import PAUSE_MS
from tests.journeys.conftest import Boxes, Program
from tests.journeys.person import Person
from tests.journeys.test_pulled_disk import photos_of

BEFORE = "Written while there was room"
DURING = "– and this while there was none, at some length and without a pause worth mentioning"
ANOTHER = "A new note on the full disk"
AFTER = " – and this afterwards"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "qmsdesk", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a file system can be mounted by root only")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Leave no room at all."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1 << 16)):
                pass
        except OSError:
            return ballast
    raise AssertionError("the disk would not be filled")


@pytest.mark.expects_log
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_full_disk_is_said_once_and_nothing_is_lost(
    program: Program, boxes: Boxes, demo: Path, small_disk: Path, language: str
) -> None:
    path = Path(shutil.copyfile(demo, small_disk / "demo.qmsdesk"))

    def day(person: Person) -> None:
        person.click("Start the day")
        person.press("Ctrl+Return")
        person.press("1", "Return")
        person.type(BEFORE)
        person.rest(2 * PAUSE_MS)
        person.settle()
        ballast = fill(small_disk)
        for word in DURING.split():
            person.type(f" {word}")
            person.rest(PAUSE_MS + 30)
        person.press("Esc", "Down", "2", "Return")
        person.type(ANOTHER)
        person.rest(2 * PAUSE_MS)
        assert boxes.take() == [DiskIsFull(path=path).say(words(language))]
        ballast.unlink()
        person.type(AFTER)
        person.settle()

    assert program.open(path, day, language=language) == 0
    assert said_on(path) == [f"{ANOTHER}{AFTER}", f"{BEFORE} {DURING}"]


@pytest.mark.expects_log
def test_who_leaves_while_the_disk_is_full_is_asked_and_keeps_what_was_saved(
    program: Program, boxes: Boxes, demo: Path, small_disk: Path
) -> None:
    path = Path(shutil.copyfile(demo, small_disk / "demo.qmsdesk"))
    boxes.answers = ["", "Leave without saving"]

    def day(person: Person) -> None:
        person.click("Start the day")
        person.press("Ctrl+Return")
        person.press("Return")
        person.type(BEFORE)
        person.rest(2 * PAUSE_MS)
        person.settle()
        fill(small_disk)
        person.type(AFTER)
        person.wait(lambda: boxes.said, "to hear of the full disk")
        person.press("Ctrl+Q")
        assert person.main_window.isVisible()
        person.press("Ctrl+Q")

    assert program.open(path, day) == 0
    full, *asked = boxes.take()
    assert full == DiskIsFull(path=path).say(words("en"))
    assert len(asked) == 2
    (small_disk / "ballast").unlink()
    assert program.open(path, lambda person: person.see(BEFORE)) == 0
    assert said_on(path) == [BEFORE]


def open_the_day(person: Person) -> None:
    person.press("Ctrl+F2")
    person.click("Said, next")
    person.click("Manager")


def agree(person: Person) -> None:
    person.press("Ctrl+F4")
    person.press("Ctrl+3")
    person.write("Main message {number}", BEFORE, number=1)
    person.rest(2 * PAUSE_MS)


def close(person: Person) -> None:
    person.press("Ctrl+F5")
    person.click("Sign")
    person.write("Name", ANOTHER)
    person.press("Return")


OF_THE_DAY = "WHERE audit_id = (SELECT id FROM audit WHERE number = '2026-05')"
STEPS = {
    "open": (open_the_day, ("opening_check.is_done", "participant.people"), [1, 1]),
    "agree": (agree, ("main_message.text",), [BEFORE]),
    "close": (close, ("sign_off.name",), [ANOTHER]),
}


@pytest.mark.expects_log
@pytest.mark.parametrize("step", STEPS)
def test_what_is_done_at_a_step_while_the_disk_is_full_is_there_when_there_is_room(
    program: Program, boxes: Boxes, demo: Path, small_disk: Path, step: str
) -> None:
    path = Path(shutil.copyfile(demo, small_disk / "demo.qmsdesk"))
    act, columns, kept = STEPS[step]

    def day(person: Person) -> None:
        person.click("Start the day")
        person.settle()
        ballast = fill(small_disk)
        act(person)
        person.wait(lambda: boxes.said, "to hear of the full disk")
        assert boxes.take() == [DiskIsFull(path=path).say(words("en"))]
        ballast.unlink()
        person.settle()

    assert program.open(path, day) == 0
    db = open_reader(path)
    asked = (f"SELECT {column} FROM {column.split('.')[0]} {OF_THE_DAY}" for column in columns)
    assert [row for question in asked for (row,) in db.execute(question)] == kept
    assert broken_chains(db) == []
    db.close()


@pytest.mark.expects_log
def test_a_photo_that_has_no_room_is_refused_and_taken_when_there_is(
    program: Program, boxes: Boxes, demo: Path, small_disk: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copyfile(demo, small_disk / "demo.qmsdesk"))
    photo = tmp_path / "photo.jpg"
    Image.effect_noise((640, 480), 90).save(photo)

    def day(person: Person) -> None:
        person.click("Start the day")
        person.press("Ctrl+Return")
        person.settle()
        strip = photos_of(person)
        ballast = fill(small_disk)
        strip.take([from_file(photo)])
        person.wait(lambda: strip.said, "to hear of the full disk")
        assert person._("the disk is full") in strip.said
        ballast.unlink()
        strip.take([from_file(photo)])
        person.wait(lambda: strip.attachments, "the photo")
        person.settle()

    assert program.open(path, day) == 0
    db = open_reader(path)
    assert db.execute("SELECT count(*) FROM attachment WHERE is_deleted = 0").fetchone() == (1,)
    assert missing_files(db, path) == []
    db.close()


def said_on(path: Path) -> list[str]:
    """The notes of the day on the disk, in the order of the alphabet."""
    db = open_reader(path)
    notes = db.execute(
        "SELECT text FROM note WHERE text LIKE 'Written%' OR text LIKE 'A new%' ORDER BY text"
    ).fetchall()
    assert broken_chains(db) == []
    db.close()
    return [said for (said,) in notes]
