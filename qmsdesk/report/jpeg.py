"""JPEG files as they go into a report: bytes untouched, but nothing in them that says who, where or with what."""

from collections.abc import Iterator
from io import SEEK_CUR, BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from qmsdesk.report.writer import Packed

START, END = b"\xff\xd8", b"\xff\xd9"
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SCAN = 0xDA
# Exif, XMP, maker's notes, profiles and comments; APP0 and APP14 say how the colours are meant and stay.
PRIVATE = frozenset([*range(0xE1, 0xEE), 0xEF, 0xFE])
CHUNK = 1 << 16
COLOURS = {1: "/DeviceGray", 3: "/DeviceRGB"}


class Jpeg(NamedTuple):
    """What a JPEG's frame header says."""

    width: int
    height: int
    colours: str


def read_jpeg(path: Path) -> Jpeg | None:
    """The size of a photo; nothing where the file is missing, cut off, or in colours an archive cannot take."""
    try:
        with path.open("rb") as file:
            frames = [body for marker, body in _segments(file) if marker in FRAMES]
            is_whole = _has_end(file)
    except OSError:
        return None
    frame = frames[0] if frames else b""
    if len(frame) < 6 or frame[5] not in COLOURS or not is_whole:
        return None
    height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    return Jpeg(width, height, COLOURS[frame[5]]) if width and height else None


def packed_jpeg(path: Path) -> Packed:
    """A photo as a stream of the file."""
    jpeg = read_jpeg(path)
    if jpeg is None:
        raise ValueError(f"{path.name} cannot be printed")
    entries = (
        f"/Type/XObject/Subtype/Image/Width {jpeg.width}/Height {jpeg.height}"
        f"/ColorSpace{jpeg.colours}/BitsPerComponent 8/Filter/DCTDecode"
    )
    with path.open("rb") as file:
        private = sum(len(body) + 4 for marker, body in _segments(file) if marker in PRIVATE)
    return Packed(entries, path.stat().st_size - private, lambda: _pieces_of(path))


def stripped(data: bytes) -> bytes:
    """The same picture without what a camera tells about itself and its owner."""
    return b"".join(_pieces(BytesIO(data)))


def _pieces_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from _pieces(file)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """That picture a little at a time, however large it is."""
    yield START
    for marker, body in _segments(file):
        if marker not in PRIVATE:
            yield b"\xff" + bytes([marker]) + (len(body) + 2).to_bytes(2, "big") + body
    while chunk := file.read(CHUNK):
        yield chunk


def _segments(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The marked pieces before the picture itself, where the file then stands."""
    head = file.read(len(START))
    while head and len(head := file.read(4)) == 4 and head[0] == 0xFF and head[1] != SCAN:
        yield head[1], file.read(max(int.from_bytes(head[2:], "big") - 2, 0))
    file.seek(-len(head), SEEK_CUR)


def _has_end(file: BinaryIO) -> bool:
    before = b""
    while chunk := file.read(CHUNK):
        if END in before + chunk:
            return True
        before = chunk[-1:]
    return False
