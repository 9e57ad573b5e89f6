"""Word documents understood: their tables as sheets are, their paragraphs and lists as running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile, groupby
from pathlib import Path

from qmsdesk.exchange.sources.documents import Block, read_document
from qmsdesk.exchange.sources.forms import understood
from qmsdesk.exchange.sources.headers import is_to_answer
from qmsdesk.exchange.sources.headings import joined_title
from qmsdesk.exchange.sources.languages import language_of
from qmsdesk.exchange.sources.layouts import mapping_of, understand_sheets
from qmsdesk.exchange.sources.mappings import Mapping, Mark, Role, TableMapping
from qmsdesk.exchange.sources.own_documents import is_own_document, read_own_document
from qmsdesk.exchange.sources.prose import EVIDENCE, GUIDANCE, NUMBER, TEXT, Line, judged
from qmsdesk.exchange.sources.sections import main_column
from qmsdesk.exchange.sources.sheets import Cancelled, LeftOut, Place, Progress, Row, Sheet
from qmsdesk.exchange.sources.understandings import Understanding
from qmsdesk.i18n import LANGUAGES, N_

UNIT = "paragraph"
ANSWERS = N_("it is an answer to choose, not a question")
STANDS_AS_SWEDISH = N_("Nothing tells the language of the questions. They stand in the place of Swedish.")
_TITLE_LENGTH = 120
_FIELDS = 4
_LEADING_NUMBER = re.compile(r"^\(?([A-ZÅÄÖ]|\d{1,3})(?=[.\-: ]|[a-zåäö]|\d)")


def understand_document(path: Path, mapping: Mapping | None, progress: Progress, cancelled: Cancelled) -> Understanding:
    """What a Word document holds as a checklist. Raises a `Refusal`."""
    blocks = [block for block in read_document(path) if block.text or block.cells]
    if mapping is None and is_own_document(blocks):
        return understood(path, *read_own_document(blocks, path.name))
    _make_later_titles_headings(blocks)
    layout = _Layout(blocks, path)
    sheet = Sheet("", tuple(layout.rows()), unit=UNIT)
    found = mapping or layout.mapping()
    understanding = understand_sheets(path.name, [sheet], found, progress, cancelled)
    return replace(
        understanding,
        left_out=tuple(sorted(layout.left_out(understanding.left_out), key=lambda each: each.place.row)),
        warnings=() if layout.language else (STANDS_AS_SWEDISH,),
    )


def _make_later_titles_headings(blocks: Sequence[Block]) -> None:
    """The style of titles, used again further down, makes headings of parts."""
    for block in list(dropwhile(lambda each: each.is_title, dropwhile(lambda each: not each.is_title, blocks))):
        if block.is_title:
            block.is_title, block.heading = False, 1


@dataclass(slots=True)
class _Table:
    """A table that asks: how it is read, and the headings above it."""

    mappings: list[TableMapping]
    rows: list[Row]
    path: list[Block] = field(default_factory=list)


class _Layout:
    """One document: which of its tables and paragraphs ask."""

    def __init__(self, blocks: Sequence[Block], path: Path) -> None:
        self._path = path
        self._blocks = blocks
        plain = [block for block in blocks if not block.cells]
        tables = _alike(list(_asking_tables(blocks, path.name)))
        lines = judged(plain, is_alone=not any(map(_is_sure, tables)))
        if any(map(_is_sure, tables)) or any(map(_asks, lines)):
            tables = [table for table in tables if _is_sure(table)]
        _give_paths(blocks, tables)
        self._tables = {table.rows[0].number: table for table in tables}
        self._lines = {line.block.number: line for line in lines}
        self.language = self._language()

    def rows(self) -> Iterator[Row]:
        for block in self._blocks:
            yield block.row if block.cells else self._lines[block.number].row

    def mapping(self) -> Mapping:
        tables = self._named_tables()
        tables += [self._prose(lines) for lines in self._stretches() if any(_asks(line) for line in lines)]
        tables.sort(key=lambda table: table.first_row)
        return Mapping(self._title(), self.language or "sv", tuple(tables))

    def left_out(self, found: Sequence[LeftOut]) -> Iterator[LeftOut]:
        """Without the headings that went into titles, and with the answers cut from behind questions."""
        in_titles = {block.number for table in self._tables.values() for block in table.path}
        yield from (each for each in found if each.place.row not in in_titles or each.place.column >= 0)
        for line in self._lines.values():
            if line.answers and line.mark is not Mark.LEFT_OUT:
                yield LeftOut(Place(self._path.name, row=line.block.number, unit=UNIT), line.answers, ANSWERS)

    def _language(self) -> str:
        asked = [cell.text for table in self._tables.values() for row in table.rows for cell in row.cells]
        found = language_of([*asked, *(line.text for line in self._lines.values())])
        return found if found in LANGUAGES else ""

    def _title(self) -> str:
        """The title by its style, else the first short line that stands before anything is asked."""
        plain = [line for line in self._lines.values() if line.block.text]
        styled = next((line.text for line in plain if line.block.is_title), "")
        if styled:
            return styled
        if plain and plain[0].block.number == self._blocks[0].number and _is_headline(plain[0]):
            return plain[0].block.text
        return self._path.stem

    def _named_tables(self) -> list[TableMapping]:
        several = sum(len(table.mappings) for table in self._tables.values()) > 1
        several = several and not all(_asks_once(table) for table in self._tables.values())
        named = []
        for number, table in enumerate(self._tables.values(), 1):
            title = joined_title([block.text for block in table.path])
            if several and not title:
                title = _shared_number(table) or str(number)
            named += [replace(each, title=each.title or title) for each in table.mappings]
        return named

    def _stretches(self) -> Iterator[list[Line]]:
        """The lines between the tables that ask."""
        within = {row.number for table in self._tables.values() for row in table.rows}
        for is_inside, blocks in groupby(self._blocks, key=lambda block: block.number in within):
            lines = [self._lines[block.number] for block in blocks if block.number in self._lines]
            if lines and not is_inside:
                yield lines

    def _prose(self, lines: Sequence[Line]) -> TableMapping:
        language = self.language or "sv"
        roles = (
            (NUMBER, Role.NUMBER),
            (TEXT, Role(f"question_{language}")),
            (GUIDANCE, Role(f"guidance_{language}")),
            (EVIDENCE, Role(f"evidence_{language}")),
        )
        title = self._title()
        marks = tuple((line.block.number, Mark.TITLE if line.block.text == title else line.mark) for line in lines)
        return TableMapping("", lines[0].block.number, lines[-1].block.number, roles, by_hand=marks)


def _asking_tables(blocks: Sequence[Block], file: str) -> Iterator[_Table]:
    """The tables with questions in them."""
    for table, group in groupby(blocks, key=lambda block: block.table):
        if table < 0:
            continue
        part = list(group)
        rows = [block.row for block in part]
        found, _warnings = mapping_of(file, [Sheet("", tuple(rows), unit=UNIT)])
        if found.tables:
            yield _Table([_with_items(each, rows) for each in found.tables], rows)


def _give_paths(blocks: Sequence[Block], tables: Sequence[_Table]) -> None:
    """The headings each table stands under, those by style and those by their looks alone."""
    begun = {table.rows[0].number: table for table in tables}
    path: list[Block] = []
    for block in blocks:
        if block.heading:
            path = [*(above for above in path if above.heading < block.heading), block]
        if block.number in begun:
            begun[block.number].path = list(path)
    if len(tables) > 1 and all(table.path == tables[0].path for table in tables):
        for table in tables:  # a bold line over them all is the title
            table.path = [block for block in table.path if not block.is_bold]


def _with_items(table: TableMapping, rows: Sequence[Row]) -> TableMapping:
    """A line that goes on in small letters is an item of the question above, and never a heading."""
    asked = max(table.column(Role.QUESTION_SV), table.column(Role.QUESTION_EN))
    items = [row for row in rows if [cell.column for cell in row.cells] == [asked] and row.text(asked)[:1].islower()]
    return replace(table, by_hand=tuple((row.number, Mark.QUESTION) for row in items))


def _is_sure(table: _Table) -> bool:
    """Not one of the small tables with fields to fill in, for the unit and the date."""
    texts = [cell.text for row in table.rows for cell in row.cells]
    return any(each.header for each in table.mappings) or "?" in "".join(texts) or len(table.rows) > _FIELDS


def _asks_once(table: _Table) -> bool:
    """A form of its own for each question: “Question 1 | …” above lines to answer on."""
    asked = {main_column(each) for each in table.mappings}
    rows = [row for row in table.rows if any(row.text(column) for column in asked) and not is_to_answer(row)]
    told = [row for row in rows if not row.cells[-1].text.endswith(":")]
    return not any(each.header for each in table.mappings) and len(told) <= 1


def _alike(tables: list[_Table]) -> list[_Table]:
    """Tables under the same heads are read the same way: as the longest of them, which tells the most."""
    longest: dict[tuple[str, ...], TableMapping] = {}
    for table in sorted(tables, key=lambda each: len(each.rows)):
        longest[_heads(table)] = table.mappings[0]
    for table in tables:
        if len(table.mappings) == 1 and table.mappings[0].header:
            roles = longest[_heads(table)].roles
            table.mappings = [_with_items(replace(table.mappings[0], roles=roles), table.rows)]
    return tables


def _heads(table: _Table) -> tuple[str, ...]:
    header = set(table.mappings[0].header)
    texts = (cell.text for row in table.rows if row.number in header for cell in row.cells)
    return tuple(" ".join(text.split()).casefold() for text in texts)


def _shared_number(table: _Table) -> str:
    """The number that all lines of a table begin theirs with, as 1 for 1.a, 1.b and 1.c."""
    column = table.mappings[0].column(Role.NUMBER)
    texts = [row.text(column) for row in table.rows if row.text(column)] if column >= 0 else []
    first = [found[1] for text in texts[-2:] if (found := _LEADING_NUMBER.match(text))]
    return first[0] if first and len(set(first)) == 1 else ""


def _asks(line: Line) -> bool:
    return line.mark is Mark.QUESTION


def _is_headline(line: Line) -> bool:
    is_short = len(line.block.text) <= _TITLE_LENGTH and not line.block.text.endswith((".", ":", "?", ","))
    return is_short and not line.list_key and not _asks(line)
