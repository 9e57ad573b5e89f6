"""The head of a short report: what a cover says, on the upper part of its first page."""

from dataclasses import dataclass, replace

from qmsdesk.report import design
from qmsdesk.report.covers import BLEED, Cover
from qmsdesk.report.design import Style
from qmsdesk.report.marks import draw_logo, pill
from qmsdesk.report.pages import Pages
from qmsdesk.report.paragraphs import baseline, one_line, open_heading, pour_lines, set_text

BAR = 10.0
OWNER = Style(10.5, 14, design.SEMIBOLD, design.MUTED)
KIND = Style(12.5, 17, design.SEMIBOLD)
TITLE = Style(26, 30, design.BOLD)
UNDER = Style(12, 17, colour=design.MUTED)
FACTS = Style(9.5, 13.5, colour=design.MUTED)
TITLE_LINES = 4
LOGO_WIDTH, LOGO_HEIGHT = 124.0, 46.0
OWNER_ROOM = 300.0
DOT = "\u00a0· "  # no line begins with it


@dataclass
class Masthead:
    """A cover without its page: the report begins below it."""

    cover: Cover
    keeps_next: bool = False
    before: float = 0.0
    after: float = 18.0

    def lead(self, pages: Pages) -> float:  # noqa: ARG002
        return 0.0

    def pour(self, pages: Pages) -> None:
        self._head(pages)
        self._title(pages)
        said = DOT.join(part for part in self.cover.under if part.strip())
        self._line(pages, said, UNDER)
        pages.down(8)
        self._line(pages, DOT.join(f"{name}: {text}" for name, text in self.cover.facts if text.strip()), FACTS)
        self._line(pages, self.cover.notice, FACTS)
        pages.down(10)
        with pages.canvas.artifact():
            pages.canvas.bar(pages.left, pages.y, pages.width, 1.6, self.cover.palette.bright)

    def _head(self, pages: Pages) -> None:
        canvas, cover = pages.canvas, self.cover
        right, foot = design.PAGE_WIDTH - design.RIGHT, design.PAGE_HEIGHT - 34 - LOGO_HEIGHT
        with canvas.artifact():
            top = design.PAGE_HEIGHT - BAR
            canvas.bar(-BLEED, top, design.PAGE_WIDTH + 2 * BLEED, BAR + BLEED, cover.palette.bright)
        with canvas.tagged(canvas.structure.add("P")):
            line = one_line(cover.owner, OWNER, OWNER_ROOM)
            canvas.text([line], pages.left, design.PAGE_HEIGHT - 52, OWNER)
        if cover.logo:
            width, height = cover.logo.within(LOGO_WIDTH, LOGO_HEIGHT)
            place = right - width, foot + (LOGO_HEIGHT - height) / 2
            draw_logo(pages, cover.logo, cover.logo_alt, *place, width, height)
        pages.y = foot - 6

    def _title(self, pages: Pages) -> None:
        canvas, cover = pages.canvas, self.cover
        kind = replace(KIND, colour=cover.palette.accent)
        if cover.status:
            pill(pages, cover.status, pages.left + pages.width, baseline(pages.y, kind))
        self._line(pages, cover.kind, kind)
        pages.down(2)
        open_heading(pages, 1, cover.title, "title")
        lines = set_text(cover.title, TITLE, pages.width, pages.hyphens)[:TITLE_LINES]
        pour_lines(pages, lines, TITLE, canvas.structure.add("H1"))
        pages.down(3)

    def _line(self, pages: Pages, text: str, style: Style) -> None:
        if text.strip():
            lines = set_text(text, style, pages.width, pages.hyphens)[:TITLE_LINES]
            pour_lines(pages, lines, style, pages.canvas.structure.add("P"))
