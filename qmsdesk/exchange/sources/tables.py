"""The tables of a sheet, one below or beside another: where each begins and ends, and what its columns hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qmsdesk.exchange.sources.columns import Column, columns_of, question_columns, roles_of
from qmsdesk.exchange.sources.footers import says_footer
from qmsdesk.exchange.sources.header_words import Kind, plain_header, promise_of
from qmsdesk.exchange.sources.headers import Header, headers_of, is_box, is_to_answer, repeated_from, unknown_header
from qmsdesk.exchange.sources.languages import language_of
from qmsdesk.exchange.sources.mappings import TableMapping
from qmsdesk.exchange.sources.sheets import Row, Sheet

_NOT_A_SECTION_NAME = re.compile(r"^(sheet|blad|tabelle|ark|taul|feuil|hoja|kalkylblad)\s*\d*$", re.IGNORECASE)
_HELPER_NAMES = frozenset(
    """
    listor lista lists list values lookup lookups data val listval rullista rullistor dropdown dropdowns drop-down
    instruktion instruktioner instructions instruction readme läsmig om about info information hjälp help start
    versionshistorik versioner ändringslogg revisionshistorik historik history changelog revisions summary
    sammanfattning sammanställning resultat result results report rapport dashboard diagram charts settings
    inställningar choices legend legende förklaring förklaringar skala scale scoring poäng poängsättning översikt
    overview cover framsida försättsblad omslag innehåll contents config konfiguration mall parametrar åtgärdsplan
    åtgärdslista handlingsplan deltagare participants hinweise anleitung listen ohjeet ohje vejledning veiledning
    lister dolda hidden bedömningsskala betygsskala ordlista glossary kontakt kontakter stamdata grunddata
    """.split()  # noqa: SIM905 - a list of words is read as words
)
_SCALE = re.compile(
    r"^(score|poäng|betyg|skala|scale|nivå|level|grade|rating|value|värde|punkte|pisteet)", re.IGNORECASE
)
_COUNTED, _LONGEST_HEADLINE = 5, 8
_SURE_OF_HEAD = 1.5


@dataclass(frozen=True, slots=True)
class Found:
    """A table, how sure it is (the strength of the word over its questions), and the headlines above it.

    `over` is a headline in the header itself, where the word for questions would stand.
    """

    table: TableMapping
    sure: float
    language: str
    titles: tuple[str, ...] = ()
    header: Header | None = None
    over: str = ""


def tables_of(sheet: Sheet) -> list[Found]:
    """All tables of a sheet that ask something, from the top and from the left."""
    rows = sheet.rows
    headers = _first_of_pages(headers_of(rows), rows) or unknown_header(rows)
    if not headers:
        return [found] if (found := _table_without_header(sheet)) else []
    tables: list[Found] = []
    begin = 0
    for place, header in enumerate(headers):
        end = headers[place + 1].rows[0] if place + 1 < len(headers) else len(rows)
        if place + 1 < len(headers):
            end -= len(_title_places(rows, headers[place + 1], header.rows[-1] + 1, header))
        titles = _title_places(rows, header, begin, headers[place - 1] if place else None)
        body = rows[header.rows[-1] + 1 : end]
        tables += _beside(sheet, header, body, [rows[each] for each in titles])
        begin = end
    return tables


def is_helper(sheet: Sheet) -> bool:
    """Whether a sheet says by its name that it holds lists, instructions or sums."""
    words = re.findall(r"[\w-]+", sheet.name.casefold())
    return bool(words) and (words[0] in _HELPER_NAMES or words[-1] in _HELPER_NAMES) and len(words) <= 3


def names_a_section(sheet: Sheet) -> bool:
    return bool(sheet.name) and not _NOT_A_SECTION_NAME.match(sheet.name)


def _first_of_pages(headers: list[Header], rows: Sequence[Row]) -> list[Header]:
    """Headers without those that only come again, with nothing above them, on a new page."""
    kept: list[Header] = []
    for header in headers:
        same = kept and _plain(header) == _plain(kept[-1])
        if same and not _title_places(rows, header, kept[-1].rows[-1] + 1, kept[-1]):
            continue
        kept.append(header)
    return kept


def _plain(header: Header) -> list[str]:
    return [plain_header(text) for _, text in header.texts]


def _title_places(rows: Sequence[Row], header: Header, begin: int, above: Header | None) -> list[int]:
    """The places of the rows of one text right above a header, but not the last questions of a table before it."""
    places: list[int] = []
    place = header.rows[0] - 1
    if above is not None and all(promise.kind is not Kind.QUESTION for promise in header.promises.values()):
        return []
    while place >= begin and len(places) < (_COUNTED if above is None else 2):
        row = rows[place]
        texts = [cell for cell in row.cells if not is_box(cell.text)]
        if len(texts) != 1 and not (above is None and _repeats(header) and len(texts) == _repeats(header)):
            break
        if above is not None and not _stands_apart(rows, place, begin, above):
            break
        places.append(place)
        place -= 1
    return places[::-1]


def _stands_apart(rows: Sequence[Row], place: int, begin: int, above: Header) -> bool:
    """A headline has a gap before it, is wide, stands more to the left, or is alone among rows of several texts."""
    row = rows[place]
    cell = row.cells[0]
    if cell.text.endswith("?"):
        return False
    gap = place > 0 and row.number - rows[place - 1].number > 1
    questions = [column for column, promise in above.promises.items() if promise.kind is Kind.QUESTION]
    body = rows[begin:place]
    full = [len(each.cells) for each in body]
    is_alone = bool(full) and sum(count > 1 for count in full) >= 0.7 * len(full)
    is_alone = is_alone and len(cell.text.split()) <= _LONGEST_HEADLINE
    return gap or cell.columns > 1 or (bool(questions) and cell.column < min(questions)) or is_alone


def _repeats(header: Header) -> int:
    """How many times side by side the word over the questions stands in a header."""
    return len(_starts(header))


def _starts(header: Header) -> list[int]:
    """The first column of each table side by side."""
    if again := repeated_from(header.texts):
        return again
    columns = [column for column, _ in header.texts]
    asked: dict[str, list[int]] = {}
    for column, text in header.texts:
        promise = header.promises[column]
        if promise.kind is Kind.QUESTION and promise.strength >= 2:
            asked.setdefault(plain_header(text), []).append(column)
    again = next((places for places in asked.values() if len(places) > 1 and places[1] - places[0] > 1), [])
    return [columns[0] + place - again[0] for place in again] or [columns[0]]


def _beside(sheet: Sheet, header: Header, body: Sequence[Row], titles: Sequence[Row]) -> list[Found]:
    starts = _starts(header)
    last = max([sheet.columns - 1, *(column for column, _ in header.texts)])
    found = []
    for place, start in enumerate(starts):
        end = starts[place + 1] - 1 if place + 1 < len(starts) else last
        columns = range(0 if place == 0 else start, end + 1)
        texts = tuple((column, text) for column, text in header.texts if column in columns)
        part = replace(header, texts=texts)
        above = tuple(cell.text for row in titles for cell in row.cells if cell.column in columns)
        if table := _table(sheet, part, body, columns, above):
            found.append(table)
    return found


def _table(
    sheet: Sheet, header: Header, body: Sequence[Row], columns: Sequence[int], titles: tuple[str, ...]
) -> Found | None:
    body = [row for row in body if any(cell.column in columns for cell in row.cells)]
    judged = columns_of(_asking(body), columns, header.promises)
    asked = question_columns(judged)
    if asked and (fewer := _up_to_the_last(body, asked[0].column)) != body:
        judged = columns_of(_asking(fewer), columns, header.promises)
        asked = question_columns(judged)
    if not asked or _is_scale(header, judged):
        return None
    language = _language(body, asked)
    roles = tuple(sorted(roles_of(judged, language or "sv").items()))
    numbers = tuple(sheet.rows[place].number for place in header.rows)
    table = TableMapping(sheet.name, numbers[-1] + 1, body[-1].number, roles, numbers)
    promise = asked[0].promise
    over = _section_over(header, asked[0])
    sure = promise.strength if promise.kind is Kind.QUESTION else 0.5
    return Found(table, _SURE_OF_HEAD if over else sure, language, titles, header, over)


def _up_to_the_last(body: list[Row], column: int) -> list[Row]:
    """Without what stands below the last question and says nothing of the columns either."""
    last = next((place for place in range(len(body) - 1, -1, -1) if body[place].text(column)), len(body) - 1)
    return body[: last + 1]


def _asking(rows: Sequence[Row]) -> list[Row]:
    """Without the rows to write in and those that sum up, which say nothing of their columns."""
    return [row for row in rows if not is_to_answer(row) and not says_footer(row.cells[0].text)] or list(rows)


def _section_over(header: Header, asked: Column) -> str:
    """The headline of a section that stands in the header itself, “Premises | Yes | No | Comment”."""
    others = {promise.kind for column, promise in header.promises.items() if column != asked.column}
    if asked.promise.kind is not Kind.QUESTION and others <= {Kind.ANSWER, Kind.NUMBER}:
        return next((text for column, text in header.texts if column == asked.column), "")
    return ""


def _table_without_header(sheet: Sheet) -> Found | None:
    """A plain list, or a table that nobody gave a header: told by its contents alone."""
    rows = sheet.rows
    begin = _titles_of_list(rows)
    body = rows[begin:]
    judged = columns_of(_asking(body), range(sheet.columns), {})
    asked = question_columns(judged)
    if not asked or not body:
        return None
    language = _language(body, asked)
    roles = tuple(sorted(roles_of(judged, language or "sv").items()))
    table = TableMapping(sheet.name, body[0].number, body[-1].number, roles)
    titles = tuple(row.cells[0].text for row in rows[:begin] if len(row.cells) == 1)
    return Found(table, 0.2 + 0.2 * (asked[0].contents.asked > 0.4), language, titles)


def _titles_of_list(rows: Sequence[Row]) -> int:
    """How many rows at the top are a headline and what is filled in below it."""
    if len(rows) < 3 or rows[0].heading > 1:
        return 0
    first, second = rows[0], rows[1]
    alone = len(first.cells) == 1 and not first.cells[0].text.endswith("?")
    numbered = bool(re.match(r"^\s*(\d|[A-Z][.)])", first.cells[0].text))
    if not alone or numbered:
        return 0
    if second.number - first.number > 1 or first.heading == 1 or _is_to_fill(second):
        return 1 + sum(1 for _ in _leading_forms(rows[1:]))
    several = [len(row.cells) > 1 for row in rows[1:]]
    if len(second.cells) == 1 and sum(several) >= 0.5 * len(several):
        return 1
    asked = [row.cells[0].text.endswith("?") for row in rows[1:]]
    return int(all(asked[:3]) and len(first.cells[0].text.split()) <= 8 and not any(not each for each in asked))


def _leading_forms(rows: Sequence[Row]) -> list[Row]:
    found = []
    for row in rows:
        if not _is_to_fill(row):
            break
        found.append(row)
    return found


def _is_to_fill(row: Row) -> bool:
    return row.cells[0].text.endswith(":") and len(row.cells[0].text.split()) <= 3


def _language(body: Sequence[Row], asked: Sequence[Column]) -> str:
    column = asked[0]
    told = column.language or language_of(cell.text for row in body for cell in row.cells)
    return {"sv": "sv", "en": "en", "da": "sv", "no": "sv"}.get(told, "")


def _is_scale(header: Header, columns: Sequence[Column]) -> bool:
    """A key that says what each score means."""
    first = header.texts[0][1] if header.texts else ""
    held = next((each.contents for each in columns if each.column == header.texts[0][0]), None)
    return bool(_SCALE.match(first)) and held is not None and held.numbering > 0.7 and held.filled <= 12


def promise_sum(header: Header | None) -> int:
    """How many columns of a header are known words."""
    return sum(promise_of(text).strength > 0 for _, text in header.texts) if header else 0
