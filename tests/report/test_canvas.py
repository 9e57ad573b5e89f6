"""The canvas and the file it writes."""

import datetime as dt
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
import reportlab
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFontFace
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

from qmsdesk.paths import resource
from qmsdesk.report.canvas import Canvas
from qmsdesk.report.design import BODY
from qmsdesk.report.fonts import FILES, face
from qmsdesk.report.metadata import About
from qmsdesk.report.paragraphs import set_text
from tests.report.pdf_walk import failures, faults

ABOUT = About("Provtryck <å> & 😀", "Granälva kommun", "sv-SE", dt.datetime(2026, 11, 25, 14, 0, tzinfo=dt.UTC))


def finished(canvas: Canvas) -> bytes:
    sink = BytesIO()
    canvas.finish(sink)
    return sink.getvalue()


def one_page(text: str = "Hej") -> Canvas:
    canvas = Canvas(ABOUT)
    canvas.structure.open_section(1)
    with canvas.tagged(canvas.structure.add("H1")):
        canvas.text(set_text(text, BODY, 400), 60, 700, BODY)
    return canvas


def test_reportlab_still_has_what_the_canvas_leans_on() -> None:
    """None of these names is public; the pin in pyproject.toml and this test stand together."""
    assert reportlab.__version__.startswith("5.1.")
    canvas = ReportLabCanvas(BytesIO())
    for name in (
        "_code",
        "_doc",
        "_pageNumber",
        "_preamble",
        "_addAnnotation",
        "_formsinuse",
        "_bookmarkReference",
        "_setAnnotations",
    ):
        assert hasattr(canvas, name), name
    document = pdfdoc.PDFDocument()
    for name in (
        "idToObject",
        "idToObjectNumberAndVersion",
        "numberToId",
        "Reference",
        "Outlines",
        "Catalog",
        "Pages",
        "info",
    ):
        assert hasattr(document, name), name
    assert isinstance(pdfdoc.PDFPage().__NoDefault__, list)
    assert isinstance(document.Catalog.__NoDefault__, list)
    font = TTFontFace(str(resource("fonts", FILES["regular"])))
    for name in ("charToGlyph", "charWidths", "defaultWidth", "addSubsetObjects", "getCharWidth", "name"):
        assert hasattr(font, name), name


def test_a_page_is_accessible_and_archivable() -> None:
    pdf = finished(one_page())
    assert failures(pdf) == []
    assert faults(pdf) == []


def test_nothing_can_be_drawn_unmarked_or_twice_marked() -> None:
    canvas = Canvas(ABOUT)
    with pytest.raises(RuntimeError):
        canvas.bar(0, 0, 9, 9, "#000000")
    with canvas.artifact(), pytest.raises(RuntimeError), canvas.artifact():
        pass


def test_the_file_names_itself() -> None:
    with pikepdf.open(BytesIO(finished(one_page()))) as file:
        assert str(file.docinfo.Title) == ABOUT.title
        assert str(file.Root.Lang) == "sv-SE"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as metadata:
            assert metadata["dc:title"] == ABOUT.title
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfuaid:part"] == "1"


def test_more_characters_than_one_subset_holds() -> None:
    text = "".join(chr(code) for code in range(0x21, 0x2500) if face("regular").has(chr(code)))
    pdf = finished(one_page(text))
    assert failures(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        regular = [
            font for font in file.pages[0].Resources.Font.values() if "SourceSans3-Regular" in str(font.BaseFont)
        ]
        assert len(regular) > 2


def test_no_font_is_left_outside() -> None:
    with pikepdf.open(BytesIO(finished(one_page()))) as file:
        fonts = list(file.pages[0].Resources.Font.values())
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_late_text_is_filled_in_at_the_end() -> None:
    canvas = one_page()
    with canvas.artifact("Footer"):
        canvas.late_text(lambda: set_text(str(canvas.page_count), BODY, 50)[0], 300, 40, BODY)
    canvas.showPage()
    pdf = finished(canvas)
    assert faults(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        assert b"(1)Tj" in file.pages[0].Contents.read_bytes()


def test_printing_brings_in_nothing_that_speaks_to_the_net() -> None:
    code = "import sys, qmsdesk.report.audits; sys.exit(bool({'ssl', 'http.client', 'smtplib'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
