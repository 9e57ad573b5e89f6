"""The log is turned when it has grown, and is never in the way."""

import logging
from collections.abc import Iterator

import pytest

from qmsdesk.log import LARGEST_BYTES, log_file, logger, start_log


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
