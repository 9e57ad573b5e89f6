"""Trims the data of ICU, 32 MB of every language and old encoding there is, to what Qt asks it for in our languages."""

import re
import shutil
import struct
import subprocess
import tempfile
from pathlib import Path

KEPT = re.compile(
    r"(?!(?:brkitr|lang|rbnf|translit|unit)/|unames\.icu)"
    r"(?:(.*/)?(root|pool|res_index|sv|sv_SE|sv_FI|en|en_001|en_150|en_GB|en_US|ucadata|supplementalData|metadata"
    r"|keyTypeValues|likelySubtags|numberingSystems|currencyNumericCodes|timezoneTypes|windowsZones|metaZones"
    r"|zoneinfo64|dayPeriods|plurals|pluralRanges|genderList|grammaticalFeatures|icustd|icuver|langInfo"
    r"|tzdbNames)\.res|.*\.(icu|lst))"
)
"""Collation, case, numbers, dates; not the other languages, nor encodings before Unicode, nor what Qt never asks for:
line breaks by rules, names of languages, characters and units, scripts, spelled-out numbers, names of hosts."""

ASSEMBLY = """
    .section .rodata
    .balign 16
    .globl {symbol}
    .type {symbol}, @object
{symbol}:
    .incbin "{data}"
    .size {symbol}, .-{symbol}
    .section .note.GNU-stack,"",@progbits
"""


def can_trim() -> bool:
    return bool(shutil.which("icupkg") and shutil.which("gcc"))


def trim(library: Path) -> None:
    """Put a smaller library in its place, with the same name and symbol."""
    symbol, data = _data(library)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, small = folder / f"{symbol.removesuffix('_dat')}l.dat", folder / "small" / f"{symbol[:-4]}l.dat"
        whole.write_bytes(data)
        small.parent.mkdir()
        listed = subprocess.run(["icupkg", "-l", whole], stdout=subprocess.PIPE, text=True, check=True).stdout
        gone = folder / "gone.txt"
        gone.write_text("".join(f"{item}\n" for item in listed.split() if not KEPT.fullmatch(item)), encoding="ascii")
        subprocess.run(["icupkg", "-r", gone, whole, small], stdout=subprocess.DEVNULL, check=True)
        source = folder / "data.S"
        source.write_text(ASSEMBLY.format(symbol=symbol, data=small), encoding="ascii")
        link = ["gcc", "-shared", "-nostdlib", "-s", f"-Wl,-soname,{library.name}", "-Wl,--build-id=none"]
        subprocess.run([*link, source, "-o", library], check=True)


def _data(library: Path) -> tuple[str, bytes]:
    """The one symbol of such a library, and the bytes it stands for."""
    shown = subprocess.run(["readelf", "-sW", "--dyn-syms", library], stdout=subprocess.PIPE, text=True, check=True)
    found = re.search(r"([0-9a-f]{16})\s+(\w+)\s+OBJECT\s+GLOBAL\s+\S+\s+\S+\s+(icudt\d+_dat)", shown.stdout)
    if not found:
        raise ValueError(f"{library} does not hold ICU's data as expected")
    address, size, content = int(found[1], 16), int(found[2], 0), library.read_bytes()
    # Address and place in the file differ by the segment that holds it.
    at, count = struct.unpack_from("<Q", content, 32)[0], struct.unpack_from("<H", content, 56)[0]
    for place in range(at, at + 56 * count, 56):
        kind, _, offset, start, _, length = struct.unpack_from("<IIQQQQ", content, place)
        if kind == 1 and start <= address < start + length:
            begin = offset + address - start
            return found[3], content[begin : begin + size]
    raise ValueError(f"{library} has no segment with ICU's data")
