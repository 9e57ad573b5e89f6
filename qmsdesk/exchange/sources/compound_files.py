"""The container of old Office files (.xls, .doc): looked over before a reader follows its chains."""

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_LAST_SECTOR = 0xFFFFFFFA
_SHIFTS = (9, 12)


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
    tables = [each for each in struct.unpack_from("<109I", content, 76) if each < _LAST_SECTOR]
    if firsts[0] >= sectors or any(each >= sectors for each in tables) or not tables:
        return False
    return all(each < sectors for each in _chained(content, tables, size))


def _chained(content: bytes, tables: list[int], size: int) -> Iterator[int]:
    for table in tables:
        start = (table + 1) * size
        yield from (each for each in struct.unpack_from(f"<{size // 4}I", content, start) if each < _LAST_SECTOR)
