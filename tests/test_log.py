"""The log is turned when it has grown, is never in the way, and holds no words of an audit."""

import ast
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from qmsdesk.log import LARGEST_BYTES, describe, log_file, logger, start_log

PACKAGE = Path(__file__).resolve().parent.parent / "qmsdesk"
SECRET = "Karin berättade att dörren stod öppen"


@pytest.fixture(autouse=True)
def own_handlers() -> Iterator[None]:
    before = list(logger.handlers)
    logger.handlers.clear()
    yield
    for handler in logger.handlers:
        handler.close()
    logger.handlers[:] = before


def test_what_is_logged_stands_in_the_file() -> None:
    start_log()
    logger.info("opened")
    assert "opened" in log_file().read_text(encoding="utf-8")


def test_starting_twice_logs_once() -> None:
    start_log()
    start_log()
    assert len(logger.handlers) == 1


def test_a_large_log_is_turned() -> None:
    log_file().parent.mkdir(parents=True)
    log_file().write_bytes(b"x" * (LARGEST_BYTES + 1))
    start_log()
    logger.info("after")
    assert log_file().stat().st_size < 1000
    assert log_file().with_suffix(".old.log").stat().st_size > LARGEST_BYTES


def test_a_place_that_cannot_be_written_leaves_the_program_without_a_log() -> None:
    log_file().parent.parent.parent.mkdir(parents=True, exist_ok=True)
    log_file().parent.parent.write_text("a file where the folder should be", encoding="utf-8")
    start_log()
    logging.getLogger("qmsdesk").info("goes on")
    assert not logger.handlers


@pytest.mark.parametrize("trouble", ["folder", "full"])
def test_a_log_that_cannot_be_written_stops_nothing_and_prints_nothing(
    trouble: str, capfd: pytest.CaptureFixture[str]
) -> None:
    log_file().parent.mkdir(parents=True)
    if trouble == "folder":
        log_file().mkdir()
    elif Path("/dev/full").exists():
        log_file().symlink_to("/dev/full")
    start_log()
    logger.info("goes on")
    logger.handlers[0].close()
    assert capfd.readouterr() == ("", "")


def test_it_is_turned_while_the_program_runs_so_that_two_files_are_the_most() -> None:
    start_log()
    for _ in range(34):
        logger.info("x" * 50_000)
    held = [path.stat().st_size for path in log_file().parent.iterdir()]
    assert len(held) == 2
    assert max(held) < LARGEST_BYTES + 100_000


def fail() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        raise KeyError(SECRET) from error


@pytest.mark.expects_log
def test_an_error_is_told_by_kind_and_place_and_not_by_what_it_says() -> None:
    start_log()
    try:
        fail()
    except KeyError:
        logger.exception("a command failed")
    said = log_file().read_text(encoding="utf-8")
    assert "KeyError" in said
    assert "ValueError" in said
    assert "tests/test_log.py:" in said
    assert "in fail" in said
    assert not any(word in said for word in SECRET.split())
    assert str(Path.home()) not in said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (TypeError("fail() takes 0 positional arguments"), "TypeError fail"),
        (ImportError("cannot import name 'x' from 'y' (/home/karin/y.py)"), "ImportError cannot import name 'x' from"),
        (FileNotFoundError(2, "No such file", f"/home/karin/{SECRET}"), "FileNotFoundError ENOENT"),
        (ValueError(SECRET), "ValueError"),
    ],
)
def test_what_helps_support_is_told(error: Exception, said: str) -> None:
    assert describe(error).startswith(said)
    assert "karin" not in describe(error).casefold()


def test_a_file_at_home_does_not_tell_whose_home_it_is() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        exec(compile("1 / 0", Path.home() / "own.py", "exec"))
    assert "  own.py:1 in <module>" in describe(raised.value).splitlines()


KNOWN = {
    "type(refusal).__name__",
    "type(error).__name__",
    "attachment.sha256[:12]",
    "attachment.id",
    "path.name",
    "__version__",
    "python",
    "sys.platform",
    "keys",
    "fault.key",
    "language",
    "code",
    "Path(fault.place).name",
}
"""What is put into a sentence of the log: kinds, ids, versions, names of keys. `path.name` is the hash of a logo."""


def logged(file: Path) -> Iterator[ast.expr]:
    text = file.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text if "logger." in text else "")):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("logger."):
            yield from node.args


def test_nothing_is_logged_that_could_quote_an_audit() -> None:
    """Whoever logs something new looks here first."""
    said = [each for file in sorted(PACKAGE.rglob("*.py")) for each in logged(file)]
    texts = [each for each in said if not isinstance(each, ast.Constant)]
    assert len(texts) > 5
    assert {ast.unparse(each) for each in texts} - KNOWN - {"handler", "logging.INFO"} == set()
