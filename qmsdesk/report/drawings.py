"""Drawings as plain lists of shapes, which a PDF canvas draws and the window's painter draws just as well."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from qmsdesk.report import design
from qmsdesk.report.symbols import Point

Align = Literal["left", "middle", "right"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled box from its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    start: Point
    end: Point
    colour: str
    weight: float = 0.8


@dataclass(frozen=True, slots=True)
class Polygon:
    corners: tuple[Point, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text on one line from its baseline; `room` is the width it must keep to, `x` the end that `align` names."""

    x: float
    y: float
    text: str
    room: float
    size: float = 10.0
    colour: str = design.INK
    is_strong: bool = False
    align: Align = "left"

    @property
    def left(self) -> float:
        """Where its room begins."""
        return self.x - self.room * {"left": 0.0, "middle": 0.5, "right": 1.0}[self.align]


Shape = Rectangle | Stroke | Polygon | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order they are painted; y runs upwards from the lower edge."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Chart:
    """A drawing for any width, what it shows in words, and its numbers as a table: titles, then rows with a name."""

    name: str
    alt: str
    draw: Callable[[float], Drawing]
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def in_table(count: int) -> str:
    """A number as tables have it, where a dash for nought lets the others be seen."""
    return str(count) if count else "–"
