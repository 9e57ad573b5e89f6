"""Sheets understood without being told how: which of them ask something, and what their columns and rows mean."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qmsdesk.domain.errors import NoChecklistInFile
from qmsdesk.exchange.sources.header_words import plain_header
from qmsdesk.exchange.sources.headers import is_answers_head
from qmsdesk.exchange.sources.languages import language_of
from qmsdesk.exchange.sources.mappings import Mapping, Role, TableMapping
from qmsdesk.exchange.sources.outlines import content_of, titled_sections
from qmsdesk.exchange.sources.readings import read_by
from qmsdesk.exchange.sources.sections import main_column
from qmsdesk.exchange.sources.sheets import Cancelled, Progress, Sheet
from qmsdesk.exchange.sources.tables import Found, is_helper, names_a_section, promise_sum, tables_of
from qmsdesk.exchange.sources.understandings import Understanding
from qmsdesk.i18n import N_

UNSURE_LANGUAGE = N_("Nothing tells the language of the questions. They stand in the place of Swedish.")
OTHER_LANGUAGE = N_("The texts are neither in Swedish nor in English. They stand in the place of Swedish.")
NO_HEADER = N_("No header line was found; the columns were told by what they hold. Check the first questions.")

_SHORT_RUN = 2.5
_SAYS_CHECKLIST = re.compile(
    r"checklist|kontroll|rond\b|protokoll|granskning|uppföljning|revision|tillsyn|skattning|enkät|formulär"
    r"|audit|inspection|review|assessment|questionnaire|survey",
    re.IGNORECASE,
)


def understand_sheets(
    file: str,
    sheets: Sequence[Sheet],
    mapping: Mapping | None = None,
    progress: Progress = lambda _done, _all: None,
    cancelled: Cancelled = lambda: False,
) -> Understanding:
    """What sheets hold as a checklist, by a mapping where one is given. Raises `NoChecklistInFile`."""
    warnings: tuple[str, ...] = ()
    if mapping is None:
        mapping, warnings = mapping_of(file, sheets)
    reading = read_by(mapping, file, sheets, progress, cancelled)
    reading.outline.code = slug(Path(file).stem)
    if not any(section.questions for section in reading.outline.sections):
        raise NoChecklistInFile(file=file, reason=N_("no questions were found in it"))
    return Understanding(
        content_of(reading.outline),
        titled_sections(reading.outline),
        tuple(reading.left_out),
        warnings,
        mapping,
        tuple(sheets),
        reading.marks,
    )


def mapping_of(file: str, sheets: Sequence[Sheet]) -> tuple[Mapping, tuple[str, ...]]:
    """How the sheets are to be read, and what to warn of."""
    found = {sheet.name: tables_of(sheet) for sheet in sheets}
    used = _used_sheets(sheets, found)
    kept = [table for name in used for table in _sure_ones(found[name])]
    language, warnings = _language(sheets, kept)
    title = _title(file, sheets, kept, len(used))
    tables = [table for sheet in used.values() for table in _titled(sheet, kept, len(used), title)]
    tables = [_in_language(table, language) for table in tables]
    if kept and all(each.header is None for each in kept):
        warnings = (*warnings, NO_HEADER)
    return Mapping(title, language, tuple(tables), _shape(kept)), warnings


def remembered(found: Mapping, known: Mapping) -> Mapping:
    """A mapping for a new file made after one of the same shape that was corrected once: old columns, new rows."""
    if found.shape != known.shape or len(found.tables) != len(known.tables):
        return found
    tables = tuple(
        replace(new, roles=old.roles, is_used=old.is_used) for new, old in zip(found.tables, known.tables, strict=True)
    )
    return replace(found, tables=tables, language=known.language)


def slug(text: str) -> str:
    """A code for a checklist from the name of its file."""
    letters = text.casefold().translate(str.maketrans("åäöæøüé", "aaoaoue")).replace("ß", "ss")
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60] or "checklist"


def _used_sheets(sheets: Sequence[Sheet], found: dict[str, list[Found]]) -> dict[str, Sheet]:
    """The sheets that ask something: neither hidden nor helpers, and as sure as the surest of them."""
    asking = [sheet for sheet in sheets if found[sheet.name]]
    plain = [sheet for sheet in asking if not sheet.is_hidden and not is_helper(sheet)]
    chosen = plain or [sheet for sheet in asking if not sheet.is_hidden] or asking
    surest = max((each.sure for sheet in chosen for each in found[sheet.name]), default=0)
    least = min(1.0, surest) if surest >= 2 else 0
    sure = [sheet for sheet in chosen if max(each.sure for each in found[sheet.name]) >= least]
    return {sheet.name: sheet for sheet in sure}


def _sure_ones(tables: list[Found]) -> list[Found]:
    """The tables of a sheet without a legend or a list of measures beside the real one."""
    surest = max(each.sure for each in tables)
    return [each for each in tables if each.sure >= min(surest, 1.5) or promise_sum(each.header) >= 4]


def _language(sheets: Sequence[Sheet], kept: Sequence[Found]) -> tuple[str, tuple[str, ...]]:
    told = [each.language for each in kept if each.language]
    if told:
        return max(("sv", "en"), key=told.count), ()
    names = {each.table.sheet for each in kept}
    whole = language_of(c.text for sheet in sheets if sheet.name in names for row in sheet.rows for c in row.cells)
    if whole in {"sv", "en"}:
        return whole, ()
    return "sv", (OTHER_LANGUAGE if whole in {"de", "fi"} else UNSURE_LANGUAGE,)


def _in_language(table: TableMapping, language: str) -> TableMapping:
    """Columns that were put down as Swedish for want of better, in the language of the file."""
    held = {role for _, role in table.roles}
    if {Role.QUESTION_SV, Role.QUESTION_EN} <= held or language == "sv":
        return table
    turned = {role: Role(f"{role.removesuffix('_sv')}_{language}") for role in held if role.endswith("_sv")}
    if set(turned.values()) & held:
        return table
    return replace(table, roles=tuple((column, turned.get(role, role)) for column, role in table.roles))


def _title(file: str, sheets: Sequence[Sheet], kept: Sequence[Found], count: int) -> str:
    """The headline of the first table, unless every table has one of its own; else the name of the file."""
    name = Path(file).stem
    if not kept:
        return name
    titles = [title for title in kept[0].titles if _names_a_checklist(title)]
    titles.sort(key=lambda title: not _SAYS_CHECKLIST.search(title))  # under the name of who made it
    first_sheet = [each for each in kept if each.table.sheet == kept[0].table.sheet]
    if len(first_sheet) > 1 and len(titles) == 1:
        titles = []
    if titles and count > 1 and titles[0] == kept[0].table.sheet:
        titles = []
    if titles:
        return titles[0]
    return (_first_line(sheets, kept) if len(first_sheet) == 1 and count == 1 else "") or name or file


def _first_line(sheets: Sequence[Sheet], kept: Sequence[Found]) -> str:
    """A title that stands higher up, with fields to fill in between it and the table."""
    sheet = next(each for each in sheets if each.name == kept[0].table.sheet)
    begin = min((*kept[0].table.header, kept[0].table.first_row))
    above = [row for row in sheet.rows if row.number < begin]
    if above and len(above[0].cells) <= 2 and _names_a_checklist(above[0].cells[0].text):
        return above[0].cells[0].text
    return ""


def _names_a_checklist(title: str) -> bool:
    return len(title) <= 120 and not title.endswith(":") and not re.match(r"^[\w ]{1,25}:\s", title)


def _titled(sheet: Sheet, kept: Sequence[Found], sheets: int, title: str) -> list[TableMapping]:
    """The tables of a sheet with the section each of them is, by its headline or its sheet."""
    own = [each for each in kept if each.table.sheet == sheet.name]
    tables = []
    for each in own:
        headlines = [line for line in each.titles if line != title]
        named = ""
        if len(own) > 1 and (each.over or headlines):
            named = each.over or headlines[-1]
        elif each.over and any(map(is_answers_head, sheet.between(each.table.first_row, each.table.last_row))):
            named = each.over
        elif sheets > 1:
            named = sheet.name if names_a_section(sheet) else next(iter(each.titles), sheet.name)
        tables.append(_without_short_sections(replace(each.table, title=named), sheet))
    return tables


def _without_short_sections(table: TableMapping, sheet: Sheet) -> TableMapping:
    """Where a table is a section itself, a column of categories that change on every other row makes no more."""
    column = max(table.column(Role.SECTION_SV), table.column(Role.SECTION_EN))
    if not table.title or column < 0:
        return table
    rows = [row for row in sheet.rows if table.first_row <= row.number <= table.last_row]
    titles = [text for row in rows if (text := row.text(column))]
    asked = sum(bool(row.text(main_column(table))) for row in rows)
    runs = sum(one != other for one, other in zip(titles, ["", *titles[:-1]], strict=True))
    if runs > 1 and asked / runs >= _SHORT_RUN:
        return table
    free = tuple((at, Role.IGNORED if role.startswith("section") else role) for at, role in table.roles)
    return replace(table, roles=free)


def _shape(kept: Sequence[Found]) -> str:
    """The same for files with the same headers in the same columns, whatever is asked under them."""
    heads = [f"{column}:{plain_header(text)}" for each in kept if each.header for column, text in each.header.texts]
    return hashlib.sha256("\n".join(heads).encode()).hexdigest()[:16] if heads else ""
