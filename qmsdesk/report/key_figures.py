"""Key figures: a few large numbers side by side, each with what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.pages import Pages
from qmsdesk.report.paragraphs import baseline, one_line, set_text
from qmsdesk.report.tags import Element
from qmsdesk.report.text import Line

NUMBER = Style(25, 30, design.BOLD, design.ACCENT)
NAME = Style(9.5, 12.5, colour=design.MUTED)
PAD, GAP = 12.0, 10.0


class KeyFigure(NamedTuple):
    number: str
    name: str


@dataclass
class KeyFigures:
    """In rows of `across`; a list to those who listen."""

    figures: Sequence[KeyFigure]
    across: int = 4
    keeps_next: bool = False
    before: float = 8.0
    after: float = 14.0

    def lead(self, pages: Pages) -> float:
        return self._high(self._names(pages, self.figures[: self.across]))

    def pour(self, pages: Pages) -> None:
        list_ = pages.canvas.structure.add("L")
        for start in range(0, len(self.figures), self.across):
            held = self.figures[start : start + self.across]
            names = self._names(pages, held)
            high = self._high(names)
            if pages.room < high:
                pages.break_page()
            for n, (figure, lines) in enumerate(zip(held, names, strict=True)):
                self._pour_one(pages, figure, lines, pages.left + n * (self._width(pages) + GAP), high, list_)
            pages.down(high)
            pages.down(GAP)
        pages.down(-GAP)

    def _pour_one(
        self, pages: Pages, figure: KeyFigure, lines: list[Line], x: float, high: float, list_: Element
    ) -> None:
        canvas, structure, width = pages.canvas, pages.canvas.structure, self._width(pages)
        item = structure.add("LI", parent=list_)
        with canvas.artifact():
            canvas.bar(x, pages.y - high, width, high, design.GROUND)
            canvas.bar(x, pages.y - 3, width, 3, design.ACCENT)
        body, top = structure.add("LBody", parent=item), pages.y - PAD
        with canvas.tagged(structure.add("P", parent=body)):
            canvas.text([one_line(figure.number, NUMBER, width - 2 * PAD)], x + PAD, baseline(top, NUMBER), NUMBER)
        with canvas.tagged(structure.add("P", parent=body)):
            canvas.text(lines, x + PAD, baseline(top - NUMBER.leading, NAME), NAME)

    def _names(self, pages: Pages, figures: Sequence[KeyFigure]) -> list[list[Line]]:
        return [set_text(figure.name, NAME, self._width(pages) - 2 * PAD, pages.hyphens) for figure in figures]

    def _high(self, names: list[list[Line]]) -> float:
        return 2 * PAD + NUMBER.leading + NAME.leading * max((len(lines) for lines in names), default=0)

    def _width(self, pages: Pages) -> float:
        return (pages.width - GAP * (self.across - 1)) / self.across
