"""The pages that blocks are poured onto, one after the other, in one pass."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from qmsdesk.pace import give_way
from qmsdesk.report.canvas import Canvas
from qmsdesk.report.design import BOTTOM, LEFT, PAGE_HEIGHT, TEXT_WIDTH, TOP
from qmsdesk.report.text import Hyphens

PAGE_ROOM = PAGE_HEIGHT - TOP - BOTTOM


class Block(Protocol):
    """A piece of a report that can pour itself onto the pages."""

    @property
    def before(self) -> float: ...

    @property
    def after(self) -> float: ...

    @property
    def keeps_next(self) -> bool: ...

    def lead(self, pages: "Pages") -> float:
        """The height it needs on a page to begin there."""

    def pour(self, pages: "Pages") -> None:
        """Draw itself downwards from `pages.y`, taking new pages as needed."""


class Pages:
    """A pen that moves down the page; `left` and `width` are the column it writes in."""

    def __init__(self, canvas: Canvas, furnish: Callable[[Canvas], None], hyphens: Hyphens) -> None:
        self.canvas = canvas
        self.hyphens = hyphens
        self.left, self.width = LEFT, TEXT_WIDTH
        self.y = PAGE_HEIGHT - TOP
        self._furnish = furnish
        self._gap = 0.0
        self._is_fresh = True
        self._watchers: list[Callable[[], None]] = []
        furnish(canvas)

    @property
    def room(self) -> float:
        return self.y - BOTTOM

    def pour(self, blocks: Sequence[Block]) -> None:
        """Pour blocks in order; a heading goes to the next page with what it heads."""
        kept_until = 0
        for n, block in enumerate(blocks):
            self._open_gap(block.before)
            if n >= kept_until:
                kept_until, needed = self._group(blocks, n)
                if needed > self.room and not self._is_fresh:
                    self.break_page()
            block.pour(self)
            if not self._is_fresh:
                self._gap = block.after
                self.y -= block.after

    def down(self, height: float) -> None:
        give_way()
        self.y -= height
        self._is_fresh = False

    def break_page(self) -> None:
        for watcher in self._watchers:
            watcher()
        self.canvas.showPage()
        self._furnish(self.canvas)
        self.y = PAGE_HEIGHT - TOP
        self._gap = 0.0
        self._is_fresh = True

    @contextmanager
    def column(self, left: float, right: float = 0.0) -> Iterator[None]:
        """Write in a narrower column for a while."""
        before = self.left, self.width
        self.left, self.width = self.left + left, self.width - left - right
        yield
        self.left, self.width = before

    @contextmanager
    def watched(self, before_break: Callable[[], None]) -> Iterator[None]:
        """Let a block finish its piece of a page before each page break inside it."""
        self._watchers.append(before_break)
        yield
        self._watchers.remove(before_break)

    def _open_gap(self, wanted: float) -> None:
        """Neighbours share the space between them: the larger wish wins; none at the top of a page."""
        if not self._is_fresh:
            self.y -= max(wanted - self._gap, 0.0)

    def _group(self, blocks: Sequence[Block], first: int) -> tuple[int, float]:
        """Where the blocks that must begin on one page end, and the height this takes."""
        needed, gap, n = 0.0, 0.0, first
        while True:
            block = blocks[n]
            needed += block.lead(self) + (max(block.before - gap, 0.0) if n > first else 0.0)
            n += 1
            if not block.keeps_next or n == len(blocks):
                return n, needed
            needed += block.after
            gap = block.after
