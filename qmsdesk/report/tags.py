"""The structure of a report: headings, paragraphs, tables and figures as a reader's aid hears them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Mark(NamedTuple):
    """Marked content on a further page than its element's own: the `mcid`-th piece of page number `page`."""

    page: int
    mcid: int


class Annotated(NamedTuple):
    """A link on a page, by the name it goes by in the file."""

    page: int
    name: str


class Element:
    """A node of the structure tree. `attributes` is raw PDF, such as `/Alt <FEFF…>`.

    `page` is where its first content is, counted from 0; a kid that is a number is a piece of that page.
    """

    __slots__ = ("attributes", "kids", "number", "page", "parent", "tag")

    def __init__(self, tag: str, parent: "Element | None", number: int, attributes: str = "") -> None:
        self.tag = tag
        self.parent = parent
        self.number = number
        self.attributes = attributes
        self.page: int | None = None
        self.kids: list[Kid] = []


Kid = Element | int | Mark | Annotated


def text_string(text: str) -> str:
    """A PDF text string that any character survives in."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


class Structure:
    """The tree, grown while the pages are drawn; so its order is the reading order."""

    def __init__(self) -> None:
        self.root = self.current = Element("Document", None, 0)
        self.parents: dict[int, list[Element] | Element] = {}
        self._elements = [self.root]
        self._pieces: list[Element] = []
        self._sections: list[tuple[int, Element]] = [(0, self.root)]

    def open_page(self) -> int:
        """The key under which the new page lists whose content it holds."""
        key = len(self.parents)
        self._pieces = self.parents[key] = []
        return key

    def add(self, tag: str, attributes: str = "", parent: Element | None = None) -> Element:
        parent = parent or self.current
        element = Element(tag, parent, len(self._elements), attributes)
        self._elements.append(element)
        parent.kids.append(element)
        return element

    def open_section(self, level: int) -> None:
        """Begin the section of a heading; it ends where one of the same or a higher level begins."""
        while self._sections[-1][0] >= level:
            self._sections.pop()
        self.current = self._sections[-1][1]
        self.current = self.add("Sect")
        self._sections.append((level, self.current))

    def mark(self, element: Element, page: int) -> int:
        """The number of a new piece of content on the open page that belongs to an element."""
        mcid = len(self._pieces)
        self._pieces.append(element)
        if element.page is None:
            element.page = page
        element.kids.append(mcid if element.page == page else Mark(page, mcid))
        return mcid

    def annotate(self, element: Element, page: int, name: str) -> int:
        """The key of a link that belongs to an element."""
        key = len(self.parents)
        self.parents[key] = element
        element.kids.append(Annotated(page, name))
        return key

    def objects(self, root: int, first: int, pages: list[int], names: Mapping[str, int]) -> Iterator[tuple[int, str]]:
        """Every object of the tree: its number and its body. `first` is the number of the first element.

        The tree falls apart on the way, so that no search for circular garbage need take it apart afterwards.
        """
        parent_tree = first + len(self._elements)
        keys = f"/ParentTree {parent_tree} 0 R/ParentTreeNextKey {len(self.parents)}"
        yield root, f"<</Type/StructTreeRoot/K {first} 0 R{keys}>>"
        yield from self._bodies(root, first, pages, names)
        yield parent_tree, f"<</Nums[{' '.join(self._nums(first))}]>>"
        self.parents.clear()

    def _bodies(self, root: int, first: int, pages: list[int], names: Mapping[str, int]) -> Iterator[tuple[int, str]]:
        on_page = [f"/Pg {page} 0 R/K" for page in pages]
        for number, element in enumerate(self._elements, first):
            parent = root if element.parent is None else first + element.parent.number
            if element.page is not None and len(element.kids) == 1:  # most of them: a piece of text in one place
                kids = f"{on_page[element.page]} {element.kids[0]}"
            else:
                kids = _kids(element, first, pages, names)
            element.kids = []
            yield number, f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R{element.attributes}{kids}>>"
        self._elements.clear()

    def _nums(self, first: int) -> Iterator[str]:
        for key, held in self.parents.items():
            if isinstance(held, Element):
                yield f"{key} {first + held.number} 0 R"
            elif held:
                yield f"{key}[{' '.join([f'{first + element.number} 0 R' for element in held])}]"


def _kids(element: Element, first: int, pages: list[int], names: Mapping[str, int]) -> str:
    kids, page = element.kids, element.page
    said = " ".join(
        [f"{first + kid.number} 0 R" if isinstance(kid, Element) else _content(kid, pages, names) for kid in kids]
    )
    return f"/K[{said}]" if page is None else f"/Pg {pages[page]} 0 R/K[{said}]"


def _content(kid: int | Mark | Annotated, pages: list[int], names: Mapping[str, int]) -> str:
    if isinstance(kid, Annotated):
        return f"<</Type/OBJR/Obj {names[kid.name]} 0 R/Pg {pages[kid.page]} 0 R>>"
    if isinstance(kid, Mark):
        return f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.mcid}>>"
    return str(kid)
