"""The sheet for the wall: you said – we did."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from qmsdesk.domain.actions import Action
from qmsdesk.domain.replies import BECAME_NAMES, Became, Replies, Said
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.cards import Callout
from qmsdesk.report.design import Style
from qmsdesk.report.pages import PAGE_ROOM, Block, Pages
from qmsdesk.report.paragraphs import Paragraph, baseline, open_heading, pour_lines, set_text
from qmsdesk.report.sheets import print_sheet, sentence
from qmsdesk.report.tags import Element
from qmsdesk.report.text import Line, clean_line

LOOKS = {
    Became.DONE: ("tick", design.TICK, "#e8f3ec"),
    Became.UNDER_WAY: ("half", design.ACCENT, "#e5f0ef"),
    Became.LATER: ("ring", "#806500", "#faf3da"),
    Became.NO: ("dash", design.MUTED, design.GROUND),
    Became.UNANSWERED: ("ring", "#9a4a00", "#fdf0e3"),
}
BAND = 198.0
NAME = Style(13, 17, design.SEMIBOLD, design.ON_DEEP_MUTED)
TITLE = Style(38, 44, design.BOLD, design.ON_DEEP)
UNIT = Style(19, 25, design.SEMIBOLD, design.ON_DEEP)
TOLD = Style(13, 18, colour=design.ON_DEEP_MUTED)
THANKS = Style(14, 20)
ROOMY, CLOSE = 8, 16
SIZES = ((ROOMY, 15.0), (CLOSE, 12.5))
SMALLEST = 11.0
"""With more on it, a sheet is set smaller before it takes another page."""
INSET, GAP, SPLIT = 11.0, 18.0, 0.46


def replies_paper(replies: Replies, words: Words, *, stamp: dt.datetime) -> bytes:
    """The sheet as a tagged, archivable PDF in the language of `words`."""
    _ = words
    name, unit = _("You said – we did"), _.pick(replies.unit, "name")
    return print_sheet(name, unit, replies.organisation.name, _contents(replies, stamp.date(), _), _, stamp)


def _contents(replies: Replies, today: dt.date, _: Words) -> Iterator[Block]:
    unit = clean_line(_.pick(replies.unit, "name"))
    yield Band(clean_line(replies.organisation.name), _("You said – we did"), unit, _told(replies, _))
    if replies.said:
        yield Paragraph(_("Thank you for every proposal. Is something missing? Tell your manager."), THANKS)
    else:
        yield Callout(_("Nothing has been proposed or found here yet. The next day is a new chance."), style=THANKS)
    size = next((size for most, size in SIZES if len(replies.said) <= most), SMALLEST)
    for became in Became:
        held = replies.that(became)
        if held:
            symbol, colour, ground = LOOKS[became]
            pairs = [(_said(each, _), _did(each, today, _)) for each in held]
            heads = (_("You said"), _("We did") if became is Became.DONE else _("We say"))
            yield Answers(_(BECAME_NAMES[became]), heads, pairs, symbol, colour, ground, size)


def _told(replies: Replies, _: Words) -> str:
    dates = ", ".join(_.date(audit.date) for audit in replies.audits)
    count, done = len(replies.said), len(replies.that(Became.DONE))
    if not count:
        return dates
    return f"{dates}\n" + _.plural(
        "{done} of {count} thing is done", "{done} of {count} things are done", count, done=done
    )


def _said(said: Said, _: Words) -> str:
    return clean_line(said.finding.title) or _("No title yet")


def _did(said: Said, today: dt.date, _: Words) -> str:
    """In plain words, with the owner and the day while it is under way, with the reason where it is not done."""
    action = said.telling
    if action is None:
        return _("You get an answer: yes, later or no, with the reason.")
    if said.became is Became.DONE:
        did = (action.done or action.text).strip() or _("It is done.")
        return (
            f"{sentence(did)} " + _("It did not help, and is looked at again.") if action.is_effective is False else did
        )
    if said.became is Became.UNDER_WAY:
        what = sentence(action.text.strip() or _("We are working on it."))
        return " ".join(part for part in (what, _who_and_when(action, today, _)) if part)
    return action.reply_reason.strip() or _("The reason has not been written down yet.")


def _who_and_when(action: Action, today: dt.date, _: Words) -> str:
    owner = action.owner.strip()
    if action.due_on is None:
        return f"{owner}." if owner else ""
    date = _.date(action.due_on)
    late = _("It was to be done by {date} and is late.", date=date)
    if action.is_overdue(today):
        return f"{owner}. {late}" if owner else late
    return _("{owner}, by {date}.", owner=owner, date=date) if owner else _("By {date}.", date=date)


@dataclass
class Band:
    """The dark head of the sheet, over the whole width of its first page."""

    name: str
    title: str
    unit: str
    told: str
    keeps_next: bool = False
    before: float = 0.0
    after: float = 26.0

    def lead(self, pages: Pages) -> float:  # noqa: ARG002
        return BAND

    def pour(self, pages: Pages) -> None:
        canvas, structure = pages.canvas, pages.canvas.structure
        unit = set_text(self.unit, UNIT, pages.width, pages.hyphens)
        told = set_text(self.told, TOLD, pages.width, pages.hyphens)
        high = BAND + (len(unit) - 1) * UNIT.leading + max(len(told) - 2, 0) * TOLD.leading
        with canvas.artifact():
            canvas.bar(0, design.PAGE_HEIGHT - high, design.PAGE_WIDTH, high, design.DEEP)
        pages.down(-30)
        open_heading(pages, 1, self.title, "title")
        for text, style, tag in ((self.name, NAME, "P"), (self.title, TITLE, "H1")):
            if text:
                pour_lines(pages, set_text(text, style, pages.width, pages.hyphens), style, structure.add(tag))
        pages.down(4)
        pour_lines(pages, unit, UNIT, structure.add("P"))
        pages.down(4)
        pour_lines(pages, told, TOLD, structure.add("P"))
        pages.y = design.PAGE_HEIGHT - high


@dataclass
class Answers:
    """What has become the same of, under its heading: what was said to the left, the answer to the right."""

    name: str
    heads: tuple[str, str]
    pairs: list[tuple[str, str]]
    symbol: str
    colour: str
    ground: str
    size: float
    keeps_next: bool = False
    before: float = 18.0
    after: float = 10.0
    _set: list[tuple[list[Line], list[Line]]] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self._text = Style(self.size, self.size * 1.32)
        self._strong = Style(self.size, self.size * 1.32, design.SEMIBOLD)
        self._head = Style(self.size + 4, self.size + 9, design.BOLD, self.colour)
        self._column = Style(max(self.size - 4, 9), self.size + 2, design.SEMIBOLD, design.MUTED)

    def lead(self, pages: Pages) -> float:
        return self._head.leading + self._column.leading + 6 + self._height(self._lines(pages)[0])

    def pour(self, pages: Pages) -> None:
        structure, canvas = pages.canvas.structure, pages.canvas
        open_heading(pages, 2, self.name, self.symbol + self.name)
        y = baseline(pages.y, self._head)
        with canvas.artifact():
            canvas.symbol(self.symbol, pages.left + 7, y + self._head.size * 0.33, 7.5, self.colour)
        with canvas.tagged(structure.add("H2")):
            canvas.text(set_text(self.name, self._head, pages.width - 24), pages.left + 24, y, self._head)
        pages.down(self._head.leading + 2)
        table = structure.add("Table")
        row = structure.add("TR", parent=structure.add("THead", parent=table))
        for (left, _width), head in zip(self._columns(pages), self.heads, strict=True):
            with canvas.tagged(structure.add("TH", "/A<</O/Table/Scope/Column>>", row)):
                canvas.text(set_text(head, self._column, _width), left, baseline(pages.y, self._column), self._column)
        pages.down(self._column.leading + 4)
        body = structure.add("TBody", parent=table)
        for pair in self._lines(pages):
            row = structure.add("TR", parent=body)
            cells = (structure.add("TH", "/A<</O/Table/Scope/Row>>", row), structure.add("TD", parent=row))
            self._pour_pair(pages, pair, cells)
        self._set = []

    def _pour_pair(self, pages: Pages, pair: tuple[list[Line], list[Line]], cells: tuple[Element, Element]) -> None:
        """One answer on its ground; one that fills more than a page goes on over the next."""
        done, count = 0, max(len(lines) for lines in pair)
        while done < count:
            fits = int((pages.room - 2 * INSET) // self._text.leading)
            if fits < min(count - done, 2) or (done == 0 and fits < count and self._height(pair) <= PAGE_ROOM):
                pages.break_page()
                continue
            taken = min(count, done + fits)
            high = (taken - done) * self._text.leading + 2 * INSET
            with pages.canvas.artifact():
                pages.canvas.bar(pages.left, pages.y - high, pages.width, high, self.ground)
                pages.canvas.bar(pages.left, pages.y - high, 4, high, self.colour)
            styles = (self._strong, self._text)
            for (left, _width), lines, style, cell in zip(self._columns(pages), pair, styles, cells, strict=True):
                if lines[done:taken]:
                    with pages.canvas.tagged(cell):
                        top = baseline(pages.y - INSET, style)
                        pages.canvas.text(lines[done:taken], left, top, style)
            pages.down(high)
            done = taken
        pages.down(6)

    def _columns(self, pages: Pages) -> tuple[tuple[float, float], tuple[float, float]]:
        """Where each column begins and how wide it is."""
        room = pages.width - 2 * INSET - GAP - 4
        first = room * SPLIT
        left = pages.left + INSET + 4
        return (left, first), (left + first + GAP, room - first)

    def _height(self, pair: tuple[list[Line], list[Line]]) -> float:
        return max(len(lines) for lines in pair) * self._text.leading + 2 * INSET

    def _lines(self, pages: Pages) -> list[tuple[list[Line], list[Line]]]:
        if not self._set:
            (_l, first), (_m, second) = self._columns(pages)
            self._set = [
                (
                    set_text(said, self._strong, first, pages.hyphens),
                    set_text(did, self._text, second, pages.hyphens),
                )
                for said, did in self.pairs
            ]
        return self._set
