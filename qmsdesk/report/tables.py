"""Tables of any length: rows are drawn one by one, the header comes again on each page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.metadata import LANGUAGE_TAGS
from qmsdesk.report.pages import PAGE_ROOM, Pages
from qmsdesk.report.paragraphs import baseline, set_text
from qmsdesk.report.tags import Element
from qmsdesk.report.text import Hyphens, Line

PAD = 5.0
GUTTER = 10.0
SYMBOL_ROOM = 13.0
FEW_ROWS = 12
WHOLE_UP_TO = PAGE_ROOM * 0.25


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its title and its share of the width."""

    title: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that wants more than plain text: a symbol before it, a colour, semibold, another language."""

    text: str
    symbol: str = ""
    colour: str = design.INK
    is_strong: bool = False
    language: str = ""


class _SetCell(NamedTuple):
    """A cell set in its column."""

    x: float
    width: float
    lines: list[Line]
    style: Style
    symbol: str = ""
    is_number: bool = False
    language: str = ""


Row = Sequence[str | Cell]


@dataclass
class Table:
    """Rows under column titles; the first cell of a row may head it. Rows may come from a generator."""

    columns: Sequence[Column]
    rows: Iterable[Row]
    has_row_heads: bool = True
    style: Style = design.CELL
    keeps_next: bool = False
    before: float = 4.0
    after: float = 16.0
    _first: list[list[_SetCell]] = field(default_factory=list, repr=False)
    _placed_in: tuple[float, float] = field(default=(0.0, 0.0), repr=False)
    _placed: list[tuple[float, float]] = field(default_factory=list, repr=False)

    def lead(self, pages: Pages) -> float:
        header = _height(self._set_row([Cell(column.title) for column in self.columns], pages, design.COLUMN))
        rows = iter(self.rows)
        self._first += [self._set_row(row, pages, self.style) for row in islice(rows, FEW_ROWS + 1 - len(self._first))]
        self.rows = rows
        heights = [_height(cells) for cells in self._first]
        if len(heights) <= FEW_ROWS and header + sum(heights) <= (PAGE_ROOM if len(heights) < 4 else WHOLE_UP_TO):
            return header + sum(heights)
        first = sum(heights[:2]) if header + sum(heights[:2]) <= PAGE_ROOM else heights[0]
        return header + (first if header + first <= PAGE_ROOM else 3 * self.style.leading)

    def pour(self, pages: Pages) -> None:
        structure = pages.canvas.structure
        table = structure.add("Table")
        header = self._set_row([Cell(column.title) for column in self.columns], pages, design.COLUMN)
        self._header(pages, header, structure.add("THead", parent=table))
        body = structure.add("TBody", parent=table)
        is_first = True
        for cells, last in _with_last(chain(self._first, (self._set_row(row, pages, self.style) for row in self.rows))):
            if last and not is_first and pages.room < _height(cells) + _height(last) <= PAGE_ROOM - _height(header):
                self._next_page(pages, header)
            self._pour_row(pages, cells, header, structure.add("TR", parent=body))
            is_first = False
        self._first = []

    def _header(self, pages: Pages, header: list[_SetCell], head: Element | None) -> None:
        row = pages.canvas.structure.add("TR", parent=head) if head else None
        for cell in header:
            element = pages.canvas.structure.add("TH", "/A<</O/Table/Scope/Column>>", row) if row else None
            _draw_lines(pages, cell, cell.lines, element)
        pages.down(_height(header))
        with pages.canvas.artifact():
            pages.canvas.rule(pages.left, pages.y, pages.width, design.MUTED, 0.8)

    def _pour_row(self, pages: Pages, cells: list[_SetCell], header: list[_SetCell], row: Element) -> None:
        elements = [self._element(pages, row, n, cell.language) for n, cell in enumerate(cells)]
        count, done = max([len(cell.lines) for cell in cells]), 0
        while True:
            height = (count - done) * self.style.leading
            fits = int((pages.room - 2 * PAD) // self.style.leading)
            whole = height + 2 * PAD <= pages.room
            if not whole and (fits < 2 or (done == 0 and height + 2 * PAD + _height(header) <= PAGE_ROOM)):
                self._next_page(pages, header)
                fits = int((pages.room - 2 * PAD) // self.style.leading)
                whole = height + 2 * PAD <= pages.room
            taken = count if whole else done + fits
            for cell, element in zip(cells, elements, strict=True):
                _draw_lines(pages, cell, cell.lines[done:taken], element)
            pages.down(min(height, (taken - done) * self.style.leading) + 2 * PAD)
            with pages.canvas.artifact():
                pages.canvas.rule(pages.left, pages.y, pages.width, design.RULE)
            if whole:
                return
            done = taken
            self._next_page(pages, header)

    def _next_page(self, pages: Pages, header: list[_SetCell]) -> None:
        pages.break_page()
        self._header(pages, header, None)

    def _element(self, pages: Pages, row: Element, n: int, language: str) -> Element:
        spoken = f"/Lang({LANGUAGE_TAGS[language]})" if language else ""
        if n == 0 and self.has_row_heads:
            return pages.canvas.structure.add("TH", f"{spoken}/A<</O/Table/Scope/Row>>", row)
        return pages.canvas.structure.add("TD", spoken, row)

    def _set_row(self, row: Row, pages: Pages, style: Style) -> list[_SetCell]:
        hyphens = pages.hyphens
        return [
            _set_cell(held, x, width, style, column.is_number, hyphens)
            for column, (x, width), held in zip(self.columns, self._places(pages.left, pages.width), row, strict=True)
        ]

    def _places(self, left: float, whole: float) -> list[tuple[float, float]]:
        """Where each column begins, and how wide it is."""
        if (left, whole) != self._placed_in:
            total = sum(column.share for column in self.columns)
            room = whole - GUTTER * (len(self.columns) - 1)
            self._placed_in, self._placed, x = (left, whole), [], left
            for column in self.columns:
                width = room * column.share / total
                self._placed.append((x, width))
                x += width + GUTTER
        return self._placed


def _with_last(rows: Iterable[list[_SetCell]]) -> Iterator[tuple[list[_SetCell], list[_SetCell] | None]]:
    """Each row, the last but one with the last, which is not left alone on a page."""
    before, row = None, None
    for coming in rows:
        if before:
            yield before, None
        before, row = row, coming
    if before:
        yield before, row
    if row:
        yield row, None


def _set_cell(held: str | Cell, x: float, width: float, style: Style, is_number: bool, hyphens: Hyphens) -> _SetCell:
    if isinstance(held, Cell) and style is not design.COLUMN:
        style = _cell_style(style.size, style.leading, held.colour, held.is_strong)
    text, symbol, language = (held.text, held.symbol, held.language) if isinstance(held, Cell) else (held, "", "")
    indent = SYMBOL_ROOM if symbol else 0.0
    lines = set_text(text, style, width - indent, hyphens) if text else []
    return _SetCell(x, width, lines, style, symbol, is_number, language)


@cache
def _cell_style(size: float, leading: float, colour: str, is_strong: bool) -> Style:
    return Style(size, leading, design.SEMIBOLD if is_strong else design.REGULAR, colour)


def _height(cells: list[_SetCell]) -> float:
    return max([max(len(cell.lines), 1) * cell.style.leading for cell in cells]) + 2 * PAD


def _draw_lines(pages: Pages, cell: _SetCell, lines: list[Line], element: Element | None) -> None:
    if not lines:
        return
    canvas, y = pages.canvas, baseline(pages.y - PAD, cell.style)
    if cell.symbol and lines[0] is cell.lines[0]:
        with canvas.artifact():
            canvas.symbol(cell.symbol, cell.x + 4, y + cell.style.size * 0.33, 4.2, cell.style.colour)
    with canvas.tagged(element):
        if not cell.is_number:
            canvas.text(lines, cell.x + (SYMBOL_ROOM if cell.symbol else 0), y, cell.style)
            return
        for n, line in enumerate(lines):
            x = cell.x + cell.width - line.width * cell.style.size / 1000
            canvas.text([line], x, y - n * cell.style.leading, cell.style)
