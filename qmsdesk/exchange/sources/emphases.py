"""Which cells of an .xlsx stand in bold, which its reader does not say: people mark their headings so."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from qmsdesk.domain.errors import Refusal
from qmsdesk.exchange.sources.packages import chunks_of

Places = frozenset[tuple[int, int]]
"""Row and column, both from 0."""

_BOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_SHEET = re.compile(rb'<(?:\w+:)?sheet [^>]*?name="([^"]*)"[^>]*?r:id="([^"]+)"')
_RELATION = re.compile(rb"<(?:\w+:)?Relationship [^>]*>")
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_FONTS = re.compile(rb"<(?:\w+:)?fonts\b.*?</(?:\w+:)?fonts>", re.DOTALL)
_FONT = re.compile(rb"<(?:\w+:)?font\s*(?:/>|>(.*?)</(?:\w+:)?font>)", re.DOTALL)
_BOLD = re.compile(rb'<(?:\w+:)?b(?:\s*/?>|\s+val="(?:1|true|on)")')
_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT = re.compile(rb'<(?:\w+:)?xf\b[^>]*?fontId="(\d+)"')
_TAIL = 100


def bold_cells(path: Path) -> dict[str, Places]:
    """By the name of the sheet; nothing where the file does not tell, which is no reason to refuse it."""
    try:
        with zipfile.ZipFile(path) as package:
            if not (styles := _bold_styles(_read(package, _STYLES))):
                return {}
            cell = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})" s="(?:' + b"|".join(styles) + rb')"')
            return {name: frozenset(_places(package, part, cell)) for name, part in _sheets(package)}
    except (Refusal, zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OverflowError):
        return {}


def column_of(letters: bytes) -> int:
    """A column's letters as a number from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _read(package: zipfile.ZipFile, part: str) -> bytes:
    return b"".join(chunks_of(package, package.getinfo(part), part))


def _bold_styles(styles: bytes) -> list[bytes]:
    fonts, formats = _FONTS.search(styles), _FORMATS.search(styles)
    if fonts is None or formats is None:
        return []
    bold = {n for n, found in enumerate(_FONT.finditer(fonts[0])) if _BOLD.search(found[1] or b"")}
    return [b"%d" % n for n, font in enumerate(_FORMAT.findall(formats[0])) if int(font) in bold]


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    relations = [dict(_ATTRIBUTE.findall(each)) for each in _RELATION.findall(_read(package, _RELATIONS))]
    targets = {each[b"Id"]: each[b"Target"].decode() for each in relations}
    for name, key in _SHEET.findall(_read(package, _BOOK)):
        target = targets[key]
        yield unescape(name.decode()), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _places(package: zipfile.ZipFile, part: str, cell: re.Pattern[bytes]) -> Iterator[tuple[int, int]]:
    tail = b""
    for chunk in chunks_of(package, package.getinfo(part), part):
        for letters, digits in cell.findall(tail + chunk):
            yield int(digits) - 1, column_of(letters) - 1
        tail = chunk[-_TAIL:]
