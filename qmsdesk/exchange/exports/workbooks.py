"""A checklist as a spreadsheet: a line for each question, under heads that this program knows again."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from qmsdesk.domain.checklists import COMMONALITY_NAMES, Question, Section
from qmsdesk.domain.errors import CellIsTooSmall
from qmsdesk.exchange.checklists import ChecklistContent
from qmsdesk.exchange.sources.own_workbooks import ABOUT, EXTENDS_KEYS, HEADS, KEYS
from qmsdesk.i18n import Words

MOST_CHARS = 32_767
_ALWAYS = frozenset({"code", "section_code", "minutes", "must_ask"})
_WIDTHS = {"text": 52, "guidance": 44, "evidence": 32, "title": 22, "refers_to": 16, "condition": 18, "parameter": 18}
_NARROW = 12
_NONE_IN_XML = {0xFFFE: None, 0xFFFF: None}


def as_workbook(content: ChecklistContent, _: Words) -> bytes:
    """The .xlsx file, with heads in a language. Raises `CellIsTooSmall`."""
    from xlsxwriter import Workbook  # 70 ms that only spreadsheets need

    sink = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(sink, options)
    book.set_properties({"title": _.pick(content.checklist, "title")})
    _write_questions(book, content, _)
    _write_about(book, content)
    book.close()
    return sink.getvalue()


def _write_questions(book: Any, content: ChecklistContent, _: Words) -> None:
    page = book.add_worksheet(_("Questions"))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#dfe7ea", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    sections = {section.id: section for section in content.sections}
    rows = [dict(_values(each, sections[each.section_id], _)) for each in content.questions]
    shown = [name for name in HEADS if name in _ALWAYS or any(row[name] for row in rows)]
    for column, name in enumerate(shown):
        page.set_column(column, column, _WIDTHS.get(name.rpartition("_")[0]) or _WIDTHS.get(name, _NARROW))
        page.write_string(0, column, _(HEADS[name]), head)
    for number, row in enumerate(rows, 1):
        for column, name in enumerate(shown):
            _write(page, number, column, row[name], body)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(rows), 1), len(shown) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write(page: Any, row: int, column: int, value: str | int, look: Any) -> None:
    """A text stays a text, whatever sign it begins with."""
    if isinstance(value, int):
        page.write_number(row, column, value, look)
    elif value:
        text = value.translate(_NONE_IN_XML)
        if len(text.encode("utf-16-le")) // 2 > MOST_CHARS:  # Excel counts an emoji as two
            raise CellIsTooSmall(start=text[:40])
        page.write_string(row, column, text, look)


def _values(question: Question, section: Section, _: Words) -> Iterator[tuple[str, str | int]]:
    for name in HEADS:
        if name.startswith(("section_code", "title_")):
            yield name, getattr(section, name.removeprefix("section_"))
        elif name == "refers_to":
            yield name, "\n".join(question.refers_to)
        elif name == "must_ask":
            yield name, _("Yes") if question.must_ask else ""
        elif name == "commonality":
            yield name, _(COMMONALITY_NAMES[question.commonality]) if question.commonality else ""
        else:
            yield name, getattr(question, name)


def _write_about(book: Any, content: ChecklistContent) -> None:
    page = book.add_worksheet(ABOUT)
    page.set_column(0, 0, 14)
    page.set_column(1, 1, 60)
    for row, (key, name) in enumerate(KEYS.items()):
        page.write_string(row, 0, key)
        page.write_string(row, 1, getattr(content.checklist, name).translate(_NONE_IN_XML))
    for row, (key, text) in enumerate(zip(EXTENDS_KEYS, content.extends or (), strict=False), len(KEYS)):
        page.write_string(row, 0, key)
        page.write_string(row, 1, text.translate(_NONE_IN_XML))
