"""Text on its way to a file that others set: as it was typed, but for what would break the file or its lines."""

import re
import unicodedata

from qmsdesk.report.text import BREAKS

# Control characters, what reorders the text of others, halves of surrogate pairs, and what is no character at all.
_UNFIT = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LAST_TWO = 0xFFFE


def plain(text: str) -> str:
    """The same text without what no file can hold; line breaks and tabs are kept."""
    text = _UNFIT.sub("", BREAKS.sub("\n", text))
    if not text.isascii():
        text = "".join(char for char in text if ord(char) & _LAST_TWO != _LAST_TWO)
    return unicodedata.normalize("NFC", text)


def plain_line(text: str) -> str:
    """The same on one line, for titles and names."""
    return " ".join(plain(text).split())
