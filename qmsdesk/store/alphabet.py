"""The alphabet: Swedish order for the lists that SQLite sorts, å ä ö after z, without a heavy library at the start."""

import unicodedata
from functools import lru_cache

_PLACES = {letter: chr(ord("a") + place) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzåäö")}
_SORTED_AS = {"æ": "ä", "œ": "ö", "ø": "ö", "ü": "y", "đ": "d", "ł": "l"}


@lru_cache(maxsize=20_000)
def swedish_key(text: str) -> str:
    """A text that sorts by code point as this one sorts in Swedish; case and accents part only what is else equal."""
    letters = unicodedata.normalize("NFC", text).casefold()
    return "".join(_place(letter) for letter in letters) + "\0" + text


def _place(letter: str) -> str:
    if letter < "\x80":
        return letter
    letter = _SORTED_AS.get(letter, letter)
    base = letter if letter in _PLACES else unicodedata.normalize("NFD", letter)[0]
    return _PLACES.get(base, base)


def compare(one: str, other: str) -> int:
    """Below, at or above zero, as SQLite asks of a collation."""
    first, second = swedish_key(one), swedish_key(other)
    return (first > second) - (first < second)
