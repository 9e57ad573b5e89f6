"""Charts as plain lists of shapes, which a PDF canvas draws and the window's painter can draw just as well."""

from collections.abc import Sequence
from dataclasses import dataclass

from qmsdesk.report import design, symbols
from qmsdesk.report.symbols import Point

ROW = 26.0
BAR = 12.0
LABELS = 148.0
NUMBERS = 26.0


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
    """A text on one line from its baseline; `room` is the width it must keep to."""

    x: float
    y: float
    text: str
    room: float
    size: float = 10.0
    colour: str = design.INK
    is_strong: bool = False
    is_right: bool = False


Shape = Rectangle | Stroke | Polygon | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order they are painted; y runs upwards from the lower edge."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a bar chart, told apart by name, symbol and colour."""

    name: str
    count: int
    colour: str
    symbol: str


def bar_chart(bars: Sequence[Bar], width: float) -> Drawing:
    """Horizontal bars, the names before them and the numbers after."""
    highest = max((bar.count for bar in bars), default=0) or 1
    room = width - LABELS - NUMBERS
    shapes: list[Shape] = [Stroke((LABELS, 0), (LABELS, ROW * len(bars)), design.RULE)]
    for n, bar in enumerate(bars):
        y = ROW * (len(bars) - 1 - n)
        middle = y + ROW / 2
        shapes.append(Polygon(tuple(symbols.points(bar.symbol, 6, middle, 5)), bar.colour))
        shapes.append(Label(20, middle - 3.6, bar.name, LABELS - 28, 10.5))
        shapes.append(Rectangle(LABELS, middle - BAR / 2, room, BAR, design.TRACK))
        if bar.count:
            length = max(room * bar.count / highest, 3.0)
            shapes.append(Rectangle(LABELS, middle - BAR / 2, length, BAR, bar.colour))
        shapes.append(Label(width, middle - 3.8, str(bar.count), NUMBERS, 11, is_strong=True, is_right=True))
    return Drawing(width, ROW * len(bars), tuple(shapes))
