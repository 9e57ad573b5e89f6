"""The crash path: a bug is shown, saved as a file that can be handed over, and sent nowhere."""

import datetime as dt
import sys
from pathlib import Path
from types import TracebackType

from qmsdesk import __version__
from qmsdesk.i18n import Words
from qmsdesk.log import describe, log_file, logger

MOST = 20
"""Files of crashes that are kept, the newest."""


def catch_crashes(words: Words) -> None:
    """From here on an error nobody caught is shown and kept, and the program goes on where it can."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logger.error("a crash", exc_info=(kind, error, trace))
        _tell(words, save_crash(error))

    sys.excepthook = show


def save_crash(error: BaseException, folder: Path | None = None) -> Path | None:
    """Write what went wrong to a file, or return None where even that fails."""
    import platform  # this and what else only a crash needs would cost every start

    path = (folder or log_file().parent) / f"crash {dt.datetime.now().astimezone():%Y-%m-%d %H%M%S}.txt"
    head = f"qmsdesk {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{head}{describe(error)}\n", encoding="utf-8")
        for old in sorted(path.parent.glob("crash *.txt"))[:-MOST]:
            old.unlink()
    except OSError:
        return None
    return path


def _tell(_: Words, path: Path | None) -> None:
    from PySide6.QtWidgets import QMessageBox  # see `save_crash`

    box = QMessageBox(
        QMessageBox.Icon.Critical, "qmsdesk", _("Something went wrong in the program. Your work is saved.")
    )
    if path:
        box.setInformativeText(_("A description is in {path}. Give it to IT if it happens again.", path=path))
    box.exec()
