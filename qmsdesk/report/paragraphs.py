"""Headings, paragraphs and lists."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.fonts import Face, face
from qmsdesk.report.pages import PAGE_ROOM, Pages
from qmsdesk.report.tags import Element
from qmsdesk.report.text import Hyphenation, Hyphens, Line, Span, break_lines, clean, clean_line

ASCENT = 0.76
WIDOWS = 2
BULLET_INDENT = 14.0
NUMBER_INDENT = 24.0
SHORT = 40


def set_text(text: str, style: Style, width: float, hyphens: Hyphens | None = None) -> list[Line]:
    """The lines of a text in a style. Short ones, such as names of parts and answers, come again and again."""
    how = face(style.face), style.size, width, hyphens, style.hyphenate
    return list(_set_short(text, *how)) if len(text) <= SHORT else _set(text, *how)


def _set(text: str, style_face: Face, size: float, width: float, hyphens: Hyphens | None, often: bool) -> list[Line]:
    hyphenation = Hyphenation(hyphens, is_rescue=not often) if hyphens else None
    return break_lines([(style_face, clean(text))], size, width, hyphenation)


_set_short = lru_cache(maxsize=2000)(_set)


@lru_cache(maxsize=200)
def one_line(text: str, style: Style, width: float) -> Line:
    """A text as a single line that fits, cut with an ellipsis where it must be."""
    text = clean_line(text)
    lines = break_lines([(face(style.face), text)], style.size, width)
    if len(lines) < 2:
        return lines[0]
    room = width - face(style.face).width("…") * style.size / 1000
    head = break_lines([(face(style.face), text)], style.size, room)[0]
    *runs, (last, shown) = head.runs
    said = f"{head.said.rstrip()}…" if head.said else ""
    return Line(head.width, (*runs, (last, shown.rstrip(" ")), (face(style.face), "…")), said)


def baseline(top: float, style: Style) -> float:
    """The baseline of a line whose box begins at `top`: its type stands in the middle of its leading."""
    return top - (style.leading - style.size) / 2 - style.size * ASCENT


def pour_lines(pages: Pages, lines: Sequence[Line], style: Style, element: Element | None, indent: float = 0.0) -> None:
    """Draw lines down the pages, never leaving a single one alone where it can be helped."""
    left = list(lines)
    while left:
        fitting = max(int((pages.room + 0.01) // style.leading), 0)
        if fitting < len(left):
            fitting = _without_orphans(fitting, len(left))
        if fitting == 0:
            pages.break_page()
            continue
        with pages.canvas.tagged(element):
            pages.canvas.text(left[:fitting], pages.left + indent, baseline(pages.y, style), style)
        pages.down(min(fitting, len(left)) * style.leading)
        left = left[fitting:]


def _without_orphans(fitting: int, count: int) -> int:
    if count - fitting < WIDOWS:
        fitting = count - WIDOWS
    return 0 if fitting < min(WIDOWS, count - 1) else fitting


@dataclass
class Paragraph:
    """Running text; `lead_in` is a first word or two in semibold."""

    text: str
    style: Style = design.BODY
    lead_in: str = ""
    keeps_next: bool = False
    _lines: list[Line] = field(default_factory=list, repr=False)

    @property
    def before(self) -> float:
        return self.style.before

    @property
    def after(self) -> float:
        return self.style.after

    def lead(self, pages: Pages) -> float:
        lines = self._set(pages)
        return self.style.leading * (len(lines) if len(lines) <= WIDOWS + 1 else WIDOWS)

    def pour(self, pages: Pages) -> None:
        pour_lines(pages, self._set(pages), self.style, pages.canvas.structure.add("P"))

    def _set(self, pages: Pages) -> list[Line]:
        if not self._lines:
            spans: list[Span] = [(face(self.style.face), clean(self.text))]
            if self.lead_in:
                spans.insert(0, (face(design.SEMIBOLD), clean(self.lead_in)))
            hyphenation = Hyphenation(pages.hyphens, is_rescue=not self.style.hyphenate)
            self._lines = break_lines(spans, self.style.size, pages.width, hyphenation)
        return self._lines


@dataclass
class Heading:
    """A heading of level 1 to 4; with a key it is a bookmark too, and contents can lead to it.

    `look` replaces the style of its level.
    """

    text: str
    level: int = 2
    key: str = ""
    opens_page: bool = False
    look: Style | None = None
    keeps_next: bool = True

    @property
    def style(self) -> Style:
        return self.look or design.HEADINGS[self.level]

    @property
    def before(self) -> float:
        return self.style.before

    @property
    def after(self) -> float:
        return self.style.after

    def lead(self, pages: Pages) -> float:
        return PAGE_ROOM if self.opens_page else self.style.leading * len(self._set(pages))

    def pour(self, pages: Pages) -> None:
        open_heading(pages, self.level, self.text, self.key)
        pour_lines(pages, self._set(pages), self.style, pages.canvas.structure.add(f"H{self.level}"))

    def _set(self, pages: Pages) -> list[Line]:
        return set_text(self.text, self.style, pages.width, pages.hyphens)


def open_heading(pages: Pages, level: int, text: str, key: str) -> None:
    """Open the section a heading heads, and let its bookmark lead there."""
    pages.canvas.structure.open_section(level)
    if key:
        pages.canvas.place(key, pages.y + 12)
        pages.canvas.addOutlineEntry(clean_line(text) or "–", key, 0)


@dataclass
class Bullets:
    """A list of short texts, with bullets or numbers."""

    texts: Sequence[str]
    style: Style = design.BODY
    is_numbered: bool = False
    keeps_next: bool = False
    before: float = 0.0
    after: float = 8.0

    def lead(self, pages: Pages) -> float:
        """All of a list that keeps what follows: half of it would stand apart from that."""
        if not self.keeps_next:
            return self.style.leading * WIDOWS
        width = pages.width - (NUMBER_INDENT if self.is_numbered else BULLET_INDENT)
        return sum(
            len(set_text(text, self.style, width, pages.hyphens)) * self.style.leading + 3 for text in self.texts
        )

    def pour(self, pages: Pages) -> None:
        canvas = pages.canvas
        kind, indent = ("Decimal", NUMBER_INDENT) if self.is_numbered else ("Disc", BULLET_INDENT)
        list_ = canvas.structure.add("L", f"/A<</O/List/ListNumbering/{kind}>>")
        for n, text in enumerate(self.texts, 1):
            item = canvas.structure.add("LI", parent=list_)
            lines = set_text(text, self.style, pages.width - indent, pages.hyphens)
            if pages.room < self.style.leading * min(len(lines), WIDOWS):
                pages.break_page()
            with canvas.tagged(canvas.structure.add("Lbl", parent=item)):
                label = set_text(f"{n}." if self.is_numbered else "•", self.style, indent)
                canvas.text(label, pages.left + 2, baseline(pages.y, self.style), self.style)
            pour_lines(pages, lines, self.style, canvas.structure.add("LBody", parent=item), indent)
            pages.down(3)
