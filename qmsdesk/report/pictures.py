"""Drawings and signatures as PNG, for files that take no shapes of ours."""

import zlib
from collections.abc import Sequence
from functools import cache, singledispatch
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from qmsdesk.domain.signatures import FIELD_HEIGHT, FIELD_WIDTH
from qmsdesk.paths import resource
from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.drawings import Drawing, Label, Polygon, Rectangle, Shape
from qmsdesk.report.drawings import Stroke as Rule
from qmsdesk.report.figures import BEFORE
from qmsdesk.report.fonts import FILES
from qmsdesk.report.logos import Logo
from qmsdesk.report.paragraphs import one_line

SCALE, FINER = 3, 2
"""Dots to a point of the picture, and how many times finer it is drawn than it is kept."""
SIGNATURE_SCALE, PEN, PEN_WIDTH = 2, "#14284b", 9


def drawing_png(drawing: Drawing) -> bytes:
    """A drawing on white, three dots to a point."""
    dots = SCALE * FINER
    picture = Image.new("RGB", (round(drawing.width * dots), round(drawing.height * dots)), "white")
    pen = _Pen(ImageDraw.Draw(picture), drawing.height)
    for shape in drawing.shapes:
        _paint(shape, pen)
    return _png(picture, FINER)


def signature_png(strokes: Sequence[Sequence[tuple[int, int]]]) -> bytes:
    """What a hand drew, on white."""
    size = (FIELD_WIDTH * SIGNATURE_SCALE, FIELD_HEIGHT * SIGNATURE_SCALE)
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    for stroke in strokes:
        points = [(x * SIGNATURE_SCALE, y * SIGNATURE_SCALE) for x, y in stroke]
        draw.line(points, PEN, PEN_WIDTH * SIGNATURE_SCALE, joint="curve")
        for x, y in (points[0], points[-1]):
            draw.circle((x, y), PEN_WIDTH * SIGNATURE_SCALE / 2, PEN)
    return _png(picture, SIGNATURE_SCALE)


def logo_png(logo: Logo) -> bytes:
    """The organisation's logo as it is printed."""
    return _png(Image.frombytes("RGB", (logo.width, logo.height), zlib.decompress(logo.packed)))


def _png(picture: Image.Image, shrunk: int = 1) -> bytes:
    sink = BytesIO()
    picture.reduce(shrunk).save(sink, "PNG", optimize=True)
    return sink.getvalue()


class _Pen:
    """Draws in points with y upwards, as drawings have it."""

    def __init__(self, draw: ImageDraw.ImageDraw, height: float) -> None:
        self.draw = draw
        self._height = height

    def place(self, x: float, y: float) -> tuple[float, float]:
        return x * SCALE * FINER, (self._height - y) * SCALE * FINER


@singledispatch
def _paint(shape: Shape, pen: _Pen) -> None:
    raise TypeError(f"no picture for {type(shape).__name__}")


@_paint.register
def _(shape: Rectangle, pen: _Pen) -> None:
    (left, foot), (right, top) = pen.place(shape.x, shape.y), pen.place(shape.x + shape.width, shape.y + shape.height)
    pen.draw.rectangle((left, top, max(right - 1, left), max(foot - 1, top)), shape.colour)


@_paint.register
def _(shape: Rule, pen: _Pen) -> None:
    pen.draw.line((pen.place(*shape.start), pen.place(*shape.end)), shape.colour, round(shape.weight * SCALE * FINER))


@_paint.register
def _(shape: Polygon, pen: _Pen) -> None:
    pen.draw.polygon([pen.place(*corner) for corner in shape.corners], shape.colour)


@_paint.register
def _(shape: Label, pen: _Pen) -> None:
    style = Style(shape.size, shape.size, design.SEMIBOLD if shape.is_strong else design.REGULAR)
    line = one_line(shape.text, style, shape.room)
    x = shape.x - line.width * shape.size / 1000 * BEFORE[shape.align]
    for face, text in line.runs:
        pen.draw.text(pen.place(x, shape.y), text, shape.colour, _font(face.name, shape.size), anchor="ls")
        x += face.width(text) * shape.size / 1000


@cache
def _font(name: str, size: float) -> ImageFont.FreeTypeFont:
    path = str(resource("fonts", FILES[name]))
    return ImageFont.truetype(path, size * SCALE * FINER, layout_engine=ImageFont.Layout.BASIC)
