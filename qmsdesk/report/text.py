"""Text on its way to paper: made printable, measured, hyphenated and broken into lines."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from qmsdesk.report.directions import LEFTWARD, joined, turned, typed
from qmsdesk.report.fonts import Face, Run, face, fallback

PLAIN = re.compile(r"[\n -~\xa0-\xac\xae-\u024f\u2010-\u2026]*")
BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
NOT_PRINTED = frozenset({"Cc", "Cf"})
SYMBOLS = frozenset({"So", "Sm", "Sc", "Sk"})
HYPHENATED_FROM, HYPHENATED_TO = 7, 60
NEVER_FITS = 400
BREAK_AFTER = "-–/_.,@&="
SOFT_HYPHEN, HELD = "\xad", "\xa0"
HELD_SPACE = re.compile(r" (?<=\d )(?=%|§|kap\.)| (?<=§ )(?=\d)| (?<=kap\. )(?=\d)")

Hyphens = Callable[[str], Sequence[int]]
Span = tuple[Face, str]


class Line(NamedTuple):
    """One line of text; `width` is in thousandths of the type size.

    `said` is the text as it was typed where that is not what is drawn, as in a line that runs from right to left.
    """

    width: float
    runs: tuple[Run, ...]
    said: str = ""


def clean(text: str) -> str:
    """The same text with nothing in it that cannot be printed: everything typed comes out or is named.

    Source Sans knows every character of the quick path; a test holds it to that.
    """
    if PLAIN.fullmatch(text):
        return _held(text)
    return "".join(map(_printable, _held(unicodedata.normalize("NFC", BREAKS.sub("\n", text)))))


def clean_line(text: str) -> str:
    """The same on one line, for titles and names."""
    return " ".join(clean(text).split())


def _held(text: str) -> str:
    """Spaces at which a line must not end: before a per cent sign or a dash, and within `4 kap. 3 §`."""
    if "%" in text or "§" in text or "kap." in text:
        text = HELD_SPACE.sub(HELD, text)
    return text.replace(" – ", f"{HELD}– ") if " – " in text else text


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
    patterns, alike = dictionary.hd.patterns, dict[object, object]()
    for letters, values in patterns.items():  # fifteen thousand patterns have a thousand values: two megabytes less
        patterns[letters] = alike.setdefault(values, values)

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
    """The lines of cleaned text that fit a width in points; spans are joined by spaces, line breaks are kept.

    A line that goes on ends in the space it was broken at, which nobody sees, or in a soft hyphen: whoever reads the
    file aloud or searches it finds whole words and nothing between them but spaces.
    """
    limit = max(width * 1000 / size, 1.0)
    spans = list(spans)
    if len(spans) == 1:
        style_face, text = spans[0]
        *most, last = text.split("\n")
        lines = [line for row in most for line in _fill_plain(style_face, row, limit, hyphenation, " ")]
        return [*lines, *_fill_plain(style_face, last, limit, hyphenation, "")]
    rows: list[list[Span]] = [[]]
    for style_face, text in spans:
        for n, part in enumerate(text.split("\n")):
            if n:
                rows.append([])
            rows[-1].extend([(style_face, word) for word in part.split(" ") if word])
    return [line for n, row in enumerate(rows, 1) for line in _fill(row, limit, hyphenation, " " * (n < len(rows)))]


def _fill_plain(style_face: Face, row: str, limit: float, hyphenation: Hyphenation | None, end: str) -> Iterable[Line]:
    """The usual row quickly: one face has all of it, and no word is endless."""
    words = row.split(" ")
    if "" in words:
        words = [word for word in words if word]
    advances = style_face.advances(words) if len(row) < NEVER_FITS or _is_tame(words) else None
    if advances is None:
        return _fill([(style_face, word) for word in words], limit, hyphenation, end)
    space = style_face.space
    ends = list(accumulate(advances))
    lines: list[Line] = []
    start, done = 0, 0.0
    while (stop := bisect_right(ends, done + space + limit, start)) < len(words):
        line = words[start:stop]
        used = ends[stop - 1] - done if line else 0.0
        head, rest = _cut(style_face, words[stop], limit - used, not line, hyphenation)
        if head:
            lines.append(Line(used + style_face.width(head), ((style_face, " ".join([*line, head])),)))
            words[stop], done = rest, ends[stop] - space - style_face.width(rest)
        else:
            lines.append(Line(used - space, ((style_face, " ".join(line) + " "),)))
            done = ends[stop - 1]
        start = stop
    if words:
        lines.append(Line(ends[-1] - done - space, ((style_face, " ".join(words[start:]) + end),)))
    return lines or [Line(0.0, ())]


def _is_tame(words: Sequence[str]) -> bool:
    return max(map(len, words), default=0) < NEVER_FITS


def _fill(words: list[Span], limit: float, hyphenation: Hyphenation | None, end: str) -> Iterator[Line]:
    line: list[Span] = []
    used = 0.0
    for style_face, word in words:
        rest = joined(word) if LEFTWARD.search(word) else word
        while rest:
            gap = style_face.space if line else 0.0
            wide = style_face.width(rest) if len(rest) < NEVER_FITS else limit + 1
            if used + gap + wide <= limit:
                line.append((style_face, rest))
                used += gap + wide
                break
            head, rest = _cut(style_face, rest, limit - used - gap, not line, hyphenation)
            yield _line([*line, (style_face, head)], "") if head else _line(line, " ")
            line, used = [], 0.0
    yield _line(line, end) if line else Line(0.0, ())


def _cut(style_face: Face, word: str, room: float, alone: bool, hyphenation: Hyphenation | None) -> tuple[str, str]:
    """What of a word still goes on the line, and what does not; a word alone on its line gives up at least one char."""
    if hyphenation and (alone or not hyphenation.is_rescue):
        for place in reversed(hyphenation.places(word)):
            head = word[:place] + SOFT_HYPHEN
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


def _line(words: list[Span], end: str) -> Line:
    runs: list[Run] = []
    wide = 0.0
    for n, (style_face, word) in enumerate(words):
        if n:
            runs.append((style_face, " "))
            wide += style_face.space
        word_width, word_runs = style_face.measure(word)
        runs.extend(word_runs or ((style_face, word),))
        wide += word_width
    if end:
        runs.append((words[-1][0], end))
    text = "".join([shown for _, shown in runs])
    if LEFTWARD.search(text):
        return Line(wide, tuple(_merged(turned(runs))), typed(text).replace(HELD, " "))
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
