"""Where the header of a table stands, of how many lines it is, and where the next table begins."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from qmsdesk.exchange.sources.header_words import (
    LONGEST_HEADER,
    Kind,
    Promise,
    language_named,
    plain_header,
    promise_of,
)
from qmsdesk.exchange.sources.sheets import Cell, Row

BOXES = frozenset("☐□☑☒✓✔✗✘○◯●_…-–—.xX")
TICKED = frozenset("☐□☑☒")
_TO_ANSWER = frozenset(
    """
    svar kommentar kommentarer anteckning anteckningar notering noteringar anmärkning anmärkningar
    underskrift signatur datum answer answers response comment comments note notes remark remarks signature date
    antwort bemerkung kommentti vastaus
    """.split()  # noqa: SIM905 - a list of words is read as words
)
_CALENDAR = re.compile(
    r"^(?:(?:v|vecka|week|kv|kvartal|q)\.? ?\d{1,2}|jan(?:uari|uary)?|feb(?:ruari|ruary)?|mars?|march|apr(?:il)?|ma[jy]"
    r"|jun[ie]?|jul[iy]?|aug(?:usti|ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)$"
)
_MONTHS = 3
_FIELD = re.compile(r"\w\s*[:=]\s*\w")
_SMALL_NUMBER = re.compile(r"^\d{1,2}$")
NUMBERED = re.compile(r"^\(?[A-Za-z]{0,2}\d+([.\-]\d+)*[.):]?$")
DEEPEST_BELOW_NOTHING = 400
_TOP, _ENOUGH_BELOW = 8, 40
_CLEAR = 2
_LOOKED_BELOW, _LONGEST_ASKED, _REPEATED, _KNOWN = 10, 6, 0.6, 0.33
_EITHER = re.compile(r"^(?:ja|j|yes|y)\s*/\s*(?:nej|n|no)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of a header, as places in a list of rows, and the texts over each column, the upper first."""

    rows: tuple[int, ...]
    texts: tuple[tuple[int, str], ...]

    @property
    def promises(self) -> dict[int, Promise]:
        return {column: _joint_promise(text) for column, text in self.texts}


def headers_of(rows: Sequence[Row]) -> list[Header]:
    """All header lines of a sheet from the top, those that are repeated on every page among them."""
    usual = _answers_printed_on_many_rows(rows)
    found: list[Header] = []
    place = 0
    while place < len(rows):
        if is_header(rows[place], usual, rows[place + 1 : place + 1 + _LOOKED_BELOW]) and place + 1 < len(rows):
            found.append(_whole_header(rows, place))
            place = found[-1].rows[-1]
        place += 1
    return found


def is_header(row: Row, usual: frozenset[str] = frozenset(), below: Sequence[Row] = ()) -> bool:
    """Whether a row only names columns: short words that people put over a question, an answer or a comment."""
    cells = [cell for cell in row.cells if not is_box(cell.text)]
    if not cells or row.heading or _is_content(cells, below):
        return False
    if sum(bool(_CALENDAR.match(plain_header(cell.text))) for cell in cells) >= _MONTHS:
        return True
    promises = [_joint_promise(cell.text) for cell in cells]
    known = [(cell, promise) for cell, promise in zip(cells, promises, strict=True) if promise.strength]
    clear = [cell for cell, promise in known if promise.strength >= _CLEAR]
    if clear and all(plain_header(cell.text) in usual for cell in clear):
        return False
    if len(cells) == 1:
        return promises[0].kind is Kind.QUESTION and promises[0].strength == 3 and len(cells[0].text) <= 40
    if len({promise.language for promise in promises if promise.language}) >= 2:
        return True
    if _is_over_a_scale(cells, promises) or repeated_from(tuple((cell.column, cell.text) for cell in cells)):
        return True
    plain = sum(promise_of(cell.text).strength >= 2 and len(cell.text.split()) <= 3 for cell in cells)
    return plain >= 2 and _names_columns(cells, [promise for _, promise in known])


def _is_over_a_scale(cells: Sequence[Cell], promises: Sequence[Promise]) -> bool:
    """“Statement | 1 | 2 | 3 | 4”."""
    first, *others = zip(cells, promises, strict=True)
    is_question = first[1].kind is Kind.QUESTION and first[1].strength >= 2
    return is_question and len(others) > 1 and all(_SMALL_NUMBER.match(cell.text) for cell, _ in others)


def repeated_from(texts: tuple[tuple[int, str], ...]) -> list[int]:
    """Where tables side by side begin that differ in their first word alone: “Engine | OK | Fault | Tyres | OK | …”."""
    plain = [plain_header(text) for _, text in texts]
    for width in range(2, len(plain) // 2 + 1):
        parts = [plain[at : at + width] for at in range(0, len(plain), width)]
        firsts = {part[0] for part in parts}
        if all(part[1:] == parts[0][1:] for part in parts) and len(firsts) == len(parts) and _answers(parts[0]):
            return [texts[at][0] for at in range(0, len(texts), width)]
    return []


def _answers(words: Sequence[str]) -> bool:
    """The first word names no answer, one of the others does."""
    promises = [promise_of(word) for word in words]
    return promises[0].kind is not Kind.ANSWER and any(each.kind is Kind.ANSWER for each in promises[1:])


def _is_content(cells: Sequence[Cell], below: Sequence[Row] = ()) -> bool:
    """Long texts, questions, numbered lines and fields to fill in are no header."""
    if NUMBERED.match(cells[0].text) and len(cells) > 1:
        return True
    fields = sum(cell.text.endswith(":") or bool(_FIELD.search(cell.text)) for cell in cells)
    long = sum(len(cell.text) > LONGEST_HEADER for cell in cells)
    return (
        long > 1
        or fields > len(cells) / 2
        or any(_looks_asked(cell.text) and not _asks_for_a_column(cell, below) for cell in cells)
    )


def _asks_for_a_column(head: Cell, below: Sequence[Row]) -> bool:
    """“How is it followed up?” over texts that ask nothing."""
    texts = [text for row in below if (text := row.text(head.column))]
    is_over = (
        len(head.text.split()) <= _LONGEST_ASKED and len(texts) > 1 and not any(text.endswith("?") for text in texts)
    )
    return head.text.endswith("?") and head.column > 0 and is_over


def _names_columns(cells: Sequence[Cell], known: Sequence[Promise]) -> bool:
    kinds = {promise.kind for promise in known}
    strong = sum(promise.strength >= 2 for promise in known)
    if Kind.QUESTION in kinds and strong:
        words = [cell for cell in cells if not _SMALL_NUMBER.match(cell.text)]
        return len(known) >= max(2, _KNOWN * len(words))
    if kinds <= {Kind.ANSWER}:
        return strong >= 2 and len(cells) - len(known) <= 1 and len(cells) >= 3 and cells[0].column < 3
    return len(known) >= max(2, 0.5 * len(cells)) and len(kinds) >= 2


def unknown_header(rows: Sequence[Row]) -> list[Header]:
    """A first row of short words that are not ours, over columns that hold something else or nothing yet.

    A line to fill in may look so as well, just above: of both the wider one is the header.
    """
    found: list[int] = []
    for place, row in enumerate(rows[:_TOP]):
        body = rows[place + 1 : place + _ENOUGH_BELOW]
        if len(row.cells) < 2 or len(body) < 2:
            continue
        if _is_content(row.cells, body) or row.heading or any(is_box(cell.text) for cell in row.cells):
            break
        others = [_is_of_other_kind(cell, body) for cell in row.cells]
        if sum(others) < max(2, 0.5 * len(others)) or (found and len(row.cells) <= len(rows[found[-1]].cells)):
            break
        found.append(place)
    return [_whole_header(rows, found[-1])] if found else []


def _is_of_other_kind(head: Cell, body: Sequence[Row]) -> bool:
    """Nothing, numbers, boxes or much longer texts below a short word."""
    texts = [text for row in body if (text := row.text(head.column))]
    if NUMBERED.match(head.text) or len(texts) <= 0.2 * len(body):
        return not NUMBERED.match(head.text)
    if len(set(texts)) <= _REPEATED * len(texts) and head.text not in texts:
        return True
    alike = [text for text in texts if not NUMBERED.match(text) and not is_box(text) and not text.endswith("?")]
    return len(alike) < 0.4 * len(texts)


def is_box(text: str) -> bool:
    """A box to tick, or lines to write on."""
    return all(letter in BOXES or letter in " []()" for letter in text)


def is_to_answer(row: Row) -> bool:
    """A row that only says where to write: “Answer”, “Comment”, with nothing or a box beside."""
    texts = [cell.text for cell in row.cells if not is_box(cell.text)]
    return bool(texts) and not row.heading and all(plain_header(text) in _TO_ANSWER for text in texts)


def is_answers_head(row: Row) -> bool:
    """A row of one title and the words Yes, No, Comment: a header that begins a section as well."""
    if len(row.cells) < 2 or any(cell.text.endswith("?") for cell in row.cells):
        return False
    promises = [promise_of(cell.text) for cell in row.cells]
    answers = sum(promise.kind is Kind.ANSWER and promise.strength >= 2 for promise in promises)
    answers += sum(bool(_EITHER.match(cell.text)) for cell in row.cells)
    return answers >= 2 and answers >= len(row.cells) - 2


def _looks_asked(text: str) -> bool:
    """A question or a sentence, which no header is, unless it is a header's own words as in “OK?”."""
    words = len(text.split())
    if text.rstrip().endswith("?"):
        return words > 4 or (words > 1 and promise_of(text).strength < 2)
    return words > 6 and promise_of(text).strength < 3


@lru_cache(maxsize=4096)
def _joint_promise(text: str) -> Promise:
    """Two header lines read together, or the lower or the upper one alone, whichever says more."""
    whole = promise_of(text.replace("\n", " "))
    parts = [promise_of(part) for part in text.split("\n")] if "\n" in text else []
    best = max([whole, *parts], key=lambda promise: promise.strength)
    language = next((each.language for each in [whole, *parts] if each.language), "")
    if not language:
        language = next((named for part in text.split("\n") if (named := language_named(part))), "")
    return Promise(best.kind, best.strength, language)


def _answers_printed_on_many_rows(rows: Sequence[Row]) -> frozenset[str]:
    """Words such as Yes and No that stand ready to be circled on most rows are no headers."""
    counts = Counter(
        text
        for row in rows[:DEEPEST_BELOW_NOTHING]
        for text in {plain_header(cell.text) for cell in row.cells if len(cell.text) < 30}
    )
    most = max(3, 0.4 * min(len(rows), DEEPEST_BELOW_NOTHING))
    often = {text for text, count in counts.items() if count > most} | _on_lines_in_a_row(rows)
    return frozenset(text for text in often if promise_of(text).kind is Kind.ANSWER)


def _on_lines_in_a_row(rows: Sequence[Row]) -> set[str]:
    """What stands twice on a line and the next, in the same column, where no header would."""
    pairs = Counter(
        plain_header(cell.text)
        for one, other in pairwise(rows[:DEEPEST_BELOW_NOTHING])
        for cell in one.cells
        if len(cell.text) < 30 and cell.text == other.text(cell.column)
    )
    return {text for text, count in pairs.items() if count > 1}


def _whole_header(rows: Sequence[Row], place: int) -> Header:
    places, top = [place], rows[place]
    texts = {column: cell.text for cell in top.cells for column in range(cell.column, cell.column + cell.columns)}
    spanned = {column for cell in top.cells for column in range(cell.column, cell.column + cell.columns)}
    below = rows[place + 1]
    if place + 2 < len(rows) and _goes_on(top, below, spanned):
        places.append(place + 1)
        for cell in below.cells:
            upper = texts.get(cell.column, "")
            if not upper and language_named(cell.text):
                upper = texts.get(cell.column - 1, "").split("\n")[0]
            texts[cell.column] = f"{upper}\n{cell.text}" if upper else cell.text
    return Header(tuple(places), tuple(sorted(texts.items())))


def _goes_on(top: Row, below: Row, spanned: set[int]) -> bool:
    """Whether the second row belongs to the header: answers, marks or languages under a wide or an empty cell."""
    wide = {
        column for cell in top.cells if cell.columns > 1 for column in range(cell.column, cell.column + cell.columns)
    }
    own = {cell.column for cell in top.cells if cell.columns == 1}
    if not below.cells or below.number > top.number + 2 or any(_looks_asked(cell.text) for cell in below.cells):
        return False
    under = [cell for cell in below.cells if cell.column in wide or cell.column not in spanned]
    elsewhere = [cell for cell in below.cells if cell.column in own]
    if all(language_named(cell.text) for cell in below.cells):
        return True
    if len(under) < 2 or any(not _is_sub_header(cell.text) for cell in under):
        return len(elsewhere) > 2 and all(promise_of(cell.text).strength >= 2 for cell in below.cells)
    return all(_is_sub_header(cell.text) and cell.column != under[0].column for cell in elsewhere)


def _is_sub_header(text: str) -> bool:
    if _SMALL_NUMBER.match(text) or language_named(text):
        return True
    return promise_of(text).strength >= 1 or len(text) <= 3
