"""Names and what they stand for, side by side: facts of an audit, parts of a finding."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.pages import Pages
from qmsdesk.report.paragraphs import WIDOWS, baseline, pour_lines, set_text
from qmsdesk.report.text import Line

GUTTER = 14.0


@dataclass
class Grid:
    """Pairs of a name and a text, the names in a column of their own."""

    pairs: Sequence[tuple[str, str]]
    name_width: float = 118.0
    gap: float = 5.0
    name_style: Style = design.LABEL
    style: Style = design.FIELD
    keeps_next: bool = False
    before: float = 0.0
    after: float = 8.0
    _set: list[tuple[list[Line], list[Line]]] = field(default_factory=list, repr=False)

    def height(self, pages: Pages) -> float:
        return sum(self._height(*pair) + self.gap for pair in self._lines(pages))

    def lead(self, pages: Pages) -> float:
        pairs = self._lines(pages)
        return self.style.leading * min(len(pairs[0][1]), WIDOWS + 1) if pairs else 0.0

    def pour(self, pages: Pages) -> None:
        structure = pages.canvas.structure
        list_ = structure.add("L")
        for names, lines in self._lines(pages):
            if pages.room < min(self._height(names, lines), max(len(names), WIDOWS) * self.style.leading):
                pages.break_page()
            item = structure.add("LI", parent=list_)
            y, canvas = pages.y, pages.canvas
            with canvas.tagged(structure.add("Lbl", parent=item)):
                canvas.text(names, pages.left, baseline(y, self.name_style), self.name_style)
            page = canvas.page_number
            pour_lines(pages, lines, self.style, structure.add("LBody", parent=item), self.name_width + GUTTER)
            if page == canvas.page_number:
                pages.down(max(len(names) * self.name_style.leading - (y - pages.y), 0.0))
            pages.down(self.gap)
        self._set = []  # hundreds of pages of set lines would wait for the end of the report

    def _height(self, names: list[Line], lines: list[Line]) -> float:
        return max(len(names) * self.name_style.leading, len(lines) * self.style.leading)

    def _lines(self, pages: Pages) -> list[tuple[list[Line], list[Line]]]:
        if not self._set:
            width = pages.width - self.name_width - GUTTER
            self._set = [
                (
                    set_text(name, self.name_style, self.name_width, pages.hyphens),
                    set_text(text, self.style, width, pages.hyphens),
                )
                for name, text in self.pairs
            ]
        return self._set
