"""Tables of a Word file: heads that come again on each page, and are known as heads."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import _Cell

from qmsdesk.report import design
from qmsdesk.report.metadata import LANGUAGE_TAGS
from qmsdesk.report.plain_text import plain
from qmsdesk.report.tables import Cell, Row, Table
from qmsdesk.report.word_styles import SIGNS, TABLE, TEXT_WIDTH, rgb

CELL = "Cell"


def add_table(document: Document, block: Table, name: str) -> None:
    """A table under its titles; `name` is what it is called for those who cannot see it."""
    table = document.add_table(0, len(block.columns), TABLE)
    table.autofit = False
    total = sum(column.share for column in block.columns)
    widths = [Emu(int(TEXT_WIDTH * column.share / total)) for column in block.columns]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _mark_table(table._tbl, name, block.has_row_heads)
    titles = [Cell(column.title, colour=design.MUTED, is_strong=True) for column in block.columns]
    _add_row(table.add_row(), titles, block, widths, is_head=True)
    for row in block.rows:
        _add_row(table.add_row(), row, block, widths)


def _mark_table(table: Any, name: str, has_row_heads: bool) -> None:
    """Which row and column head the others, and what the table is called, for those who cannot see it."""
    look = table.tblPr.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        table.tblPr.append(look)
    look.attrib.clear()
    said = {"val": "04A0", "firstRow": 1, "lastRow": 0, "firstColumn": int(has_row_heads)}
    for key, value in (said | {"lastColumn": 0, "noHBand": 1, "noVBand": 1}).items():
        look.set(qn(f"w:{key}"), str(value))
    if name:
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), name)
        table.tblPr.append(caption)


def _add_row(row: Any, held: Row, block: Table, widths: Sequence[Emu], is_head: bool = False) -> None:
    told = row._tr.get_or_add_trPr()
    for kind in ("w:cantSplit", *(("w:tblHeader",) if is_head else ())):
        told.append(OxmlElement(kind))
    for column, cell, text, width in zip(block.columns, row.cells, held, widths, strict=True):
        cell.width = width
        _fill(cell, text if isinstance(text, Cell) else Cell(text), column.is_number)


def _fill(cell: _Cell, held: Cell, is_number: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph._p.style = CELL  # by name, python-docx searches all styles for every cell
    sign = f"{SIGNS[held.symbol]} " if held.symbol else ""
    run = paragraph.add_run(sign + plain(held.text))
    run.bold = held.is_strong or None
    if held.colour != design.INK:
        run.font.color.rgb = rgb(held.colour)
    if held.language:
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), LANGUAGE_TAGS[held.language])
        run._r.get_or_add_rPr().append(spoken)
    if is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
