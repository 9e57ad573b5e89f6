"""Spreadsheets of OpenDocument: read as the others, repeated cells kept within bounds."""

import zipfile
from pathlib import Path

import pytest

from qmsdesk.domain.errors import FileTooLarge, PasswordProtected
from qmsdesk.exchange.sources.files import understand

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_BEGIN = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    '<office:body><office:spreadsheet><table:table table:name="Blad1">'
)
_END = "</table:table></office:spreadsheet></office:body></office:document-content>"
_EMPTY = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'


def ods(folder: Path, rows: str, manifest: str = "") -> Path:
    path = folder / "checklist.ods"
    listed = f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{manifest}</m:manifest>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", _MIME)
        package.writestr("content.xml", _BEGIN + rows + _END)
        package.writestr("META-INF/manifest.xml", listed)
    return path


def row(*texts: str, repeated: int = 0) -> str:
    times = f' table:number-rows-repeated="{repeated}"' if repeated else ""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
    )
    return f"<table:table-row{times}>{cells}</table:table-row>"


QUESTIONS = row("Fråga", "Svar") + row("Finns det en plan?") + row("Är den känd av alla?")


def test_an_opendocument_sheet_with_a_million_empty_rows(tmp_path: Path) -> None:
    asked = understand(ods(tmp_path, QUESTIONS + _EMPTY)).content.questions
    assert [each.text_sv for each in asked] == ["Finns det en plan?", "Är den känd av alla?"]


def test_a_text_repeated_a_million_times(tmp_path: Path) -> None:
    with pytest.raises(FileTooLarge):
        understand(ods(tmp_path, QUESTIONS + row("Bomb?", repeated=1_000_000)))


def test_a_password_on_an_opendocument_sheet(tmp_path: Path) -> None:
    with pytest.raises(PasswordProtected):
        understand(ods(tmp_path, QUESTIONS, "<m:file-entry><m:encryption-data/></m:file-entry>"))
