"""Blocks poured over pages: what belongs together stays together, and tables of any length hold."""

import gc
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest

from qmsdesk.paths import RESOURCES
from qmsdesk.report import design
from qmsdesk.report.cards import Callout, Card
from qmsdesk.report.charts.bars import Bar, bar_chart
from qmsdesk.report.figures import Figure
from qmsdesk.report.grids import Grid
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph
from qmsdesk.report.printing import print_blocks
from qmsdesk.report.tables import Cell, Column, Table
from tests.report.pdf_walk import failures, faults, tags
from tests.report.reading import printed_pages
from tests.report.test_canvas import ABOUT

COLUMNS = [Column("Nr", 1), Column("Text", 5), Column("Antal", 1, is_number=True)]


@pytest.fixture
def printed() -> Callable[[Sequence[Block]], bytes]:
    def pour(blocks: Sequence[Block]) -> bytes:
        return print_blocks(ABOUT, lambda canvas: None, [Heading("Rubrik", 1), *blocks])

    return pour


def test_a_long_table_repeats_its_header_as_an_artifact(printed: Callable[[Sequence[Block]], bytes]) -> None:
    pdf = printed([Table(COLUMNS, ([str(n), f"rad {n}", Cell(str(n * n), is_strong=True)] for n in range(150)))])
    pages = printed_pages(pdf)
    assert len(pages) > 3
    assert all("Antal" in text for text in pages)
    assert tags(pdf).count("THead") == 1
    assert tags(pdf).count("TR") == 151
    assert failures(pdf) == []
    assert faults(pdf) == []


def test_a_row_taller_than_a_page_goes_on_over_the_next(printed: Callable[[Sequence[Block]], bytes]) -> None:
    pdf = printed([Table(COLUMNS, [["1", "ord " * 3000, "2"], ["2", "sist", "3"]])])
    text = " ".join(printed_pages(pdf))
    assert text.split().count("ord") == 3000
    assert tags(pdf).count("TD") == 4
    assert failures(pdf) == []
    assert faults(pdf) == []


def test_a_table_without_rows_still_has_its_header(printed: Callable[[Sequence[Block]], bytes]) -> None:
    pdf = printed([Table(COLUMNS, [])])
    assert failures(pdf) == []
    assert "Antal" in printed_pages(pdf)[0]


@pytest.mark.parametrize("lines", range(36, 46))
def test_a_heading_is_never_last_on_its_page(printed: Callable[[Sequence[Block]], bytes], lines: int) -> None:
    filler = Paragraph("\n".join(["rad"] * lines))
    for text in printed_pages(printed([filler, Heading("Här börjar det"), Paragraph("Text under rubriken. " * 8)])):
        assert ("Här börjar det" in text) <= ("Text under rubriken" in text)


@pytest.mark.parametrize("lines", range(30, 46, 3))
def test_a_small_card_is_never_split(printed: Callable[[Sequence[Block]], bytes], lines: int) -> None:
    card = Card("Styrka · A-01", "Kortets rubrik", "#6c4bb4", "star", [("Krav", "första"), ("Underlag", "sista")])
    for text in printed_pages(printed([Paragraph("\n".join(["rad"] * lines)), card])):
        assert ("Kortets rubrik" in text) == ("sista" in text)


def test_every_block_is_accessible_and_archivable(printed: Callable[[Sequence[Block]], bytes]) -> None:
    bars = [Bar("Styrka", 3, "#6c4bb4", "star"), Bar("Avvikelse", 0, "#b3261e", "square")]
    blocks: list[Block] = [
        Heading("Kapitel", 2, "kapitel"),
        Paragraph("Brödtext. " * 300, lead_in="Krav:"),
        Bullets(["ett", "två " * 400]),
        Grid([("Namn", "värde"), ("Ett långt namn på två rader eller flera", "")]),
        Card("Avvikelse", "Rubrik", "#b3261e", "square", [("Krav", "text " * 900)]),
        Callout("Utkast"),
        Figure(lambda width: bar_chart(bars, width), "Styrka 3, avvikelse 0", "Bildtext"),
    ]
    pdf = printed(blocks)
    assert failures(pdf) == []
    assert faults(pdf) == []
    assert {"H1", "H2", "P", "L", "LI", "Lbl", "LBody", "H3", "Figure", "Caption", "Sect"} <= set(tags(pdf))


def test_a_paragraph_over_two_pages_is_one_paragraph(printed: Callable[[Sequence[Block]], bytes]) -> None:
    pdf = printed([Paragraph("Brödtext som räcker länge. " * 250)])
    assert len(printed_pages(pdf)) == 2
    assert tags(pdf).count("P") == 1


def test_texts_can_be_read_on_their_grounds() -> None:
    inks = [design.INK, design.MUTED, design.ACCENT, design.DRAFT, *(look.colour for look in design.LOOKS.values())]
    assert min(design.contrast(ink, "#ffffff") for ink in inks) >= 4.5
    assert min(design.contrast(ink, design.WATERMARK) for ink in inks) >= 4.5
    assert design.contrast(design.DRAFT, design.DRAFT_GROUND) >= 4.5
    assert design.contrast(design.ON_DEEP_MUTED, design.DEEP) >= 4.5


def test_no_two_types_share_a_shape_or_a_colour() -> None:
    looks = design.LOOKS.values()
    assert len({look.symbol for look in looks}) == len({look.colour for look in looks}) == len(looks) == 5


def test_printing_leaves_the_search_for_garbage_as_it_was(printed: Callable[[Sequence[Block]], bytes]) -> None:
    printed([])
    assert gc.isenabled()


def test_charts_and_design_are_there_for_the_window_without_reportlab() -> None:
    """The window draws the same charts, and must not pay for ReportLab when it starts."""
    charts = ", ".join(f"qmsdesk.report.charts.{name}" for name in ("answers", "findings", "trends"))
    code = f"import sys, qmsdesk.report.design, {charts}; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=RESOURCES.parent, check=False).returncode == 0
