"""Zipped office files from anywhere: looked over before a reader unpacks them."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from qmsdesk.domain.errors import FileTooLarge, NoChecklistInFile
from qmsdesk.i18n import N_

MOST_BYTES = 600 * 1024 * 1024
MOST_PARTS = 10_000
SUSPECT_BYTES, SUSPECT_RATIO = 20 * 1024 * 1024, 400
_CHUNK = 1 << 18
_HEADER = 30
_DECLARATION = re.compile(rb"<!(ENTITY|DOCTYPE)")


def refuse_bomb(package: zipfile.ZipFile, file: str) -> None:
    """Raise `FileTooLarge` for a package that says, or hides, that it unpacks to more than anyone wrote."""
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts if _is_xml(part)) > MOST_BYTES:
        raise FileTooLarge(file=file)
    for part in parts:
        if part.file_size > SUSPECT_BYTES and part.file_size > SUSPECT_RATIO * max(part.compress_size, 1):
            raise FileTooLarge(file=file)


def chunks_of(package: zipfile.ZipFile, part: zipfile.ZipInfo, file: str) -> Iterator[bytes]:
    """The bytes of a part as a reader will meet them, which may be more than it declares. Raises a `Refusal`."""
    assert package.fp is not None
    unpacked = 0
    try:
        for chunk in _inflated(package.fp, part):
            unpacked += len(chunk)
            if unpacked > part.file_size:
                raise FileTooLarge(file=file)
            if _DECLARATION.search(chunk):
                raise NoChecklistInFile(file=file, reason=N_("it declares entities, which no office program does"))
            yield chunk
    except zlib.error as error:
        raise NoChecklistInFile(file=file, reason=N_("it is damaged or cut off")) from error


def _inflated(raw: IO[bytes], part: zipfile.ZipInfo) -> Iterator[bytes]:
    raw.seek(part.header_offset)
    header = raw.read(_HEADER)
    raw.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    left = part.compress_size
    unpacker = zlib.decompressobj(-15) if part.compress_type == zipfile.ZIP_DEFLATED else None
    while left > 0 and (packed := raw.read(min(_CHUNK // 8, left))):
        left -= len(packed)
        while packed:
            yield unpacker.decompress(packed, _CHUNK) if unpacker else packed
            packed = unpacker.unconsumed_tail if unpacker else b""


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels", ".vml"))
