"""The table of contents: entries that lead to their headings, page numbers filled in at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.fonts import face
from qmsdesk.report.pages import Pages
from qmsdesk.report.paragraphs import Heading, baseline, one_line
from qmsdesk.report.tags import Element
from qmsdesk.report.text import Line

ENTRY = Style(10.5, 19)
NUMBER = Style(10.5, 19, colour=design.MUTED)
NUMBER_ROOM = 28.0


@dataclass
class Contents:
    """One line for each heading that has a key."""

    headings: Sequence[Heading]
    leading: float = ENTRY.leading
    keeps_next: bool = False
    before: float = 0.0
    after: float = 12.0

    def lead(self, pages: Pages) -> float:  # noqa: ARG002
        return self.leading * len(self.headings)

    def pour(self, pages: Pages) -> None:
        toc = pages.canvas.structure.add("TOC")
        for heading in self.headings:
            if pages.room < self.leading:
                pages.break_page()
            structure = pages.canvas.structure
            item = structure.add("TOCI", parent=toc)
            self._entry(pages, heading, structure.add("Reference", parent=item))
            pages.down(self.leading)

    def _entry(self, pages: Pages, heading: Heading, reference: Element) -> None:
        canvas, y = pages.canvas, baseline(pages.y, replace(ENTRY, leading=self.leading))
        link = canvas.structure.add("Link", parent=reference)
        line = one_line(heading.text, ENTRY, pages.width - NUMBER_ROOM)
        line = line._replace(runs=(*line.runs, (face(ENTRY.face), " ")))  # between title and number, read aloud
        with canvas.artifact():
            canvas.rule(pages.left, pages.y - self.leading, pages.width, design.FAINT_RULE)
        with canvas.tagged(link):
            canvas.text([line], pages.left, y, ENTRY)
            canvas.late_text(lambda: _number(canvas.page_of(heading.key)), pages.left + pages.width, y, NUMBER, True)
        box = (pages.left, pages.y - self.leading, pages.left + pages.width, pages.y)
        canvas.link(link, heading.key, box, heading.text)


def _number(page: int) -> Line:
    figure = face(NUMBER.face)
    return Line(figure.width(str(page)), ((figure, str(page)),))
