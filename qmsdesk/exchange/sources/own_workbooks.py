"""Spreadsheets that this program wrote, maybe changed by people since: read back by the heads of their columns."""

from collections.abc import Sequence

from qmsdesk.domain.checklists import COMMONALITY_NAMES, DEFAULT_MINUTES, Commonality
from qmsdesk.exchange.checklists import Extended
from qmsdesk.exchange.sources.mappings import ROLE_NAMES, Role
from qmsdesk.exchange.sources.outlines import Outline, OutlineQuestion, OutlineSection, Texts
from qmsdesk.exchange.sources.sheets import LeftOut, Place, Row, Sheet
from qmsdesk.i18n import LANGUAGES, N_, words

ABOUT = "qmsdesk"
KEYS = {"id": "code", "version": "edition", "title sv": "title_sv", "title en": "title_en"}
EXTENDS_KEYS = ("extends", "extends version")
HEADS = {
    "code": ROLE_NAMES[Role.NUMBER],
    "title_sv": ROLE_NAMES[Role.SECTION_SV],
    "title_en": ROLE_NAMES[Role.SECTION_EN],
    "text_sv": ROLE_NAMES[Role.QUESTION_SV],
    "text_en": ROLE_NAMES[Role.QUESTION_EN],
    "guidance_sv": ROLE_NAMES[Role.GUIDANCE_SV],
    "guidance_en": ROLE_NAMES[Role.GUIDANCE_EN],
    "evidence_sv": ROLE_NAMES[Role.EVIDENCE_SV],
    "evidence_en": ROLE_NAMES[Role.EVIDENCE_EN],
    "refers_to": ROLE_NAMES[Role.REFERENCE],
    "minutes": ROLE_NAMES[Role.MINUTES],
    "must_ask": ROLE_NAMES[Role.MUST],
    "condition": ROLE_NAMES[Role.CONDITION],
    "commonality": N_("Common or own"),
    "parameter": N_("Parameter"),
    "section_code": N_("Section number"),
}
"""Each field of a question, and the section it stands in, with the head of its column."""

NOT_A_COLUMN = N_("this column is not one of a checklist")
NO_TEXT = N_("it has no text to ask")
NOT_MINUTES = N_("minutes are a whole number")
_YES = frozenset({"yes", "ja", "x", "true", "1"})


def is_own_workbook(sheets: Sequence[Sheet]) -> bool:
    return any(sheet.name == ABOUT and {"id", "version"} <= _pairs(sheet).keys() for sheet in sheets)


def read_own_workbook(sheets: Sequence[Sheet], file: str) -> tuple[Outline, tuple[LeftOut, ...]]:
    """The outline of a spreadsheet of our own, and what was added to it that has no place."""
    about = next(_pairs(sheet) for sheet in sheets if sheet.name == ABOUT)
    titles = {language: about.get(f"title {language}", "") for language in LANGUAGES}
    outline = Outline(titles, code=about["id"], edition=about["version"])
    if code := about.get(EXTENDS_KEYS[0], ""):
        outline.extends = Extended(code, about.get(EXTENDS_KEYS[1], ""))
    left_out: list[LeftOut] = []
    for sheet in sheets:
        if sheet.name != ABOUT and sheet.rows:
            _read_sheet(sheet, outline, left_out, file)
    return outline, tuple(left_out)


def _pairs(sheet: Sheet) -> dict[str, str]:
    return {row.text(0).strip().lower(): row.text(1) for row in sheet.rows if row.text(1)}


def _read_sheet(sheet: Sheet, outline: Outline, left_out: list[LeftOut], file: str) -> None:
    names = _names(sheet.rows[0])
    head = sheet.rows[0]
    left_out += [
        LeftOut(Place(file, sheet.name, head.number, cell.column), cell.text, NOT_A_COLUMN)
        for cell in head.cells
        if cell.column not in names
    ]
    for row in sheet.rows[1:]:
        held = {names[cell.column]: cell.text for cell in row.cells if cell.column in names}
        place = Place(file, sheet.name, row.number)
        if not held.get("text_sv") and not held.get("text_en"):
            left_out.append(LeftOut(place, row.cells[0].text, NO_TEXT))
            continue
        if "minutes" in held and not _is_minutes(held["minutes"]):
            left_out.append(LeftOut(place, held["minutes"], NOT_MINUTES))
        _section(held, outline).questions.append(_question(held))


def _names(heads: Row) -> dict[int, str]:
    """The field each column holds, by its head in either language."""
    known = {words(language)(text).lower(): name for language in LANGUAGES for name, text in HEADS.items()}
    return {cell.column: known[cell.text.lower()] for cell in heads.cells if cell.text.lower() in known}


def _section(held: dict[str, str], outline: Outline) -> OutlineSection:
    """The section of a line; one that says nothing of it goes on in the one above."""
    title, code = _both(held, "title"), held.get("section_code", "")
    last = outline.sections[-1] if outline.sections else None
    if last and (not (title or code) or (last.title, last.code) == (title, code)):
        return last
    outline.sections.append(OutlineSection(title, code=code))
    return outline.sections[-1]


def _question(held: dict[str, str]) -> OutlineQuestion:
    minutes = held.get("minutes", "")
    return OutlineQuestion(
        _both(held, "text"),
        _both(held, "guidance"),
        _both(held, "evidence"),
        code=held.get("code", ""),
        refers_to=tuple(line.strip() for line in held.get("refers_to", "").split("\n") if line.strip()),
        minutes=int(minutes) if _is_minutes(minutes) else DEFAULT_MINUTES,
        must_ask=held.get("must_ask", "").lower() in _YES,
        condition=held.get("condition", ""),
        commonality=said_commonality(held.get("commonality", "")),
        parameter=held.get("parameter", ""),
    )


def said_commonality(text: str) -> Commonality:
    """The kind that a text names in either language."""
    for language in LANGUAGES:
        for kind, name in COMMONALITY_NAMES.items():
            if words(language)(name).lower() == text.strip().lower():
                return kind
    return Commonality.UNSAID


def _is_minutes(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 3


def _both(held: dict[str, str], name: str) -> Texts:
    return {language: text for language in LANGUAGES if (text := held.get(f"{name}_{language}", ""))}
