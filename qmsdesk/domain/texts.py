"""Texts as a field may hold them: plain characters, and no more of them than people read."""

import re

from qmsdesk.domain.errors import FieldIsFull, TextIsTooLong

LONGEST = 100_000
_KEPT = frozenset("\n\t")
_NOT_PLAIN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n", "\x85": "\n"})


def plain_text(text: str) -> str:
    """The text with every line break as one and without control characters, which no editor shows."""
    if text.isprintable() or not _NOT_PLAIN.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    return "".join(letter for letter in text if letter in _KEPT or not _is_control(letter))


def plain_line(text: str) -> str:
    """The same for a field of one line."""
    return " ".join(plain_text(text).replace("\t", "\n").split("\n"))


def refuse_long_text(length: int, longest: int = LONGEST) -> None:
    """Raise `TextIsTooLong` for more characters than a field holds."""
    if length > longest:
        raise TextIsTooLong(limit=_say(longest))


def refuse_full_field(length: int, longest: int = LONGEST) -> None:
    """Raise `FieldIsFull` for a key that would take a text past what a field holds."""
    if length > longest:
        raise FieldIsFull(limit=_say(longest))


def _say(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _is_control(letter: str) -> bool:
    """C0 and C1, and halves of pairs, which no file can hold."""
    return letter < " " or "\x7f" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff"
