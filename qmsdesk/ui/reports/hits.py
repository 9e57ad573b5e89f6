"""Hits: where in a report a text stands, whatever its capitals are and wherever its lines end.

Reads by PDFium, so in `Jobs` alone; see `pdf_pages`.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from qmsdesk.ui.reports.pdf_pages import opened

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

HYPHENS = "\ufffe\x02\xad"
"""What PDFium says for the hyphen at the end of a line."""
MOST = 2000


class PageText(NamedTuple):
    """What a page says, made plain for searching, and which character of the page each letter of it comes from."""

    plain: str
    places: list[int]


class Hit(NamedTuple):
    """A place on a page, counted from 0, in shares of its width and height; one rectangle a line."""

    page: int
    places: tuple[QRectF, ...]


def plain_text(said: str) -> PageText:
    """Small letters, one space for every gap, words whole that a line has broken."""
    letters: list[str] = []
    places: list[int] = []
    is_broken = False
    for place, sign in enumerate(said):
        if sign in HYPHENS:
            is_broken = True
        elif not sign.isspace():
            small = sign.casefold()
            letters.extend(small)
            places.extend([place] * len(small))
            is_broken = False
        elif not is_broken and letters and letters[-1] != " ":
            letters.append(" ")
            places.append(place)
    return PageText("".join(letters), places)


def texts_of(pdf: bytes) -> list[PageText]:
    """What each page says."""
    texts = []
    with opened(pdf) as document:
        for page in document:
            with closing(page.get_textpage()) as text:
                texts.append(plain_text(text.get_text_range()))
    return texts


def hits_of(pdf: bytes, texts: Sequence[PageText], wanted: str) -> list[Hit]:
    """Where a text stands in a report whose pages say `texts`, in reading order."""
    pattern = _pattern(wanted)
    if pattern is None:
        return []
    hits: list[Hit] = []
    with opened(pdf) as document:
        for number, text in enumerate(texts):
            spans = [(text.places[each.start()], text.places[each.end() - 1]) for each in pattern.finditer(text.plain)]
            if spans:
                hits.extend(_hits_on(document[number], number, spans))
            if len(hits) >= MOST:
                break
    return hits


def _pattern(wanted: str) -> re.Pattern[str] | None:
    """A hyphen may be one at which a line was broken; those are not in the text."""
    plain = plain_text(wanted).plain.strip()
    return re.compile(re.escape(plain).replace(r"\-", "-?")) if plain.strip("-") else None


def _hits_on(page: "PdfPage", number: int, spans: Sequence[tuple[int, int]]) -> Iterator[Hit]:
    width, height = page.get_size()
    with closing(page.get_textpage()) as text:
        for first, last in spans:
            count = text.count_rects(first, last - first + 1)
            boxes = (text.get_rect(each) for each in range(count))
            yield Hit(
                number,
                tuple(
                    QRectF(left / width, 1 - top / height, (right - left) / width, (top - bottom) / height)
                    for left, bottom, right, top in boxes
                ),
            )
