"""What a file looks like, to be shown beside what it was understood to hold, whatever its format."""

import json
from collections.abc import Iterable
from pathlib import Path

from qmsdesk.exchange.sources.files import kind_of
from qmsdesk.exchange.sources.mappings import Mark
from qmsdesk.exchange.sources.sheets import Cell, LeftOut, Row, Sheet
from qmsdesk.exchange.sources.understandings import Understanding

MOST_LINES = 20_000
_BEGINNING = 60
Marks = dict[tuple[str, int], Mark]


def original_of(path: Path, understanding: Understanding) -> tuple[tuple[Sheet, ...], Marks]:
    """The sheets or lines of a file, and what each of them became. For a reader's thread."""
    if understanding.sheets:
        return understanding.sheets, understanding.marks
    sheets = _sheets(path)
    return sheets, _marks(sheets, understanding)


def _sheets(path: Path) -> tuple[Sheet, ...]:
    kind = kind_of(path)
    if kind == "workbook":
        from qmsdesk.exchange.sources.workbooks import read_workbook

        return read_workbook(path)
    if kind == "word":
        from qmsdesk.exchange.sources.documents import read_document

        rows = tuple(block.row for block in read_document(path) if block.text or block.cells)
        return (Sheet("", rows, unit="paragraph"),)
    return (Sheet("", _lines(path, kind), unit="line"),)


def _lines(path: Path, kind: str) -> tuple[Row, ...]:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if kind == "json":
        text = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    lines = text.split("\n", MOST_LINES)[:MOST_LINES]
    return tuple(Row(n, (Cell(0, line.rstrip()),)) for n, line in enumerate(lines, 1) if line.strip())


def _marks(sheets: Iterable[Sheet], understanding: Understanding) -> Marks:
    """Told by the texts themselves, where the reader of a format counts in other places than lines."""
    known = _texts(understanding)
    places = {(each.place.sheet, each.place.row, each.place.unit): each for each in understanding.left_out}
    marks: Marks = {}
    for sheet in sheets:
        for row in sheet.rows:
            told = [known[text] for cell in row.cells for text in (cell.text, said(cell.text)) if text in known]
            if told:
                marks[sheet.name, row.number] = min(told, key=_RANK.index)
            elif (sheet.name, row.number, sheet.unit) in places:
                marks[sheet.name, row.number] = Mark.LEFT_OUT
    return marks


_RANK = (Mark.QUESTION, Mark.SECTION, Mark.TITLE, Mark.MORE)


def _texts(understanding: Understanding) -> dict[str, Mark]:
    content = understanding.content
    known: dict[str, Mark] = {}
    for question in content.questions:
        for text in (question.guidance_sv, question.guidance_en, question.evidence_sv, question.evidence_en):
            known[text] = Mark.MORE
    for title in (content.checklist.title_sv, content.checklist.title_en):
        known[title] = Mark.TITLE
    for section in content.sections:
        known |= dict.fromkeys((section.title_sv, section.title_en), Mark.SECTION)
    for question in content.questions:
        known |= dict.fromkeys((question.text_sv, question.text_en), Mark.QUESTION)
    known.pop("", None)
    return known


def said(line: str) -> str:
    """The value on a line of YAML or JSON, `"title": "Kitchen",` as Kitchen."""
    text = line.strip().rstrip(",").removesuffix("}")
    text = text.partition(": ")[2] or text
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        try:
            return str(json.loads(text))
        except ValueError:
            return text.strip('"')
    return text.strip("'").strip()


def place_of(sheets: Iterable[Sheet], left_out: LeftOut) -> tuple[str, int] | None:
    """The sheet and row to show for what was left out."""
    place = left_out.place
    for sheet in sheets:
        if sheet.name == place.sheet and sheet.unit == place.unit and place.row:
            return sheet.name, place.row
    named = place.sheet if any(sheet.name == place.sheet for sheet in sheets) else ""
    return find_text(sheets, left_out.text, named)


def find_text(sheets: Iterable[Sheet], text: str, wanted: str = "") -> tuple[str, int] | None:
    """The first sheet and row where a text stands."""
    beginning = text[:_BEGINNING]
    for sheet in sheets:
        for row in sheet.rows if text and wanted in ("", sheet.name) else ():
            if any(text == said(cell.text) or beginning in cell.text for cell in row.cells):
                return sheet.name, row.number
    return None
