"""From blocks to a file: every report goes through here."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO

from qmsdesk.report.canvas import Canvas
from qmsdesk.report.metadata import About
from qmsdesk.report.pages import Block, Pages
from qmsdesk.report.text import hyphens


def print_blocks(about: About, furnish: Callable[[Canvas], None], blocks: Sequence[Block]) -> bytes:
    """The blocks as a tagged, archivable PDF; `furnish` draws what stands round the text of each page."""
    sink = BytesIO()
    print_into(sink, about, furnish, blocks)
    return sink.getvalue()


def print_into(sink: BinaryIO, about: About, furnish: Callable[[Canvas], None], blocks: Sequence[Block]) -> None:
    """The same into a file, photo by photo, however many there are."""
    with no_search_for_garbage():
        _print(sink, about, furnish, blocks)  # and all of it is gone again before the search goes on


def _print(sink: BinaryIO, about: About, furnish: Callable[[Canvas], None], blocks: Sequence[Block]) -> None:
    canvas = Canvas(about)
    Pages(canvas, furnish, hyphens(about.language[:2])).pour(blocks)
    canvas.finish(sink)


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """Blocks and structure tree only grow while they are made; searching them again and again costs a sixth of the
    time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
