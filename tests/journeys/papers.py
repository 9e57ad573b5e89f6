"""Reading what was printed: the text of a PDF, as whoever opens it would find it."""

from pathlib import Path

import pypdfium2


def text_of(pdf: bytes | Path) -> str:
    """All of its pages; line breaks are spaces, and a word that was hyphenated at one is whole again."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            pages.append(words.get_text_bounded())
            words.close()
            page.close()
    finally:
        document.close()
    return " ".join(" ".join(pages).replace("\x02", "").replace("-\r\n", "").split())


def pages_of(pdf: bytes | Path) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
