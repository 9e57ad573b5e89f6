"""Saving a file where one says, and telling in a sentence how it went."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from qmsdesk.domain.errors import Refusal
from qmsdesk.i18n import Words
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.files import write_file

FOLDER = "report folder"


def save_file(parent: QWidget, desk: Desk, name: str, content: bytes, tell: Callable[[str, str], None]) -> None:
    """Ask where to, write the whole file or none of it; the next one is offered the same folder."""
    path = _ask_path(parent, desk.words, _folder(desk) / name)
    if path is None:
        return
    try:
        write_file(path, content)
    except Refusal as refusal:
        tell(refusal.say(desk.words), "danger")
    else:
        desk.session.set_bookmark(FOLDER, str(path.parent))
        tell(desk.words("Saved as {path}", path=path), "success")


def pdf_name(*parts: str) -> str:
    """A file name of what a paper is and is about, with nothing in it that a file system refuses."""
    said = " ".join(part for part in parts if part)
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", said).strip(" .")[:120] + ".pdf"


def _ask_path(parent: QWidget, _: Words, suggestion: Path) -> Path | None:
    suffix = suggestion.suffix
    kind = f"{suffix[1:].upper()} (*{suffix})"
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save as"), str(suggestion), kind)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def _folder(desk: Desk) -> Path:
    last = Path(desk.session.bookmark(FOLDER) or "")
    if last.is_absolute() and last.is_dir():
        return last
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
