"""Where tables break between pages."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.report.furniture import Furniture
from qmsdesk.report.metadata import About
from qmsdesk.report.pages import PAGE_ROOM
from qmsdesk.report.paragraphs import Heading, Paragraph
from qmsdesk.report.printing import print_blocks
from qmsdesk.report.tables import Column, Table
from tests.report.reading import printed_pages
from tests.report.sample_dossiers import STAMP

COLUMNS = [Column("No.", 1), Column("What", 4)]
ABOUT = About("Tables", "Test", "en-GB", STAMP)
ROW = re.compile(r"row(\d+)z")
END = re.compile(r"end(\d+)z")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(before=st.integers(0, 44), heights=st.lists(st.integers(1, 18), min_size=2, max_size=40))
def test_no_row_is_torn_or_left_alone(before: int, heights: list[int]) -> None:
    rows = [[f"row{n}z", "\n".join([*["line"] * (height - 1), f"end{n}z"])] for n, height in enumerate(heights)]
    blocks = [Paragraph("\n".join(["filler"] * before or ["filler"])), Heading("Title", 3), Table(COLUMNS, rows)]
    pages = printed_pages(print_blocks(ABOUT, Furniture("", ""), blocks))
    begun = [ROW.findall(page) for page in pages]
    assert begun == [END.findall(page) for page in pages]
    assert [number for page in begun for number in page] == [str(n) for n in range(len(heights))]
    assert all(len(page) != 1 for page in (begun[0], begun[-1]))
    (titled,) = (n for n, page in enumerate(pages) if "Title" in page)
    assert len(begun[titled]) > 1


def test_a_row_taller_than_a_page_goes_on_where_it_must() -> None:
    lines = int(PAGE_ROOM // 13) + 20
    rows = [["row0z", "\n".join(f"line{n}z" for n in range(lines))], ["row1z", "short"]]
    pages = printed_pages(print_blocks(ABOUT, Furniture("", ""), [Table(COLUMNS, rows)]))
    assert len(pages) == 2
    assert re.findall(r"line(\d+)z", "".join(pages)) == [str(n) for n in range(lines)]
