"""Drawings, symbols and signatures as SVG that stands within a page of HTML."""

from collections.abc import Iterable, Sequence
from functools import singledispatch
from html import escape

from qmsdesk.domain.signatures import FIELD_HEIGHT, FIELD_WIDTH
from qmsdesk.report import design, symbols
from qmsdesk.report.design import Style
from qmsdesk.report.drawings import Drawing, Label, Polygon, Rectangle, Shape
from qmsdesk.report.drawings import Stroke as Rule
from qmsdesk.report.paragraphs import one_line
from qmsdesk.report.plain_text import plain_line

ANCHORS = {"left": "start", "middle": "middle", "right": "end"}
SYMBOL_SIZE = 1.2

Points = Iterable[tuple[float, float]]


def drawing_svg(drawing: Drawing, title: str, key: str) -> str:
    """A drawing as a picture with a text alternative; `key` is an id that no other picture of the page has."""
    shapes = "".join(_shape(shape, drawing.height) for shape in drawing.shapes)
    return _picture(drawing.width, drawing.height, title, key, shapes)


def signature_svg(strokes: Sequence[Sequence[tuple[int, int]]], title: str, key: str) -> str:
    """What a hand drew."""
    lines = "".join(f'<polyline points="{_points(_visible(stroke))}"/>' for stroke in strokes)
    return _picture(FIELD_WIDTH, FIELD_HEIGHT, title, key, f'<g class="pen">{lines}</g>')


def symbol_svg(name: str) -> str:
    """A symbol in the colour of the text beside it, which says the same."""
    outline = _points((x, -y) for x, y in symbols.points(name, 0, 0, 1))
    box = f"{-SYMBOL_SIZE} {-SYMBOL_SIZE} {2 * SYMBOL_SIZE} {2 * SYMBOL_SIZE}"
    return f'<svg class="sign" viewBox="{box}" aria-hidden="true"><polygon points="{outline}"/></svg>'


def _picture(width: float, height: float, title: str, key: str, content: str) -> str:
    box = f"0 0 {width:g} {height:g}"
    name = f'<title id="{key}">{escape(plain_line(title))}</title>'
    return f'<svg viewBox="{box}" role="img" aria-labelledby="{key}">{name}{content}</svg>'


@singledispatch
def _shape(shape: Shape, height: float) -> str:
    raise TypeError(f"no SVG for {type(shape).__name__}")


@_shape.register
def _(shape: Rectangle, height: float) -> str:
    y = height - shape.y - shape.height
    place = f'x="{shape.x:.4g}" y="{y:.4g}" width="{shape.width:.4g}" height="{shape.height:.4g}"'
    return f'<rect {place} fill="{shape.colour}"/>'


@_shape.register
def _(shape: Rule, height: float) -> str:
    (x1, y1), (x2, y2) = shape.start, shape.end
    place = f'x1="{x1:.4g}" y1="{height - y1:.4g}" x2="{x2:.4g}" y2="{height - y2:.4g}"'
    return f'<line {place} stroke="{shape.colour}" stroke-width="{shape.weight:g}"/>'


@_shape.register
def _(shape: Polygon, height: float) -> str:
    return f'<polygon points="{_points((x, height - y) for x, y in shape.corners)}" fill="{shape.colour}"/>'


@_shape.register
def _(shape: Label, height: float) -> str:
    """Text keeps the width it has on paper, whatever the reader's own letters are."""
    style = Style(shape.size, shape.size, design.SEMIBOLD if shape.is_strong else design.REGULAR)
    line = one_line(shape.text, style, shape.room)
    text = escape(plain_line("".join(text for _, text in line.runs)))
    if not text:
        return ""
    place = f'x="{shape.x:.4g}" y="{height - shape.y:.4g}" text-anchor="{ANCHORS[shape.align]}"'
    look = f'font-size="{shape.size:g}" fill="{shape.colour}"' + (' font-weight="600"' if shape.is_strong else "")
    fit = f'textLength="{line.width * shape.size / 1000:.4g}" lengthAdjust="spacingAndGlyphs"'
    return f"<text {place} {look} {fit}>{text}</text>"


def _points(corners: Points) -> str:
    return " ".join(f"{x:.4g},{y:.4g}" for x, y in corners)


def _visible(stroke: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """A dot is a line of no length, which some draw and some do not."""
    return stroke if len(stroke) > 1 else [stroke[0], (stroke[0][0] + 1, stroke[0][1])]
