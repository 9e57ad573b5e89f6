"""The faces that reports are set in: which glyphs they have and how wide these are."""

from collections.abc import Iterator, Sequence
from functools import cache
from threading import Lock

from reportlab.pdfbase.ttfonts import TTFontFace

from qmsdesk.paths import resource
from qmsdesk.report import design

FILES = {
    design.REGULAR: "SourceSans3-Regular.ttf",
    design.ITALIC: "SourceSans3-It.ttf",
    design.SEMIBOLD: "SourceSans3-Semibold.ttf",
    design.BOLD: "SourceSans3-Bold.ttf",
    "symbols": "DejaVuSans.ttf",
    "emoji": "NotoEmoji-Regular.ttf",
}
EMOJI_BLOCKS = 0x1F000
WORDS_KEPT = 20_000

Run = tuple["Face", str]


class Face:
    """One font file, read once. Widths are in thousandths of the type size."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.file = TTFontFace(str(resource("fonts", FILES[name])))
        self.embedding = Lock()
        self.space = self.char_width(" ")
        self._words: dict[str, tuple[float, tuple[Run, ...] | None]] = {}
        self._advances: dict[str, float] = {}

    def __repr__(self) -> str:
        return f"Face({self.name!r})"

    def has(self, char: str) -> bool:
        return ord(char) in self.file.charToGlyph

    def char_width(self, char: str) -> float:
        return float(self.file.charWidths.get(ord(char), self.file.defaultWidth))

    def measure(self, word: str) -> tuple[float, tuple[Run, ...] | None]:
        """The width of a word, and its runs where other faces must help out; measured once."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) >= WORDS_KEPT:
                self._words, self._advances = {}, {}
            known = self._words[word] = self._measure(word)
            if known[1] is None:
                self._advances[word] = known[0] + self.space
        return known

    def advances(self, words: Sequence[str]) -> list[float] | None:
        """The widths of words with a space after each; None where one of them needs another face."""
        known = self._advances
        try:
            return [known[word] for word in words]
        except KeyError:
            sizes = [self.measure(word) for word in words]
            return None if any(runs for _, runs in sizes) else [wide + self.space for wide, _ in sizes]

    def width(self, text: str) -> float:
        return self.measure(text)[0]

    def _measure(self, word: str) -> tuple[float, tuple[Run, ...] | None]:
        widths = self.file.charWidths
        try:
            return float(sum([widths[ord(char)] for char in word])), None
        except KeyError:
            runs = tuple(self._runs(word))
            return sum(face.char_width(char) for face, text in runs for char in text), runs

    def _runs(self, word: str) -> Iterator[Run]:
        face, text = self, ""
        for char in word:
            other = self if self.has(char) else fallback(char) or self
            if other is not face and text:
                yield face, text
                text = ""
            face, text = other, text + char
        yield face, text


@cache
def face(name: str) -> Face:
    return Face(name)


@cache
def fallback(char: str) -> Face | None:
    """The first of the faces kept for symbols and foreign letters that can draw a character."""
    order = ("emoji", "symbols") if ord(char) >= EMOJI_BLOCKS else ("symbols", "emoji")
    return next((face(name) for name in order if face(name).has(char)), None)
