"""The words of a text that a dictionary can judge, and where they stand."""

import re
from collections.abc import Iterable, Iterator, Set

LONGEST = 40
"""No word of Swedish or English that one writes is longer; a dictionary takes ever longer over what is none."""
_PIECE = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CODES = ("@", "://", "www.", "\\", "_")


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """Each word and its place; without abbreviations in capitals and whatever stands in a number, address or code."""
    for piece in _PIECE.finditer(text):
        said = piece.group()
        if any(character.isdigit() for character in said) or any(code in said for code in _CODES):
            continue
        for word in _WORD.finditer(said):
            if 1 < len(word.group()) <= LONGEST and not word.group().isupper():
                yield piece.start() + word.start(), word.group()


def plain_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of names and terms as they are looked up: in small letters."""
    return frozenset(word.lower() for text in texts for _, word in words_of(text))


def is_among(word: str, known: Set[str]) -> bool:
    """Whether a word is known as it stands or in the genitive, of both languages."""
    said = word.lower().replace("’", "'")
    return said in known or said.removesuffix("'s") in known or said.removesuffix("s") in known
