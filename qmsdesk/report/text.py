"""Text on its way to paper: made printable, measured, hyphenated and broken into lines."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from qmsdesk.report.fonts import Face, Run, face, fallback

PLAIN = re.compile(r"[\n -~\xa0-\xac\xae-\u024f\u2010-\u2026]*")
BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
NOT_PRINTED = frozenset({"Cc", "Cf"})
SYMBOLS = frozenset({"So", "Sm", "Sc", "Sk"})
HYPHENATED_FROM, HYPHENATED_TO = 7, 60
NEVER_FITS = 400
BREAK_AFTER = "-–/_.,@&="

Hyphens = Callable[[str], Sequence[int]]
Span = tuple[Face, str]


class Line(NamedTuple):
    """One line of text; `width` is in thousandths of the type size."""

    width: float
    runs: tuple[Run, ...]


def clean(text: str) -> str:
    """The same text with nothing in it that cannot be printed: everything typed comes out or is named.

    Source Sans knows every character of the quick path; a test holds it to that.
    """
    text = unicodedata.normalize("NFC", BREAKS.sub("\n", text))
    if PLAIN.fullmatch(text):
        return text
    return "".join(map(_printable, text))


def clean_line(text: str) -> str:
    """The same on one line, for titles and names."""
    return " ".join(clean(text).split())


@cache
def _printable(char: str) -> str:
    category = unicodedata.category(char)
    if char == "\n":
        return char
    if char == "\t" or category == "Zs":
        return "\xa0" if char in "\xa0\u202f\u2007" else " "
    if category in NOT_PRINTED or _is_variation(char):
        return ""
    if category != "Cs" and (face("regular").has(char) or fallback(char)):
        return char
    return _named(char, category)


def _is_variation(char: str) -> bool:
    """Selectors and skin tones only alter the character before them, which is printed without them."""
    return "\ufe00" <= char <= "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff" or "\U000e0000" <= char <= "\U000e01ef"


def _named(char: str, category: str) -> str:
    name = unicodedata.name(char, "").lower() if category in SYMBOLS else ""
    return f"[{name or f'U+{ord(char):04X}'}]"


@cache
def hyphens(language: str) -> Hyphens:
    """Where words of a language may be hyphenated."""
    from pyphen import Pyphen  # its dictionaries take a while to read

    dictionary = Pyphen(lang={"sv": "sv_SE", "en": "en_GB"}[language], left=4, right=4)

    @cache
    def places(word: str) -> Sequence[int]:
        core = word.strip(".,;:!?()”\"'–")
        if not HYPHENATED_FROM <= len(core) <= HYPHENATED_TO or not core.isalpha():
            return ()
        start = word.index(core)
        return [start + place for place in dictionary.positions(core)]

    return places


class Hyphenation(NamedTuple):
    """Where words may be hyphenated, and whether only words wider than a whole line are."""

    places: Hyphens
    is_rescue: bool = False


def break_lines(spans: Iterable[Span], size: float, width: float, hyphenation: Hyphenation | None = None) -> list[Line]:
    """The lines of cleaned text that fit a width in points; spans are joined by spaces, line breaks are kept."""
    limit = max(width * 1000 / size, 1.0)
    spans = list(spans)
    if len(spans) == 1:
        style_face, text = spans[0]
        return [line for row in text.split("\n") for line in _fill_plain(style_face, row, limit, hyphenation)]
    rows: list[list[Span]] = [[]]
    for style_face, text in spans:
        for n, part in enumerate(text.split("\n")):
            if n:
                rows.append([])
            rows[-1].extend([(style_face, word) for word in part.split(" ") if word])
    return [line for row in rows for line in _fill(row, limit, hyphenation)]


def _fill_plain(style_face: Face, row: str, limit: float, hyphenation: Hyphenation | None) -> Iterable[Line]:
    """The usual row quickly: one face has all of it, and no word is endless."""
    words = [word for word in row.split(" ") if word]
    widths = style_face.widths(words) if len(row) < NEVER_FITS or _is_tame(words) else None
    if widths is None:
        return _fill([(style_face, word) for word in words], limit, hyphenation)
    space, used = style_face.space, -style_face.space
    lines: list[Line] = []
    line: list[str] = []
    for word, wide in zip(words, widths, strict=True):
        if used + space + wide <= limit:
            line.append(word)
            used += space + wide
            continue
        rest = word
        while rest:
            head, rest = _cut(style_face, rest, limit - used - space, not line, hyphenation)
            if head:
                line.append(head)
                used += space + style_face.width(head)
            lines.append(Line(used, ((style_face, " ".join(line)),)))
            line, used = [], -space
            if rest and len(rest) < NEVER_FITS and (left := style_face.width(rest)) <= limit:
                line, used = [rest], left
                break
    lines.append(Line(used, ((style_face, " ".join(line)),)) if line else Line(0.0, ()))
    return lines


def _is_tame(words: Sequence[str]) -> bool:
    return max(map(len, words), default=0) < NEVER_FITS


def _fill(words: list[Span], limit: float, hyphenation: Hyphenation | None) -> Iterator[Line]:
    line: list[Span] = []
    used, is_plain = 0.0, True
    for style_face, word in words:
        rest = word
        while rest:
            gap = style_face.space if line else 0.0
            wide, runs = style_face.measure(rest) if len(rest) < NEVER_FITS else (limit + 1, None)
            if used + gap + wide <= limit:
                line.append((style_face, rest))
                used += gap + wide
                is_plain = is_plain and runs is None and style_face is line[0][0]
                break
            head, rest = _cut(style_face, rest, limit - used - gap, not line, hyphenation)
            if head:
                line.append((style_face, head))
            yield _line(line) if head or not is_plain else _plain_line(line, used)
            line, used, is_plain = [], 0.0, True
    yield _plain_line(line, used) if is_plain else _line(line)


def _plain_line(words: list[Span], width: float) -> Line:
    """The usual line: one face has it all."""
    return Line(width, ((words[0][0], " ".join([word for _, word in words])),) if words else ())


def _cut(style_face: Face, word: str, room: float, alone: bool, hyphenation: Hyphenation | None) -> tuple[str, str]:
    """What of a word still goes on the line, and what does not; a word alone on its line gives up at least one char."""
    if hyphenation and (alone or not hyphenation.is_rescue):
        for place in reversed(hyphenation.places(word)):
            head = word[:place] + "-"
            if style_face.measure(head)[0] <= room:
                return head, word[place:]
    if not alone:
        return "", word
    taken = max(_fitting(style_face, word, room), 1)
    natural = max(word.rfind(char, 0, taken) for char in BREAK_AFTER) + 1
    return word[: natural or taken], word[natural or taken :]


def _fitting(style_face: Face, word: str, room: float) -> int:
    used = 0.0
    for n, char in enumerate(word[:NEVER_FITS]):
        used += style_face.measure(char)[0]
        if used > room:
            return n
    return min(len(word), NEVER_FITS)


def _line(words: list[Span]) -> Line:
    runs: list[Run] = []
    wide = 0.0
    for n, (style_face, word) in enumerate(words):
        if n:
            runs.append((style_face, " "))
            wide += style_face.space
        word_width, word_runs = style_face.measure(word)
        runs.extend(word_runs or ((style_face, word),))
        wide += word_width
    return Line(wide, tuple(_merged(runs)))


def _merged(runs: list[Run]) -> Iterator[Run]:
    current, text = runs[0]
    for run_face, run_text in runs[1:]:
        if run_face is current:
            text += run_text
        else:
            yield current, text
            current, text = run_face, run_text
    yield current, text
