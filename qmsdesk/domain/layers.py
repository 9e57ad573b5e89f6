"""Layers: what is drawn over a photo, or hidden in it, while the photo itself stays whole.

All measures are whole pixels of the photo as it lies there, from its upper left corner.
"""

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

logger = logging.getLogger(__name__)

LARGEST = 100_000
"""No photo is wider; what lies further out was not drawn by us."""
MOST_POINTS = 20_000


@dataclass(frozen=True, slots=True)
class Pen:
    """A line drawn by hand, through points."""

    points: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow from its tail to its head."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Blur:
    """A part that nobody is to recognise."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Crop:
    """The part that is kept; a layer has one at most."""

    x: int
    y: int
    width: int
    height: int


Shape = Pen | Arrow | Blur | Crop
Box = tuple[int, int, int, int]
_NAMES: dict[type[Shape], str] = {Pen: "pen", Arrow: "arrow", Blur: "blur", Crop: "crop"}
_FOUR: dict[str, type[Arrow | Blur | Crop]] = {"arrow": Arrow, "blur": Blur, "crop": Crop}


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes in the order they were drawn."""

    shapes: tuple[Shape, ...] = ()

    @property
    def crop(self) -> Crop | None:
        return next((shape for shape in self.shapes if isinstance(shape, Crop)), None)

    def __bool__(self) -> bool:
        return bool(self.shapes)

    def added(self, shape: Shape) -> "Layer":
        """With one more shape; a new crop takes the place of the old."""
        kept = [each for each in self.shapes if not (isinstance(shape, Crop) and isinstance(each, Crop))]
        return Layer((*kept, shape))

    def changed(self, place: int, shape: Shape) -> "Layer":
        return Layer((*self.shapes[:place], shape, *self.shapes[place + 1 :]))

    def removed(self, place: int) -> "Layer":
        return Layer((*self.shapes[:place], *self.shapes[place + 1 :]))


def write_layer(layer: Layer) -> str:
    """The layer as the field `Attachment.layer` holds it; nothing where nothing is drawn."""
    said = [{_NAMES[type(shape)]: _numbers(shape)} for shape in layer.shapes]
    return json.dumps(said, separators=(",", ":")) if said else ""


def parse_layer(text: str) -> Layer:
    """The layer that was written; where the text is none, no layer, and the log says so."""
    if not text:
        return Layer()
    try:
        layer = Layer()
        for said in json.loads(text):
            layer = layer.added(_shape(said))
    except (ValueError, TypeError, RecursionError):
        logger.warning("what is drawn over a photo could not be read")
        return Layer()
    return layer


def _numbers(shape: Shape) -> list[int]:
    if isinstance(shape, Pen):
        return [number for point in shape.points for number in point]
    if isinstance(shape, Arrow):
        return [shape.x1, shape.y1, shape.x2, shape.y2]
    return [shape.x, shape.y, shape.width, shape.height]


def _shape(said: Any) -> Shape:
    if not isinstance(said, dict):
        raise TypeError("a shape is a name and its numbers")
    ((name, numbers),) = said.items()
    if not isinstance(numbers, list) or any(type(number) is not int or abs(number) > LARGEST for number in numbers):
        raise ValueError(name)
    if name == "pen" and 4 <= len(numbers) <= 2 * MOST_POINTS and len(numbers) % 2 == 0:
        return Pen(tuple(zip(numbers[::2], numbers[1::2], strict=True)))
    if name not in _FOUR or len(numbers) != 4 or (name != "arrow" and min(numbers[2:]) < 1):
        raise ValueError(name)
    return _FOUR[name](*numbers)


def box_of(shape: Shape) -> Box:
    """Left, top, right and bottom of what a shape covers."""
    if isinstance(shape, Blur | Crop):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    points = shape.points if isinstance(shape, Pen) else ((shape.x1, shape.y1), (shape.x2, shape.y2))
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def moved(shape: Shape, across: int, down: int, size: tuple[int, int]) -> Shape:
    """The same shape elsewhere, as far as it still lies on a photo of that size."""
    left, top, right, bottom = box_of(shape)
    across = max(-left, min(across, size[0] - right))
    down = max(-top, min(down, size[1] - bottom))
    if isinstance(shape, Pen):
        return Pen(tuple((x + across, y + down) for x, y in shape.points))
    if isinstance(shape, Arrow):
        return Arrow(shape.x1 + across, shape.y1 + down, shape.x2 + across, shape.y2 + down)
    return replace(shape, x=shape.x + across, y=shape.y + down)


def stretched(shape: Shape, across: int, down: int, size: tuple[int, int]) -> Shape:
    """The same shape with its lower right corner, or its arrow head, elsewhere on a photo of that size."""
    if isinstance(shape, Arrow):
        return replace(shape, x2=_within(shape.x2 + across, size[0]), y2=_within(shape.y2 + down, size[1]))
    if isinstance(shape, Pen):
        return shape
    width = max(1, min(shape.width + across, size[0] - shape.x))
    return replace(shape, width=width, height=max(1, min(shape.height + down, size[1] - shape.y)))


def framed(x1: int, y1: int, x2: int, y2: int, size: tuple[int, int]) -> Box | None:
    """Left, top, width and height of what two corners frame on a photo; nothing where that is nothing."""
    left, right = sorted((_within(x1, size[0]), _within(x2, size[0])))
    top, bottom = sorted((_within(y1, size[1]), _within(y2, size[1])))
    return (left, top, right - left, bottom - top) if right > left and bottom > top else None


def shape_at(layer: Layer, x: int, y: int, reach: int) -> int | None:
    """The place of the topmost shape at a point; a line is met within `reach`, a crop at its edge alone."""
    for place in reversed(range(len(layer.shapes))):
        if _meets(layer.shapes[place], x, y, reach):
            return place
    return None


def _meets(shape: Shape, x: int, y: int, reach: int) -> bool:
    left, top, right, bottom = box_of(shape)
    if not (left - reach <= x <= right + reach and top - reach <= y <= bottom + reach):
        return False
    if isinstance(shape, Crop):
        return not (left + reach < x < right - reach and top + reach < y < bottom - reach)
    if isinstance(shape, Blur):
        return True
    points = shape.points if isinstance(shape, Pen) else ((shape.x1, shape.y1), (shape.x2, shape.y2))
    return any(_is_near(x, y, one, other, reach) for one, other in pairwise(points))


def _is_near(x: int, y: int, one: tuple[int, int], other: tuple[int, int], reach: int) -> bool:
    (x1, y1), (x2, y2) = one, other
    across, down = x2 - x1, y2 - y1
    length = across * across + down * down
    along = max(0.0, min(1.0, ((x - x1) * across + (y - y1) * down) / length)) if length else 0.0
    return (x - x1 - along * across) ** 2 + (y - y1 - along * down) ** 2 <= reach * reach


def thinned(points: Iterable[tuple[int, int]], step: int) -> tuple[tuple[int, int], ...]:
    """The points of a line drawn by hand without those that say nothing new, the last always kept."""
    kept: list[tuple[int, int]] = []
    last: tuple[int, int] | None = None
    for last in points:
        if not kept or abs(last[0] - kept[-1][0]) + abs(last[1] - kept[-1][1]) >= step:
            kept.append(last)
    if last is not None and kept[-1] != last:
        kept.append(last)
    return tuple(kept[:MOST_POINTS])


def _within(at: int, length: int) -> int:
    return max(0, min(at, length))
