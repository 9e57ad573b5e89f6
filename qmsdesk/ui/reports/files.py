"""Report files: what they are called, and how they are written whole or not at all."""

import errno
import re
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import FileNotWritable
from qmsdesk.domain.reports import ReportForm
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


FORM_WORDS = {
    ReportForm.FULL: N_("report"),
    ReportForm.SHORT: N_("short report"),
    ReportForm.FACT_CHECK: N_("fact check copy"),
    ReportForm.MASKED: N_("masked copy"),
}
MAIL_SECONDS = 24 * 60 * 60
"""How long a mail program is left the file of a mail that it may not have sent yet."""


def report_name(dossier: Dossier, form: ReportForm, _: Words, version: int = 0) -> str:
    """The file name of a report in its language; of an issued one with its version."""
    said = [_(FORM_WORDS[form])]
    if version:
        said.append(_("version {version}", version=version))
    return file_name(dossier, " ".join(said), ".pdf", _)


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


def free_path(path: Path) -> Path:
    """The same name with the first number behind it that is not taken."""
    return next(each for n in count(2) if not (each := path.with_name(f"{path.stem} ({n}){path.suffix}")).exists())


def is_held(error: Exception) -> bool:
    """Whether a file that is there could not be replaced, as Windows has it while another program shows it."""
    return (
        isinstance(error, FileNotWritable)
        and isinstance(error.__cause__, PermissionError)
        and error.fields["path"].is_file()
    )


def write_for_viewer(name: str, content: bytes) -> Path:
    """A copy for another program to show; those of earlier times go, where no program holds them."""
    return _write_aside("shown", name, content, 0)


def write_for_mail(name: str, content: bytes) -> Path:
    """A copy for a mail program, which reads it when the mail is sent; those of earlier days go."""
    return _write_aside("mails", name, content, MAIL_SECONDS)


def _write_aside(where: str, name: str, content: bytes, kept_seconds: float) -> Path:
    folder = data_folder() / where
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritable(path=folder, reason=error.strerror or type(error).__name__) from error
    for old in folder.iterdir():
        with suppress(OSError):
            if old.stat().st_mtime <= time.time() - kept_seconds:
                old.unlink()
    try:
        write_file(path, content)
    except FileNotWritable as error:
        if not is_held(error):
            raise
        path = free_path(path)
        write_file(path, content)
    return path
