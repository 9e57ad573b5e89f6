"""Figures: a drawing with its text alternative and caption."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from qmsdesk.report import design
from qmsdesk.report.canvas import Canvas
from qmsdesk.report.design import Style
from qmsdesk.report.drawings import Chart, Drawing, Label, Polygon, Rectangle, Shape
from qmsdesk.report.fonts import face
from qmsdesk.report.pages import Block, Pages
from qmsdesk.report.paragraphs import Heading, one_line, pour_lines, set_text
from qmsdesk.report.tables import Column, Table
from qmsdesk.report.tags import text_string
from qmsdesk.report.text import Line, break_lines, clean_line

NAME_SHARE = 3.2
ELLIPSIS, ENDLESS = "…", 1e6
BEFORE = {"left": 0.0, "middle": 0.5, "right": 1.0}
"""How much of a text stands before the place it is drawn at."""


@dataclass
class Figure:
    """A drawing made for the width there is; `alt` says in words all that it shows."""

    draw: Callable[[float], Drawing]
    alt: str
    caption: str = ""
    keeps_next: bool = False
    before: float = 8.0
    after: float = 12.0

    def lead(self, pages: Pages) -> float:
        return self.draw(pages.width).height + (24.0 if self.caption else 0.0)

    def pour(self, pages: Pages) -> None:
        drawing = self.draw(pages.width)
        canvas, x, y = pages.canvas, pages.left, pages.y - drawing.height
        box = f"{x:.1f} {y:.1f} {x + drawing.width:.1f} {pages.y:.1f}"
        layout = f"/Alt {text_string(self.alt)}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        with canvas.tagged(canvas.structure.add("Figure", layout)):
            for shape in drawing.shapes:
                _paint(canvas, shape, x, y)
        pages.down(drawing.height)
        if self.caption:
            pages.down(6)
            lines = set_text(self.caption, design.CAPTION, pages.width)
            pour_lines(pages, lines, design.CAPTION, canvas.structure.add("Caption"))


def chart_blocks(chart: Chart, caption: str = "") -> list[Block]:
    """A chart under its heading, and the table that says the same."""
    first, *others = chart.titles
    columns = [Column(first, NAME_SHARE), *(Column(title, 1, is_number=True) for title in others)]
    return [
        Heading(chart.name, 3),
        Figure(chart.draw, chart.alt, caption),
        Table(columns, chart.rows),
    ]


def _paint(canvas: Canvas, shape: Shape, x: float, y: float) -> None:
    if isinstance(shape, Rectangle):
        canvas.bar(x + shape.x, y + shape.y, shape.width, shape.height, shape.colour)
    elif isinstance(shape, Polygon):
        canvas.shape([(x + px, y + py) for px, py in shape.corners], shape.colour)
    elif isinstance(shape, Label):
        style = Style(shape.size, shape.size, design.SEMIBOLD if shape.is_strong else design.REGULAR, shape.colour)
        line = _fitted(shape.text, style, shape.room)
        left = shape.x - line.width * shape.size / 1000 * BEFORE[shape.align]
        canvas.text([line], x + left, y + shape.y, style)
    else:
        (x1, y1), (x2, y2) = shape.start, shape.end
        canvas.stroke((x + x1, y + y1), (x + x2, y + y2), shape.colour, shape.weight)


def _fitted(text: str, style: Style, room: float) -> Line:
    """On one line, cut between letters where it must be: of a long name as much is seen as there is room for."""
    line = one_line(text, style, room)
    if not (line.runs and line.runs[-1][1].endswith(ELLIPSIS)):
        return line
    type_face, whole = face(style.face), clean_line(text)
    end = type_face.width(ELLIPSIS)

    def beginning(count: int) -> Line:
        return break_lines([(type_face, whole[:count].rstrip())], style.size, ENDLESS)[0]

    most = room * 1000 / style.size - end
    head = beginning(bisect_right(range(1, len(whole) + 1), most, key=lambda count: beginning(count).width))
    said = f"{head.said}{ELLIPSIS}" if head.said else ""
    return Line(head.width + end, (*head.runs, (type_face, ELLIPSIS)), said)
