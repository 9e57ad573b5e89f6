"""The look and the frame of a Word file: its styles, page, header and footer, and what it says about itself."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from qmsdesk.report import design
from qmsdesk.report.furniture import Furniture
from qmsdesk.report.metadata import About
from qmsdesk.report.palettes import Palette
from qmsdesk.report.plain_text import plain_line

FONT = "Calibri"
PAGE, MARGINS = (Mm(210), Mm(297)), (Mm(26), Mm(24), Mm(24), Mm(24))
TEXT_WIDTH = PAGE[0] - MARGINS[1] - MARGINS[3]
NAME_WIDTH = Mm(42)
TABLE = "Report Table"
AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""What stands after its borders among the properties of a paragraph."""
MODE = "15"  # without it Word opens the file as one of an older Word

SIGNS = {
    "star": "★",
    "plus": "✚",
    "triangle": "▲",
    "square": "■",
    "diamond": "◆",
    "tick": "✓",
    "cross": "✗",
    "half": "◐",
    "ring": "○",
    "dash": "–",
}
"""The symbols of the report as characters, which can be typed."""

# Name, size, bold, colour, space before and after, kept with what follows; the first ones are Word's own.
STYLES = (
    ("Normal", 11, False, design.INK, 0, 6, False),
    ("Title", 30, True, design.DEEP, 4, 10, False),
    ("Subtitle", 13, False, design.MUTED, 0, 2, False),
    ("Heading 1", 19, True, design.ACCENT, 26, 8, True),
    ("Heading 2", 13.5, True, design.INK, 14, 4, True),
    ("Heading 3", 12, True, design.INK, 10, 3, True),
    ("List Bullet", 11, False, design.INK, 0, 3, False),
    ("List Number", 11, False, design.INK, 0, 3, False),
    ("Quote", 11, False, design.INK, 0, 8, False),
    ("Caption", 9.5, False, design.MUTED, 3, 12, False),
    ("Header", 9, False, design.MUTED, 0, 0, False),
    ("Footer", 9, False, design.MUTED, 0, 0, False),
    ("toc 1", 11, False, design.INK, 0, 1, False),
    ("Lede", 12.5, False, design.INK, 0, 8, False),
    ("Note", 10.5, False, design.MUTED, 0, 8, False),
    ("Kind", 10.5, True, design.MUTED, 16, 0, True),
    ("Fact", 11, False, design.INK, 0, 3, False),
    ("Cell", 10, False, design.INK, 3, 3, False),
    ("Status", 11, True, design.DRAFT, 0, 6, False),
    ("Number", 9, True, design.MUTED, 6, 0, True),
    ("Line to write on", 11, False, design.INK, 6, 0, False),
    ("Callout", 11, False, design.INK, 6, 10, False),
)


def new_document(about: About, palette: Palette) -> Document:
    """An empty file in our styles, the organisation's colours and the report's language."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = MARGINS
    section.header_distance = section.footer_distance = Mm(12)
    _say_language(document, about.language)
    for name, size, bold, colour, before, after, keeps_next in STYLES:
        style = _style(document, name)
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, name == "Quote"
        for spacing in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spacing)
        style.font.color.rgb = rgb({design.ACCENT: palette.accent, design.DEEP: palette.deep}.get(colour, colour))
        _set_font(style.element.get_or_add_rPr())
        form = style.paragraph_format
        form.space_before, form.space_after, form.keep_with_next = Pt(before), Pt(after), keeps_next
    _shape(document)
    _describe(document, about)
    return document


def furnish(document: Document, furniture: Furniture) -> None:
    """Header, footer and page numbers; a draft says on every page that it is one."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for name in ("Header", "Footer"):  # those of the template are set for another paper
        stops = document.styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    head = section.header.paragraphs[0]
    head.add_run(plain_line(furniture.header))
    if furniture.status:
        status = head.add_run(f"\t{plain_line(furniture.status).upper()}")
        status.bold, status.font.color.rgb = True, rgb(design.DRAFT)
    _number_pages(section.first_page_footer.paragraphs[0], furniture)
    _number_pages(section.footer.paragraphs[0], furniture)


def _number_pages(foot: Paragraph, furniture: Furniture) -> None:
    foot.add_run(f"{plain_line(furniture.footer)}\t")
    _add_field(foot, "PAGE", "1")
    foot.add_run(" (")
    _add_field(foot, "NUMPAGES", "1")
    foot.add_run(")")


def _add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field that Word fills in; `shown` stands there until it does."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run(shown)
    field.append(run._r)
    paragraph._p.append(field)


def packed(document: Document, stamp: dt.datetime) -> bytes:
    """The file; the same report is the same file, byte by byte."""
    held, sink = BytesIO(), BytesIO()
    document.save(held)
    when = stamp.timetuple()[:6]
    with ZipFile(held) as source, ZipFile(sink, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, when)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return sink.getvalue()


def rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:].upper())


def _style(document: Document, name: str) -> Any:
    if name in document.styles:
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name == "toc 1")
    style.base_style = document.styles["Normal"]
    style.quick_style = name != "toc 1"
    return style


def _set_font(look: Any) -> None:
    fonts = look.get_or_add_rFonts()
    fonts.attrib.clear()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)


def _say_language(document: Document, language: str) -> None:
    """The language of the whole and of its plainest style, so that spelling is checked and text spoken in it."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for look in (defaults, document.styles["Normal"].element.get_or_add_rPr()):
        said = look.find(qn("w:lang"))
        if said is None:
            said = OxmlElement("w:lang")
            look.append(said)
        said.set(qn("w:val"), language)
        said.set(qn("w:eastAsia"), language)


def _shape(document: Document) -> None:
    """What single styles have beyond their type."""
    fact = document.styles["Fact"].paragraph_format
    fact.left_indent, fact.first_line_indent = NAME_WIDTH, -NAME_WIDTH
    fact.tab_stops.add_tab_stop(NAME_WIDTH)
    title = document.styles["Title"].element.get_or_add_pPr()
    for border in title.findall(qn("w:pBdr")):
        title.remove(border)
    callout = document.styles["Callout"]
    callout.paragraph_format.left_indent = Mm(4)
    callout.element.get_or_add_pPr().insert_element_before(edge(design.ACCENT), *AFTER_BORDERS)
    rule = f'<w:bottom w:val="single" w:sz="4" w:space="1" w:color="{design.MUTED[1:]}"/>'
    between = rule.replace("w:bottom", "w:between")
    line = parse_xml(f"<w:pBdr {nsdecls('w')}>{rule}{between}</w:pBdr>")
    written = document.styles["Line to write on"].element.get_or_add_pPr()
    written.insert_element_before(line, *AFTER_BORDERS)
    document.styles.element.append(parse_xml(_table_style()))
    _set_mode(document)


def _set_mode(document: Document) -> None:
    compat = OxmlElement("w:compat")
    mode = OxmlElement("w:compatSetting")
    said = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": MODE}
    for key, value in said.items():
        mode.set(qn(f"w:{key}"), value)
    compat.append(mode)
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.replace(old, compat)
    if compat.getparent() is None:
        settings.append(compat)


def edge(colour: str) -> Any:
    """A coloured edge on the left of a paragraph."""
    left = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{colour[1:]}"/>'
    return parse_xml(f"<w:pBdr {nsdecls('w')}>{left}</w:pBdr>")


def _table_style() -> str:
    rule, head = design.RULE[1:], design.MUTED[1:]
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{rule}"/>' for side in ("bottom", "insideH")
    )
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
    first = (
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{head}"/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{head}"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    )
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="{TABLE}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>"
        f"{first}</w:style>"
    )


def _describe(document: Document, about: About) -> None:
    told = document.core_properties
    told.title, told.author, told.language = plain_line(about.title), plain_line(about.author), about.language
    told.last_modified_by = told.author
    told.comments, told.revision = "", 1
    told.created = told.modified = about.stamp.astimezone(dt.UTC).replace(tzinfo=None)
    for part in list(_thumbnails(document)):
        del document.part.package.rels[part]


def _thumbnails(document: Document) -> Iterator[str]:
    """The picture of an empty page that python-docx's template carries."""
    for key, relation in document.part.package.rels.items():
        if relation.reltype.endswith("/thumbnail"):
            yield key
