"""Rows that are headings of sections, told from the rows around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from qmsdesk.exchange.sources.columns import NUMBERING
from qmsdesk.exchange.sources.headers import is_answers_head, is_box, is_to_answer
from qmsdesk.exchange.sources.mappings import Role, TableMapping
from qmsdesk.exchange.sources.sheets import Cell, Row

ENOUGH, CLEAR = 3.0, 6.0
_SEVERAL = 2
SAMPLE = 1500
_LABEL = re.compile(
    r"^\s*(?:§|(?:del|kapitel|avsnitt|section|part|chapter|teil|osa)\s)?\s*([0-9]{1,3}(?:\.[0-9]{1,3})*|[A-ZÅÄÖ](?:[.\-]?[0-9]{1,3})*|[IVX]{1,5})(?:[.):]|\s|$)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:är|finns|har|kan|ska|skall|bör|måste|går|står|görs|sker|hålls|används|följs|fungerar|stämmer|sitter|får|vet|känner"
    r"|is|are|has|have|was|were|can|must|shall|should|does|do|will)\b",
    re.IGNORECASE,
)
_SHORT, _LONGEST_SILENT = 0.55, 5
_SELDOM_BOLD = 0.5


@dataclass(frozen=True, slots=True)
class Habits:
    """How the rows of a table usually look, as shares of the rows with a text where the question stands.

    `depths` are those of the numbers that headings have.
    """

    numbered: float = 0
    asked: float = 0
    full: float = 0
    boxed: float = 0
    wide: float = 0
    upper: float = 0
    gaps: float = 0
    words: float = 0
    bold: float = 0
    depths: frozenset[int] = frozenset()


def habits_of(rows: Sequence[Row], table: TableMapping) -> Habits:
    """Judged from the rows that have most to say, so that many sections do not hide how questions look."""
    columns = Columns(table)
    asked = [row for row in rows[:SAMPLE] if columns.question(row)]
    if not asked:
        return Habits()
    count = len(asked)
    texts = [columns.question(row) for row in asked]
    return Habits(
        numbered=sum(columns.label(row) != "" for row in asked) / count,
        asked=sum(text.endswith("?") for text in texts) / count,
        full=sum(bool(columns.others(row)) for row in asked) / count,
        boxed=sum(_has_box(row) for row in asked) / count,
        wide=sum(columns.cell(row).columns > 1 for row in asked) / count,
        upper=sum(is_upper(text) for text in texts) / count,
        gaps=sum(other.number - one.number > 1 for one, other in pairwise(asked)) / count,
        words=median(len(text.split()) for text in texts),
        bold=sum(columns.cell(row).is_bold for row in asked) / count,
        depths=_heading_depths([columns.label(row) for row in rows[:SAMPLE]]),
    )


class Columns:
    """The columns of a table by what they hold."""

    def __init__(self, table: TableMapping) -> None:
        self.main = main_column(table)
        self.number = table.column(Role.NUMBER)
        if self.number < 0 and -1 < (reference := table.column(Role.REFERENCE)) < self.main:
            self.number = reference  # A1 under a “Ref” numbers as well as under a “No”
        self.has_sections = max(table.column(Role.SECTION_SV), table.column(Role.SECTION_EN)) >= 0
        self.used = {column for column, role in table.roles if role is not Role.IGNORED}
        self.all = {column for column, _ in table.roles}

    def cell(self, row: Row) -> Cell:
        return next((cell for cell in row.cells if cell.column == self.main), Cell(self.main, ""))

    def question(self, row: Row) -> str:
        return row.text(self.main)

    def label(self, row: Row) -> str:
        """The number of a row, from its own column or before its text."""
        if self.number >= 0 and NUMBERING.match(number := row.text(self.number)):
            return number.strip(" .):(")
        match = _LABEL.match(self.question(row))
        is_all = match is not None and match.end() >= len(self.question(row).rstrip())
        return match[1] if match and not is_all and any(letter.isdigit() for letter in match[1]) else ""

    def others(self, row: Row) -> list[Cell]:
        """What a row says beside its number and its question."""
        return [
            cell
            for cell in row.cells
            if cell.column in self.all and cell.column not in {self.main, self.number} and not is_box(cell.text)
        ]


def main_column(table: TableMapping) -> int:
    """The column of the question, in either language."""
    swedish, english = table.column(Role.QUESTION_SV), table.column(Role.QUESTION_EN)
    return min(column for column in (swedish, english) if column >= 0) if max(swedish, english) >= 0 else -1


def label_of(row: Row, table: TableMapping) -> str:
    """The number a row has, from its own column or before its text."""
    return Columns(table).label(row)


def section_rows(rows: Sequence[Row], table: TableMapping, habits: Habits) -> set[int]:
    """The numbers of the rows that are headings of sections."""
    columns = Columns(table)
    scores = [_score(rows, place, columns, habits, table) for place in range(len(rows))]
    for place in _short_among_long(rows, columns, table):
        scores[place] = max(scores[place] + ENOUGH, ENOUGH) if scores[place] < ENOUGH else scores[place]
    least = ENOUGH if sum(score >= CLEAR for score in scores) < _SEVERAL else CLEAR - 1
    likely = [score >= least for score in scores]
    if sum(likely) > 0.6 * len(rows) and len(rows) > 3:
        likely = [score >= ENOUGH + 2 for score in scores]
    return {row.number for row, yes in zip(rows, likely, strict=True) if yes}


def _score(rows: Sequence[Row], place: int, columns: Columns, habits: Habits, table: TableMapping) -> float:
    """How much speaks for a heading; `ENOUGH` makes it one."""
    row = rows[place]
    if row.heading:
        return 9
    text = _only_text(row, columns, table)
    if text is None or (is_to_answer(row) and not is_answers_head(row)):
        return 0
    following = rows[place + 1] if place + 1 < len(rows) else None
    if text.column != columns.main:
        return _score_beside(row, text, columns, table, following)
    before = rows[place - 1] if place else None
    score = _score_of_words(text.text, habits) + _score_of_number(row, before, following, columns, habits)
    if columns.has_sections:
        score -= 3
    if text.columns > 1 and habits.wide < 0.4:
        score += 4
    if text.is_bold and habits.bold < _SELDOM_BOLD:
        score += 6
    if (habits.full >= 0.6 and not is_answers_head(row)) or (habits.boxed >= 0.6 and not _has_box(row)):
        score += 3
    if is_answers_head(row) and habits.full < 0.5:
        score += 4
    if place and row.number - rows[place - 1].number > 1 and habits.gaps < 0.4:
        score += 1.5
    return score


def _has_box(row: Row) -> bool:
    return any(is_box(cell.text) for cell in row.cells)


def _short_among_long(rows: Sequence[Row], columns: Columns, table: TableMapping) -> list[int]:
    """Headings by their words alone: shorter than all else, or the only ones that say nothing of anything."""
    cells = [_only_text(row, columns, table) for row in rows]
    texts = [cell.text if cell and cell.column == columns.main else "" for cell in cells]
    words = [len(text.split()) for text in texts]
    for most in (1, 2, 3):
        short = [place for place, count in enumerate(words) if 0 < count <= most and _could_head(texts[place])]
        others = [count for place, count in enumerate(words) if count and place not in set(short)]
        if others and most < min(others) and most <= _SHORT * median(others) and _part_a_list(short, rows, table):
            return short
    silent = [place for place, text in enumerate(texts) if text and _could_head(text) and not _VERB.search(text)]
    is_short = all(words[place] <= _LONGEST_SILENT for place in silent)
    return silent if is_short and _part_a_list(silent, rows, table) else []


def _part_a_list(places: Sequence[int], rows: Sequence[Row], table: TableMapping) -> bool:
    """One before the first question, never two together, always something below."""
    begins = bool(places) and (places[0] == 0 or bool(table.title))
    return begins and len(places) >= _SEVERAL and all(then - now > 1 for now, then in pairwise([*places, len(rows)]))


def _could_head(text: str) -> bool:
    return text[:1].isupper() and text[-1:] not in "?.!"


def _only_text(row: Row, columns: Columns, table: TableMapping) -> Cell | None:
    """The one text of a row that holds no more than that, a number, boxes, or the words of answers."""
    cells = [cell for cell in row.cells if cell.column in columns.all and not is_box(cell.text)]
    if is_answers_head(row):
        cells = [cell for cell in cells if table.role(cell.column) is not Role.IGNORED] or cells[:1]
    if len(cells) > 1:
        cells = [cell for cell in cells if not (cell.column == columns.number and NUMBERING.match(cell.text))]
    if len(cells) == 2 and _in_both_languages(cells, table):
        return cells[0]
    return cells[0] if len(cells) == 1 else None


def _in_both_languages(cells: Sequence[Cell], table: TableMapping) -> bool:
    return {table.role(cell.column) for cell in cells} == {Role.QUESTION_SV, Role.QUESTION_EN}


def _score_beside(row: Row, text: Cell, columns: Columns, table: TableMapping, following: Row | None) -> float:
    """A text that stands to the left of the question, alone on its row."""
    if text.column > columns.main or NUMBERING.match(text.text) or following is None:
        return 0
    role = table.role(text.column)
    if is_above(columns.label(row), columns.label(following)):
        return 6
    if role in {Role.SECTION_SV, Role.SECTION_EN} or text.column == columns.number or text.columns > 1:
        return 6
    return 4 if role in {Role.IGNORED, Role.MINUTES, Role.MUST, Role.CONDITION} else 0


def _score_of_words(text: str, habits: Habits) -> float:
    words = len(text.split())
    score = 0.0
    if text.endswith("?"):
        score -= 4
    elif habits.asked >= 0.55:
        score += 3
    if is_upper(text) and habits.upper < 0.4:
        score += 3
    if words <= 6 and words < 0.6 * habits.words:
        score += 1
    if words > 3 and words > 0.7 * habits.words:
        score -= 2
    if words > 14:
        score -= 3
    if text.endswith("."):
        score -= 1
    return score + (1 if text.endswith(":") else 0)


def _score_of_number(row: Row, before: Row | None, following: Row | None, columns: Columns, habits: Habits) -> float:
    own = columns.label(row)
    after = columns.label(following) if following else ""
    if is_above(own, after) and _depth(own) in habits.depths:
        return 6
    if not own and habits.numbered >= 0.55:
        return 3
    if own and _depth(own) in {_depth(after), _depth(columns.label(before) if before else "")}:
        return -3
    return 0


def is_above(label: str, below: str) -> bool:
    """1 over 1.1, A over A1: the number of what follows begins with it and goes on."""
    label = _bare(label)
    rest = below[len(label) :]
    return (
        bool(label)
        and below.casefold().startswith(label.casefold())
        and bool(rest)
        and (rest[0] in ".-" or (label[-1].isalpha() and rest[0].isdigit()))
    )


def _bare(label: str) -> str:
    """2.0 as 2."""
    return re.sub(r"(?:\.0*)+$", "", label) or label


def _depth(label: str) -> int:
    return len(re.findall(r"[A-Za-zÅÄÖåäö]+|\d+", _bare(label)))


def _heading_depths(labels: Sequence[str]) -> frozenset[int]:
    """How deep the numbers of headings are: where half of the numbers of that depth stand above deeper ones."""
    above: dict[int, list[bool]] = {}
    for label, below in zip(labels, [*labels, ""][1:], strict=True):
        if label:
            above.setdefault(_depth(label), []).append(is_above(label, below))
    return frozenset(depth for depth, told in above.items() if sum(told) >= 0.5 * len(told))


def is_upper(text: str) -> bool:
    return text.isupper() and len(text) > 3
