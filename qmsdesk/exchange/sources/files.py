"""Any file a checklist may stand in: told apart by what it holds, not by its name, and handed to its reader."""

import errno
import zipfile
import zlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from qmsdesk.domain.errors import (
    FileNotFound,
    FileNotReadable,
    FileTooLarge,
    NoChecklistInFile,
    PasswordProtected,
    Refusal,
    reason_of,
)
from qmsdesk.exchange.sources.compound_files import SIGNATURE, is_whole
from qmsdesk.exchange.sources.mappings import Mapping
from qmsdesk.exchange.sources.packages import refuse_bomb
from qmsdesk.exchange.sources.sheets import Cancelled, Progress
from qmsdesk.exchange.sources.understandings import Understanding
from qmsdesk.i18n import N_

Reader = Callable[[Path, Mapping | None, Progress, Cancelled], Understanding]

READERS = {
    "workbook": "workbooks:understand_workbook",
    "delimited": "delimited:understand_delimited",
    "word": "document_layouts:understand_document",
    "json": "forms:understand_json",
    "yaml": "forms:understand_yaml",
}
"""The reader of each kind of content, `module:function` beside this one, imported when it is needed."""

_PARTS = {"xl/workbook.xml": "workbook", "word/document.xml": "word"}
_MIMES = {"application/vnd.oasis.opendocument.spreadsheet": "workbook"}
_STREAMS = {"EncryptedPackage": "locked", "WordDocument": "old_word", "Workbook": "workbook", "Book": "workbook"}
_NOT_TEXT = {
    b"%PDF": N_("it is a PDF; use the file it was made from"),
    b"\x89PNG": N_("it is a picture"),
    b"\xff\xd8\xff": N_("it is a picture"),
    b"GIF8": N_("it is a picture"),
    b"Rar!": N_("it is an archive; unpack it first"),
    b"7z\xbc\xaf": N_("it is an archive; unpack it first"),
    b"SQLite format 3": N_("it is a database"),
}
_BEGINNING = 64 * 1024
LARGEST_OLD = 100_000_000


def understand(
    path: Path,
    mapping: Mapping | None = None,
    progress: Progress = lambda _done, _all: None,
    cancelled: Cancelled = lambda: False,
) -> Understanding:
    """What a file holds as a checklist, read by itself or by a corrected mapping. Raises a `Refusal`."""
    try:
        kind = kind_of(path)
    except FileNotFoundError as error:
        raise FileNotFound(path=path) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    if kind not in READERS:
        raise NoChecklistInFile(file=path.name, reason=N_("this kind of file is not known"))
    module, _, name = READERS[kind].partition(":")
    reader: Reader = getattr(import_module(f"qmsdesk.exchange.sources.{module}"), name)
    try:
        return reader(path, mapping, progress, cancelled)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> Refusal:
    """A damaged package sends its reader to places that no file has, which the system calls an invalid argument."""
    if error.errno == errno.EINVAL:
        return NoChecklistInFile(file=path.name, reason=N_("it is damaged or cut off"))
    return FileNotReadable(path=path, reason=reason_of(error))


def kind_of(path: Path) -> str:
    """A key of `READERS`, judged by the bytes of a file. Raises a `Refusal` for what is none."""
    with path.open("rb") as file:
        start = file.read(_BEGINNING)
    if start.startswith(b"PK"):
        return _kind_of_package(path)
    if start.startswith(SIGNATURE):
        return _kind_of_ole(path)
    if not start.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise NoChecklistInFile(file=path.name, reason=N_("it is empty"))
    for magic, reason in _NOT_TEXT.items():
        if start.startswith(magic):
            raise NoChecklistInFile(file=path.name, reason=reason)
    return _kind_of_text(start, path)


def _kind_of_package(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            refuse_bomb(package, path.name)
            mime = package.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
            manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    except (
        zipfile.BadZipFile,
        zlib.error,
        RuntimeError,
        NotImplementedError,
        EOFError,
        ValueError,
        OverflowError,
    ) as error:
        raise NoChecklistInFile(file=path.name, reason=N_("it is damaged or cut off")) from error
    if b"encryption-data" in manifest:
        raise PasswordProtected(file=path.name)
    kind = _MIMES.get(mime.strip()) or next((kind for part, kind in _PARTS.items() if part in names), "")
    if not kind:
        raise NoChecklistInFile(file=path.name, reason=N_("this kind of file is not known"))
    return kind


def _kind_of_ole(path: Path) -> str:
    """The old Office container names its streams in UTF-16; an encrypted new file hides in one of them."""
    if path.stat().st_size > LARGEST_OLD:
        raise FileTooLarge(file=path.name)
    content = path.read_bytes()
    kind = next((kind for name, kind in _STREAMS.items() if f"{name}\0".encode("utf-16-le") in content), "")
    if kind == "locked":
        raise PasswordProtected(file=path.name)
    if kind == "old_word":
        raise NoChecklistInFile(file=path.name, reason=N_("it is an old Word file; save it as .docx first"))
    if not kind or not is_whole(content):
        raise NoChecklistInFile(file=path.name, reason=N_("it is damaged or cut off"))
    return kind


def _kind_of_text(start: bytes, path: Path) -> str:
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:1] in {b"{", b"["} and path.suffix.lower() not in {".csv", ".tsv"}:
        return "json"
    if head.startswith((b"<?xml", b"<!DOCTYPE", b"<html", b"<HTML")):
        raise NoChecklistInFile(file=path.name, reason=N_("this kind of file is not known"))
    if path.suffix.lower() in {".yaml", ".yml"}:
        return "yaml"
    return "delimited"
