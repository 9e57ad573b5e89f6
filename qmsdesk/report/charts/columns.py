"""Columns: how numbers went over time, a row of upright bars for each of them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qmsdesk.report import design, symbols
from qmsdesk.report.charts.bars import INDENT, NAMES, NAMES_SHARE, THINNEST
from qmsdesk.report.drawings import Drawing, Label, Polygon, Rectangle, Shape, Stroke

TALLEST, LOWEST, ABOVE, DATES = 28.0, 12.0, 16.0, 18.0
WIDEST, BAR_SHARE, THICKEST = 76.0, 0.5, 26.0
UNIT = 8.0
FIGURE = 4.6
FORMS = (("%Y-%m-%d", 11), ("%Y-%m", 8))
"""How a day is named, and how many figures wide that is with some air."""


@dataclass(frozen=True, slots=True)
class Course:
    """One number over time; with `wholes` it is a part of them, and they are drawn behind it."""

    name: str
    counts: tuple[int, ...]
    colour: str
    symbol: str
    wholes: tuple[int, ...] = ()


def columns_chart(
    days: Sequence[dt.date], courses: Sequence[Course], width: float, forms: Sequence[tuple[str, int]] = FORMS
) -> Drawing:
    """All bars on one scale, the last day marked; days are named by year where there is room for none of `forms`."""
    names = min(NAMES, width * NAMES_SHARE)
    share = min((width - names) / max(len(days), 1), WIDEST)
    middles = [names + share * (n + 0.5) for n in range(len(days))]
    most = max([1, *(n for course in courses for n in course.counts + course.wholes)])
    unit = min(TALLEST / most, UNIT)
    row = max(unit * most, LOWEST) + ABOVE
    height = row * len(courses) + DATES
    shapes: list[Shape] = []
    for n, course in enumerate(courses):
        ground = height - row * (n + 1)
        shapes.append(Polygon(tuple(symbols.points(course.symbol, 6, ground + 6, 5)), course.colour))
        shapes.append(Label(INDENT, ground + 2.4, course.name, names - INDENT, 10.5))
        shapes += _bars(course, middles, share, unit, ground)
        shapes.append(Stroke((names, ground), (names + share * len(days), ground), design.RULE))
    form = next((form for form, letters in forms if letters * FIGURE < share), "%Y")
    for n, (day, middle) in enumerate(zip(days, middles, strict=True), 1):
        is_last = n == len(days)
        colour = design.INK if is_last else design.MUTED
        shapes.append(Label(middle, 4, f"{day:{form}}", share - 2, 8.5, colour, is_strong=is_last, align="middle"))
    return Drawing(width, height, tuple(shapes))


def _bars(course: Course, middles: Sequence[float], share: float, unit: float, ground: float) -> Iterator[Shape]:
    thick = min(share * BAR_SHARE, THICKEST)
    wholes = course.wholes or course.counts
    for middle, count, whole in zip(middles, course.counts, wholes, strict=True):
        left, top = middle - thick / 2, _height(whole, unit)
        if whole > count:
            yield Rectangle(left, ground, thick, top, design.RULE)
        if count:
            yield Rectangle(left, ground, thick, _height(count, unit), course.colour)
        colour = design.INK if count else design.MUTED
        yield Label(middle, ground + top + 4, str(count), share - 2, 9.5, colour, is_strong=bool(count), align="middle")


def _height(count: int, unit: float) -> float:
    return max(unit * count, THINNEST) if count else 0.0
