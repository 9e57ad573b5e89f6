"""Kept files, such as photos and issued reports: beside the register, named by their SHA-256, and never changed."""

import os
import re
from contextlib import suppress
from pathlib import Path

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.errors import FileNotWritable, reason_of
from qmsdesk.domain.organisation import Organisation
from qmsdesk.domain.reports import ReportIssue
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import select

_NAME = re.compile(r"[0-9a-f]{64}")
_PART = ".part"


def files_folder(register: Path) -> Path:
    """The folder of a register's files; who moves the register takes it along."""
    return register.with_name(f"{register.name}.files")


def file_of(register: Path, digest: str) -> Path | None:
    """Where the file with that content lies; None where it is missing, or where that is no SHA-256."""
    path = _place(files_folder(register), digest)
    return path if path is not None and path.is_file() else None


def keep_file(register: Path, content: bytes) -> str:
    """Put a content beside the register, whole or not at all, and return its SHA-256. Raises `FileNotWritable`."""
    digest = _digest(content)
    keep_in(files_folder(register), digest, content)
    return digest


def keep_in(folder: Path, digest: str, content: bytes) -> None:
    """Put a content in a folder of such files unless it is there already. Raises `FileNotWritable`."""
    path = _place(folder, digest)
    if path is None:
        raise ValueError(f"{digest!r} is no SHA-256")
    try:
        if path.is_file() and path.stat().st_size == len(content):
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, content)
    except OSError as error:
        raise FileNotWritable(path=path, reason=reason_of(error)) from error


def _digest(content: bytes) -> str:
    from hashlib import sha256  # brings in OpenSSL, which a start does without

    return sha256(content).hexdigest()


def _write_whole(path: Path, content: bytes) -> None:
    import tempfile  # and so is this

    handle, part = tempfile.mkstemp(_PART, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(part).unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """The name too must outlive a power cut; Windows keeps it by itself and opens no folders."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _place(folder: Path, digest: str) -> Path | None:
    return folder / digest[:2] / digest if _NAME.fullmatch(digest) else None


def copy_files(source: Path, target: Path) -> int:
    """Copy what lies in one folder of such files and not in the other; returns how many. Raises `FileNotWritable`.

    What no longer is what its name says is not carried on.
    """
    copied = 0
    for digest in sorted(_names(source) - _names(target)):
        content = (source / digest[:2] / digest).read_bytes()
        if _digest(content) == digest:
            keep_in(target, digest, content)
            copied += 1
    return copied


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("[0-9a-f][0-9a-f]/*") if _NAME.fullmatch(path.name)}


def attachments_of(db: Connection, audit_id: str) -> list[Attachment]:
    """Those of one audit, in the order they came."""
    return select(db, Attachment, "AND audit_id = ? ORDER BY id", (audit_id,))


def missing_files(db: Connection, register: Path) -> list[str]:
    """The SHA-256 of each photo, document, issued report and logo whose file is not there."""
    held: list[Attachment | ReportIssue] = [
        *select(db, Attachment, "ORDER BY id"),
        *select(db, ReportIssue, "ORDER BY id"),
    ]
    logos = [each.logo for each in select(db, Organisation) if each.logo]
    present = _names(files_folder(register))
    return [digest for digest in dict.fromkeys([*(each.sha256 for each in held), *logos]) if digest not in present]
