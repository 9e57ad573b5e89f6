"""The log: what the program did, in a file that a person can hand over; it holds no words of an audit."""

import logging
from pathlib import Path

from qmsdesk.paths import data_folder

LARGEST_BYTES = 500_000

logger = logging.getLogger("qmsdesk")


def log_file() -> Path:
    return data_folder() / "logs" / "qmsdesk.log"


def start_log() -> None:
    """Write the program's log to its file, once; where that cannot be done the program runs without.

    The file is turned at the start, not by `logging.handlers`, whose import costs what a small window does.
    """
    if logger.handlers:
        return
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
