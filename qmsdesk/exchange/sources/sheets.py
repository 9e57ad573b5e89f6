"""What a file shows, whatever its format: sheets of rows of cells, and places in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property

from qmsdesk.i18n import N_, Words

Progress = Callable[[int, int], None]
"""How much is done, of how much."""
Cancelled = Callable[[], bool]

MOST_TEXTS = 400_000
"""More cells than any checklist has, and few enough for the memory of a small laptop."""

COUNTED_IN = {
    "row": N_("row {number}"),
    "line": N_("line {number}"),
    "paragraph": N_("paragraph {number}"),
    "entry": N_("entry {number}"),
}

PARTS = {
    "group": N_("group {name}"),
    "control": N_("control {name}"),
}
"""What holds a text in a file that has no sheets."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a text in it, as shown; `rows` and `columns` say how far a merged one reaches."""

    column: int
    text: str
    rows: int = 1
    columns: int = 1
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that hold something, from the left; `number` as the file's own program shows it, from 1.

    `heading` is the level of a heading in a document, 0 for all else.
    """

    number: int
    cells: tuple[Cell, ...]
    heading: int = 0

    def text(self, column: int) -> str:
        for cell in self.cells:
            if cell.column == column:
                return cell.text
        return ""


@dataclass(frozen=True)
class Sheet:
    """One sheet, or one document; rows without any text are not there. `unit` is a key of `COUNTED_IN`."""

    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False
    unit: str = "row"
    hidden_columns: frozenset[int] = field(default=frozenset())

    @cached_property
    def columns(self) -> int:
        """How many columns hold something, counted from the first."""
        return max((cell.column + cell.columns for row in self.rows for cell in row.cells), default=0)

    @cached_property
    def _numbers(self) -> list[int]:
        return [row.number for row in self.rows]

    def between(self, first: int, last: int) -> tuple[Row, ...]:
        """The rows from one number to another, both among them, without a look at the others."""
        return self.rows[bisect_left(self._numbers, first) : bisect_right(self._numbers, last)]

    def numbered(self, numbers: Collection[int]) -> list[Row]:
        """The rows of some numbers."""
        held = set(numbers)
        return [row for row in self.between(min(held), max(held)) if row.number in held] if held else []


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands; an empty sheet name, a row 0 and a column -1 say nothing.

    With a unit of `PARTS`, `sheet` names a group or a control instead.
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: int = -1
    unit: str = "row"

    def say(self, _: Words) -> str:
        """The place in words, “sheet Kitchen, row 12, column C”; the file's name where nothing else is known."""
        named = _(PARTS[self.unit], name=self.sheet) if self.unit in PARTS else _("sheet {name}", name=self.sheet)
        parts = [named] if self.sheet else []
        if self.row:
            parts.append(_(COUNTED_IN[self.unit], number=self.row))
        if self.column >= 0:
            parts.append(_("column {letter}", letter=column_letter(self.column)))
        return ", ".join(parts) or self.file


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text that did not become part of the checklist, and why; `reason` is a catalogue text."""

    place: Place
    text: str
    reason: str


def column_letter(column: int) -> str:
    """The name a spreadsheet gives a column counted from 0: A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
