"""The container of old Office files (.xls, .doc): looked over before a reader follows its chains."""

import struct
from collections.abc import Iterator, Sequence

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_LAST_SECTOR = 0xFFFFFFFA
_SHIFTS = (9, 12)
_ENTRY, _NAME, _ROOT = 128, 64, 5
_SMALL_SECTOR, _SMALL_STREAM = 64, 4096


def is_whole(content: bytes) -> bool:
    """Whether every sector that a chain leads to is there; a file that was cut off loses its end."""
    if len(content) < 2 * _HEADER:
        return False
    shift = struct.unpack_from("<H", content, 30)[0]
    if shift not in _SHIFTS:
        return False
    size = 1 << shift
    sectors = (len(content) - _HEADER) // size if shift == _SHIFTS[0] else len(content) // size - 1
    firsts = struct.unpack_from("<I", content, 48) + struct.unpack_from("<I", content, 60)
    tables = _tables(content)
    if firsts[0] >= sectors or any(each >= sectors for each in tables) or not tables:
        return False
    return all(each < sectors for each in _links(content, tables, size) if each < _LAST_SECTOR)


def stream_of(content: bytes, names: Sequence[str]) -> bytes:
    """The first stream of one of those names in a whole file. Raises `ValueError` for chains that lead nowhere."""
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    links = list(_links(content, _tables(content), size))
    entries = _joined(content, _chain(struct.unpack_from("<I", content, 48)[0], links), size)
    wanted = {f"{name}\0".encode("utf-16-le") for name in names}
    small = b""
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", entries, at + _NAME)
        start, held = struct.unpack_from("<II", entries, at + 116)
        if kind == _ROOT:
            small = _joined(content, _chain(start, links), size)
        elif entries[at : at + min(length, _NAME)] in wanted:
            if held >= _SMALL_STREAM:
                return _joined(content, _chain(start, links), size)[:held]
            return _small_stream(content, start, small, links, size)[:held]
    raise ValueError(names)


def _small_stream(content: bytes, start: int, small: bytes, links: Sequence[int], size: int) -> bytes:
    first = struct.unpack_from("<I", content, 60)[0]
    packed = _joined(content, _chain(first, links), size)
    small_links = struct.unpack(f"<{len(packed) // 4}I", packed[: len(packed) // 4 * 4])
    places = _chain(start, small_links)
    return b"".join(small[at * _SMALL_SECTOR : (at + 1) * _SMALL_SECTOR] for at in places)


def _tables(content: bytes) -> list[int]:
    """The sectors that hold the links: a hundred in the header, those of files over 7 MB in a chain of their own."""
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    found = list(struct.unpack_from("<109I", content, 76))
    more = struct.unpack_from("<I", content, 68)[0]
    while more < _LAST_SECTOR and len(found) * size <= 4 * len(content) and (more + 2) * size <= len(content):
        *further, more = struct.unpack_from(f"<{size // 4}I", content, (more + 1) * size)
        found += further
    return [each for each in found if each < _LAST_SECTOR]


def _links(content: bytes, tables: Sequence[int], size: int) -> Iterator[int]:
    """For each sector the one that follows it."""
    for table in tables:
        yield from struct.unpack_from(f"<{size // 4}I", content, (table + 1) * size)


def _chain(start: int, links: Sequence[int]) -> Iterator[int]:
    seen = 0
    while start < _LAST_SECTOR:
        if start >= len(links) or seen > len(links):
            raise ValueError(start)
        yield start
        start = links[start]
        seen += 1


def _joined(content: bytes, sectors: Iterator[int], size: int) -> bytes:
    return b"".join(content[(each + 1) * size : (each + 2) * size] for each in sectors)
