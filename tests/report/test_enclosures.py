"""Files that a PDF carries within itself."""

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pikepdf

from qmsdesk.report.metadata import About, Enclosure
from qmsdesk.report.paragraphs import Heading, Paragraph
from qmsdesk.report.printing import print_blocks
from tests.report.pdf_walk import failures, faults

STAMP = dt.datetime(2026, 11, 25, 14, 0, tzinfo=dt.UTC)
ABOUT = About("Provtryck", "Granälva kommun", "sv-SE", STAMP)
DATA = Enclosure("b.json", "application/json", '{"å": "😀"}'.encode(), "Rapportens uppgifter")
OTHER = Enclosure("a.txt", "text/plain", b"", "Tom")


def made(*enclosures: Enclosure) -> bytes:
    blocks = [Heading("Provtryck", 1), Paragraph("Hej")]
    return print_blocks(replace(ABOUT, enclosures=enclosures), lambda _: None, blocks)


def test_what_is_enclosed_can_be_taken_out_again() -> None:
    pdf = made(DATA, OTHER)
    assert failures(pdf) == []
    assert faults(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        held = {name: each.get_file() for name, each in file.attachments.items()}
        assert {name: each.read_bytes() for name, each in held.items()} == {"a.txt": b"", "b.json": DATA.content}
        assert held["b.json"].mime_type == "application/json"
        assert held["b.json"].mod_date == STAMP
        assert {str(each.AFRelationship) for each in file.Root.AF} == {"/Data"}
        assert str(file.attachments["b.json"].description) == "Rapportens uppgifter"


def test_without_one_it_stays_with_the_older_part_of_the_standard() -> None:
    pdf = made()
    assert failures(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        assert "/AF" not in file.Root
        assert b"<pdfaid:part>2</pdfaid:part>" in file.Root.Metadata.read_bytes()
