"""Reads the text of a PDF as other programs do: page by page, or element by element as it is read aloud."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2

SOFT_HYPHEN = "\xad"
PAIR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")


def printed_pages(pdf: bytes) -> list[str]:
    """The text of each page in the order of its content, one line per line, without the spaces lines are broken at."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_text(document, number) for number in range(len(document))]
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    try:
        return text_page.get_text_bounded().replace("\r\n", "\n").replace(" \n", "\n")
    finally:
        text_page.close()
        page.close()


def spoken(pdf: bytes) -> list[tuple[str, str]]:
    """The text of each element of the structure that has any, with its tag, in reading order."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return list(spoken_by(file, walk(file.Root.StructTreeRoot.K)))


def spoken_by(
    file: pikepdf.Pdf, elements: Iterator[pikepdf.Dictionary] | list[pikepdf.Dictionary]
) -> Iterator[tuple[str, str]]:
    """The same of some elements. A figure says its alternative text."""
    pages = {page.objgen: page for page in file.pages}
    fonts: dict[tuple[int, int], dict[int, str]] = {}

    @cache
    def marks(page: tuple[int, int]) -> dict[int, str]:
        return _marks(pages[page], fonts)

    for element in elements:
        text = "".join(_told(kid, element, marks) for kid in kids_of(element)).replace(SOFT_HYPHEN, "")
        text = str(element.get("/Alt", text))
        if text:
            yield str(element.S), text


def walk(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """An element and all below it, in reading order."""
    yield element
    for kid in kids_of(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk(kid)


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    held = element.get("/K", [])
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def _told(kid: pikepdf.Object, element: pikepdf.Object, marks: Callable[[tuple[int, int]], dict[int, str]]) -> str:
    if isinstance(kid, int):
        return marks(element.Pg.objgen).get(kid, "")
    if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
        return marks(kid.Pg.objgen).get(int(kid.MCID), "")
    return ""


def _marks(page: pikepdf.Page, fonts: dict[tuple[int, int], dict[int, str]]) -> dict[int, str]:
    """The text of each piece of marked content; `fonts` are those that are known from pages before."""
    maps = {}
    for name, font in page.Resources.get("/Font", {}).items():
        if font.objgen not in fonts:
            fonts[font.objgen] = decoders(font)
        maps[name] = fonts[font.objgen]
    said: defaultdict[int, str] = defaultdict(str)
    marks, codes, replaced = [-1], {}, False
    for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj"):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if name == "BDC" else {}
            marks.append(int(properties.get("/MCID", marks[-1])))
            if "/ActualText" in properties:
                said[marks[-1]] += str(properties["/ActualText"])
                replaced = True
        elif name == "EMC":
            marks.pop()
            replaced = False
        elif name == "Tf":
            codes = maps[str(operands[0])]
        elif name == "Tj" and marks[-1] >= 0 and not replaced:
            said[marks[-1]] += "".join([codes[code] for code in bytes(operands[0])])
    return said


def decoders(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font stands for."""
    if "/ToUnicode" not in font:
        return {}
    pairs = PAIR.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
