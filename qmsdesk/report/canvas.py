"""A ReportLab canvas that tags what is drawn on it while it is drawn; what is not tagged is an artifact."""

import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import cache
from io import BytesIO
from math import cos, radians, sin
from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen import canvas as reportlab_canvas

from qmsdesk.report import symbols
from qmsdesk.report.design import PAGE_HEIGHT, PAGE_WIDTH, Style, rgb
from qmsdesk.report.encoding import Encoding
from qmsdesk.report.jpeg import packed_jpeg
from qmsdesk.report.metadata import About
from qmsdesk.report.tags import Element, Structure, text_string
from qmsdesk.report.text import Line
from qmsdesk.report.writer import Archive, Packed, Raw

# No text is coded with zeros, and page code that stays within Latin-1 takes half the memory.
TOKEN = re.compile("\0(\\d+)\0")


class Canvas(reportlab_canvas.Canvas):
    """Draws text and shapes; text must stand in `tagged` or `artifact`. y runs upwards, in points."""

    def __init__(self, about: About) -> None:
        super().__init__(BytesIO(), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=0, lang=about.language)
        self.structure = Structure()
        self.encoding = Encoding()
        self._doc = Archive(about, self.structure)
        self._preamble = ""
        self._is_open = False
        self._late: list[Callable[[], str]] = []
        self._page_key = self.structure.open_page()
        self._page_of: dict[str, int] = {}
        self._links = 0
        self._pictures: dict[Path | str, str] = {}

    @property
    def page_number(self) -> int:
        return int(self._pageNumber)

    def tagged(self, element: Element | None) -> AbstractContextManager[None]:
        """What is drawn inside belongs to the element; without one it is an artifact."""
        if element is None:
            return self.artifact()
        mcid = self.structure.mark(element, self._pageNumber - 1)
        return self._marked(f"/{element.tag}<</MCID {mcid}>>BDC")

    def artifact(self, kind: str = "") -> AbstractContextManager[None]:
        """What is drawn inside is decoration, or page furniture of a kind such as `Header`."""
        return self._marked(f"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC" if kind else "/Artifact BMC")

    def _marked(self, opening: str) -> AbstractContextManager[None]:
        if self._is_open:
            raise RuntimeError("marked content cannot be nested")
        self._is_open = True
        self._code.append(opening)
        return self

    def __enter__(self) -> None:
        """There is one piece of marked content at a time, so the canvas itself is what ends it."""

    def __exit__(self, *_: object) -> None:
        self._code.append("EMC")
        self._is_open = False

    def text(self, lines: Sequence[Line], x: float, y: float, style: Style) -> None:
        """Lines of text, left aligned, the first on the baseline y."""
        self._require_mark()
        start = _text_start(style.colour, style.leading)
        self._code.append(f"{start} {x:.2f} {y:.2f} Td {self.encoding.show_lines(lines, style.size)} ET")

    def slanting_text(self, line: Line, x: float, y: float, degrees: float, style: Style) -> None:
        """A line round a middle point, rising by an angle."""
        self._require_mark()
        along, up = cos(radians(degrees)), sin(radians(degrees))
        left, down = line.width * style.size / 2000, style.size * 0.3
        start = f"{x - left * along + down * up:.2f} {y - left * up - down * along:.2f}"
        turn = f"{along:.4f} {up:.4f} {-up:.4f} {along:.4f} {start} Tm"
        self._code.append(f"BT {_fill(style.colour)} {turn} {self.encoding.show_lines([line], style.size)} ET")

    def late_text(self, make: Callable[[], Line], x: float, y: float, style: Style, right: bool = False) -> None:
        """A line that is known when all pages are drawn, such as a page number; x is its right end if `right`."""
        self._require_mark()
        self._code.append(f"\0{len(self._late)}\0")
        self._late.append(lambda: self._shown(make(), x, y, style, right))

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle from its lower left corner."""
        self._require_mark()
        self._code.append(f"{_fill(colour)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def rule(self, x: float, y: float, width: float, colour: str, weight: float = 0.6) -> None:
        self.bar(x, y - weight / 2, width, weight, colour)

    def stroke(self, start: tuple[float, float], end: tuple[float, float], colour: str, weight: float) -> None:
        """A straight line."""
        self._require_mark()
        red, green, blue = rgb(colour)
        (x1, y1), (x2, y2) = start, end
        pen = f"{red:.3g} {green:.3g} {blue:.3g} RG {weight:g} w"
        self._code.append(f"{pen} {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def path(self, points: Sequence[tuple[float, float]], colour: str, weight: float) -> None:
        """A line through points as a pen draws it, with round ends; a single point is a dot."""
        self._require_mark()
        red, green, blue = rgb(colour)
        (x, y), *others = points
        lines = " ".join(f"{px:.2f} {py:.2f} l" for px, py in others or [(x, y)])
        pen = f"{red:.3g} {green:.3g} {blue:.3g} RG {weight:g} w 1 J 1 j"
        self._code.append(f"q {pen} {x:.2f} {y:.2f} m {lines} S Q")

    def shape(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """A filled polygon."""
        self._require_mark()
        (x, y), *others = points
        lines = " ".join(f"{px:.2f} {py:.2f} l" for px, py in others)
        self._code.append(f"{_fill(colour)} {x:.2f} {y:.2f} m {lines} h f")

    def symbol(self, name: str, x: float, y: float, radius: float, colour: str) -> None:
        """A symbol of `symbols` round a middle point."""
        self._require_mark()
        self._code.append(f"q {_fill(colour)} 1 0 0 1 {x:.2f} {y:.2f} cm {_outline(name, radius)} Q")

    def link(self, element: Element, key: str, box: tuple[float, float, float, float], contents: str) -> None:
        """Make a box of the page lead to a place; the element tells readers' aids about it."""
        self._links += 1
        name = f"link{self._links}"
        place = self.structure.annotate(element, self.page_number - 1, f"Annot.{name}")
        target = self._bookmarkReference(key)
        rect = " ".join(f"{side:.2f}" for side in box)
        body = (
            f"<</Type/Annot/Subtype/Link/Rect[{rect}]/Border[0 0 0]/F 4/StructParent {place}"
            f"/Contents {text_string(contents)}/Dest "
        )
        self._addAnnotation(Raw(lambda: f"{body}{target.format(self._doc).decode('latin-1')}>>"), name)

    @property
    def page_count(self) -> int:
        """How many pages there are so far; for late texts, all of them."""
        return len(self._doc.Pages.pages)

    def place(self, key: str, y: float) -> None:
        """Give a height of this page a name that links and bookmarks lead to."""
        self.bookmarkPage(key, fit="XYZ", left=0, top=round(min(y, PAGE_HEIGHT), 1))
        self._page_of[key] = self.page_number

    def page_of(self, key: str) -> int:
        """The page of a place; known when all pages are drawn, so for late texts only."""
        return self._page_of[key]

    def photo(self, path: Path, x: float, y: float, width: float, height: float) -> None:
        """A JPEG from its lower left corner; its bytes are read when the file is written."""
        self.picture(path, lambda: packed_jpeg(path), x, y, width, height)

    def picture(
        self, key: Path | str, pack: Callable[[], Packed], x: float, y: float, width: float, height: float
    ) -> None:
        """A picture that is packed when its key comes for the first time."""
        self._require_mark()
        name = self._pictures.get(key)
        if name is None:
            name = self._pictures[key] = f"photo{len(self._pictures)}"
            self._doc.Reference(pack(), self._doc.getXObjectName(name))
        self._formsinuse.append(name)
        placed = f"{width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm"
        self._code.append(f"q {placed} /{self._doc.getXObjectName(name)} Do Q")

    def finish(self, sink: BinaryIO) -> None:
        """Write the whole file."""
        if self._code:
            self.showPage()
        for page in self._doc.Pages.pages:
            page.stream = TOKEN.sub(lambda token: self._late[int(token[1])](), page.stream)
        self.encoding.add_to(self._doc)
        self._doc.write(self, sink)

    def _setAnnotations(self, page: object) -> None:  # noqa: N802
        """ReportLab calls this for each page it closes: the place to add what it does not know of."""
        super()._setAnnotations(page)
        page.StructParents = self._page_key  # type: ignore[attr-defined]
        self._page_key = self.structure.open_page()

    def _shown(self, line: Line, x: float, y: float, style: Style, right: bool) -> str:
        start = x - line.width * style.size / 1000 if right else x
        return f"BT {_fill(style.colour)} {start:.2f} {y:.2f} Td {self.encoding.show_lines([line], style.size)} ET"

    def _require_mark(self) -> None:
        if not self._is_open:
            raise RuntimeError("everything drawn is either tagged or an artifact")


@cache
def _fill(colour: str) -> str:
    red, green, blue = rgb(colour)
    return f"{red:.3g} {green:.3g} {blue:.3g} rg"


@cache
def _text_start(colour: str, leading: float) -> str:
    return f"BT {_fill(colour)} {leading:g} TL"


@cache
def _outline(name: str, radius: float) -> str:
    (x, y), *others = symbols.points(name, 0, 0, radius)
    lines = " ".join([f"{px:.2f} {py:.2f} l" for px, py in others])
    return f"{x:.2f} {y:.2f} m {lines} h f"
