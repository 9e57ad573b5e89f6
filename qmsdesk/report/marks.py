"""The marks of a first page: the organisation's logo and the standing of the report."""

from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.logos import Logo
from qmsdesk.report.pages import Pages
from qmsdesk.report.paragraphs import one_line
from qmsdesk.report.tags import text_string
from qmsdesk.report.text import clean_line

PILL_ROOM = 220.0


def draw_logo(pages: Pages, logo: Logo, alt: str, x: float, y: float, width: float, height: float) -> None:
    """The logo in the middle of a box from its lower left corner."""
    canvas, (across, up) = pages.canvas, logo.within(width, height)
    left, foot = x + (width - across) / 2, y + (height - up) / 2
    box = f"{left:.1f} {foot:.1f} {left + across:.1f} {foot + up:.1f}"
    layout = f"/Alt {text_string(clean_line(alt))}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
    with canvas.tagged(canvas.structure.add("Figure", layout)):
        canvas.picture("logo", logo.stream, left, foot, across, up)


def pill(pages: Pages, text: str, right: float, y: float) -> None:
    """A short status in capitals on a tinted ground, its right end at `right`."""
    canvas, style = pages.canvas, Style(9.5, 12, design.BOLD, design.DRAFT)
    line = one_line(text.upper(), style, PILL_ROOM)
    width = line.width * style.size / 1000
    with canvas.artifact():
        canvas.bar(right - width - 18, y - 6, width + 18, 20, design.DRAFT_GROUND)
    with canvas.tagged(canvas.structure.add("P")):
        canvas.text([line], right - width - 9, y + 0.8, style)
