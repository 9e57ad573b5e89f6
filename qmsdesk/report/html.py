"""The report as one page of HTML: the blocks of the PDF, for a browser, a screen reader or an e-mail."""

import datetime as dt
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch
from html import escape
from itertools import count
from pathlib import Path

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import Words
from qmsdesk.report.audits import ReportBlocks, report_blocks
from qmsdesk.report.cards import Callout, Card
from qmsdesk.report.contents import Contents
from qmsdesk.report.covers import Cover
from qmsdesk.report.design import NOTE, QUOTE
from qmsdesk.report.figures import Figure
from qmsdesk.report.forms import Blanks, WritingRoom
from qmsdesk.report.grids import Grid
from qmsdesk.report.html_style import Colours, style_sheet
from qmsdesk.report.jpeg import stripped
from qmsdesk.report.mastheads import Masthead
from qmsdesk.report.metadata import LANGUAGE_TAGS
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph
from qmsdesk.report.photos import Photo
from qmsdesk.report.plain_text import plain, plain_line
from qmsdesk.report.remarks import Numbered
from qmsdesk.report.signatures import Signature
from qmsdesk.report.svg import drawing_svg, signature_svg, symbol_svg
from qmsdesk.report.tables import Cell, Table

FIGURE_WIDTH = 460.0
ROOM_LINE = 2.25
SHORT = 12
"""Numbers, times and the like are not torn apart."""
WIDE = 5
"""Tables of as many columns may have to be scrolled on a telephone, by keyboard too."""
CLASSES = {NOTE: "note", QUOTE: "quote"}


@dataclass
class Page:
    """What the writers of a page share: its words and colours, and what came before."""

    words: Words
    colours: Colours
    ids: Iterator[int]
    level: int = 1
    heading: str = ""

    def new_id(self, kind: str) -> str:
        return f"{kind}-{next(self.ids)}"


def audit_html(
    dossier: Dossier,
    words: Words,
    *,
    stamp: dt.datetime,
    form: ReportForm = ReportForm.FULL,
    photos: Mapping[str, Path] | None = None,
    logo: Path | None = None,
) -> str:
    """The report as one file that needs no other; the same content as the PDF."""
    return html_page(report_blocks(dossier, words, stamp=stamp, form=form, photos=photos, logo=logo), words)


def html_page(report: ReportBlocks, words: Words) -> str:
    """The blocks of a report as a page."""
    page = Page(words, Colours(), count(1))
    cover = write(report.cover, page)
    body = "\n".join(write(block, page) for block in report.blocks)
    about = report.about
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_line(about.title)}</title>",
        f'<meta name="author" content="{_line(about.author)}">',
        f'<meta name="date" content="{about.stamp.isoformat(timespec="seconds")}">',
        '<meta name="color-scheme" content="light dark">',
        f"<style>\n{style_sheet(page.colours, report.cover.palette)}</style>",
    ]
    parts = [
        f'<a class="skip" href="#report">{_line(words("Go to the report"))}</a>',
        cover,
        f'<main id="report">\n{body}\n</main>',
        _footer(report),
    ]
    top = f'<!DOCTYPE html>\n<html lang="{about.language}">\n<head>\n'
    return "\n".join((top + "\n".join(head), "</head>\n<body>", *parts, "</body>\n</html>\n"))


def _footer(report: ReportBlocks) -> str:
    facts = [report.cover.notice, report.furniture.footer]
    return "<footer>" + "".join(f"<p>{_line(fact)}</p>" for fact in facts if fact) + "</footer>"


@singledispatch
def write(block: Block, page: Page) -> str:
    """A block as HTML."""
    raise TypeError(f"no HTML for {type(block).__name__}")


@write.register
def _(block: Cover, page: Page) -> str:
    key = page.new_id("contents")
    contents = f'<h2 id="{key}">{_line(block.contents_title)}</h2>{_entries(block.headings)}'
    return f'{_header(block, page)}\n<nav aria-labelledby="{key}">{contents}</nav>'


@write.register
def _(block: Masthead, page: Page) -> str:
    return _header(block.cover, page)


def _header(cover: Cover, page: Page) -> str:
    status = f'<p class="status">{_line(cover.status)}</p>' if cover.status else ""
    page.level = 1
    band = [
        f'<div class="owner">{_logo(cover)}<p>{_line(cover.owner)}</p>{status}</div>',
        f'<p class="kind">{_line(cover.kind)}</p>',
        f"<h1>{_line(cover.title)}</h1>",
        *(f'<p class="under">{_line(text)}</p>' for text in cover.under if text.strip()),
    ]
    return f'<header>\n<div class="band">{"".join(band)}</div>\n{_pairs(cover.facts, "facts")}\n</header>'


def _logo(cover: Cover) -> str:
    if cover.logo is None:
        return ""
    from qmsdesk.report.pictures import logo_png  # brings in Pillow

    return f'<img src="data:image/png;base64,{b64encode(logo_png(cover.logo)).decode()}" alt="{_line(cover.logo_alt)}">'


@write.register
def _(block: Contents, page: Page) -> str:
    return f"<nav>{_entries(block.headings)}</nav>"


@write.register
def _(block: Heading, page: Page) -> str:
    return _heading(block.text, block.level, page, block.key)


@write.register
def _(block: Paragraph, page: Page) -> str:
    lead_in = f"<strong>{_text(block.lead_in)}</strong> " if block.lead_in else ""
    kind = CLASSES.get(block.style) or ("lede" if block.style.size > 12 else "")
    return f"<p{_class(kind)}>{lead_in}{_text(block.text)}</p>"


@write.register
def _(block: Bullets, page: Page) -> str:
    kind = "ol" if block.is_numbered else "ul"
    items = "".join(f"<li>{_text(text)}</li>" for text in block.texts)
    return f"<{kind}{_class('lede' if block.style.size > 12 else '')}>{items}</{kind}>"


@write.register
def _(block: Grid, page: Page) -> str:
    return _pairs(block.pairs, "grid")


@write.register
def _(block: Table, page: Page) -> str:
    heads = [f'<th scope="col"{_class("number" * each.is_number)}>{_line(each.title)}</th>' for each in block.columns]
    rows = "\n".join(f"<tr>{_row(row, block, page)}</tr>" for row in block.rows)
    named = f' aria-labelledby="{page.heading}"' if page.heading else ""
    head = f"<thead><tr>{''.join(heads)}</tr></thead>"
    total = sum(column.share for column in block.columns)
    widths = "".join(f'<col style="width:{column.share / total:.0%}">' for column in block.columns)
    table = f"<table{named}><colgroup>{widths}</colgroup>{head}\n<tbody>\n{rows}\n</tbody></table>"
    if len(block.columns) < WIDE:
        return table
    return f'<div class="wide" tabindex="0" role="group"{named}>{table}</div>'


@write.register
def _(block: Card, page: Page) -> str:
    tint = page.colours.name(block.colour)
    kind = f'<p class="kind">{symbol_svg(block.symbol)}{_line(block.kind)}</p>'
    title = _heading(block.title, block.level, page)
    return f'<article class="card {tint}">{kind}{title}{_pairs(block.parts, "grid")}</article>'


@write.register
def _(block: Numbered, page: Page) -> str:
    return f'<div class="numbered"><p class="label">{_line(block.label)}</p>{write(block.block, page)}</div>'


@write.register
def _(block: WritingRoom, page: Page) -> str:
    return f'<div class="room" style="height:{block.lines * ROOM_LINE}rem"></div>'


@write.register
def _(block: Blanks, page: Page) -> str:
    return f'<div class="blanks">{"".join(f"<p>{_line(name)}</p>" for name in block.names)}</div>'


@write.register
def _(block: Callout, page: Page) -> str:
    return f'<p class="callout {page.colours.name(block.colour)}">{_text(block.text)}</p>'


@write.register
def _(block: Figure, page: Page) -> str:
    drawing = drawing_svg(block.draw(FIGURE_WIDTH), block.alt, page.new_id("figure"))
    return f'<figure class="chart">{drawing}{_caption(block.caption)}</figure>'


@write.register
def _(block: Photo, page: Page) -> str:
    data = b64encode(stripped(block.path.read_bytes())).decode()
    size = f'width="{block.jpeg.width}" height="{block.jpeg.height}"'
    picture = f'<img src="data:image/jpeg;base64,{data}" {size} alt="{_line(block.caption)}">'
    return f'<figure>{picture}<figcaption aria-hidden="true">{_text(block.caption)}</figcaption></figure>'


@write.register
def _(block: Signature, page: Page) -> str:
    signed = f'<p class="typed">{_line(block.typed)}</p>' if block.typed else ""
    if block.strokes:
        signed = signature_svg(block.strokes, block.alt, page.new_id("signature"))
    names = "".join(f"<p>{_line(name)}</p>" for name in block.names)
    return f'<div class="signature"><p>{_text(block.statement)}</p><div class="line">{signed}</div>{names}</div>'


def _heading(text: str, level: int, page: Page, key: str = "") -> str:
    """Never a level further down than one below the heading before."""
    page.level = min(level, page.level + 1)
    page.heading = f"part-{key}" if key else page.new_id("part")
    return f'<h{page.level} id="{page.heading}">{_line(text)}</h{page.level}>'


def _row(row: Sequence[str | Cell], table: Table, page: Page) -> str:
    cells = []
    for n, (column, held) in enumerate(zip(table.columns, row, strict=True)):
        cell = held if isinstance(held, Cell) else Cell(held)
        kind, scope = ("th", ' scope="row"') if n == 0 and table.has_row_heads else ("td", "")
        sign = symbol_svg(cell.symbol) if cell.symbol else ""
        looks = [page.colours.name(cell.colour), "number" * column.is_number, "strong" * cell.is_strong]
        looks += ["signed" * bool(sign), "short" * (len(cell.text) <= SHORT)]
        spoken = f' lang="{LANGUAGE_TAGS[cell.language]}"' if cell.language else ""
        names = _class(" ".join(filter(None, looks)))
        cells.append(f"<{kind}{scope}{spoken}{names}>{sign}{_text(cell.text)}</{kind}>")
    return "".join(cells)


def _entries(headings: Iterable[Heading]) -> str:
    items = [f'<li><a href="#part-{escape(each.key)}">{_line(each.text)}</a></li>' for each in headings]
    return f"<ol>{''.join(items)}</ol>"


def _pairs(pairs: Iterable[tuple[str, str]], kind: str) -> str:
    rows = "".join(f"<div><dt>{_line(name)}</dt><dd>{_text(text)}</dd></div>" for name, text in pairs)
    return f'<dl class="{kind}">{rows}</dl>' if rows else ""


def _caption(text: str) -> str:
    return f"<figcaption>{_text(text)}</figcaption>" if text.strip() else ""


def _class(names: str) -> str:
    return f' class="{names}"' if names else ""


def _text(text: str) -> str:
    return escape(plain(text)).replace("\n", "<br>")


def _line(text: str) -> str:
    return escape(plain_line(text)) or "–"
