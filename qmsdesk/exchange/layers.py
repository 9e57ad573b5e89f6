"""A layer drawn on a photo for good: what is hidden in the result is no longer in it."""

from math import atan2, ceil, cos, hypot, pi, sin

from PIL import Image, ImageDraw, ImageOps

from qmsdesk.domain.layers import Arrow, Blur, Layer, Pen, box_of, framed

COLOUR = "#d81e05"
EDGE = "#ffffff"
BLOCK, BLOCKS = 32, 5
"""A hidden part is left with five blocks across its shorter side, and none smaller than 32 pixels."""
THINNEST, SHARE = 3, 160
HEAD_ANGLE = pi / 7


def line_width(size: tuple[int, int]) -> int:
    """How thick lines are on a photo of that size."""
    return max(THINNEST, max(size) // SHARE)


def block_size(width: int, height: int) -> int:
    """The side of the blocks that a part of a photo is hidden behind."""
    return max(BLOCK, ceil(min(width, height) / BLOCKS))


def arrow_head(arrow: Arrow, length: float) -> tuple[tuple[float, float], ...]:
    """The three corners of an arrow's head."""
    angle = atan2(arrow.y2 - arrow.y1, arrow.x2 - arrow.x1)
    return (
        (arrow.x2, arrow.y2),
        *((arrow.x2 - length * cos(angle + turn), arrow.y2 - length * sin(angle + turn)) for turn in _TURNS),
    )


_TURNS = (HEAD_ANGLE, -HEAD_ANGLE)


def head_length(arrow: Arrow, width: int) -> float:
    """Long enough to be seen, and never longer than the arrow."""
    return min(width * 5.0, max(hypot(arrow.x2 - arrow.x1, arrow.y2 - arrow.y1), width))


def draw_layer(photo: Image.Image, layer: Layer, size: tuple[int, int] | None = None) -> Image.Image:
    """The photo with its layer; `size` is that of the photo the layer was drawn over, where this one is smaller."""
    size = size or photo.size
    drawn = photo.convert("RGB")
    scale = (drawn.width / size[0], drawn.height / size[1])
    for shape in layer.shapes:
        if isinstance(shape, Blur):
            _hide(drawn, shape, scale, size)
    pen = ImageDraw.Draw(drawn)
    width = line_width(size)
    for shape in layer.shapes:
        if isinstance(shape, Pen | Arrow):
            for colour, extra in ((EDGE, width), (COLOUR, 0)):
                _draw(pen, shape, width, scale, colour, extra)
    return _cropped(drawn, layer, scale, size)


def _hide(drawn: Image.Image, blur: Blur, scale: tuple[float, float], size: tuple[int, int]) -> None:
    """Few large blocks in few colours: neither a face nor a line of text can be brought back from them."""
    frame = framed(*box_of(blur), size)
    if frame is None:
        return
    block = block_size(frame[2], frame[3])
    left, top, right, bottom = _scaled((frame[0], frame[1], frame[0] + frame[2], frame[1] + frame[3]), scale)
    part = drawn.crop((left, top, right, bottom))
    few = (ceil(frame[2] / block), ceil(frame[3] / block))
    blocks = ImageOps.posterize(part.resize(few, Image.Resampling.BOX), 4)
    drawn.paste(blocks.resize(part.size, Image.Resampling.NEAREST), (left, top))


def _scaled(box: tuple[int, int, int, int], scale: tuple[float, float]) -> tuple[int, int, int, int]:
    """Outwards to whole pixels, so that no edge of what is hidden is left."""
    left, top = int(box[0] * scale[0]), int(box[1] * scale[1])
    return left, top, max(left + 1, ceil(box[2] * scale[0])), max(top + 1, ceil(box[3] * scale[1]))


def _draw(
    pen: ImageDraw.ImageDraw, shape: Pen | Arrow, width: int, scale: tuple[float, float], colour: str, extra: int
) -> None:
    thick = max(1, round((width + extra) * max(scale)))
    if isinstance(shape, Pen):
        pen.line([_at(point, scale) for point in shape.points], fill=colour, width=thick, joint="curve")
        _round_ends(pen, shape, thick, scale, colour)
        return
    length = head_length(shape, width)
    head = [_at(point, scale) for point in arrow_head(shape, length)]
    foot = ((head[1][0] + head[2][0]) / 2, (head[1][1] + head[2][1]) / 2)
    pen.line([_at((shape.x1, shape.y1), scale), foot], fill=colour, width=thick)
    pen.polygon(head, fill=colour, outline=colour, width=max(1, round(extra * max(scale))))


def _round_ends(pen: ImageDraw.ImageDraw, shape: Pen, thick: int, scale: tuple[float, float], colour: str) -> None:
    for x, y in (_at(point, scale) for point in (shape.points[0], shape.points[-1])):
        pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=colour)


def _at(point: tuple[float, float], scale: tuple[float, float]) -> tuple[float, float]:
    return point[0] * scale[0], point[1] * scale[1]


def _cropped(drawn: Image.Image, layer: Layer, scale: tuple[float, float], size: tuple[int, int]) -> Image.Image:
    frame = framed(*box_of(layer.crop), size) if layer.crop else None
    if frame is None:
        return drawn
    left, top, width, height = frame
    return drawn.crop(_scaled((left, top, left + width, top + height), scale))
