"""A disk that is taken out, or that fails, while somebody writes: one sentence, the text stays, nothing is lost."""

import resource
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from qmsdesk.domain.errors import DiskFails, RegisterIsAway
from qmsdesk.i18n import words
from qmsdesk.store.attachments import missing_files
from qmsdesk.store.changes import broken_chains
from qmsdesk.store.register import open_reader
from qmsdesk.ui.attachments.intake import from_file
from qmsdesk.ui.attachments.strip import PhotoStrip
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.fields import PAUSE_MS
from tests.journeys.conftest import Act, Boxes, Program
from tests.journeys.person import Person

BEFORE = "Written while the disk was there"
DURING = " – and this while it was gone"
AFTER = " – and this afterwards"


class Disk:
    """A file system of its own at `place`, which can be taken out and put back."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "disk"
        self._kept = folder / "kept"
        for each in (self.place, self._kept):
            each.mkdir()

    def mount(self) -> None:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=32m", "qmsdesk", str(self._kept)], capture_output=True, check=False
        )
        if mounted.returncode:
            pytest.skip("a file system can be mounted by root only")
        self.put_back()

    def pull(self) -> None:
        subprocess.run(["umount", "--lazy", str(self.place)], check=True)

    def put_back(self) -> None:
        subprocess.run(["mount", "--bind", str(self._kept), str(self.place)], check=True)

    def unmount(self) -> None:
        subprocess.run(["umount", "--lazy", str(self.place)], check=False, capture_output=True)
        subprocess.run(["umount", "--lazy", str(self._kept)], check=False, capture_output=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    held = Disk(tmp_path)
    held.mount()
    yield held
    held.unmount()


def write_a_note(person: Person) -> None:
    person.press("1", "Return")
    person.type(BEFORE)


def write_a_finding(person: Person) -> None:
    person.press("F")
    person.find("Title")
    person.settle()
    person.type(BEFORE)


WRITINGS = {"note": ("note", "text", write_a_note), "finding": ("finding", "title", write_a_finding)}


@pytest.mark.expects_log
@pytest.mark.parametrize("what", WRITINGS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_disk_that_was_pulled_is_said_once_and_all_is_saved_when_it_is_back(
    program: Program, boxes: Boxes, demo: Path, disk: Disk, what: str, language: str
) -> None:
    path = Path(shutil.copyfile(demo, disk.place / "demo.qmsdesk"))
    kind, field, write = WRITINGS[what]

    def day(person: Person) -> None:
        begin(person, write)
        disk.pull()
        type_on(person)
        assert boxes.take() == [RegisterIsAway(path=path).say(words(language))]
        assert person.sees(f"{BEFORE}{DURING}")
        assert list(disk.place.iterdir()) == []
        disk.put_back()
        person.type(AFTER)
        person.settle()

    assert program.open(path, day, language=language) == 0
    assert said_on(path, kind, field) == [f"{BEFORE}{DURING}{AFTER}"]


@pytest.mark.expects_log
@pytest.mark.parametrize("what", WRITINGS)
def test_a_disk_that_fails_is_said_once_and_all_is_saved_when_it_works_again(
    program: Program, boxes: Boxes, demo: Path, what: str
) -> None:
    kind, field, write = WRITINGS[what]
    said: list[str] = []

    def day(person: Person) -> None:
        begin(person, write)
        with failing_writes(demo):
            type_on(person)
            said.extend(boxes.take())
            assert person.sees(f"{BEFORE}{DURING}")
        person.type(AFTER)
        person.settle()

    assert program.open(demo, day) == 0
    assert said == [DiskFails(path=demo).say(words("en"))]
    assert said_on(demo, kind, field) == [f"{BEFORE}{DURING}{AFTER}"]


@pytest.mark.expects_log
def test_who_leaves_without_the_disk_is_asked_and_keeps_what_was_saved(
    program: Program, boxes: Boxes, demo: Path, disk: Disk
) -> None:
    path = Path(shutil.copyfile(demo, disk.place / "demo.qmsdesk"))
    boxes.answers = ["", "Leave without saving"]

    def day(person: Person) -> None:
        begin(person, write_a_note)
        disk.pull()
        type_on(person)
        person.press("Ctrl+Q")
        assert person.main_window.isVisible()
        person.press("Ctrl+Q")

    assert program.open(path, day) == 0
    away, *asked = boxes.take()
    assert away == RegisterIsAway(path=path).say(words("en"))
    assert len(asked) == 2
    assert list(disk.place.iterdir()) == []
    disk.put_back()
    assert program.open(path, lambda person: person.see(BEFORE)) == 0
    assert said_on(path, "note", "text") == [BEFORE]


@pytest.mark.expects_log
def test_a_photo_without_its_disk_is_refused_and_taken_when_it_is_back(
    program: Program, boxes: Boxes, demo: Path, disk: Disk, tmp_path: Path
) -> None:
    path = Path(shutil.copyfile(demo, disk.place / "demo.qmsdesk"))
    photo = tmp_path / "photo.jpg"
    Image.new("RGB", (320, 200), "teal").save(photo)

    def day(person: Person) -> None:
        begin(person, write_a_note)
        strip = photos_of(person)
        disk.pull()
        strip.take([from_file(photo)])
        person.wait(lambda: strip.said, "to hear of the disk")
        assert strip.said == RegisterIsAway(path=path).say(person._)
        assert list(disk.place.iterdir()) == []
        disk.put_back()
        strip.take([from_file(photo)])
        person.wait(lambda: strip.attachments, "the photo")
        person.settle()

    assert program.open(path, day) == 0
    db = open_reader(path)
    assert db.execute("SELECT count(*) FROM attachment WHERE is_deleted = 0").fetchone() == (1,)
    assert missing_files(db, path) == []
    db.close()


def begin(person: Person, write: Act) -> None:
    person.click("Start the day")
    person.press("Ctrl+Return")
    write(person)
    person.rest(2 * PAUSE_MS)
    person.settle()
    person.main_window._desk.jobs.wait()


def type_on(person: Person) -> None:
    """With pauses in which the program tries to save."""
    for word in DURING.split(" ")[1:]:
        person.type(f" {word}")
        person.rest(PAUSE_MS + 30)


def photos_of(person: Person) -> PhotoStrip:
    page = person.main_window.page
    assert isinstance(page, AuditPage)
    assert isinstance(page.step, ConductPage)
    return page.step.questions.card.photos


class failing_writes:  # noqa: N801 - reads as what is done in it
    """No file can grow past what the register's log has by now: the system refuses as a failing disk does."""

    def __init__(self, register: Path) -> None:
        self._log = Path(f"{register}-wal")
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def __enter__(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._log.stat().st_size, self._before[1]))

    def __exit__(self, *_: object) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


def said_on(path: Path, kind: str, field: str) -> list[str]:
    db = open_reader(path)
    said = db.execute(f"SELECT {field} FROM {kind} WHERE {field} LIKE 'Written%'").fetchall()
    assert broken_chains(db) == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()
    return [text for (text,) in said]
