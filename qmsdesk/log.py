"""The log: what the program did, in a file that a person can hand over; it holds no words of an audit."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from qmsdesk.paths import data_folder

logger = logging.getLogger("qmsdesk")


def log_file() -> Path:
    return data_folder() / "logs" / "qmsdesk.log"


def start_log() -> None:
    """Write the program's log to its file; where that cannot be done the program runs without."""
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_file(), maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
