"""Tasks on paper: a box to tick, what is to be done and until when, and a line to sign on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.forms import BOX, PEN, tick_box
from qmsdesk.report.pages import Pages
from qmsdesk.report.paragraphs import baseline, one_line, pour_lines, set_text
from qmsdesk.report.tags import Element
from qmsdesk.report.text import Line

INDENT = 24.0
SIGNING = 132.0
GUTTER = 20.0
PAD = 8.0
SIGN_LINE = 27.0
DUE = Style(9.5, 13.5, design.SEMIBOLD)
TEXT = Style(11.5, 15.5, design.SEMIBOLD)
ABOUT = Style(9.5, 13, colour=design.MUTED, hyphenate=True)
SIGN = Style(8.5, 11, colour=design.MUTED)


@dataclass(frozen=True)
class Task:
    """`due` says when and how it stands, in `colour`; `about` are lines on what it comes from."""

    due: str
    text: str
    about: Sequence[str] = ()
    colour: str = design.MUTED


@dataclass
class Tasks:
    """One list of tasks, a fine rule under each; `signing` is what stands under the line."""

    tasks: Sequence[Task]
    signing: str
    keeps_next: bool = False
    before: float = 2.0
    after: float = 10.0
    _set: dict[int, list[tuple[Style, list[Line]]]] = field(default_factory=dict, repr=False)

    def lead(self, pages: Pages) -> float:
        return self._height(pages, 0) if self.tasks else 0.0

    def pour(self, pages: Pages) -> None:
        list_ = pages.canvas.structure.add("L")
        for n in range(len(self.tasks)):
            height = self._height(pages, n)
            if pages.room < height:
                pages.break_page()
            self._pour_task(pages, n, list_)
            with pages.canvas.artifact():
                pages.canvas.rule(pages.left, pages.y, pages.width, design.RULE)
            self._set.pop(n, None)

    def _pour_task(self, pages: Pages, n: int, list_: Element) -> None:
        structure, canvas = pages.canvas.structure, pages.canvas
        body = structure.add("LBody", parent=structure.add("LI", parent=list_))
        parts = self._parts(pages, n)
        pages.down(PAD)
        top, page = pages.y, canvas.page_number
        with canvas.artifact():
            tick_box(canvas, pages.left, top - TEXT.leading + (TEXT.leading - BOX) / 2)
            canvas.rule(pages.left + pages.width - SIGNING, top - SIGN_LINE, SIGNING, PEN, 0.6)
        for style, lines in parts:
            pour_lines(pages, lines, style, structure.add("P", parent=body), INDENT)
        if page == canvas.page_number:
            y = baseline(top - SIGN_LINE - 2, SIGN)
            with canvas.tagged(structure.add("P", parent=body)):
                canvas.text([one_line(self.signing, SIGN, SIGNING)], pages.left + pages.width - SIGNING, y, SIGN)
            pages.down(max(SIGN_LINE + SIGN.leading + 2 - (top - pages.y), 0.0))
        pages.down(PAD)

    def _height(self, pages: Pages, n: int) -> float:
        text = sum(len(lines) * style.leading for style, lines in self._parts(pages, n))
        return max(text, SIGN_LINE + SIGN.leading + 2) + 2 * PAD

    def _parts(self, pages: Pages, n: int) -> list[tuple[Style, list[Line]]]:
        if n not in self._set:
            task, width = self.tasks[n], pages.width - INDENT - SIGNING - GUTTER
            due = Style(DUE.size, DUE.leading, DUE.face, task.colour)
            texts = ((TEXT, task.text), (due, task.due), *((ABOUT, line) for line in task.about))
            self._set[n] = [(style, set_text(text, style, width, pages.hyphens)) for style, text in texts if text]
        return self._set[n]
