"""Small multiples: several numbers for each of many things, a column of bars for each kind of number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qmsdesk.report import design, symbols
from qmsdesk.report.charts.bars import THINNEST
from qmsdesk.report.drawings import Drawing, Label, Polygon, Rectangle, Shape, Stroke

ROW, BAR, LINE = 19.0, 9.0, 10.5
NAMES, NAMES_SHARE, NOTES = 178.0, 0.4, 40.0
GUTTER, GAP, DIGIT = 6.0, 4.0, 5.2
HEAD, HEAD_GAP = 8.0, 5.0
UNIT = 14.0
SYMBOL = 13.0


@dataclass(frozen=True, slots=True)
class Kind:
    """What a column counts; its name stands on as many lines as it has."""

    name: str
    colour: str
    symbol: str

    @property
    def lines(self) -> list[str]:
        return self.name.split("\n")


@dataclass(frozen=True, slots=True)
class Line:
    """What is counted, with its number of each kind; the note stands last."""

    name: str
    counts: tuple[int, ...]
    note: str = ""


def multiples(kinds: Sequence[Kind], lines: Sequence[Line], width: float, notes: str = "") -> Drawing:
    """One line under the other, all bars on one scale; `notes` heads the column of notes."""
    head = SYMBOL + HEAD_GAP + LINE * max((len(kind.lines) for kind in kinds), default=1)
    height = head + ROW * len(lines)
    names, notes_room = min(NAMES, width * NAMES_SHARE), NOTES if notes else 0.0
    share = (width - names - notes_room) / max(len(kinds), 1)
    shapes: list[Shape] = [Stroke((0, height - head), (width, height - head), design.RULE)]
    for n, line in enumerate(lines):
        shapes.append(Label(0, _middle(height - head, n) - 3.3, line.name, names, 9.5))
        if line.note:
            shapes.append(Label(width, _middle(height - head, n) - 3.3, line.note, notes_room, 9.5, align="right"))
    if notes:
        shapes.append(Label(width, height - head + HEAD_GAP, notes, notes_room, HEAD, design.MUTED, align="right"))
    most = max((count for line in lines for count in line.counts), default=0)
    for n, kind in enumerate(kinds):
        x = names + share * n + GUTTER
        shapes += _head(kind, x, share - (2 if n + 1 < len(kinds) else GUTTER), height - head + HEAD_GAP)
        shapes += _bars(kind, [line.counts[n] for line in lines], most, (x, share - GUTTER, height - head))
    return Drawing(width, height, tuple(shapes))


def _middle(top: float, n: int) -> float:
    return top - ROW * (n + 0.5)


def _head(kind: Kind, x: float, room: float, y: float) -> Iterator[Shape]:
    """The symbol over the name, the name down on the line."""
    for n, text in enumerate(reversed(kind.lines)):
        yield Label(x, y + LINE * n, text, room, HEAD, design.MUTED)
    top = y + LINE * len(kind.lines) + SYMBOL / 2 - 2
    yield Polygon(tuple(symbols.points(kind.symbol, x + 4.5, top, 4.2)), kind.colour)


def _bars(kind: Kind, counts: Sequence[int], most: int, box: tuple[float, float, float]) -> Iterator[Shape]:
    """The numbers right under each other, their bars behind them; nothing stands for nought."""
    x, room, top = box
    number = min(DIGIT * len(str(most)), room)
    room = max(room - number - GAP, 0.0)
    unit = min(room / max(most, 1), UNIT)
    yield Stroke((x + number + GAP, 0), (x + number + GAP, top), design.FAINT_RULE)
    for n, count in enumerate(counts):
        if count:
            middle = _middle(top, n)
            yield Label(x + number, middle - 3.3, str(count), number, 9.5, is_strong=True, align="right")
            if room:
                length = min(max(unit * count, THINNEST), room)
                yield Rectangle(x + number + GAP, middle - BAR / 2, length, BAR, kind.colour)
