"""The first page: whose day it was, what kind, when, and where to find what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qmsdesk.report import design, palettes, symbols
from qmsdesk.report.contents import ENTRY, Contents
from qmsdesk.report.design import Style
from qmsdesk.report.logos import Logo
from qmsdesk.report.marks import draw_logo, pill, pill_width
from qmsdesk.report.pages import Pages
from qmsdesk.report.palettes import STANDARD, Palette
from qmsdesk.report.paragraphs import Heading, baseline, one_line, open_heading, set_text
from qmsdesk.report.text import Line

BAND_LEAST = 396.0
BAND_MOST = 470.0
TITLE_SIZES = (40.0, 34.0, 28.0, 22.0, 18.0)
TITLE_ROOM = 190.0
OWNER = Style(12.5, 16, design.SEMIBOLD, design.ON_DEEP)
KIND = Style(15, 20, design.SEMIBOLD)
UNDER = Style(14, 20)
FACT_NAME = Style(9, 12, design.SEMIBOLD, design.MUTED)
FACT = Style(11, 15)
FACTS_WIDTH = 170.0
CONTENTS_LEFT = 214.0
MOTIF = ((508, 690, 150), (568, 520, 104), (452, 470, 46), (516, 572, 19))
LOGO_WIDTH, LOGO_HEIGHT, LOGO_AIR = 132.0, 58.0, 14.0
BELOW_PILL = 30.0
BLEED = 2.0


@dataclass
class Cover:
    """The whole first page, contents included."""

    owner: str
    kind: str
    title: str
    under: Sequence[str]
    status: str
    facts: Sequence[tuple[str, str]]
    contents_title: str
    headings: Sequence[Heading]
    notice: str
    palette: Palette = STANDARD
    logo: Logo | None = None
    logo_alt: str = ""
    keeps_next: bool = False
    before: float = 0.0
    after: float = 0.0

    def lead(self, pages: Pages) -> float:  # noqa: ARG002
        return 0.0

    def pour(self, pages: Pages) -> None:
        title, style = self._fitted_title()
        band = min(max(BAND_LEAST, 210 + len(title) * style.leading + len(self.under) * UNDER.leading), BAND_MOST)
        floor = design.PAGE_HEIGHT - band
        self._ground(pages, floor)
        self._owner(pages, self._logo(pages))
        self._titles(pages, floor, title, style)
        top = floor - 40
        self._facts(pages, top)
        self._contents(pages, top)
        self._notice(pages)
        pages.break_page()

    def _fitted_title(self) -> tuple[list[Line], Style]:
        """The largest type that keeps the title within its room; the longest titles are cut."""
        for size in TITLE_SIZES:
            style = Style(size, size * 1.12, design.BOLD, design.ON_DEEP)
            lines = set_text(self.title, style, design.TEXT_WIDTH - 40)
            if len(lines) * style.leading <= TITLE_ROOM and all(_is_whole(line, self.title) for line in lines):
                return lines, style
        return lines[: int(TITLE_ROOM // style.leading)], style

    def _ground(self, pages: Pages, floor: float) -> None:
        canvas = pages.canvas
        with canvas.artifact():
            width, height = design.PAGE_WIDTH + 2 * BLEED, design.PAGE_HEIGHT + BLEED - floor
            canvas.bar(-BLEED, floor, width, height, self.palette.deep)
            for (x, y, radius), colour in zip(MOTIF, (*self.palette.motif, self.palette.tint), strict=True):
                canvas.shape(symbols.points("diamond", x, max(y, floor + radius), radius / 1.08), colour)
            canvas.bar(-BLEED, floor - 5, width, 5, self.palette.bright)

    def _logo(self, pages: Pages) -> float:
        """The logo on a white tab that hangs from the edge of the page; gives the width it takes of the line."""
        if self.logo is None:
            return 0.0
        width, height = self.logo.within(LOGO_WIDTH, LOGO_HEIGHT)
        x, y = design.LEFT, design.PAGE_HEIGHT - 38 - LOGO_HEIGHT
        with pages.canvas.artifact():
            tab = y - LOGO_AIR, width + 2 * LOGO_AIR, design.PAGE_HEIGHT + BLEED - y + LOGO_AIR
            pages.canvas.bar(x - LOGO_AIR, *tab, palettes.WHITE)
        draw_logo(pages, self.logo, self.logo_alt, x, y + (LOGO_HEIGHT - height) / 2, width, height)
        return width + 2 * LOGO_AIR

    def _owner(self, pages: Pages, indent: float) -> None:
        """Who owns the report and how it stands: side by side, one below the other beside a logo."""
        canvas, y = pages.canvas, design.PAGE_HEIGHT - 72
        beside = 0.0 if indent else pill_width(self.status) + LOGO_AIR
        with canvas.tagged(canvas.structure.add("P")):
            line = one_line(self.owner, OWNER, design.TEXT_WIDTH - indent - beside)
            canvas.text([line], design.LEFT + indent, y - (BELOW_PILL if indent else 0), OWNER)
        if self.status:
            pill(pages, self.status, design.PAGE_WIDTH - design.RIGHT, y - 1)

    def _titles(self, pages: Pages, floor: float, title: list[Line], style: Style) -> None:
        canvas, left = pages.canvas, design.LEFT
        y = floor + 44 + (len(self.under) - 1) * UNDER.leading
        title_y = y + UNDER.leading + 14 + (len(title) - 1) * style.leading
        with canvas.tagged(canvas.structure.add("P")):
            kind = replace(KIND, colour=self.palette.tint)
            canvas.text([one_line(self.kind, kind, design.TEXT_WIDTH)], left, title_y + style.size + 12, kind)
        pages.y = title_y + style.size
        open_heading(pages, 1, self.title, "title")
        with canvas.tagged(canvas.structure.add("H1")):
            canvas.text(title, left, title_y, style)
        under = replace(UNDER, colour=self.palette.on_deep)
        for n, text in enumerate(self.under):
            with canvas.tagged(canvas.structure.add("P")):
                canvas.text([one_line(text, under, design.TEXT_WIDTH)], left, y - n * under.leading, under)

    def _facts(self, pages: Pages, top: float) -> None:
        canvas = pages.canvas
        list_ = canvas.structure.add("L")
        for name, text in self.facts:
            item = canvas.structure.add("LI", parent=list_)
            with canvas.tagged(canvas.structure.add("Lbl", parent=item)):
                canvas.text([one_line(name, FACT_NAME, FACTS_WIDTH)], design.LEFT, baseline(top, FACT_NAME), FACT_NAME)
            lines = set_text(text, FACT, FACTS_WIDTH)
            shown = lines if len(lines) < 3 else [lines[0], one_line(text.split("\n")[-1], FACT, FACTS_WIDTH)]
            with canvas.tagged(canvas.structure.add("LBody", parent=item)):
                canvas.text(shown, design.LEFT, baseline(top - FACT_NAME.leading, FACT), FACT)
            top -= FACT_NAME.leading + FACT.leading * len(shown) + 9

    def _contents(self, pages: Pages, top: float) -> None:
        canvas = pages.canvas
        with pages.column(CONTENTS_LEFT):
            with canvas.tagged(canvas.structure.add("P")):
                title = one_line(self.contents_title, FACT_NAME, pages.width)
                canvas.text([title], pages.left, baseline(top, FACT_NAME), FACT_NAME)
            pages.y = top - FACT_NAME.leading - 4
            leading = min((pages.y - design.BOTTOM) / max(len(self.headings), 1) - 0.1, ENTRY.leading)
            Contents(self.headings, leading).pour(pages)

    def _notice(self, pages: Pages) -> None:
        canvas, style = pages.canvas, design.SMALL
        lines = set_text(self.notice, style, FACTS_WIDTH)
        with canvas.tagged(canvas.structure.add("P")):
            canvas.text(lines, design.LEFT, design.BOTTOM + 4 + (len(lines) - 1) * style.leading, style)


def _is_whole(line: Line, title: str) -> bool:
    """Whether a line ends where a word of the title ends."""
    words = title.split()
    return not line.runs or "".join(text for _, text in line.runs).split()[-1] in words
