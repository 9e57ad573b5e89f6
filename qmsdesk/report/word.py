"""The report as a Word file: the blocks of the PDF in Word's own styles, for those who must edit it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import singledispatch
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.audits import ReportBlocks, report_blocks
from qmsdesk.report.cards import Callout, Card
from qmsdesk.report.contents import Contents
from qmsdesk.report.covers import Cover
from qmsdesk.report.design import NOTE, QUOTE
from qmsdesk.report.figures import Figure
from qmsdesk.report.forms import Blanks, WritingRoom
from qmsdesk.report.grids import Grid
from qmsdesk.report.jpeg import START, stripped
from qmsdesk.report.mastheads import Masthead
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph
from qmsdesk.report.photos import TALLEST, Photo
from qmsdesk.report.pictures import drawing_png, logo_png, signature_png
from qmsdesk.report.plain_text import plain, plain_line
from qmsdesk.report.remarks import Numbered
from qmsdesk.report.signatures import Signature
from qmsdesk.report.tables import Table
from qmsdesk.report.word_marks import add_field_part, bookmark, new_numbering, set_border, set_edge
from qmsdesk.report.word_styles import NAME_WIDTH, SIGNS, TEXT_WIDTH, furnish, new_document, packed, rgb
from qmsdesk.report.word_tables import add_table

FIGURE_WIDTH = 459.0
LOGO = 132.0, 58.0
CARD_INDENT, CARD_NAMES = Mm(4), Mm(34)
JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
STYLES = {NOTE: "Note", QUOTE: "Quote"}


@dataclass
class Page:
    """What the writers of a file share: the document, and what came before."""

    document: Document
    ids: Iterator[int]
    styles: dict[str, Any] = field(default_factory=dict)
    level: int = 1
    heading: str = ""
    is_after_table: bool = False
    is_after_cover: bool = False

    def add(self, text: str, style: str = "Normal") -> WordParagraph:
        known = self.styles.get(style) or self.styles.setdefault(style, self.document.styles[style])
        paragraph = self.document.add_paragraph(plain(text))
        paragraph._p.style = known.style_id  # by name, python-docx searches all of them each time
        if self.is_after_table:
            before = known.paragraph_format.space_before or Pt(0)
            paragraph.paragraph_format.space_before = max(before, Pt(10))
        self.is_after_table = False
        return paragraph


def audit_word(
    dossier: Dossier,
    words: Words,
    *,
    stamp: dt.datetime,
    form: ReportForm = ReportForm.FULL,
    photos: Mapping[str, Path] | None = None,
    logo: Path | None = None,
) -> bytes:
    """The report as .docx; the same content as the PDF."""
    return word_file(report_blocks(dossier, words, stamp=stamp, form=form, photos=photos, logo=logo))


def word_file(report: ReportBlocks) -> bytes:
    """The blocks of a report as .docx."""
    page = Page(new_document(report.about, report.cover.palette), count(1))
    furnish(page.document, report.furniture)
    for block in (report.cover, *report.blocks):
        write(block, page)
    return packed(page.document, report.about.stamp)


@singledispatch
def write(block: Block, page: Page) -> None:
    """Add a block to the document."""
    raise TypeError(f"no Word form for {type(block).__name__}")


@write.register
def _(block: Cover, page: Page) -> None:
    _add_masthead(block, page)
    page.add("", "Subtitle")
    _add_pairs(block.facts, page)
    page.add(plain_line(block.contents_title), "Kind").paragraph_format.space_after = Pt(5)
    _add_contents(block.headings, page)
    page.add(plain_line(block.notice), "Note").paragraph_format.space_before = Pt(12)
    page.is_after_cover = True


@write.register
def _(block: Masthead, page: Page) -> None:
    _add_masthead(block.cover, page)
    _add_pairs(block.cover.facts, page)
    page.add(plain_line(block.cover.notice), "Note")


def _add_masthead(block: Cover, page: Page) -> None:
    if block.logo:
        _add_picture(logo_png(block.logo), (Emu(int(Pt(block.logo.within(*LOGO)[0]))), None), block.logo_alt, page)
    page.add(plain_line(block.owner), "Subtitle")
    if block.status:
        page.add(plain_line(block.status), "Status")
    page.add(plain_line(block.kind), "Kind")
    page.add(plain_line(block.title), "Title")
    for text in block.under:
        if text.strip():
            page.add(plain_line(text), "Subtitle")


@write.register
def _(block: Contents, page: Page) -> None:
    _add_contents(block.headings, page)


@write.register
def _(block: Heading, page: Page) -> None:
    heading = _add_heading(block.text, block.level, page)
    heading.paragraph_format.page_break_before = block.opens_page or page.is_after_cover or None
    page.is_after_cover = False
    if block.key:
        bookmark(heading, f"part_{block.key}", next(page.ids))


@write.register
def _(block: Paragraph, page: Page) -> None:
    style = STYLES.get(block.style) or ("Lede" if block.style.size > 12 else "Normal")
    paragraph = page.add("" if block.lead_in else block.text, style)
    if block.lead_in:
        paragraph.add_run(f"{plain(block.lead_in)} ").bold = True
        paragraph.add_run(plain(block.text))
    paragraph.paragraph_format.keep_with_next = block.keeps_next or None


@write.register
def _(block: Bullets, page: Page) -> None:
    numbering = new_numbering(page.document) if block.is_numbered else None
    for text in block.texts:
        item = page.add(text, "List Number" if block.is_numbered else "List Bullet")
        if numbering is not None:
            item._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering
        if block.style.size > 12:
            for run in item.runs:
                run.font.size = Pt(12.5)


@write.register
def _(block: Grid, page: Page) -> None:
    _add_pairs(block.pairs, page)


@write.register
def _(block: Table, page: Page) -> None:
    if page.is_after_table:
        page.add("", "Cell")
    add_table(page.document, block, page.heading)
    page.is_after_table = True


@write.register
def _(block: Card, page: Page) -> None:
    kind = page.add(f"{SIGNS[block.symbol]} {plain_line(block.kind)}", "Kind")
    kind.runs[0].font.color.rgb = rgb(block.colour)
    title = _add_heading(block.title, block.level, page)
    parts = _add_pairs(block.parts, page, CARD_NAMES)
    for paragraph in (kind, title, *parts):
        form = paragraph.paragraph_format
        form.left_indent = CARD_INDENT + (CARD_NAMES if paragraph in parts else 0)
        form.space_before = Pt(0) if paragraph is not kind else None
        set_edge(paragraph, block.colour)


@write.register
def _(block: Numbered, page: Page) -> None:
    page.add(block.label, "Number")
    write(block.block, page)


@write.register
def _(block: WritingRoom, page: Page) -> None:
    for _line in range(block.lines):
        page.add("", "Line to write on")


@write.register
def _(block: Blanks, page: Page) -> None:
    for name in block.names:
        page.add(plain_line(name), "Line to write on")


@write.register
def _(block: Callout, page: Page) -> None:
    set_edge(page.add(block.text, "Callout"), block.colour)


@write.register
def _(block: Figure, page: Page) -> None:
    _add_picture(drawing_png(block.draw(FIGURE_WIDTH)), (TEXT_WIDTH, None), block.alt, page)
    if block.caption.strip():
        _add_caption(block.caption, page)


@write.register
def _(block: Photo, page: Page) -> None:
    scale = min(TEXT_WIDTH / block.jpeg.width, Pt(TALLEST) / block.jpeg.height)
    size = (Emu(int(block.jpeg.width * scale)), Emu(int(block.jpeg.height * scale)))
    _add_picture(_jpeg(block.path), size, block.caption, page)
    _add_caption(block.caption, page)


@write.register
def _(block: Signature, page: Page) -> None:
    page.add(block.statement).paragraph_format.keep_with_next = True
    if block.strokes:
        _add_picture(signature_png(block.strokes), (Mm(52), None), block.alt, page)
    else:
        line = page.add(plain_line(block.typed))
        line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(18), True
        for run in line.runs:
            run.italic, run.font.size = True, Pt(14)
    signed = page.add("\t".join(plain_line(name) for name in block.names), "Caption")
    signed.paragraph_format.tab_stops.add_tab_stop(Mm(120))
    rule = f'<w:top w:val="single" w:sz="4" w:space="3" w:color="{design.INK[1:]}"/>'
    set_border(signed, parse_xml(f"<w:pBdr {nsdecls('w')}>{rule}</w:pBdr>"))


def _add_heading(text: str, level: int, page: Page) -> WordParagraph:
    """The title is no heading in Word, so that a chapter is one of level 1; never a jump of two."""
    page.level = min(level, page.level + 1)
    page.heading = plain_line(text) or "–"
    return page.add(page.heading, f"Heading {max(page.level - 1, 1)}")


def _add_pairs(pairs: Iterable[tuple[str, str]], page: Page, width: Emu | Mm = NAME_WIDTH) -> list[WordParagraph]:
    """Names and what they stand for, the names in a column of their own."""
    added = []
    for name, text in pairs:
        paragraph = page.add("", "Fact")
        run = paragraph.add_run(plain_line(name))
        run.bold, run.font.color.rgb = True, rgb(design.MUTED)
        paragraph.add_run(f"\t{plain(text)}")
        if width != NAME_WIDTH:
            form = paragraph.paragraph_format
            form.first_line_indent = -width
            form.tab_stops.add_tab_stop(CARD_INDENT + width)
        added.append(paragraph)
    return added


def _add_contents(headings: Iterable[Heading], page: Page) -> None:
    """Word's own table of contents, with the entries it would find; it fills in the pages when it is asked to."""
    entries = [(page.add("", "toc 1"), each) for each in headings]
    if not entries:
        return
    add_field_part(entries[0][0], "begin", ' TOC \\o "1-1" \\h \\z \\u ')
    for paragraph, heading in entries:
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"part_{heading.key}")
        link.append(paragraph.add_run(plain_line(heading.text))._r)
        paragraph._p.append(link)
    add_field_part(entries[-1][0], "end")


def _add_picture(data: bytes, size: tuple[int, int | None], alt: str, page: Page) -> None:
    paragraph = page.add("")
    paragraph.paragraph_format.keep_with_next = True
    width, height = size
    picture = paragraph.add_run().add_picture(BytesIO(data), width, height)
    told = picture._inline.docPr
    told.set("descr", plain_line(alt))


def _add_caption(text: str, page: Page) -> None:
    page.add(text, "Caption")


def _jpeg(path: Path) -> bytes:
    """A photo that tells nothing of its camera; python-docx only knows one by a head that some lose with that."""
    data = stripped(path.read_bytes())
    return data if data[2:4] == JFIF[:2] else START + JFIF + data[2:]
