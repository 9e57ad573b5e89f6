"""The pages of a PDF as pictures and text, read by PDFium.

PDFium may be in one thread at a time. So these functions run in `Jobs` alone, which does one thing after the other, and
each opens the file, reads and closes it again (0.3 ms): nothing of PDFium outlives its job, so that no finalizer can
call it from the window's thread.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage


def page_sizes(pdf: bytes) -> list[QSizeF]:
    """The size of each page in points."""
    with opened(pdf) as document:
        return [QSizeF(*document.get_page_size(number)) for number in range(len(document))]


def draw_page(pdf: bytes, number: int, width: int) -> QImage:
    """One page, counted from 0, as a picture `width` pixels wide."""
    with opened(pdf) as document:
        return _drawn(document[number], width)


def read_page(pdf: bytes, number: int, width: int) -> tuple[QImage, str]:
    """A small picture of a page, and its text."""
    with opened(pdf) as document:
        page = document[number]
        with closing(page.get_textpage()) as text:
            said = text.get_text_range()
        return _drawn(page, width), " ".join(said.split())


@contextmanager
def opened(pdf: bytes) -> Iterator["PdfDocument"]:
    from pypdfium2 import PdfDocument  # 60 ms that no other page needs

    with closing(PdfDocument(pdf)) as document:
        yield document


def _drawn(page: "PdfPage", width: int) -> QImage:
    with closing(page.render(scale=width / page.get_width(), prefer_bgrx=True)) as bitmap:
        held = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        return held.copy()
