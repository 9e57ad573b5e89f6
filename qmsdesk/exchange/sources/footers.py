"""Rows that only sum up, are to be signed or filled in, or explain the answers, told from the rows around them."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from qmsdesk.exchange.sources.header_words import Kind, promise_of
from qmsdesk.exchange.sources.headers import TICKED, is_to_answer
from qmsdesk.exchange.sources.mappings import TableMapping
from qmsdesk.exchange.sources.sections import SAMPLE, Columns, Habits
from qmsdesk.exchange.sources.sheets import Cell, Row

_SEVERAL, _LONGEST_LABEL = 2, 4
_PRINTED, _MOST_ASK = 30, 0.55
_FOOTER = re.compile(
    r"^(total(t|a|en|er|s|e|ed)?\b|summa\b|sum\b|delsumma|genomsnitt|medelvärde|average|subtotal|gesamt|summe\b"
    r"|yhteensä|i alt\b"
    r"|totalpoäng|poängsumma|score\s*:|resultat\s*:|antal (ja|nej|avvikelser|godkända|underkända|brister|fel|poäng)"
    r"|max(imal)? poäng|andel\b"
    r"|underskrift|signatur|signature|signed\b|datum\b|date\b|ort och datum|namnförtydligande"
    r"|unterschrift|allekirjoitus"
    r"|päivämäärä|namn\s*:|name\s*:|auditor\s*:|revisor(er)?\s*:|ansvarig\s*:|kontrollerad av|utförd av"
    r"|checked by|approved by"
    r"|godkänd av|granskad av|förrättningsman|teilnehmer|deltagare\s*:|participants\s*:|enhet\s*:|plats\s*:|unit\s*:"
    r"|betygsskala|förklaring(ar)?\b|teckenförklaring|legend\b|legende\b|skala\b|bedömningsskala|svarsalternativ"
    r"|scale\b|key\s*:|obs[!:]|ob[s]\b|not[ea]?\s*:|anm\s*:|\*|sida\s+\d|page\s+\d|sidan\s+\d|seite\s+\d|version\b|utgåva\b"
    r"|senast (ändrad|uppdaterad|reviderad)|fastställd|last updated|revision\s*[:\d]|©|copyright|blankett(en)?\b"
    r"|dokumentnummer|document no|dok\.?\s?nr|spara (blanketten|filen|dokumentet))",
    re.IGNORECASE,
)
_LEGEND = re.compile(r"^.{1,20}?\s*=\s*\S")


def footer_rows(rows: Sequence[Row], table: TableMapping, habits: Habits) -> set[int]:
    """The numbers of rows that sum up, are to be signed, or explain the answers."""
    columns = Columns(table)
    found = _to_fill_at_the_end(rows, columns) | _without_box(rows, columns) | _closing_words(rows, columns)
    found |= {row.number for row in rows if is_to_answer(row)}
    closing = False
    for place, row in enumerate(rows):
        text = row.cells[0].text if row.cells else ""
        is_numbered = bool(columns.label(row)) and not _LEGEND.match(text)
        is_footer = not is_numbered and not text.endswith("?") and len(text.split()) <= 12 and says_footer(text)
        if is_footer and (place == 0 or place > 0.3 * len(rows) or len(text.split()) <= 3):
            found.add(row.number)
            closing = closing or (place >= len(rows) - 14 and not _asks_more(rows[place + 1 :], columns, habits))
        elif closing:
            found.add(row.number)
    return found


def _to_fill_at_the_end(rows: Sequence[Row], columns: Columns) -> set[int]:
    """“Inspector:” and the like, with nothing asked below them."""
    found: set[int] = set()
    for row in reversed(rows):
        text = row.cells[0].text
        if not text.endswith(":") or len(text.split()) > _LONGEST_LABEL or columns.label(row):
            break
        found.add(row.number)
    return found


def _closing_words(rows: Sequence[Row], columns: Columns) -> set[int]:
    """Whole sentences after a gap at the end of a table whose other lines are none, or labels where those all ask."""
    gaps = [place for place, (one, other) in enumerate(pairwise(rows), 1) if other.number - one.number > 1]
    if not gaps or any(len(row.cells) > 1 for row in rows[gaps[-1] :]):
        return set()
    last = [row.cells[0].text for row in rows[gaps[-1] :]]
    above = [text for row in rows[: gaps[-1]] if (text := columns.question(row))]
    asks = sum(text.endswith("?") for text in above)
    are_said = all(map(_is_sentence, last)) and not any(map(_is_sentence, above))
    are_labels = all(map(_is_label, last)) and 0 < _MOST_ASK * len(above) <= asks
    return {row.number for row in rows[gaps[-1] :]} if are_said or are_labels else set()


def _is_label(text: str) -> bool:
    return len(text.split()) < _LONGEST_LABEL and not text.endswith("?")


def _is_sentence(text: str) -> bool:
    return text[-1:] in {".", "!"}


def _without_box(rows: Sequence[Row], columns: Columns) -> set[int]:
    """Fields to fill in, among questions that have boxes to tick, or Yes and No, printed beside them."""
    asked = [row for row in rows[:SAMPLE] if columns.question(row) and len(row.cells) > 1]
    printed = _printed_answers(asked)
    boxed = [
        row
        for row in asked
        if any(
            _has_box(cell) or (cell.column, cell.text) in printed for cell in row.cells if cell.column != columns.main
        )
    ]
    if len(boxed) < _SEVERAL or len(boxed) < 0.5 * len(asked):
        return set()
    kept = {row.number for row in boxed}
    return {row.number for row in rows if row.number not in kept and len(row.cells) > 1 and columns.question(row)}


def _printed_answers(asked: Sequence[Row]) -> set[tuple[int, str]]:
    """Yes and No, where both stand on most rows."""
    counts = Counter((cell.column, cell.text) for row in asked for cell in row.cells if len(cell.text) < _PRINTED)
    often = {each for each, count in counts.items() if count >= max(_SEVERAL, 0.5 * len(asked))}
    answers = {each for each in often if promise_of(each[1]).kind is Kind.ANSWER}
    return answers if len(answers) >= _SEVERAL else set()


def _has_box(cell: Cell) -> bool:
    return any(letter in TICKED for letter in cell.text)


def says_footer(text: str) -> bool:
    """Whether a text begins as a sum, a signature or a legend does."""
    if _LEGEND.match(text):
        return len(text.split("=", maxsplit=1)[0].split()) <= 3
    return bool(_FOOTER.match(text)) and (len(text.split()) <= 6 or text[0] in "*©" or ":" in text)


def _asks_more(rows: Sequence[Row], columns: Columns, habits: Habits) -> bool:
    """Whether rows further down look like the questions above them."""
    for row in rows:
        text = columns.question(row)
        if text.endswith("?") and habits.asked > 0.3:
            return True
        if columns.label(row) and habits.numbered > 0.5 and not _LEGEND.match(text) and len(text.split()) > 1:
            return True
    return False
