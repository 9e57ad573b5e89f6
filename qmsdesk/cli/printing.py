"""Printing: records as JSON, and rows as a plain table that fits the terminal."""

import dataclasses
import datetime as dt
import json
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Collection, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

import click

GAP = "  "
NARROWEST = 10
PIPE_COLUMNS = 100


def plain(held: Any) -> Any:
    """A record, or anything made of records, as JSON can hold it: dates as ISO, enums by their text."""
    if dataclasses.is_dataclass(held) and not isinstance(held, type):
        return {field.name: plain(getattr(held, field.name)) for field in dataclasses.fields(held)}
    if isinstance(held, dict):
        return {str(name): plain(value) for name, value in held.items()}
    if isinstance(held, (list, tuple, set, frozenset)):
        return [plain(item) for item in held]
    if isinstance(held, Enum):
        return held.value
    if isinstance(held, dt.time):
        return held.isoformat(timespec="minutes")
    if isinstance(held, (dt.datetime, dt.date)):
        return held.isoformat()
    return str(held) if isinstance(held, Path) else held


def print_json(held: Any) -> None:
    """JSON in UTF-8, whatever the terminal's own encoding is."""
    text = json.dumps(plain(held), ensure_ascii=False, indent=2)
    click.echo(text.encode())


def print_table(heads: Sequence[str], rows: Sequence[Sequence[Any]], right: Collection[int] = ()) -> None:
    """Columns under their heads; `right` names the columns of numbers. On a terminal the widest columns give way."""
    cells = [[_one_line(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(_width(row[n]) for row in cells) for n in range(len(heads))]
    widths = _fitting(widths, _room())
    rule = ["─" * width for width in widths]
    for row in (cells[0], rule, *cells[1:]):
        placed = [_placed(cell, widths[n], n in right) for n, cell in enumerate(row)]
        click.echo(GAP.join(placed).rstrip())


def print_facts(facts: Sequence[tuple[str, Any]]) -> None:
    """Names and what they hold, side by side and wrapped; what is empty is left out."""
    shown = [(name, _one_line(held)) for name, held in facts if held not in ("", None)]
    names = max((_width(name) for name, held in shown), default=0)
    room = max((_room() or PIPE_COLUMNS) - names - len(GAP), NARROWEST)
    for name, held in shown:
        for n, line in enumerate(textwrap.wrap(held, room, break_long_words=False, break_on_hyphens=False)):
            click.echo(f"{_placed('' if n else name, names, right=False)}{GAP}{line}")


def _one_line(cell: Any) -> str:
    return " ".join(str("" if cell is None else cell).split())


def _room() -> int | None:
    """The columns of the terminal; a file or a pipe takes lines of any length."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _fitting(widths: list[int], room: int | None) -> list[int]:
    fitting = list(widths)
    while room and sum(fitting) + len(GAP) * (len(fitting) - 1) > room and max(fitting) > NARROWEST:
        fitting[fitting.index(max(fitting))] -= 1
    return fitting


def _placed(cell: str, width: int, right: bool) -> str:
    if _width(cell) > width:
        cell = cell[: width - 1].rstrip() + "…"
    space = " " * (width - _width(cell))
    return space + cell if right else cell + space


def _width(text: str) -> int:
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
