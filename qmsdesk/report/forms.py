"""Blocks that a hand fills in: questions with boxes to tick, and lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qmsdesk.report import design
from qmsdesk.report.canvas import Canvas
from qmsdesk.report.design import Style
from qmsdesk.report.pages import PAGE_ROOM, Pages
from qmsdesk.report.paragraphs import baseline, one_line, open_heading, pour_lines, set_text
from qmsdesk.report.text import Line

INDENT = 34.0
LINE = 18.0
PEN = "#9aa6a8"
BOX = 10.0
BOX_ROW = 21.0
BOX_GAP = 15.0
ASKED = Style(11.5, 15.5, design.SEMIBOLD)
NUMBER = Style(11.5, 15.5, design.SEMIBOLD, design.ACCENT)
INITIALS = Style(9.5, 13, design.BOLD, design.ACCENT)
HINT = Style(9.5, 12.5, colour=design.MUTED, hyphenate=True)
TICK = Style(9.5, 12)


@dataclass
class AskedQuestion:
    """One question as it is asked, the answers there are to tick, and room to write."""

    number: str
    text: str
    hints: Sequence[str]
    answers: Sequence[str]
    initials: str = ""
    lines: int = 3
    level: int = 3
    keeps_next: bool = False
    before: float = 12.0
    after: float = 12.0
    _set: list[tuple[Style, list[Line]]] = field(default_factory=list, repr=False)

    def lead(self, pages: Pages) -> float:
        words = sum(len(lines) * style.leading for style, lines in self._parts(pages)) + 4
        whole = words + self._box_rows(pages) * BOX_ROW + self.lines * LINE
        return whole if whole <= PAGE_ROOM else words

    def pour(self, pages: Pages) -> None:
        structure, canvas = pages.canvas.structure, pages.canvas
        (style, asked), *hints = self._parts(pages)
        open_heading(pages, self.level, self.text, "")
        heading = structure.add(f"H{self.level}")
        with canvas.tagged(heading):
            line = one_line(self.number, NUMBER, INDENT)
            canvas.text([line], pages.left, baseline(pages.y, NUMBER), NUMBER)
        if self.initials:
            with canvas.tagged(structure.add("P")):
                line = one_line(self.initials, INITIALS, INDENT - 4)
                canvas.text([line], pages.left, baseline(pages.y - NUMBER.leading, INITIALS), INITIALS)
        pour_lines(pages, asked, style, heading, INDENT)
        pages.down(2)
        for hint_style, lines in hints:
            pour_lines(pages, lines, hint_style, structure.add("P"), INDENT)
        pages.down(2)
        self._pour_boxes(pages)
        rule_lines(pages, self.lines, INDENT)
        self._set = []

    def _parts(self, pages: Pages) -> list[tuple[Style, list[Line]]]:
        if not self._set:
            texts = ((ASKED, self.text), *((HINT, hint) for hint in self.hints))
            width = pages.width - INDENT
            self._set = [(style, set_text(text, style, width, pages.hyphens)) for style, text in texts]
        return self._set

    def _boxes(self, pages: Pages) -> list[tuple[int, float, Line]]:
        """Row, place and name of each box; they go on below where one line has no room for all."""
        row, x, placed = 0, 0.0, []
        room = pages.width - INDENT
        for answer in self.answers:
            name = one_line(answer, TICK, room - BOX - 5)
            width = BOX + 5 + name.width * TICK.size / 1000
            if x and x + width > room:
                row, x = row + 1, 0.0
            placed.append((row, x, name))
            x += width + BOX_GAP
        return placed

    def _box_rows(self, pages: Pages) -> int:
        return max((row for row, _, _ in self._boxes(pages)), default=-1) + 1

    def _pour_boxes(self, pages: Pages) -> None:
        canvas, structure = pages.canvas, pages.canvas.structure
        if pages.room < self._box_rows(pages) * BOX_ROW:
            pages.break_page()
        list_, top = structure.add("L"), pages.y
        for row, across, name in self._boxes(pages):
            x, y = pages.left + INDENT + across, top - row * BOX_ROW - BOX_ROW / 2
            with canvas.artifact():
                tick_box(canvas, x, y - BOX / 2)
            with canvas.tagged(structure.add("LBody", parent=structure.add("LI", parent=list_))):
                canvas.text([name], x + BOX + 5, baseline(y + TICK.leading / 2, TICK), TICK)
        pages.down(self._box_rows(pages) * BOX_ROW)


@dataclass
class WritingRoom:
    """Lines to write on; `fills_page` goes on to the foot of the page."""

    lines: int
    fills_page: bool = False
    keeps_next: bool = False
    before: float = 4.0
    after: float = 10.0

    def lead(self, pages: Pages) -> float:  # noqa: ARG002
        return self.lines * LINE

    def pour(self, pages: Pages) -> None:
        rule_lines(pages, max(self.lines, int(pages.room // LINE)) if self.fills_page else self.lines)


@dataclass
class Blanks:
    """Names with a line after each to write on, side by side."""

    names: Sequence[str]
    keeps_next: bool = False
    before: float = 10.0
    after: float = 10.0

    def lead(self, pages: Pages) -> float:  # noqa: ARG002
        return LINE + 4

    def pour(self, pages: Pages) -> None:
        canvas = pages.canvas
        width = (pages.width - INDENT * (len(self.names) - 1)) / len(self.names)
        pages.down(LINE)
        for n, name in enumerate(self.names):
            x = pages.left + n * (width + INDENT)
            line = one_line(name, design.LABEL, width / 2)
            taken = line.width * design.LABEL.size / 1000 + 8
            with canvas.tagged(canvas.structure.add("P")):
                canvas.text([line], x, pages.y + 2, design.LABEL)
            with canvas.artifact():
                canvas.rule(x + taken, pages.y, width - taken, PEN, 0.6)
        pages.down(4)


def rule_lines(pages: Pages, count: int, indent: float = 0.0) -> None:
    """Lines to write on, over as many pages as they take."""
    for _ in range(count):
        if pages.room < LINE:
            pages.break_page()
        pages.down(LINE)
        with pages.canvas.artifact():
            pages.canvas.rule(pages.left + indent, pages.y, pages.width - indent, PEN, 0.5)


def tick_box(canvas: Canvas, x: float, y: float) -> None:
    """An empty box from its lower left corner."""
    corners = ((x, y), (x + BOX, y), (x + BOX, y + BOX), (x, y + BOX), (x, y))
    for start, end in pairwise(corners):
        canvas.stroke(start, end, design.MUTED, 0.8)
