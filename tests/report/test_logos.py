"""The organisation's logo and colour in its reports."""

import logging
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import words
from qmsdesk.report import design
from qmsdesk.report.audits import audit_report
from qmsdesk.report.logos import read_logo
from qmsdesk.report.palettes import READABLE, STANDARD, palette_of
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults, walk

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS)
def test_whatever_colour_is_chosen_can_be_read(colour: str) -> None:
    palette = palette_of(colour)
    assert design.contrast(palette.accent, "#ffffff") >= READABLE
    for on_deep in (design.ON_DEEP, palette.on_deep, palette.tint):
        assert design.contrast(on_deep, palette.deep) >= READABLE


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert palette_of("#7A1F5C").accent == "#7a1f5c"


@pytest.mark.parametrize("accent", ["", "red", "#12345", "#12345g"])
def test_what_is_no_colour_leaves_the_usual_ones(accent: str) -> None:
    assert palette_of(accent) == STANDARD


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
@pytest.mark.parametrize("form", [ReportForm.FULL, ReportForm.SHORT])
def test_a_logo_stands_on_the_first_page_with_its_words(name: str, form: ReportForm, tmp_path: Path) -> None:
    path = tmp_path / name
    mode = "RGBA" if name.endswith("png") else "CMYK"
    Image.new(mode, (3000, 40)).save(path)
    dossier = replace(samples.empty(), organisation=replace(samples.empty().organisation, accent="#ffcc00"))
    pdf = audit_report(dossier, words("en"), stamp=samples.STAMP, form=form, logo=path)
    assert failures(pdf) == []
    assert faults(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        alts = [str(each.Alt) for each in walk(file.Root.StructTreeRoot.K) if each.S == "/Figure"]
        assert len(file.pages[0].get_images()) == 1
    assert alts == ["Logo of Granälva kommun"]


def test_transparent_is_white(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGBA", (2, 2), (0, 0, 0, 0)).save(path)
    logo = read_logo(path)
    assert logo is not None
    stream = logo.stream()
    assert "/Width 2/Height 2" in stream.entries
    assert Image.frombytes("RGB", (2, 2), zlib.decompress(b"".join(stream.pieces()))).getpixel((0, 0)) == (255,) * 3


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "content",
    [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"\xff\xd8\xff\xe0broken"],
    ids=["empty", "text", "png", "jpeg"],
)
def test_a_logo_that_is_no_picture_is_left_out(
    content: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with caplog.at_level(logging.WARNING, "qmsdesk"):
        pdf = audit_report(samples.empty(), words("en"), stamp=samples.STAMP, logo=path)
    assert "logo.png" in caplog.text
    with pikepdf.open(BytesIO(pdf)) as file:
        assert not any(page.get_images() for page in file.pages)
