"""Report files: what they are called, and how they are written whole or not at all."""

import errno
import re
from contextlib import suppress
from pathlib import Path

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import FileNotWritable
from qmsdesk.i18n import N_, Words
from qmsdesk.paths import data_folder

_REASONS = {
    errno.EACCES: N_("you may not write there, or the file is open in another program"),
    errno.EPERM: N_("you may not write there, or the file is open in another program"),
    errno.EROFS: N_("the disk is read-only"),
    errno.ENOSPC: N_("the disk is full"),
    errno.ENOENT: N_("there is no such folder"),
    errno.ENOTDIR: N_("there is no such folder"),
    errno.EISDIR: N_("that is a folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}


def report_name(dossier: Dossier, _: Words) -> str:
    """The file name of a report in its language."""
    return file_name(dossier, _("report"), ".pdf", _)


def file_name(dossier: Dossier, what: str, suffix: str, _: Words) -> str:
    """What a file of an audit is called, with nothing in it that a file system refuses."""
    said = " ".join((dossier.audit.number, _.pick(dossier.unit, "name"), what))
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", said).strip(" .")[:120] + suffix


def write_file(path: Path, content: bytes) -> None:
    """Put a file in its place when all of it is on the disk. Raises `FileNotWritable`."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        reason = _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
        raise FileNotWritable(path=path, reason=reason) from error


def write_for_viewer(name: str, content: bytes) -> Path:
    """A copy for another program to show; those of earlier times go, where no program holds them."""
    folder = data_folder() / "shown"
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritable(path=folder, reason=error.strerror or type(error).__name__) from error
    for old in folder.glob("*.pdf"):
        with suppress(OSError):
            old.unlink()
    write_file(path, content)
    return path
