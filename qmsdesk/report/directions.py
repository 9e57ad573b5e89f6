"""Texts that run from right to left: Arabic letters joined, and lines turned as the eye expects them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from qmsdesk.report.fonts import Run, fallback

LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
JOINED = [chr(code) for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD))]
MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
CLOSING = {")": "(", "]": "[", "}": "{"}
OPENING = frozenset(CLOSING.values())
NUMBERS = ("EN", "AN")


@cache
def joined(word: str) -> str:
    """A word with its Arabic letters in the forms that join them to their neighbours."""
    letters = [word[n : n + 2] if word[n : n + 2] in _forms() else word[n] for n in range(len(word))]
    letters = [each for n, each in enumerate(letters) if n == 0 or len(letters[n - 1]) == 1]
    bases = [n for n, each in enumerate(letters) if not unicodedata.combining(each[0])]
    shown = list(letters)
    for place, n in enumerate(bases):
        forms = _forms().get(letters[n], {})
        after_one = place > 0 and "initial" in _forms().get(letters[bases[place - 1]], {}) and "final" in forms
        following = letters[bases[place + 1]] if place + 1 < len(bases) else ""
        before_one = "initial" in forms and "final" in _forms().get(following, {})
        kind = ("medial" if before_one else "final") if after_one else "initial" if before_one else "isolated"
        shown[n] = forms.get(kind, letters[n])
    return "".join(shown)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """The forms of each Arabic letter, and of lam with alef, that there are glyphs for, as Unicode lists them."""
    forms: dict[str, dict[str, str]] = {}
    for char in JOINED:
        kind, *bases = unicodedata.decomposition(char).split() or [""]
        letter = "".join(chr(int(base, 16)) for base in bases)
        if fallback(char) and (len(letter) == 1 or letter[0] == "\u0644"):
            forms.setdefault(letter, {})[kind.strip("<>")] = char
    return forms


def typed(text: str) -> str:
    """A text with joined letters as it was typed."""
    return "".join([unicodedata.normalize("NFKC", char) if "\ufb50" <= char <= "\ufefc" else char for char in text])


def turned(runs: Sequence[Run]) -> list[Run]:
    """The runs of a line that reads from left to right on the whole, its leftward pieces turned round for the eye.

    A mark then stands before its letter, which is where the glyphs of Hebrew and Arabic marks reach out from.
    """
    chars = [(face, char) for face, text in runs for char in text]
    levels = _levels([char for _, char in chars])
    order = list(range(len(chars)))
    for level in (2, 1):
        pieces = [(high, list(held)) for high, held in groupby(order, lambda n, level=level: levels[n] >= level)]  # type: ignore[misc]
        order = [n for high, held in pieces for n in (held[::-1] if high else held)]
    return [(chars[n][0], chars[n][1].translate(MIRRORED) if levels[n] == 1 else chars[n][1]) for n in order]


def _levels(chars: Sequence[str]) -> list[int]:
    """0 for what runs rightward, 1 for leftward, 2 for numbers within that; the rules of Unicode's annex 9 for a line
    without embeddings.
    """
    kinds = _weak([unicodedata.bidirectional(char) for char in chars])
    _bracket(chars, kinds)
    levels = {"L": 0, "R": 1, "EN": 2, "AN": 2}
    return [levels[kind] for kind in _neutral(kinds)]


def _weak(kinds: list[str]) -> list[str]:
    strong, last = "L", "L"
    for n in range(len(kinds)):
        kind = kinds[n] = last if kinds[n] == "NSM" else kinds[n]
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN":
            kinds[n] = "AN" if strong == "AL" else "L" if strong == "L" else "EN"
        last = kinds[n]
    for n in range(1, len(kinds) - 1):
        if kinds[n] in ("CS", "ES") and kinds[n - 1] == kinds[n + 1] and kinds[n - 1] in NUMBERS:
            kinds[n] = kinds[n - 1]
        elif kinds[n] == "ET" and "EN" in (kinds[n - 1], kinds[n + 1]):
            kinds[n] = "EN"
    return ["R" if kind == "AL" else kind if kind in ("L", "R", *NUMBERS) else "" for kind in kinds]


def _bracket(chars: Sequence[str], kinds: list[str]) -> None:
    """Both brackets of a pair run as what they hold; leftward only where they stand among leftward pieces."""
    opened: list[int] = []
    for n, char in enumerate(chars):
        if char in OPENING:
            opened.append(n)
        elif char in CLOSING and opened and CLOSING[char] == chars[opened[-1]]:
            start = opened.pop()
            before = next((kind for kind in reversed(kinds[:start]) if kind), "L")
            inside = set(kinds[start + 1 : n])
            if inside - {""}:
                kinds[start] = kinds[n] = "L" if "L" in inside or before == "L" else "R"


def _neutral(kinds: list[str]) -> Iterator[str]:
    """What has no direction of its own runs leftward between two leftward pieces, else rightward."""
    before = "L"
    pieces = [(kind, len(list(held))) for kind, held in groupby(kinds)]
    for n, (kind, count) in enumerate(pieces):
        after = pieces[n + 1][0] if n + 1 < len(pieces) else "L"
        between = "R" if "L" not in (before, after) else "L"
        yield from [kind or between] * count
        before = kind or between
