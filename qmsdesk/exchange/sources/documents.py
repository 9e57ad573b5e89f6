"""Word documents: their paragraphs, lists and tables as rows, in the order they are read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qmsdesk.domain.errors import NoChecklistInFile
from qmsdesk.domain.texts import plain_text
from qmsdesk.exchange.sources.sheets import Cell, Row
from qmsdesk.exchange.sources.word_packages import word_parts
from qmsdesk.i18n import N_

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MOST_BLOCKS = 200_000
BOLD_LENGTH = 100
DEEPEST = 30
_HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)
_DROPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"})
_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}smartTag"})
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_BOXES = frozenset({"f0a8", "f06f", "f071", "f0fe", "f072"})
"""Empty and ticked boxes of the Wingdings font, which have no characters of their own."""


@dataclass(slots=True)
class Block:
    """One paragraph, or one row of a table (`cells`); `number` counts both.

    `heading` is a level, 0 for none; `list_id` names the list an item belongs to; `runs` are texts by character style.
    """

    number: int
    text: str = ""
    style: str = ""
    heading: int = 0
    is_title: bool = False
    is_bold: bool = False
    has_box: bool = False
    list_id: str = ""
    level: int = 0
    table: int = -1
    cells: tuple[Cell, ...] = ()
    runs: tuple[tuple[str, str], ...] = ()

    @property
    def row(self) -> Row:
        return Row(self.number, self.cells or (Cell(0, self.text),), self.heading)


def read_document(path: Path) -> list[Block]:
    """All that a document says, in order. Raises `NoChecklistInFile` for what cannot be read safely."""
    parts = word_parts(path)
    body = parts.text.find(f"{W}body")
    if body is None:
        raise NoChecklistInFile(file=path.name, reason=N_("it is damaged or cut off"))
    try:
        return _Reading(_Styles(parts.styles), path.name).blocks(body)
    except RecursionError as error:
        raise NoChecklistInFile(file=path.name, reason=N_("it is nested too deeply")) from error


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    outline: int = 0
    list_id: str = ""
    level: int = 0


class _Styles:
    """What the styles of a document say of headings and lists, with what they inherit."""

    def __init__(self, element: Any) -> None:
        self._held: dict[str, _Style] = {}
        self.default = ""
        for each in element.iterchildren(f"{W}style"):
            held = _Style(_value(each, "name"), _value(each, "basedOn"))
            held.outline, held.list_id, held.level = _paragraph_marks(each.find(f"{W}pPr"))
            self._held[each.get(f"{W}styleId") or ""] = held
            if each.get(f"{W}type") == "paragraph" and each.get(f"{W}default") in ("1", "true", "on"):
                self.default = each.get(f"{W}styleId") or ""

    def name(self, style: str) -> str:
        return self._held[style].name if style in self._held else ""

    def line(self, style: str) -> Iterator[_Style]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while style in self._held and style not in seen:
            seen.add(style)
            yield self._held[style]
            style = self._held[style].based_on


class _Reading:
    def __init__(self, styles: _Styles, file: str) -> None:
        self._styles = styles
        self._file = file
        self._blocks: list[Block] = []
        self._tables = 0

    def blocks(self, body: Any) -> list[Block]:
        self._read(body, 0)
        return self._blocks

    def _read(self, parent: Any, depth: int) -> None:
        if depth > DEEPEST:
            raise NoChecklistInFile(file=self._file, reason=N_("it is nested too deeply"))
        for element in parent.iterchildren():
            if element.tag == f"{W}p":
                self._read_paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                self._read_table(element, depth)
            elif element.tag in _WRAPPERS and not _is_contents(element):
                self._read(element, depth + 1)

    def _add(self, block: Block) -> None:
        self._blocks.append(block)
        if len(self._blocks) > MOST_BLOCKS:
            raise NoChecklistInFile(file=self._file, reason=N_("it is far longer than a checklist"))

    def _read_paragraph(self, element: Any, depth: int) -> None:
        block = self._paragraph(element)
        self._add(block)
        for box in _text_boxes(element):
            self._read(box, depth + 1)

    def _paragraph(self, element: Any) -> Block:
        marks = element.find(f"{W}pPr")
        style = _value(marks, "pStyle") or self._styles.default
        outline, list_id, level = _paragraph_marks(marks)
        runs = _runs(element)
        line = list(self._styles.line(style))
        named = next((int(found[1]) for each in line if (found := _HEADING.match(each.name))), 0)
        text = _plain("".join(run.text for run in runs)).strip()
        outline = named or outline or next((each.outline for each in line if each.outline), 0)
        list_id = list_id or next((each.list_id for each in line if each.list_id), "")
        return Block(
            len(self._blocks) + 1,
            text,
            self._styles.name(style),
            heading=outline if text else 0,
            is_title=any(each.name.lower() == "title" for each in line),
            is_bold=_is_bold(runs) and 0 < len(text) <= BOLD_LENGTH,
            has_box=any(run.is_box for run in runs) or element.find(f".//{W14}checkbox") is not None,
            list_id="" if list_id == "0" else list_id,
            level=level,
            runs=tuple((run.style, _plain(run.text)) for run in runs),
        )

    def _read_table(self, element: Any, depth: int) -> None:
        """A table that only places its content is read as if it were not there."""
        rows = list(_inside(element, f"{W}tr"))
        self._tables += 1
        table = self._tables
        if len(rows) == 1 and len(only := list(_inside(rows[0], f"{W}tc"))) == 1:
            self._read(only[0], depth + 1)
            return
        spans = _spans([list(_placed(row)) for row in rows])
        for cells_of_row in spans:
            texts = [(column, _cell_text(cell), down, across) for column, cell, down, across in cells_of_row]
            cells = tuple(
                Cell(column, text, down, across, bold) for column, (text, bold), down, across in texts if text
            )
            self._add(Block(len(self._blocks) + 1, cells=cells, table=table))
            for _, cell, _, _ in cells_of_row:
                for inner in _inside(cell, f"{W}tbl"):
                    self._read_table(inner, depth + 1)


def _cell_text(cell: Any) -> tuple[str, bool]:
    """What a cell says, and whether all of it is bold."""
    paragraphs = [_runs(each) for each in _inside(cell, f"{W}p")]
    texts = (_plain("".join(run.text for run in runs)).strip() for runs in paragraphs)
    return "\n".join(filter(None, texts)), all(map(_is_bold, paragraphs))


def _plain(text: str) -> str:
    """Most texts are plain already, which is quicker to ask than to make them so."""
    return text if text.isprintable() else plain_text(text)


@dataclass(slots=True)
class _Run:
    text: str
    style: str = ""
    is_bold: bool = False
    is_box: bool = False


def _runs(paragraph: Any) -> list[_Run]:
    """The runs of a paragraph that are shown: with what was put in, without what was struck out."""
    return [_run(element) for element in _shown(paragraph) if element.tag == f"{W}r"]


def _shown(parent: Any, depth: int = 0) -> Iterator[Any]:
    for element in parent.iterchildren():
        if element.tag == f"{W}r":
            yield element
        elif element.tag not in _DROPPED and element.tag != f"{W}pPr" and depth < DEEPEST:
            yield from _shown(element, depth + 1)


def _run(element: Any) -> _Run:
    marks = element.find(f"{W}rPr")
    run = _Run("", _value(marks, "rStyle"), _is_on(marks, "b"))
    if _is_on(marks, "vanish"):
        return run
    for part in element.iterchildren():
        if part.tag == f"{W}t":
            run.text += part.text or ""
        elif part.tag == f"{W}sym":
            run.is_box |= (part.get(f"{W}char") or "").lower() in _BOXES
        elif not (part.tag == f"{W}br" and part.get(f"{W}type") == "page"):
            run.text += _SIGNS.get(part.tag, "")
    return run


def _text_boxes(paragraph: Any) -> list[Any]:
    """What stands in boxes beside the text; a box is stored twice, for new and for old programs."""
    found = paragraph.iter(f"{W}txbxContent")
    return [box for box in found if not any(above.tag == f"{MC}Fallback" for above in box.iterancestors())]


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The parts of that kind right inside, or inside content controls and the like."""
    for element in parent.iterchildren():
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _inside(element, tag)


def _placed(row: Any) -> Iterator[tuple[int, Any, str, int]]:
    """The cells of a row by grid column: the cell, how it is merged downwards, how far it reaches to the right."""
    column = _number(_value(row.find(f"{W}trPr"), "gridBefore"))
    for cell in _inside(row, f"{W}tc"):
        marks = cell.find(f"{W}tcPr")
        across = max(_number(_value(marks, "gridSpan")), 1)
        merged = marks.find(f"{W}vMerge") if marks is not None else None
        yield column, cell, "" if merged is None else merged.get(f"{W}val") or "continue", across
        column += across


def _spans(rows: Sequence[Sequence[tuple[int, Any, str, int]]]) -> list[list[tuple[int, Any, int, int]]]:
    """The cells of each row with how far down they reach; those covered by one above fall away."""
    spans: list[list[tuple[int, Any, int, int]]] = []
    reach: dict[int, int] = {}
    for row in reversed(rows):
        here = []
        below, reach = reach, {}
        for column, cell, merged, across in row:
            if merged == "continue":
                reach[column] = below.get(column, 0) + 1
            else:
                here.append((column, cell, 1 + (below.get(column, 0) if merged else 0), across))
        spans.append(here)
    return spans[::-1]


def _paragraph_marks(marks: Any) -> tuple[int, str, int]:
    """Level of outline (0 for none), list and level in it, as a paragraph or a style says itself."""
    if marks is None:
        return 0, "", 0
    outline = _value(marks, "outlineLvl")
    listed = marks.find(f"{W}numPr")
    level = _number(_value(listed, "ilvl"))
    return _number(outline) + 1 if outline.isdecimal() and int(outline) < 9 else 0, _value(listed, "numId"), level


def _value(parent: Any, name: str) -> str:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return (found.get(f"{W}val") or "") if found is not None else ""


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 0


def _is_on(marks: Any, name: str) -> bool:
    found = marks.find(f"{W}{name}") if marks is not None else None
    return found is not None and (found.get(f"{W}val") or "1") not in ("0", "false", "off", "none")


def _is_bold(runs: Sequence[_Run]) -> bool:
    return all(run.is_bold for run in runs if run.text.strip())


def _is_contents(element: Any) -> bool:
    """A table of contents says again what the headings say."""
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "table of contents" in (gallery.get(f"{W}val") or "").lower()
