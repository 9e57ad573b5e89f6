"""Packs a cabinet anew as LZX, which wixl cannot and which takes a quarter off the MSI; its entries stay as they are.

The packing itself is source/lzx.c, compiled for the computer that builds.
"""

import shutil
import struct
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent / "source" / "lzx.c"
HEADER, FOLDER, BLOCK = "<4sIIIIIBBHHHHH", "<IHH", "<IHH"
ENTRIES = struct.calcsize(HEADER) + struct.calcsize(FOLDER)
MSZIP, LZX_2_MB = 1, 0x1503
FRAME = 32768


def pack_tighter(cabinet: Path, work: Path) -> None:
    """Replace a cabinet by one with the same entries; `work` is for what is needed on the way."""
    content = cabinet.read_bytes()
    header = list(struct.unpack_from(HEADER, content))
    start, blocks, kind = struct.unpack_from(FOLDER, content, struct.calcsize(HEADER))
    if (header[8], header[10], kind) != (1, 0, MSZIP):
        raise SystemExit(f"{cabinet.name} is not built as wixl builds a cabinet: another release of wixl?")
    plain = b"".join(inflated(content, start, blocks))
    packed = pack(plain, work)
    header[2] = start + len(packed)
    folder = struct.pack(FOLDER, start, blocks, LZX_2_MB)
    cabinet.write_bytes(struct.pack(HEADER, *header) + folder + content[ENTRIES:start] + packed)


def pack(plain: bytes, work: Path) -> bytes:
    """The blocks of a cabinet that hold this."""
    return b"".join(_data(frame, plain, at) for at, frame in enumerate(lzx(plain, work)))


def inflated(content: bytes, start: int, blocks: int) -> Iterator[bytes]:
    """What the blocks of a cabinet hold; each refers to the one before."""
    last = b""
    for _ in range(blocks):
        _, length, _ = struct.unpack_from(BLOCK, content, start)
        start += struct.calcsize(BLOCK)
        last = zlib.decompressobj(-zlib.MAX_WBITS, zdict=last).decompress(content[start + len(b"CK") : start + length])
        yield last
        start += length


def lzx(plain: bytes, work: Path) -> Iterator[bytes]:
    """Frame by frame what this becomes."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise SystemExit("A C compiler is missing: install gcc (Debian) or mingw-w64-gcc (MSYS2).")
    program, source, target = work / "lzx.exe", work / "plain", work / "packed"
    subprocess.run([compiler, "-O3", "-o", program, SOURCE], check=True)
    source.write_bytes(plain)
    subprocess.run([program, source, target], check=True)
    packed, at = target.read_bytes(), 0
    while at < len(packed):
        end = at + 2 + int.from_bytes(packed[at : at + 2], "little")
        yield packed[at + 2 : end]
        at = end


def _data(frame: bytes, plain: bytes, number: int) -> bytes:
    lengths = struct.pack("<HH", len(frame), min(FRAME, len(plain) - number * FRAME))
    return struct.pack("<I", checksum(lengths + frame)) + lengths + frame


def checksum(data: bytes) -> int:
    """As cabinets have it: every four bytes crossed, and what is left over the other way round."""
    whole = len(data) // 4 * 4
    crossed = int.from_bytes(data[whole:], "big")
    for word in struct.unpack(f"<{whole // 4}I", data[:whole]):
        crossed ^= word
    return crossed
