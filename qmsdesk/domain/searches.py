"""Searches: many short texts made ready once, then looked through at every key, with slips of the finger forgiven."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache

LONG_ENOUGH = 3
"""Shorter words hold no slip: nearly every word is one letter away from them."""
WORDS_KEPT = 4096
"""Texts whose words are remembered: nearly all of them are the same the next time one looks for something."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_BETWEEN = re.compile(r"[\s,;:()\[\]\"“”'’–—·…?!]+")


class Fit(IntEnum):
    """How well a word fits what was typed, the best first."""

    WHOLE = 0
    BEGINNING = 1
    INSIDE = 3
    SLIP = 6
    SOME_LETTERS = 8


def fold(text: str) -> str:
    """The letters without case, rings, dots and accents, so that `Atgärd` finds åtgärd and the other way round."""
    return _BEYOND_ASCII.sub(_without_mark, unicodedata.normalize("NFD", text.casefold()))


def _without_mark(letter: re.Match[str]) -> str:
    return "" if unicodedata.combining(letter[0]) else letter[0]


@lru_cache(maxsize=WORDS_KEPT)
def split_words(text: str) -> tuple[str, ...]:
    """The folded words of a text; numbers such as 2.3 and 2026-05 are one word."""
    return tuple(word for each in _BETWEEN.split(fold(text)) if (word := each.strip(".-/&")))


class SearchIndex:
    """Made of the texts to be found, each with the number people know it by, which may be empty."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self._numbers: list[str] = []
        self._beginnings: list[str] = []
        held: defaultdict[str, list[int]] = defaultdict(list)
        for place, (number, text) in enumerate(texts):
            words = split_words(text)
            self._numbers.append(fold(number).strip())
            self._beginnings.append(" ".join(words))
            for word in {*words, *split_words(number)}:
                held[word].append(place)
        self._held = dict(held)
        self._lines = "\n".join(self._held)

    def find(self, said: str) -> list[int]:
        """The places of the texts that hold every word said, the best first; slips count only where nothing fits."""
        words = split_words(said)
        if not words:
            return []
        found = self._meeting([self._plain(word) for word in words])
        if not found:
            found = self._meeting([self._plain(word) | self._forgiven(word) for word in words])
        whole = " ".join(words)
        return sorted(found, key=lambda place: (*self._standing(place, whole), found[place], place))

    def holds(self, said: str) -> bool:
        """Whether any text has the words as they were said, without a slip."""
        words = split_words(said)
        return bool(words and self._meeting([self._plain(word) for word in words]))

    def _standing(self, place: int, said: str) -> tuple[bool, bool]:
        """What comes before any count of fits: the very number, then a text that begins as it was said."""
        return self._numbers[place] != said, not self._beginnings[place].startswith(said)

    def _plain(self, said: str) -> dict[str, Fit]:
        return {word: self._fit(word, said) for word in self._held if said in word}

    @staticmethod
    def _fit(word: str, said: str) -> Fit:
        if word == said:
            return Fit.WHOLE
        return Fit.BEGINNING if word.startswith(said) else Fit.INSIDE

    def _forgiven(self, said: str) -> dict[str, Fit]:
        if len(said) < LONG_ENOUGH:
            return {}
        some = dict.fromkeys(re.findall(_some_letters(said), self._lines, re.MULTILINE), Fit.SOME_LETTERS)
        slips = dict.fromkeys(re.findall(_one_slip(said), self._lines, re.MULTILINE), Fit.SLIP)
        plain = self._plain(said)
        return {word: fit for word, fit in (some | slips).items() if word not in plain}

    def _meeting(self, fits: Sequence[dict[str, Fit]]) -> dict[int, int]:
        """The places where every word said has one that fits, with how well they do together."""
        total: dict[int, int] = {}
        for turn, words in enumerate(fits):
            best: dict[int, int] = {}
            for word, fit in words.items():
                for place in self._held[word]:
                    best[place] = min(best.get(place, fit), fit)
            total = {place: total.get(place, 0) + fit for place, fit in best.items() if not turn or place in total}
        return total


def _one_slip(said: str) -> str:
    """A line whose word begins as said but for one letter wrong, missing, too many, or two that changed places."""
    ways = []
    for at in range(len(said)):
        before, after = re.escape(said[:at]), said[at + 1 :]
        ways += [f"{before}.{re.escape(after)}", f"{before}.{re.escape(said[at:])}", f"{before}{re.escape(after)}"]
        if after:
            ways.append(f"{before}{re.escape(after[0] + said[at] + after[1:])}")
    return f"^(?:{'|'.join(dict.fromkeys(ways))}).*$"


def _some_letters(said: str) -> str:
    """A line whose word has these letters in this order, the first one first."""
    return "^" + ".*".join(map(re.escape, said)) + ".*$"
