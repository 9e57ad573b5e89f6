"""Questions in running text: which paragraphs and list items of a document ask, and what the others are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qmsdesk.exchange.sources.documents import Block
from qmsdesk.exchange.sources.header_words import Kind, promise_of
from qmsdesk.exchange.sources.headings import joined_title
from qmsdesk.exchange.sources.mappings import Mark
from qmsdesk.exchange.sources.sections import is_above
from qmsdesk.exchange.sources.sheets import Cell, Row

NUMBER, TEXT, GUIDANCE, EVIDENCE = range(4)
_LONGEST, _LONGEST_LABEL, _LONGEST_HEADING = 1_000, 3, 100
_LONGEST_SHORT, _ASKED_EACH = 5, 1.5
_BOX = r"(?:[☐☑☒□▢◻⬜🗹]|\[ ?[xX]?\])"
_LEADING_BOX = re.compile(rf"^{_BOX}\s*")
_ANSWERS = re.compile(rf"(?:\s*{_BOX}[ \t]*[\w/]{{0,14}}(?: [\w/]{{1,12}})?)+\s*$")
_SPOKEN = re.compile(
    r"\s+(?:ja\s*/?\s*nej|yes\s*/?\s*no)(?:\s*/?\s*(?:e/t|n/a|ej aktuellt|vet ej|delvis))?\s*$", re.IGNORECASE
)
_ONLY_ANSWERS = re.compile(
    r"^(?:ja|nej|yes|no|delvis|partly|e/t|n/a|ej aktuellt|vet ej)(?:\W+\w+){0,5}\W*$", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"^((?:\d{1,3}\.){1,4}\d{0,3}\)?|\d{1,3}\)|\(?[a-zåäö]\)|(?-i:[A-ZÅÄÖ][.)]|[A-ZÅÄÖ]\.?\d{1,2}(?:\.\d{1,2})*[.:)]?)|(?:fråga|question|punkt|[QF])\s?\d{1,3}[.:)]?)\s+",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[•·\-–—*▪●○◦➢✓]\s+")
_GUIDANCE = re.compile(r"^(?:vägledning|stödtext|hjälptext|tips|förklaring|guidance|hint|help)\s*:\s*", re.IGNORECASE)
_EVIDENCE = re.compile(r"^(?:underlag|bevis|verifikat|verifiering|visa|evidence|ask to see)\s*:\s*", re.IGNORECASE)
_TO_FILL = re.compile(
    r"^(?:svar|anteckning(?:ar)?|kommentar(?:er)?|notering(?:ar)?|datum|signatur|namn|enhet|utförd av|deltagare|"
    r"answers?|notes?|comments?|date|signature|name|unit)\s*[:_.…\s]*$|^[_.…\-\s]+$|_{4,}|…{3,}|\.{6,}",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"(?<=\?)\s*(?:_{3,}|…{2,}|\.{4,}).*$", re.DOTALL)
_IF_SO = re.compile(r"^(?:om (?:ja|nej|inte|svaret är)|if (?:yes|no|not|so))\b", re.IGNORECASE)
_ASKS = re.compile(r"\?[\s\"”’')»]*$")


@dataclass(slots=True)
class Line:
    """A paragraph as it is judged: its text without what only numbers it or is to be ticked."""

    block: Block
    text: str
    number: str = ""
    answers: str = ""
    has_box: bool = False
    is_bullet: bool = False
    mark: Mark = Mark.LEFT_OUT
    role: int = TEXT
    path: tuple[str, ...] = ()

    @property
    def list_key(self) -> str:
        if self.block.list_id:
            return f"{self.block.list_id}:{self.block.level}"
        return "typed" if self.number else "bullets" if self.is_bullet else ""

    @property
    def asks(self) -> bool:
        return (bool(_ASKS.search(self.text)) or self.has_box) and 0 < len(self.text) <= _LONGEST

    @property
    def row(self) -> Row:
        shown = joined_title(self.path) if self.mark is Mark.SECTION and self.path else self.text
        cells = [Cell(NUMBER, self.number)] if self.number else []
        return Row(self.block.number, (*cells, Cell(self.role, shown or self.block.text)), self.block.heading)


def judged(blocks: Sequence[Block], is_alone: bool) -> list[Line]:
    """What each paragraph is; `is_alone` where no table asks anything, so that a list without “?” may."""
    lines = [_line(block) for block in blocks]
    _make_headings(lines)
    _take_follow_ups(lines)
    asked_lists = {line.list_key for line in lines if _is_question(line)} - {""}
    if not any(_is_question(line) for line in lines) and is_alone:
        asked_lists = _likely_lists(lines)
    for line in lines:
        if _is_question(line) or (line.list_key in asked_lists and _may_ask(line) and line.mark is not Mark.MORE):
            line.mark = Mark.QUESTION
    if not any(line.mark is Mark.QUESTION for line in lines):
        _let_headings_ask(lines)
    _give_more(lines)
    _place_headings(lines)
    return lines


def _line(block: Block) -> Line:
    text = block.text
    line = Line(block, text, has_box=block.has_box)
    if box := _LEADING_BOX.match(text):
        line.has_box, text = True, text[box.end() :]
    if found := _NUMBERED.match(text):
        line.number, text = found[1].strip(), text[found.end() :]
    elif found := _BULLET.match(text):
        line.is_bullet, text = True, text[found.end() :]
    if found := _BLANKS.search(text):
        line.answers, text = found[0].strip(), text[: found.start()]
    for pattern in (_ANSWERS, _SPOKEN):
        if (found := pattern.search(text)) and found.start():
            line.answers, text = found[0].strip(), text[: found.start()]
            line.has_box |= pattern is _ANSWERS
    line.text = text.strip()
    if _ONLY_ANSWERS.match(line.text) or _TO_FILL.search(line.text):
        line.has_box = False
    if block.heading or block.is_title:
        line.text, line.number = block.text, ""
    line.mark = Mark.TITLE if block.is_title else Mark.LEFT_OUT
    return line


def _make_headings(lines: Sequence[Line]) -> None:
    """Where nobody used the styles of headings, short lines all in bold are meant as such."""
    if any(line.block.heading for line in lines):
        _make_numbered_headings(lines)
        return
    _make_bold_headings(lines)
    _make_numbered_headings(lines)
    if sum(bool(line.block.heading) for line in lines) <= 1:
        _make_short_headings([line for line in lines if line.text])


def _make_short_headings(lines: Sequence[Line]) -> None:
    """Short lines between the questions, one before the first, none after the last, fewer than they are."""
    asked = [place for place, line in enumerate(lines) if (line.asks or line.list_key) and _may_ask(line)]
    found = [before for before in (place - 1 for place in asked) if before >= 0 and _could_head(lines[before])]
    is_regular = bool(asked) and found[:1] == [asked[0] - 1] and all(then - now > 1 for now, then in pairwise(found))
    is_closed = not asked or asked[-1] + 1 >= len(lines) or not _could_head(lines[asked[-1] + 1])
    if is_regular and is_closed and len(found) > 1 and len(asked) >= _ASKED_EACH * len(found):
        for place in found:
            lines[place].block.heading = 1


def _could_head(line: Line) -> bool:
    is_plain = not line.asks and not line.list_key and not line.block.heading and line.mark is not Mark.TITLE
    is_short = len(line.text.split()) <= _LONGEST_SHORT and line.text[-1:] not in ".:,;!?"
    return is_plain and is_short and line.text[:1].isupper() and not _TO_FILL.search(line.text)


def _make_numbered_headings(lines: Sequence[Line]) -> None:
    """“1. Information” right above “1.1 How …?” is a heading, though nobody gave it the style of one."""
    plain = [line for line in lines if line.text]
    found = {line.block.number for line, below in pairwise(plain) if _is_numbered_heading(line, below)}
    is_styled = any(line.block.heading and not line.block.is_bold for line in lines)
    level = 0
    for line in plain:
        level = line.block.heading or level
        if line.block.number in found:
            depth = len(re.findall(r"\w+", line.number))
            line.text, line.number = line.block.text, ""
            line.block.heading = (level if is_styled else 0) + depth


def _is_numbered_heading(line: Line, below: Line) -> bool:
    is_plain = not line.block.heading and not line.asks and len(line.block.text) <= _LONGEST_HEADING
    return is_plain and bool(line.number) and is_above(line.number.rstrip(".)"), below.number.rstrip(".)"))


def _make_bold_headings(lines: Sequence[Line]) -> None:
    bold = [line for line in lines if line.block.is_bold and not line.asks and line.mark is not Mark.TITLE]
    listed = [line for line in lines if line.list_key]
    if listed and sum(line.block.is_bold for line in listed) > len(listed) * 0.5:
        return
    for line in bold:
        if not line.block.list_id or not line.block.level:
            line.block.heading = 1
            line.text, line.number = line.block.text, ""


def _take_follow_ups(lines: Sequence[Line]) -> None:
    """“Follow-up questions:” and the list right below it, or “If no: why?” among numbered ones, help those above."""
    key = ""
    if any(line.asks and line.list_key for line in lines):
        _take([line for line in lines if _IF_SO.match(line.text) and not line.list_key])
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and _names_help(before):
            key = line.list_key
        if (key and line.list_key == key) or _names_help(line):
            _take([line])
        else:
            key = ""


def _names_help(line: Line) -> bool:
    text = line.text.rstrip()
    is_label = text.endswith(":") and len(text.split()) <= _LONGEST_LABEL and not line.block.heading
    return is_label and promise_of(text).kind is Kind.GUIDANCE


def _is_question(line: Line) -> bool:
    return line.mark is not Mark.MORE and line.asks and _may_ask(line)


def _may_ask(line: Line) -> bool:
    plain = not line.block.heading and line.mark is not Mark.TITLE
    return plain and bool(line.text) and not _ONLY_ANSWERS.match(line.text) and not _TO_FILL.search(line.text)


def _likely_lists(lines: Sequence[Line]) -> set[str]:
    """The lists that name what to check where no line has a question mark: numbered ones before those with dots."""
    keys = [line.list_key for line in lines if line.list_key and _may_ask(line)]
    outer = {key for key in keys if not key.partition(":")[2].strip("0")}
    typed = {key for key in outer if key == "typed"}
    return typed or outer or set(keys)


def _let_headings_ask(lines: Sequence[Line]) -> None:
    for line in lines:
        if line.block.heading and _ASKS.search(line.text):
            line.block.heading = 0
            line.mark = Mark.QUESTION


def _give_more(lines: Sequence[Line]) -> None:
    """What follows a question belongs to it, unless it is to be filled in, or only closes the document."""
    last: Line | None = None
    waiting: list[Line] = []
    usual = 0
    for line in lines:
        if line.mark is Mark.QUESTION or line.block.heading:
            usual = max(usual, len(waiting))
        if line.mark is Mark.QUESTION:
            _take(waiting)
            last, waiting = line, []
        elif line.block.heading or line.mark is Mark.TITLE:
            _take(waiting)
            last, waiting = None, []
        elif last and _goes_on(line):
            if _is_surely_more(line, last):
                _take([*waiting, line])
                waiting = []
            else:
                waiting.append(line)
    _take(waiting[:usual])


def _goes_on(line: Line) -> bool:
    return bool(line.text) and not _TO_FILL.search(line.text) and not _ONLY_ANSWERS.match(line.text)


def _is_surely_more(line: Line, last: Line) -> bool:
    labelled = _GUIDANCE.match(line.text) or _EVIDENCE.match(line.text)
    deeper = line.block.list_id and line.block.level > (last.block.level if last.block.list_id else -1)
    return bool(labelled or deeper or line.is_bullet)


def _take(lines: Sequence[Line]) -> None:
    for line in lines:
        line.mark = Mark.MORE
        line.role = EVIDENCE if _EVIDENCE.match(line.text) else GUIDANCE
        line.text = _EVIDENCE.sub("", _GUIDANCE.sub("", line.text))


def _place_headings(lines: Sequence[Line]) -> None:
    """Headings right above questions are sections; those further up go into their titles."""
    path: list[Line] = []
    for here, line in enumerate(lines):
        if not line.block.heading or line.mark is Mark.TITLE:
            continue
        path = [above for above in path if above.block.heading < line.block.heading]
        path.append(line)
        following = list(_until(lines[here + 1 :], line.block.heading))
        asks_here = any(each.mark is Mark.QUESTION for each in _until(lines[here + 1 :], 9))
        asks_below = any(each.mark is Mark.QUESTION for each in following)
        line.path = tuple(above.text for above in path)
        line.mark = Mark.TITLE if asks_below and not asks_here else Mark.SECTION


def _until(lines: Sequence[Line], level: int) -> Iterator[Line]:
    for line in lines:
        if 0 < line.block.heading <= level:
            return
        yield line
