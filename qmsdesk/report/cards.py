"""Cards: a few blocks held together by a coloured edge, such as one finding."""

from collections.abc import Sequence
from dataclasses import dataclass

from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.grids import Grid
from qmsdesk.report.pages import PAGE_ROOM, Pages
from qmsdesk.report.paragraphs import baseline, open_heading, pour_lines, set_text
from qmsdesk.report.text import Line

INDENT = 16.0
EDGE = 3.0
WHOLE_UP_TO = PAGE_ROOM * 0.4
AIR = 3.0


@dataclass
class Card:
    """A finding as the reader meets it: what kind, its title, and its parts."""

    kind: str
    title: str
    colour: str
    symbol: str
    parts: Sequence[tuple[str, str]]
    level: int = 3
    keeps_next: bool = False
    before: float = 18.0
    after: float = 18.0

    def __post_init__(self) -> None:
        self._grid = Grid(self.parts, name_width=92, after=0.0)
        self._kind = Style(9.5, 14, design.SEMIBOLD, self.colour)
        self._titled: tuple[float, list[Line]] = 0.0, []

    def lead(self, pages: Pages) -> float:
        with pages.column(INDENT):
            head = len(self._title(pages)) * design.ITEM.leading + design.ITEM.after + self._kind.leading + 2 * AIR
            body = self._grid.height(pages)
            return head + (body if head + body <= WHOLE_UP_TO else self._grid.lead(pages))

    def pour(self, pages: Pages) -> None:
        self._top = pages.y
        with pages.watched(lambda: self._edge(pages)), pages.column(INDENT):
            pages.down(AIR)
            self._head(pages)
            if self.parts:
                pages.down(design.ITEM.after)
                self._grid.pour(pages)
                pages.down(-self._grid.gap)
            pages.down(AIR)
        self._edge(pages)
        self._titled = 0.0, []  # see `Grid.pour`

    def _head(self, pages: Pages) -> None:
        canvas = pages.canvas
        open_heading(pages, self.level, self.title, "")
        y = baseline(pages.y, self._kind)
        with canvas.artifact():
            canvas.symbol(self.symbol, pages.left + 5, y + 3.1, 4.4, self.colour)
        with canvas.tagged(canvas.structure.add("P")):
            canvas.text(set_text(self.kind, self._kind, pages.width - 15), pages.left + 15, y, self._kind)
        pages.down(self._kind.leading)
        pour_lines(pages, self._title(pages), design.ITEM, canvas.structure.add(f"H{self.level}"))

    def _title(self, pages: Pages) -> list[Line]:
        """Set once, whether only its height is asked for or it is drawn."""
        if self._titled[0] != pages.width:
            self._titled = pages.width, set_text(self.title, design.ITEM, pages.width, pages.hyphens)
        return self._titled[1]

    def _edge(self, pages: Pages) -> None:
        """The edge of this page's piece of the card."""
        left = pages.left - INDENT if pages.width < design.TEXT_WIDTH else pages.left
        if self._top > pages.y:
            with pages.canvas.artifact():
                pages.canvas.bar(left, pages.y, EDGE, self._top - pages.y, self.colour)
        self._top = design.PAGE_HEIGHT - design.TOP


@dataclass
class Callout:
    """A short text on a tinted ground that must not be overlooked."""

    text: str
    colour: str = design.ACCENT
    ground: str = design.GROUND
    style: Style = design.FIELD
    keeps_next: bool = False
    before: float = 6.0
    after: float = 14.0

    def lead(self, pages: Pages) -> float:
        return len(self._lines(pages)) * self.style.leading + 20

    def pour(self, pages: Pages) -> None:
        lines, canvas = self._lines(pages), pages.canvas
        height = len(lines) * self.style.leading + 20
        with canvas.artifact():
            canvas.bar(pages.left, pages.y - height, pages.width, height, self.ground)
            canvas.bar(pages.left, pages.y - height, EDGE, height, self.colour)
        with canvas.tagged(canvas.structure.add("P")):
            canvas.text(lines, pages.left + INDENT, baseline(pages.y - 10, self.style), self.style)
        pages.down(height)

    def _lines(self, pages: Pages) -> list[Line]:
        return set_text(self.text, self.style, pages.width - 2 * INDENT, pages.hyphens)
