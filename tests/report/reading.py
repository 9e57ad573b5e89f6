"""Reads the text of a PDF as another program does."""

import pypdfium2


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
