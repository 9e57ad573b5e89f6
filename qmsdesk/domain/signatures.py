"""Signatures: what a hand drew, as strokes on a field of 1000 by 300, and how they are kept as text."""

import json
from collections.abc import Iterable, Sequence
from math import hypot
from typing import Any

FIELD_WIDTH, FIELD_HEIGHT = 1000, 300
SMOOTHNESS = 2.0

Point = tuple[int, int]
Stroke = tuple[Point, ...]


def pack_strokes(strokes: Iterable[Sequence[Point]]) -> str:
    """Strokes as JSON, a list of lists of [x, y]; empty where nothing was drawn."""
    held = [[[x, y] for x, y in stroke] for stroke in strokes if stroke]
    return json.dumps(held, separators=(",", ":")) if held else ""


def unpack_strokes(text: str) -> tuple[Stroke, ...]:
    """The strokes of a text; none where it is not such a text."""
    try:
        return tuple(_stroke(held) for held in _list(json.loads(text)))
    except (ValueError, RecursionError):
        return ()


def simplify(strokes: Iterable[Sequence[Point]], tolerance: float = SMOOTHNESS) -> tuple[Stroke, ...]:
    """The same drawing with as few points as show it, none of those left out further off than `tolerance`."""
    return tuple(_thinned(stroke, tolerance) for stroke in strokes if stroke)


def to_field(x: float, y: float, width: float, height: float) -> Point:
    """A point of a pad of that size as a point of the field; what strays over the edge stays on it."""
    across, down = round(x / max(width, 1) * FIELD_WIDTH), round(y / max(height, 1) * FIELD_HEIGHT)
    return min(max(across, 0), FIELD_WIDTH), min(max(down, 0), FIELD_HEIGHT)


def _list(held: Any) -> list[Any]:
    if not isinstance(held, list):
        raise ValueError("not a list")  # noqa: TRY004 - one kind of error for all that is not a signature
    return held


def _stroke(held: Any) -> Stroke:
    points = tuple((x, y) for x, y in map(_list, _list(held)) if _is_on_field(x, y))
    if not points or len(points) != len(held):
        raise ValueError("not a stroke")
    return points


def _is_on_field(x: Any, y: Any) -> bool:
    return type(x) is int and type(y) is int and 0 <= x <= FIELD_WIDTH and 0 <= y <= FIELD_HEIGHT


def _thinned(stroke: Sequence[Point], tolerance: float) -> Stroke:
    """Ramer, Douglas and Peucker; with a stack of its own, for a long stroke is deeper than Python's."""
    kept = {0, len(stroke) - 1}
    spans = [(0, len(stroke) - 1)]
    while spans:
        first, last = spans.pop()
        offs = [(_distance(stroke[n], stroke[first], stroke[last]), n) for n in range(first + 1, last)]
        off, furthest = max(offs, default=(0.0, first))
        if off > tolerance and furthest > first:
            kept.add(furthest)
            spans += [(first, furthest), (furthest, last)]
    return tuple(stroke[n] for n in sorted(kept))


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the line between two others."""
    (x, y), (x0, y0), (x1, y1) = point, start, end
    length = hypot(x1 - x0, y1 - y0)
    if not length:
        return hypot(x - x0, y - y0)
    along = max(0.0, min(1.0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length**2))
    return hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0))
