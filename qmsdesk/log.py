"""The log: what the program did, in a file that a person can hand over; it holds no words of an audit and no names."""

import errno
import logging
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from qmsdesk.paths import data_folder

LARGEST_BYTES = 500_000
"""There are two files at most, this one and the one before it."""

logger = logging.getLogger("qmsdesk")


def log_file() -> Path:
    return data_folder() / "logs" / "qmsdesk.log"


def start_log() -> None:
    """Write the program's log to its file, once; where that cannot be done the program runs without."""
    if logger.handlers:
        return
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _BoundedFile(path, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.turn()
    handler.setFormatter(_WithoutWords("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def describe(error: BaseException) -> str:
    """An error and its causes, by kind and place; what it says may quote an audit, so only some kinds are quoted."""
    lines: list[str] = []
    for each in _chain(error):
        lines += [f"  {_place(file)}:{line} in {name}" for file, line, name in _frames(each.__traceback__)]
        lines.append(" ".join(filter(None, (type(each).__name__, _told(each)))))
    return "\n".join(lines)


class _BoundedFile(logging.FileHandler):
    """Turned by hand, not by `logging.handlers`, whose import costs what a small window does."""

    def turn(self) -> None:
        """Put a file that has grown aside, in the place of the one before; where another program holds it, go on."""
        path = Path(self.baseFilename)
        with suppress(OSError):
            if path.stat().st_size > LARGEST_BYTES:
                path.replace(path.with_suffix(".old.log"))

    def emit(self, record: logging.LogRecord) -> None:
        """A full disk, or a folder in the log's place, costs a line of the log and nothing else."""
        with suppress(OSError):
            super().emit(record)
            stream: Any = self.stream
            if stream is not None and stream.tell() > LARGEST_BYTES:
                self.close()
                self.turn()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - overrides
        """Python's own would print a trace to the terminal."""

    def close(self) -> None:
        with suppress(OSError):
            super().close()


class _WithoutWords(logging.Formatter):
    def formatException(self, ei: Any) -> str:  # noqa: N802 - overrides
        return describe(ei[1])


QUOTED = (AttributeError, ImportError, NameError, TypeError)
"""They speak of names in the program alone."""
_PACKAGE = Path(__file__).resolve().parent


def _chain(error: BaseException) -> Iterator[BaseException]:
    """What caused it first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _chain(cause)
    yield error


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, int, str]]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield code.co_filename, trace.tb_lineno, code.co_name
        trace = trace.tb_next


def _place(file: str) -> str:
    """Without the folders above, which may name a person."""
    path = Path(file)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - pathlib's own raises where nobody has one
    return path.name if path.parent == home else "/".join(path.parts[-2:])


def _told(error: BaseException) -> str:
    if isinstance(error, QUOTED):
        return re.sub(r"\s*\(.*", "", str(error), flags=re.DOTALL)  # an import names its file there
    if isinstance(error, OSError) and error.errno is not None:
        return errno.errorcode.get(error.errno, str(error.errno))
    return str(getattr(error, "sqlite_errorname", ""))
