"""Saving a file of an audit where one says, and telling in a sentence how it went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import Refusal
from qmsdesk.i18n import Words
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.files import file_name, write_file

FOLDER = "report folder"


def save_file(
    parent: QWidget,
    desk: Desk,
    dossier: Dossier,
    said: Words,
    what: str,
    suffix: str,
    content: bytes,
    tell: Callable[[str, str], None],
) -> None:
    """Ask where to, write the whole file or none of it; the next one is offered the same folder."""
    suggestion = _folder(desk) / file_name(dossier, what, suffix, said)
    path = _ask_path(parent, desk.words, suggestion)
    if path is None:
        return
    try:
        write_file(path, content)
    except Refusal as refusal:
        tell(refusal.say(desk.words), "danger")
    else:
        desk.session.set_bookmark(FOLDER, str(path.parent))
        tell(desk.words("Saved as {path}", path=path), "success")


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
