"""Files that commands write: whole or not at all, and spreadsheets that a Swedish Excel opens."""

import csv
import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from qmsdesk.domain.errors import FileNotWritable, reason_of
from qmsdesk.i18n import Words

_FORBIDDEN = '<>:"/\\|?*'
_FORMULA = ("=", "+", "-", "@")


def write_file(path: Path, content: bytes) -> None:
    """Write a file, or leave what was there. Raises `FileNotWritable`."""
    part = path.with_name(f".{path.name}.part")
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "is a directory")
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        _drop(part)
        raise FileNotWritable(path=path, reason=reason_of(error)) from error


def _drop(part: Path) -> None:
    try:
        part.unlink()
    except OSError:
        return


def make_folder(path: Path) -> None:
    """Make a folder and those above it. Raises `FileNotWritable`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritable(path=path, reason=reason_of(error)) from error


def safe_name(text: str) -> str:
    """A file name that every system takes."""
    kept = "".join(" " if sign in _FORBIDDEN or ord(sign) < 32 else sign for sign in text)
    return " ".join(kept.split())[:120].rstrip(". ") or "-"


def write_sheet(path: Path, name: str, heads: Sequence[str], rows: Sequence[Sequence[Any]], _: Words) -> None:
    """Write rows for a spreadsheet, as .xlsx or .csv by the name of the file. Raises `FileNotWritable`."""
    if path.suffix.lower() != ".xlsx":
        write_csv(path, heads, rows, _)
        return
    from qmsdesk.report.workbook import Sheet, workbook  # brings in the report's fonts and XlsxWriter

    now = dt.datetime.now().astimezone()
    write_file(path, workbook([Sheet(name, heads, rows)], _, title=name, author="", stamp=now))


def write_csv(path: Path, heads: Sequence[str], rows: Sequence[Sequence[Any]], _: Words) -> None:
    """Write rows for a spreadsheet: semicolons, UTF-8 with BOM, and no text that Excel would run as a formula."""
    if path.suffix.lower() != ".csv":
        raise click.BadParameter(_("the file must end in .xlsx or .csv"), param_hint="-o")
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    write_file(path, text.getvalue().encode("utf-8-sig"))


def _harmless(cell: Any) -> Any:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return "" if cell is None else cell
