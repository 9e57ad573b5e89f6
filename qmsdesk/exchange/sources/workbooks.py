"""Spreadsheets, .xlsx .xlsm .xls .ods: their sheets as shown, by python-calamine."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from qmsdesk.domain.errors import FileTooLarge, NoChecklistInFile, PasswordProtected, SheetTooWide
from qmsdesk.domain.texts import plain_text
from qmsdesk.exchange.sources.emphases import Places, bold_cells, column_of
from qmsdesk.exchange.sources.layouts import understand_sheets
from qmsdesk.exchange.sources.mappings import Mapping
from qmsdesk.exchange.sources.old_books import refuse_lying_sizes
from qmsdesk.exchange.sources.packages import chunks_of
from qmsdesk.exchange.sources.sheets import MOST_TEXTS, Cancelled, Cell, Progress, Row, Sheet
from qmsdesk.exchange.sources.understandings import Understanding
from qmsdesk.i18n import N_

MOST_CELLS = 4_000_000
MOST_REPEATED = 1_000
_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"[^>]*[^/>]>')
_REPEATED = re.compile(
    rb'number-rows-repeated="(\d{1,9})"[^>]*(?<!/)>(?:(?!</table:table-row).){0,300}?value-type='
    rb'|number-columns-repeated="(\d{1,9})"[^>]*value-type=|value-type=[^>]*number-columns-repeated="(\d{1,9})"',
    re.DOTALL,
)
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
_TAIL = 400
Span = tuple[int, int]


def understand_workbook(path: Path, mapping: Mapping | None, progress: Progress, cancelled: Cancelled) -> Understanding:
    """What a spreadsheet holds as a checklist. Raises a `Refusal`."""
    from qmsdesk.exchange.sources.forms import understand_known_book  # it asks for the text forms' readers as well

    sheets = read_workbook(path)
    known = understand_known_book(sheets, path) if mapping is None else None
    return known or understand_sheets(path.name, sheets, mapping, progress, cancelled)


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """All sheets with a text, formulas as what they show. Raises a `Refusal` for what cannot be read safely."""
    import python_calamine as calamine  # a reader that few starts need

    if zipfile.is_zipfile(path):
        _refuse_unsafe(path)
    else:
        refuse_lying_sizes(path)
    try:
        with path.open("rb") as file, calamine.CalamineWorkbook.from_filelike(file) as book:
            return tuple(sheet for sheet in _sheets(book, path) if sheet.rows)
    except calamine.PasswordError as error:
        raise PasswordProtected(file=path.name) from error
    except (calamine.CalamineError, ValueError, zipfile.BadZipFile) as error:
        raise NoChecklistInFile(file=path.name, reason=N_("it is damaged or cut off")) from error
    except BaseException as error:  # the reader's own panics are no `Exception`
        if type(error).__name__ != "PanicException":
            raise
        raise NoChecklistInFile(file=path.name, reason=N_("it is damaged or cut off")) from error


def _sheets(book: Any, path: Path) -> Iterator[Sheet]:
    texts = 0
    bold = bold_cells(path) if path.suffix.lower() in {".xlsx", ".xlsm"} else {}
    for about in book.sheets_metadata:
        if not str(about.typ).endswith(".WorkSheet"):
            continue
        sheet = book.get_sheet_by_name(about.name)
        rows = tuple(_rows(sheet, bold.get(about.name, frozenset())))
        texts += sum(len(row.cells) for row in rows)
        if texts > MOST_TEXTS:
            raise FileTooLarge(file=path.name)
        yield Sheet(about.name, rows, is_hidden=not str(about.visible).endswith(".Visible"))


def _rows(sheet: Any, bold: Places) -> Iterator[Row]:
    spans = {start: (end[0] - start[0] + 1, end[1] - start[1] + 1) for start, end in sheet.merged_cell_ranges or ()}
    if sheet.start is None:
        return
    first_column = sheet.start[1]  # where the rows it hands out begin; they count from the first of the sheet
    for offset, values in enumerate(sheet.iter_rows()):
        cells = tuple(_cells(values, offset, first_column, spans, bold))
        if cells:
            yield Row(offset + 1, cells)


def _cells(
    values: list[Any], row: int, first_column: int, spans: dict[tuple[int, int], Span], bold: Places
) -> Iterator[Cell]:
    for column, value in enumerate(values, first_column):
        if value != "" and (text := shown(value)):
            rows, columns = spans.get((row, column), (1, 1))
            yield Cell(column, text, rows, columns, (row, column) in bold)


def shown(value: Any) -> str:
    """A value as a person reads it: no decimals that are none, days as days."""
    if isinstance(value, str):
        return (value if value.isprintable() else plain_text(value)).strip()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d") if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)[:-3] if isinstance(value, timedelta) else str(value)


def _refuse_unsafe(path: Path) -> None:
    """Unpack once without keeping anything: a lying size, an entity, or a cell so far off that the rest is void."""
    try:
        with zipfile.ZipFile(path) as package:
            for part in package.infolist():
                if _SHEET_PART.match(part.filename):
                    _refuse_far_cells(_overlapping(chunks_of(package, part, path.name)), path.name)
                elif part.filename == "content.xml":
                    _refuse_repetition(_overlapping(chunks_of(package, part, path.name)), path.name)
                elif part.filename.endswith(".xml"):
                    for _chunk in chunks_of(package, part, path.name):
                        pass
    except (zipfile.BadZipFile, ValueError, EOFError, OverflowError) as error:
        raise NoChecklistInFile(file=path.name, reason=N_("it is damaged or cut off")) from error


def _overlapping(chunks: Iterator[bytes]) -> Iterator[bytes]:
    tail = b""
    for chunk in chunks:
        yield tail + chunk
        tail = chunk[-_TAIL:]


def _refuse_far_cells(chunks: Iterator[bytes], file: str) -> None:
    last_row = last_column = texts = 0
    first_row = 1 << 20
    for chunk in chunks:
        cells = _CELL.findall(chunk)
        texts += len(cells)
        for letters, digits in cells:
            last_row = max(last_row, int(digits))
            first_row = min(first_row, int(digits))
            last_column = max(last_column, column_of(letters))
        if (last_row - first_row + 1) * last_column > MOST_CELLS:
            raise SheetTooWide(file=file, row=last_row)
        if texts > MOST_TEXTS:
            raise FileTooLarge(file=file)


def _refuse_repetition(chunks: Iterator[bytes], file: str) -> None:
    """What is empty may be repeated to the end of a sheet, as office programs do; a text may be so a few times."""
    for chunk in chunks:
        if any(int(count) > MOST_REPEATED for found in _REPEATED.findall(chunk) for count in found if count):
            raise FileTooLarge(file=file)
