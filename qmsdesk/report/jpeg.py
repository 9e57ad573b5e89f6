"""JPEG files as they go into a report: bytes untouched, but nothing in them that says who, where or with what."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qmsdesk.report.writer import Packed

START, END = b"\xff\xd8", b"\xff\xd9"
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SCAN = 0xDA
# Exif, XMP, maker's notes, profiles and comments; APP0 and APP14 say how the colours are meant and stay.
PRIVATE = frozenset([*range(0xE1, 0xEE), 0xEF, 0xFE])
COLOURS = {1: "/DeviceGray", 3: "/DeviceRGB"}


class Jpeg(NamedTuple):
    """What a JPEG's frame header says."""

    width: int
    height: int
    colours: str


def read_jpeg(path: Path) -> Jpeg | None:
    """The size of a photo; nothing where the file is missing, cut off, or in colours an archive cannot take."""
    try:
        data = path.read_bytes()
        frame = next((body for marker, body in _segments(data) if marker in FRAMES), b"")
    except OSError:
        return None
    if len(frame) < 6 or frame[5] not in COLOURS or data.find(END, _scan_start(data)) < 0:
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
    return Packed(entries, lambda: stripped(path.read_bytes()))


def stripped(data: bytes) -> bytes:
    """The same picture without what a camera tells about itself and its owner."""
    kept = [
        b"\xff" + bytes([marker]) + (len(body) + 2).to_bytes(2, "big") + body
        for marker, body in _segments(data)
        if marker not in PRIVATE
    ]
    return b"".join([START, *kept, memoryview(data)[_scan_start(data) :]])


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The marked pieces before the picture itself."""
    place = len(START) if data.startswith(START) else len(data)
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] != SCAN:
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        yield data[place + 1], data[place + 4 : place + 2 + length]
        place += 2 + max(length, 2)


def _scan_start(data: bytes) -> int:
    return len(START) + sum(len(body) + 4 for _, body in _segments(data))
