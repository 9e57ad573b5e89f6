"""What python-docx has no words for: fields, bookmarks, borders, and lists that begin again."""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from qmsdesk.report.word_styles import AFTER_BORDERS, edge


def add_field_part(paragraph: Paragraph, kind: str, code: str = "") -> None:
    for part in (kind, *(("code", "separate") if code else ())):
        if part == "code":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = code
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), part)
        paragraph.add_run()._r.append(element)


def bookmark(paragraph: Paragraph, name: str, key: int) -> None:
    for place, kind in ((1, "w:bookmarkStart"), (len(paragraph._p), "w:bookmarkEnd")):
        mark = OxmlElement(kind)
        mark.set(qn("w:id"), str(key))
        if kind == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.insert(place + (kind == "w:bookmarkEnd"), mark)


def new_numbering(document: Document) -> int:
    """A list that begins at 1 again."""
    style = document.styles["List Number"].element
    old = style.pPr.numPr.numId.val
    numbering = document.part.numbering_part.element
    abstract = numbering.num_having_numId(old).abstractNumId.val
    new = numbering.add_num(abstract)
    new.add_lvlOverride(0).add_startOverride(1)
    return int(new.numId)


def set_edge(paragraph: Paragraph, colour: str) -> None:
    set_border(paragraph, edge(colour))


def set_border(paragraph: Paragraph, border: Any) -> None:
    form = paragraph._p.get_or_add_pPr()
    for old in form.findall(qn("w:pBdr")):
        form.remove(old)
    form.insert_element_before(border, *AFTER_BORDERS)
