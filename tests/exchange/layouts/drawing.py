"""Layouts drawn as text, and made into files: one line a row, `|` between cells, `**` around what is bold."""

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

from xlsxwriter import Workbook

_SPAN = re.compile(r"^(.*?)\s*(?:>>(\d+))?\s*(?:vv(\d+))?$", re.DOTALL)


@dataclass(frozen=True)
class Layout:
    """`sheets` by name, a name in brackets is hidden; `>>3` after a text merges three columns, `vv4` four rows."""

    name: str
    sheets: dict[str, str]
    questions: int
    first: str
    last: str
    sections: list[str] = field(default_factory=list)
    language: str = "sv"
    both: bool = False
    guidance: str = ""
    needs_spans: bool = False


def draw(layout: Layout, folder: Path) -> Path:
    """The layout as a spreadsheet."""
    path = folder / f"{layout.name}.xlsx"
    with Workbook(path) as book:
        for name, text in layout.sheets.items():
            sheet = book.add_worksheet(name.strip("[]"))
            if name.startswith("["):
                sheet.hide()
            bold = book.add_format({"bold": True})
            for number, line in enumerate(lines_of(text)):
                _draw_line(sheet, number, line, bold)
    return path


def draw_text(layout: Layout, folder: Path, separator: str = ";", encoding: str = "utf-8-sig") -> Path:
    """The first sheet of a layout as a text file."""
    path = folder / f"{layout.name}.csv"
    rows = [[_SPAN.match(cell)[1] for cell in line] for line in lines_of(next(iter(layout.sheets.values())))]
    with path.open("w", encoding=encoding, newline="", errors="replace") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    return path


def lines_of(text: str) -> list[list[str]]:
    """The cells of each line; `\\n` stands for a break within one."""
    lines = text.strip("\n").split("\n")
    return [[cell.strip().replace("\\n", "\n") for cell in line.split("|")] for line in lines]


def _draw_line(sheet: object, number: int, line: list[str], bold: object) -> None:
    for column, cell in enumerate(line):
        match = _SPAN.match(cell)
        text, across, down = match[1], int(match[2] or 1), int(match[3] or 1)
        if not text:
            continue
        looks = bold if text.startswith("**") else None
        text = text.strip("*") if looks else text
        value = int(text) if text.isascii() and text.isdigit() else text
        if across > 1 or down > 1:
            sheet.merge_range(number, column, number + down - 1, column + across - 1, value, looks)
        else:
            sheet.write(number, column, value, looks)
