"""The marks of a first page: the organisation's logo and the standing of the report."""

from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.logos import Logo
from qmsdesk.report.pages import Pages
from qmsdesk.report.paragraphs import one_line
from qmsdesk.report.tags import text_string
from qmsdesk.report.text import clean_line

PILL = Style(9.5, 12, design.BOLD, design.DRAFT)
PILL_ROOM, PILL_AIR = 220.0, 9.0


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
    canvas, width = pages.canvas, pill_width(text)
    with canvas.artifact():
        canvas.bar(right - width, y - 6, width, 20, design.DRAFT_GROUND)
    with canvas.tagged(canvas.structure.add("P")):
        canvas.text([one_line(text.upper(), PILL, PILL_ROOM)], right - width + PILL_AIR, y + 0.8, PILL)


def pill_width(text: str) -> float:
    """How wide it is drawn; nothing where there is nothing to say."""
    return one_line(text.upper(), PILL, PILL_ROOM).width * PILL.size / 1000 + 2 * PILL_AIR if text else 0.0
