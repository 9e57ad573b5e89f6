"""Files that are damaged, locked, too large or meant to do harm: one sentence each, and nothing else happens."""

import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from qmsdesk.domain.errors import (
    FileNotFound,
    FileTooLarge,
    ImportCancelled,
    NoChecklistInFile,
    PasswordProtected,
    Refusal,
    SheetTooWide,
)
from qmsdesk.exchange.sources.compound_files import stream_of
from qmsdesk.exchange.sources.files import understand
from qmsdesk.exchange.sources.layouts import understand_sheets
from qmsdesk.exchange.sources.workbooks import read_workbook
from qmsdesk.i18n import words
from tests.exchange.layouts.drawing import draw
from tests.exchange.layouts.swedish import LAYOUTS
from tests.soak import imports

SHEET = "xl/worksheets/sheet1.xml"
SAMPLES = imports.SAMPLES


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return draw(LAYOUTS[0], tmp_path)


def with_part(path: Path, name: str, content: bytes) -> Path:
    """The same package with one part in other words."""
    with zipfile.ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()} | {name: content}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for each, held in parts.items():
            package.writestr(each, held)
    return path


def part(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as package:
        return package.read(name)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFound):
        understand(tmp_path / "none.xlsx")


@pytest.mark.parametrize("content", [b"", b"\0\0\0", b" \n\n", b"%PDF-1.7 x", b"\x89PNG\r\n", bytes(range(256)) * 4])
def test_what_is_no_checklist(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    with pytest.raises(NoChecklistInFile):
        understand(path)


def test_a_package_that_unpacks_to_far_too_much(whole: Path) -> None:
    with pytest.raises(FileTooLarge):
        understand(with_part(whole, SHEET, b" " * 300_000_000))


def test_a_package_that_lies_about_its_size(whole: Path) -> None:
    with_part(whole, SHEET, part(whole, SHEET) + b" " * 30_000_000)
    content = bytearray(whole.read_bytes())
    with zipfile.ZipFile(whole) as package:
        about = package.getinfo(SHEET)
    for at in _places(bytes(content), struct.pack("<I", about.file_size)):
        content[at : at + 4] = struct.pack("<I", 2000)
    whole.write_bytes(content)
    with pytest.raises(Refusal):
        understand(whole)


def _places(content: bytes, sought: bytes) -> list[int]:
    found, at = [], content.find(sought)
    while at >= 0:
        found.append(at)
        at = content.find(sought, at + 1)
    assert found
    return found


def test_entities_are_not_declared(whole: Path) -> None:
    held = part(whole, SHEET)
    evil = held.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 1)
    with pytest.raises(NoChecklistInFile, match="entities"):
        understand(with_part(whole, SHEET, evil))


def test_a_text_far_away(whole: Path) -> None:
    held = part(whole, SHEET)
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    with pytest.raises(SheetTooWide) as refusal:
        understand(with_part(whole, SHEET, held.replace(b"</sheetData>", far)))
    assert refusal.value.fields["row"] == 1_048_576


def test_a_used_range_of_a_million_empty_rows_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    with Workbook(path, {"constant_memory": False}) as book:
        sheet = book.add_worksheet()
        grey = book.add_format({"bg_color": "#eeeeee"})
        sheet.write_row(0, 0, ["Fråga", "Svar"])
        sheet.write_row(1, 0, ["Finns det en plan?", ""])
        sheet.write_row(2, 0, ["Är den känd av alla?", ""])
        sheet.write_blank(1_048_575, 5, None, grey)
    assert [row.number for row in read_workbook(path)[0].rows] == [1, 2, 3]
    assert len(understand(path).content.questions) == 2


def test_a_password(tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    path.write_bytes(compound("EncryptedPackage"))
    with pytest.raises(PasswordProtected):
        understand(path)


def compound(stream: str) -> bytes:
    """An old container with one stream, as Excel wraps an encrypted workbook."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", header, 44, 1)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<I", header, 60, 0xFFFFFFFE)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    return bytes(header) + table + f"{stream}\0".encode("utf-16-le").ljust(512, b"\0")


@pytest.mark.parametrize("name", ["tutorial-form.xls", "5s-audit.xlsx"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_cut_off(name: str, share: float, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    content = (SAMPLES / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(NoChecklistInFile, match="damaged or cut off"):
        understand(path)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("name", "other"), [("5s-audit.xlsx", "5s.csv"), ("server-upgrade.csv", "server.xlsx")])
def test_a_wrong_extension_is_understood(name: str, other: str, tmp_path: Path) -> None:
    path = tmp_path / other
    path.write_bytes((SAMPLES / name).read_bytes())
    assert understand(path).content.questions[0].text_en == understand(SAMPLES / name).content.questions[0].text_en


def test_formulas_are_shown_never_computed(tmp_path: Path) -> None:
    path = tmp_path / "formulas.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Fråga", "Svar"])
        sheet.write_formula(1, 0, '="Finns"&" plan?"', None, "Finns det en plan?")
        sheet.write_formula(2, 0, '=WEBSERVICE("http://example.invalid/")', None, "Är den känd?")
    assert [each.text_sv for each in understand(path).content.questions] == ["Finns det en plan?", "Är den känd?"]


def test_texts_that_begin_like_a_formula_stay_texts(tmp_path: Path) -> None:
    path = tmp_path / "signs.csv"
    path.write_text("Fråga;Svar\n=HYPERLINK(1) finns?;\n@SUM(A1) finns?;\n", "utf-8")
    assert [each.text_sv for each in understand(path).content.questions] == ["=HYPERLINK(1) finns?", "@SUM(A1) finns?"]


def test_it_can_be_cancelled(whole: Path) -> None:
    with pytest.raises(ImportCancelled):
        understand(whole, cancelled=lambda: True)


def test_nothing_is_written_beside_the_file(whole: Path) -> None:
    understand(whole)
    assert list(whole.parent.iterdir()) == [whole]


def test_a_sheet_without_questions(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    with Workbook(path) as book:
        book.add_worksheet()
    with pytest.raises(NoChecklistInFile, match="no questions"):
        understand(path)
    with pytest.raises(NoChecklistInFile):
        understand_sheets("none", [])


def test_damaged_files_are_understood_or_refused() -> None:
    became = [result for _, _, result in imports.tried(range(120), 3)]
    assert [each for each in became if not each.startswith(("understood", "refused"))] == []


def test_a_place_says_itself() -> None:
    left_out = understand(SAMPLES / "5s-audit.xlsx").left_out
    assert left_out[0].place.say(words("en")) == "sheet Sheet2, row 1, column C"
    assert left_out[0].text == "Scores 0"


@pytest.mark.parametrize(("kind", "place"), [(0x0200, 4), (0x00FC, 4)])
def test_an_old_book_that_lies_about_its_size_gets_no_room(kind: int, place: int, tmp_path: Path) -> None:
    """A reader that believed it would ask for gigabytes, and end the program."""
    whole = (SAMPLES / "tutorial-form.xls").read_bytes()
    stream = stream_of(whole, ["Workbook"])
    at = next(at for at, found, _ in _records(stream) if found == kind)
    record = stream[at : at + 12]
    path = tmp_path / "claims.xls"
    lie = record[: 4 + place] + b"\xff\xff\xff\x7f" + record[8 + place :]
    path.write_bytes(whole.replace(record, lie, 1))
    with pytest.raises(NoChecklistInFile):
        understand(path)


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield at, kind, length
        at += 4 + length


@pytest.mark.parametrize("part", ["word/document.xml", "word/settings.xml"])
def test_a_word_file_whose_packing_is_damaged(part: str, tmp_path: Path) -> None:
    whole = bytearray((SAMPLES / "openchain.docx").read_bytes())
    with zipfile.ZipFile(SAMPLES / "openchain.docx") as package:
        at = package.getinfo(part).header_offset + 30 + len(part)
    whole[at + 20 : at + 24] = b"\xff\x00\xff\x00"
    path = tmp_path / "damaged.docx"
    path.write_bytes(bytes(whole))
    with pytest.raises(NoChecklistInFile):
        understand(path)
