"""A mapping applied to its sheets: the outline of the checklist, and every line that is left out of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from qmsdesk.domain.checklists import DEFAULT_MINUTES
from qmsdesk.domain.errors import ImportCancelled
from qmsdesk.exchange.sources.footers import footer_rows
from qmsdesk.exchange.sources.header_words import plain_header
from qmsdesk.exchange.sources.headers import is_box
from qmsdesk.exchange.sources.headings import joined_title
from qmsdesk.exchange.sources.mappings import Mapping, Mark, Role, TableMapping
from qmsdesk.exchange.sources.nestings import Heading, paths_of
from qmsdesk.exchange.sources.outlines import Outline, OutlineQuestion, OutlineSection, Texts
from qmsdesk.exchange.sources.sections import habits_of, label_of, section_rows
from qmsdesk.exchange.sources.sheets import Cancelled, LeftOut, Place, Progress, Row, Sheet
from qmsdesk.i18n import LANGUAGES, N_

OUTSIDE = N_("it stands outside the questions")
FOOTER = N_("it sums up, is to be signed or explains the answers")
NOTHING_ASKED = N_("there is no question on this line")
NO_QUESTIONS_BELOW = N_("no question stands under this heading")
OTHER_COLUMN = N_("the column is not one of a checklist, or is to be filled in")
OTHER_SHEET = N_("the sheet holds no questions")
NOT_MINUTES = N_("it is no number of minutes")

MOST_LINES = 200
_EVERY = 500
_YES = frozenset(
    {"ja", "j", "x", "yes", "y", "true", "1", "sant", "måste", "obligatorisk", "must", "mandatory", "kyllä"}
    | {"ska", "skall", "alltid", "required", "✓", "✔", "☑", "☒"}
)
_LONGEST_MINUTES = 3


@dataclass(slots=True)
class Reading:
    """What applying a mapping gave."""

    outline: Outline
    left_out: list[LeftOut] = field(default_factory=list)
    marks: dict[tuple[str, int], Mark] = field(default_factory=dict)


def read_by(mapping: Mapping, file: str, sheets: Sequence[Sheet], progress: Progress, cancelled: Cancelled) -> Reading:
    """The same for a mapping that was found and for one that a person corrected."""
    reading = Reading(Outline({mapping.language or "sv": mapping.title}))
    for done, sheet in enumerate(sheets):
        progress(done, len(sheets))
        tables = [table for table in mapping.tables if table.sheet == sheet.name and table.is_used]
        _SheetReading(file, sheet, tables, mapping, reading, cancelled).read()
    progress(len(sheets), len(sheets))
    return reading


class _SheetReading:
    """One sheet on its way into the outline."""

    def __init__(
        self,
        file: str,
        sheet: Sheet,
        tables: list[TableMapping],
        mapping: Mapping,
        reading: Reading,
        cancelled: Cancelled,
    ) -> None:
        self._file, self._sheet, self._tables, self._mapping = file, sheet, tables, mapping
        self._reading, self._cancelled = reading, cancelled

    def read(self) -> None:
        if not self._tables:
            self._leave_out_sheet()
            return
        for table in self._tables:
            _TableReading(self, table).read()
            self._leave_out_columns(table)
        self._leave_out_rest()

    def mark(self, row: Row, mark: Mark) -> None:
        """Side by side one half of a row may be a question and the other nothing: the question is what counts."""
        key = (self._sheet.name, row.number)
        if self._reading.marks.get(key) is not Mark.QUESTION:
            self._reading.marks[key] = mark

    def leave_out(self, row: Row, reason: str, texts: str, column: int = -1) -> None:
        self._reading.left_out.append(LeftOut(self.place(row.number, column), texts, reason))
        self.mark(row, Mark.LEFT_OUT)

    def place(self, row: int = 0, column: int = -1) -> Place:
        return Place(self._file, self._sheet.name, row, column, self._sheet.unit)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._sheet.rows

    def between(self, first: int, last: int) -> tuple[Row, ...]:
        return self._sheet.between(first, last)

    def numbered(self, numbers: tuple[int, ...]) -> list[Row]:
        return self._sheet.numbered(numbers)

    @property
    def outline(self) -> Outline:
        return self._reading.outline

    @property
    def language(self) -> str:
        return self._mapping.language or "sv"

    def stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise ImportCancelled

    def _leave_out_sheet(self) -> None:
        if len(self.rows) > MOST_LINES:
            self._reading.left_out.append(LeftOut(self.place(), "", OTHER_SHEET))
        for row in self.rows:
            self.mark(row, Mark.LEFT_OUT)
            if len(self.rows) <= MOST_LINES:
                self._reading.left_out.append(LeftOut(self.place(row.number), _whole(row), OTHER_SHEET))

    def _leave_out_columns(self, table: TableMapping) -> None:
        header = self.numbered(table.header)
        for column, role in table.roles:
            if role is Role.IGNORED:
                texts = [text for row in header if (text := row.text(column))]
                if texts:
                    place = self.place(table.header[0], column)
                    self._reading.left_out.append(LeftOut(place, " ".join(texts), OTHER_COLUMN))

    def _leave_out_rest(self) -> None:
        titles = {self._mapping.title, *(table.title for table in self._tables)}
        for row in self.rows:
            if (self._sheet.name, row.number) in self._reading.marks:
                continue
            if row.cells[0].text in titles:
                self.mark(row, Mark.TITLE if row.cells[0].text == self._mapping.title else Mark.SECTION)
            else:
                self.leave_out(row, OUTSIDE, _whole(row))


class _TableReading:
    """One table; knows the section it is in."""

    def __init__(self, sheet: _SheetReading, table: TableMapping) -> None:
        self._of, self._table = sheet, table
        self._columns = {column for column, _ in table.roles}
        self._roles = [(column, role) for column, role in table.roles if role is not Role.IGNORED]
        self._by_hand = dict(table.by_hand)
        self._spoken = {name: _spoken_columns(table, name) for name in ("question", "section", "guidance", "evidence")}
        self._sections: dict[tuple[str, ...], OutlineSection] = {}
        self._section: OutlineSection | None = None
        self._last: OutlineQuestion | None = None
        self._pending: tuple[Row, str] | None = None
        self._column_titles: Texts = {}
        self._paths: dict[int, tuple[int, ...]] = {}
        self._outer: set[int] = set()
        self._titles: dict[int, Texts] = {}

    def read(self) -> None:
        rows = list(self._own_rows())
        headers = self._of.numbered(self._table.header)
        repeated = {_plain(row) for row in headers}
        for row in headers:
            self._of.mark(row, Mark.HEADER)
        body = [row for row in rows if _plain(row) not in repeated]
        habits = habits_of(body, self._table)
        footers = footer_rows(body, self._table, habits)
        likely = section_rows([row for row in body if row.number not in footers], self._table, habits)
        told = {row.number: self._told(row, repeated, footers, likely) for row in rows}
        self._nest(rows, told)
        for count, row in enumerate(rows):
            if count % _EVERY == 0:
                self._of.stop_if_cancelled()
            self._take(row, told[row.number], row.number in footers)
        self._drop_pending()

    def _nest(self, rows: Sequence[Row], told: dict[int, Mark]) -> None:
        """Which headings stand under others."""
        shown = [row for row in rows if told[row.number] in {Mark.SECTION, Mark.QUESTION}]
        asks = [told[row.number] is Mark.QUESTION for row in shown]
        headings = [
            Heading(row.number, label_of(row, self._table), _longest(row), below)
            for row, itself, below in zip(shown, asks, [*asks, False][1:], strict=True)
            if not itself
        ]
        self._paths = paths_of(headings)
        self._outer = {row for each in headings if each.asks for row in self._paths[each.row]}

    def _own_rows(self) -> Iterator[Row]:
        for row in self._of.between(self._table.first_row, self._table.last_row):
            cells = tuple(cell for cell in row.cells if cell.column in self._columns)
            if cells:
                yield Row(row.number, cells, row.heading)

    def _take(self, row: Row, told: Mark, is_footer: bool) -> None:
        if told in {Mark.HEADER, Mark.TITLE}:
            self._of.mark(row, told)
        elif told is Mark.SECTION:
            self._begin_section(row)
        elif told is Mark.QUESTION:
            self._ask(row)
        elif told is Mark.MORE and self._last is not None:
            self._add_more(row)
        else:
            self._of.leave_out(row, FOOTER if is_footer else NOTHING_ASKED, _whole(row))

    def _told(self, row: Row, repeated: set[tuple[str, ...]], footers: set[int], likely: set[int]) -> Mark:
        """What a person said of a row, else what it is judged to be."""
        if row.number in self._by_hand:
            return self._by_hand[row.number]
        if _plain(row) in repeated:
            return Mark.HEADER
        if row.number in footers:
            return Mark.LEFT_OUT
        if row.number in likely:
            return Mark.SECTION
        if self._asked(row):
            return Mark.QUESTION
        if any(row.text(column) for column, role in self._roles if _can_go_on(role)):
            return Mark.MORE
        return Mark.LEFT_OUT

    def _asked(self, row: Row) -> Texts:
        texts = self._texts(row, "question")
        return {language: text for language, text in texts.items() if any(map(str.isalpha, text)) and not is_box(text)}

    def _texts(self, row: Row, name: str) -> Texts:
        return {language: text for language, column in self._spoken[name] if (text := row.text(column))}

    def _begin_section(self, row: Row) -> None:
        self._drop_pending()
        title = self._asked(row) or self._texts(row, "section") or {self._of.language: _longest(row)}
        self._titles[row.number] = title
        self._last = None
        self._column_titles = self._texts(row, "section")
        self._of.mark(row, Mark.SECTION)
        if row.number in self._outer:
            self._section = None
            return
        self._section = OutlineSection(self._joined(row.number, title))
        self._of.outline.sections.append(self._section)
        self._pending = (row, _whole(row))

    def _joined(self, row: int, title: Texts) -> Texts:
        """A title with those of the headings it stands under."""
        above = [self._titles[each] for each in self._paths.get(row, ()) if each in self._outer]
        return {
            language: joined_title([*(each[language] for each in above if language in each), text]) if above else text
            for language, text in title.items()
        }

    def _drop_pending(self) -> None:
        """A heading that nothing was asked under is left out, and said so."""
        if self._pending is not None and self._section is not None and not self._section.questions:
            row, text = self._pending
            self._of.leave_out(row, NO_QUESTIONS_BELOW, text)
            self._section = None
        self._pending = None

    def _ask(self, row: Row) -> None:
        if (titles := self._texts(row, "section")) and titles != self._column_titles:
            self._column_titles = titles
            self._enter(titles)
        if self._section is None:
            self._enter_table({self._of.language: self._table.title} if self._table.title else {})
        assert self._section is not None
        self._last = OutlineQuestion(
            text=self._asked(row) or {self._of.language: _longest(row)},
            guidance=self._texts(row, "guidance"),
            evidence=self._texts(row, "evidence"),
            code=self._text(row, Role.NUMBER),
            refers_to=_references(self._text(row, Role.REFERENCE)),
            minutes=self._minutes(row),
            must_ask=self._text(row, Role.MUST).casefold().strip(" .") in _YES,
            condition=self._text(row, Role.CONDITION),
        )
        self._section.questions.append(self._last)
        self._of.mark(row, Mark.QUESTION)

    def _enter(self, title: Texts) -> None:
        """The section of that name in this table, a new one the first time."""
        key = tuple(title.values())
        if key not in self._sections:
            self._sections[key] = OutlineSection(title)
            self._of.outline.sections.append(self._sections[key])
        self._section = self._sections[key]

    def _enter_table(self, title: Texts) -> None:
        """The section of a whole table; small tables one after another under the same heading are one."""
        before = self._of.outline.sections[-1:]
        if before and before[0].title == title and before[0].questions:
            self._section = before[0]
        else:
            self._enter(title)

    def _add_more(self, row: Row) -> None:
        """What a row adds; a question that a person said goes on becomes guidance, so that no text is lost."""
        assert self._last is not None
        for name, held in (("guidance", self._last.guidance), ("evidence", self._last.evidence)):
            more = self._texts(row, name) | (self._asked(row) if name == "guidance" else {})
            for language, text in more.items():
                held[language] = f"{held[language]}\n{text}" if held.get(language) else text
        self._last.refers_to += _references(self._text(row, Role.REFERENCE))
        self._of.mark(row, Mark.MORE)

    def _text(self, row: Row, role: Role) -> str:
        return row.text(self._table.column(role))

    def _minutes(self, row: Row) -> int:
        text = self._text(row, Role.MINUTES)
        digits = text.casefold().removesuffix("uter").removesuffix("min").strip(" .")
        if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_MINUTES:
            return int(digits)
        if text:
            self._of.leave_out(row, NOT_MINUTES, text, self._table.column(Role.MINUTES))
        return DEFAULT_MINUTES


def _spoken_columns(table: TableMapping, name: str) -> list[tuple[str, int]]:
    """The columns of a text by language, those that there are."""
    found = [(language, table.column(Role(f"{name}_{language}"))) for language in LANGUAGES]
    return [(language, column) for language, column in found if column >= 0]


def _can_go_on(role: Role) -> bool:
    return role.startswith(("guidance", "evidence")) or role is Role.REFERENCE


def _references(text: str) -> tuple[str, ...]:
    return tuple(part for line in text.replace(";", "\n").split("\n") if (part := line.strip()))


def _plain(row: Row) -> tuple[str, ...]:
    return tuple(plain_header(cell.text) for cell in row.cells)


def _longest(row: Row) -> str:
    return max((cell.text for cell in row.cells), key=len)


def _whole(row: Row) -> str:
    return " | ".join(cell.text for cell in row.cells)
