"""Bars: a few numbers, one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from qmsdesk.report import design, symbols
from qmsdesk.report.drawings import Drawing, Label, Polygon, Rectangle, Shape, Stroke

ROW, BAR = 22.0, 11.0
NAMES, NAMES_SHARE = 148.0, 0.42
INDENT, NUMBER, GAP = 18.0, 34.0, 8.0
THINNEST, UNIT = 1.5, 30.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a bar chart, told apart by name, symbol and colour."""

    name: str
    count: int
    colour: str
    symbol: str


def bar_chart(bars: Sequence[Bar], width: float) -> Drawing:
    """Horizontal bars, before them the names and the numbers, which stand right under each other."""
    names = min(NAMES, width * NAMES_SHARE)
    start = names + NUMBER + GAP
    unit = min((width - start) / max([1, *(bar.count for bar in bars)]), UNIT)
    height = ROW * len(bars)
    shapes: list[Shape] = [Stroke((start, 0), (start, height), design.RULE)]
    for n, bar in enumerate(bars):
        middle = height - ROW * (n + 0.5)
        colour = design.INK if bar.count else design.MUTED
        shapes.append(Polygon(tuple(symbols.points(bar.symbol, 6, middle, 5)), bar.colour))
        shapes.append(Label(INDENT, middle - 3.6, bar.name, names - INDENT, 10.5))
        shapes.append(
            Label(start - GAP, middle - 3.8, str(bar.count), NUMBER, 11, colour, is_strong=True, align="right")
        )
        if bar.count:
            length = max(unit * bar.count, THINNEST)
            shapes.append(Rectangle(start, middle - BAR / 2, length, BAR, bar.colour))
    return Drawing(width, height, tuple(shapes))
