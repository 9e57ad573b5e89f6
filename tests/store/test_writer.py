"""The writer: jobs in their order, the newest draft of a field, and nothing lost at the end."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qmsdesk.domain.changes import Edit
from qmsdesk.domain.errors import AuditNotFound, DiskIsFull, Refusal
from qmsdesk.store.changes import history
from qmsdesk.store.drafts import drafts
from qmsdesk.store.register import Register, open_reader
from qmsdesk.store.writer import Writer
from tests.store.conftest import DEVICE
from tests.store.town import ANNA, TOWN, creations

PATIENCE = 10


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "register.qmsdesk"
    made = Register(path, DEVICE, create=True)
    made.set_owner(ANNA.id)
    made.write(creations(TOWN))
    made.close()
    return path


@pytest.fixture
def writer(path: Path) -> Iterator[Writer]:
    made = Writer(Register(path, DEVICE))
    yield made
    if made._thread.is_alive():
        made.close()


def text(value: str, field: str = "text") -> Edit:
    return Edit("note", "n1", field, value, "a1")


class Answers:
    """What jobs were answered, in order."""

    def __init__(self) -> None:
        self.given: list[tuple[Any, Exception | None]] = []

    def __call__(self, result: Any, error: Exception | None) -> None:
        self.given.append((result, error))


def hold(writer: Writer) -> threading.Event:
    """Keep the writer busy until the event is set."""
    begun, go = threading.Event(), threading.Event()

    def wait(_: Register) -> None:
        begun.set()
        assert go.wait(PATIENCE)

    writer.submit(wait, Answers())
    assert begun.wait(PATIENCE)
    return go


def test_jobs_are_done_in_the_order_they_came(writer: Writer) -> None:
    answers = Answers()
    for number in range(50):
        writer.submit(lambda _, number=number: number, answers)
    writer.close()

    assert answers.given == [(number, None) for number in range(50)]


def test_of_drafts_that_wait_the_newest_wins(writer: Writer, path: Path) -> None:
    answers = Answers()
    go = hold(writer)
    taken = [writer.keep_draft(text(value), answers) for value in ("P", "Pl", "Pla")]
    other = writer.keep_draft(text("chef", "speaker_role"), answers)
    go.set()
    writer.submit(lambda register: drafts(register.db), answers)
    writer.close()

    assert (taken, other) == ([True, False, False], True)
    (kept, error) = answers.given.pop()
    assert error is None
    assert {edit.field: edit.value for edit, _ in kept} == {"text": "Pla", "speaker_role": "chef"}
    assert answers.given == [(None, None)] * 2


def test_a_text_typed_after_sealing_is_not_kept_before_it(writer: Writer) -> None:
    """Sealing drops the draft of its field: a newer text that had overtaken it would be lost in a crash."""
    answers = Answers()
    go = hold(writer)
    writer.keep_draft(text("First"), answers)
    writer.submit(lambda register: register.seal(text("First")), answers)
    writer.keep_draft(text("Second"), answers)
    writer.submit(lambda register: drafts(register.db), answers)
    go.set()
    writer.close()

    kept, error = answers.given[-1]
    assert error is None
    assert [edit.value for edit, _ in kept] == ["Second"]


def test_an_error_is_handed_to_whoever_asked_and_the_next_job_is_done(writer: Writer) -> None:
    answers = Answers()
    refusal = AuditNotFound(audit="9")

    def fail(_: Register) -> None:
        raise refusal

    writer.submit(fail, answers)
    writer.submit(lambda _: "next", answers)
    writer.close()

    assert answers.given == [(None, refusal), ("next", None)]


@pytest.mark.expects_log
def test_whoever_asked_may_be_gone(writer: Writer, caplog: pytest.LogCaptureFixture) -> None:
    answers = Answers()

    def gone(result: object, error: Exception | None) -> None:
        raise RuntimeError("the page is closed")

    writer.submit(lambda _: "first", gone)
    writer.submit(lambda _: "second", answers)
    writer.close()

    assert answers.given == [("second", None)]
    assert "could not be handed over" in caplog.text


def test_closing_finishes_what_waits(writer: Writer, path: Path) -> None:
    answers = Answers()
    go = hold(writer)
    for number in range(20):
        writer.submit(lambda register, number=number: register.write([text(f"{number}")]), answers)
    writer.keep_draft(text("Draft"), answers)
    go.set()
    writer.close()

    assert [error for _, error in answers.given] == [None] * 21
    reader = open_reader(path)
    assert [change.value for change in history(reader, "n1", "text")][1:] == [*map(str, range(20)), "Draft"]
    assert drafts(reader) == []
    reader.close()
    Register(path, DEVICE).close()


def test_nothing_is_taken_after_closing(writer: Writer) -> None:
    writer.close()

    for late in (lambda: writer.submit(lambda _: None, Answers()), lambda: writer.keep_draft(text("x"), Answers())):
        with pytest.raises(RuntimeError, match="closed"):
            late()


def test_many_threads_may_ask_at_once(writer: Writer, path: Path) -> None:
    answers = Answers()

    def ask(name: int) -> None:
        for number in range(25):
            writer.submit(lambda register, value=f"{name}-{number}": register.write([text(value)]), answers)
            writer.keep_draft(text(f"{name}-{number}", "speaker_role"), answers)

    threads = [threading.Thread(target=ask, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    writer.close()

    assert [error for _, error in answers.given if error] == []
    reader = open_reader(path)
    written = [str(change.value) for change in history(reader, "n1", "text")][1:]
    reader.close()
    assert len(written) == 100
    for name in range(4):
        assert [value for value in written if value.startswith(f"{name}-")] == [f"{name}-{n}" for n in range(25)]


def test_a_job_that_meets_a_full_disk_is_tried_again_and_nothing_overtakes_it(path: Path) -> None:
    troubles: list[Refusal] = []
    writer, answers, fails = Writer(Register(path, DEVICE), troubles.append), Answers(), iter([True, True, False])

    def write(register: Register) -> str:
        if next(fails):
            raise DiskIsFull(path=path)
        return "written"

    through = threading.Event()
    writer.submit(write, answers)
    writer.submit(lambda _: "next", answers)
    writer.submit(lambda _: None, lambda *_: through.set())
    assert through.wait(PATIENCE)
    writer.close()
    assert answers.given == [("written", None), ("next", None)]
    assert [type(each) for each in troubles] == [DiskIsFull]
    assert not writer.is_stuck


def test_closing_waits_for_no_disk(path: Path) -> None:
    writer, answers = Writer(Register(path, DEVICE)), Answers()
    stuck = threading.Event()

    def write(_: Register) -> None:
        stuck.set()
        raise DiskIsFull(path=path)

    writer.submit(write, answers)
    assert stuck.wait(PATIENCE)
    writer.close()
    ((_, error),) = answers.given
    assert isinstance(error, DiskIsFull)
