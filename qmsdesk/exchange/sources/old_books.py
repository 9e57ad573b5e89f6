"""Old spreadsheets (.xls): what they say of their own size, looked over before a reader makes room for it."""

import struct
from collections.abc import Iterator
from pathlib import Path

from qmsdesk.domain.errors import NoChecklistInFile
from qmsdesk.exchange.sources.compound_files import SIGNATURE, stream_of
from qmsdesk.i18n import N_

_STREAMS = ("Workbook", "Book")
_SIZES, _TEXTS = 0x0200, 0x00FC
_MOST_CELLS = 65_536 * 256


def refuse_lying_sizes(path: Path) -> None:
    """Raise `NoChecklistInFile` where a sheet claims more cells, or the book more texts, than the format can hold."""
    content = path.read_bytes()
    if not content.startswith(SIGNATURE):
        return
    try:
        stream = stream_of(content, _STREAMS)
        is_true = all(_is_true(kind, body, len(stream)) for kind, body in _records(stream))
    except (ValueError, struct.error) as error:
        raise NoChecklistInFile(file=path.name, reason=N_("it is damaged or cut off")) from error
    if not is_true:
        raise NoChecklistInFile(file=path.name, reason=N_("it is damaged or cut off"))


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind in {_SIZES, _TEXTS}:
            yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _is_true(kind: int, body: bytes, length: int) -> bool:
    if kind == _TEXTS:
        return len(body) < 8 or struct.unpack_from("<I", body, 4)[0] <= length
    if len(body) not in {10, 14}:
        return True  # no such record; the reader refuses it by itself
    first, last, left, right = struct.unpack_from("<IIHH" if len(body) == 14 else "<HHHH", body)
    if not last or not right:
        return True
    return bool(first <= last and left <= right and (last - first + 1) * (right - left + 1) <= _MOST_CELLS)
