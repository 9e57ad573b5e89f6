"""Word documents made by hand, in the ways people write them: what asks, what belongs to it, and what is left out."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document

from qmsdesk.exchange.sources.files import understand
from qmsdesk.exchange.sources.mappings import Mark
from qmsdesk.exchange.sources.understandings import Understanding


@pytest.fixture
def document() -> Any:
    return Document()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "egenkontroll.docx"


def read(document: Any, path: Path) -> Understanding:
    document.save(str(path))
    return understand(path)


def sections(understood: Understanding) -> dict[str, list[str]]:
    content = understood.content
    return {
        section.title_sv: [each.text_sv for each in content.questions if each.section_id == section.id]
        for section in content.sections
    }


def left_out(understood: Understanding) -> list[tuple[int, str]]:
    return [(each.place.row, each.text) for each in understood.left_out]


def test_headings_are_sections_list_items_ask_and_what_follows_helps(document: Any, path: Path) -> None:
    document.add_heading("Egenkontroll kök", 0)
    document.add_paragraph("Fyll i listan varje vecka.")
    document.add_heading("Livsmedel", 1)
    document.add_heading("Förvaring", 2)
    document.add_paragraph("Är kylen under 8 grader?", style="List Number")
    document.add_paragraph("Läs av termometern i dörren.")
    document.add_paragraph("Är varorna datummärkta?", style="List Number")
    document.add_paragraph("Vägledning: titta på tre varor.")
    document.add_paragraph("Underlag: loggboken")
    document.add_heading("Städning", 2)
    document.add_paragraph("Finns ett städschema?  ☐ Ja ☐ Nej", style="List Number")
    document.add_paragraph("Kommentar: ______________")
    document.add_heading("Personal", 1)
    document.add_paragraph("Vet alla vad de ska göra vid larm?", style="List Number")
    document.add_paragraph("Datum: ________  Namn: ______")

    understood = read(document, path)

    assert understood.content.checklist.title_sv == "Egenkontroll kök"
    assert sections(understood) == {
        "Livsmedel – Förvaring": ["Är kylen under 8 grader?", "Är varorna datummärkta?"],
        "Livsmedel – Städning": ["Finns ett städschema?"],
        "Personal": ["Vet alla vad de ska göra vid larm?"],
    }
    first, second, *_ = understood.content.questions
    assert (first.guidance_sv, second.guidance_sv) == ("Läs av termometern i dörren.", "titta på tre varor.")
    assert second.evidence_sv == "loggboken"
    assert left_out(understood) == [
        (2, "Fyll i listan varje vecka."),
        (11, "☐ Ja ☐ Nej"),
        (12, "Kommentar: ______________"),
        (15, "Datum: ________  Namn: ______"),
    ]


def test_typed_numbers_are_numbers_and_bold_lines_are_headings(document: Any, path: Path) -> None:
    document.add_paragraph("Skyddsrond")
    for heading, items in (("1. Belysning", ["1.1 Lampor hela"]), ("2. Utrymning", ["2.1 Vägar fria", "2.2 Skyltar"])):
        document.add_paragraph().add_run(heading).bold = True
        for item in items:
            document.add_paragraph(item)

    understood = read(document, path)

    assert understood.content.checklist.title_sv == "Skyddsrond"
    assert sections(understood) == {"1. Belysning": ["Lampor hela"], "2. Utrymning": ["Vägar fria", "Skyltar"]}
    assert [each.code for each in understood.content.questions] == ["1.1", "2.1", "2.2"]
    assert left_out(understood) == []


def test_what_has_a_box_to_tick_asks(document: Any, path: Path) -> None:
    document.add_heading("Öppning", 1)
    for text in ("☐ Lås upp dörren", "☐ Tänd lamporna", "Larmet är av [ ]"):
        document.add_paragraph(text)

    understood = read(document, path)

    assert [each.text_sv for each in understood.content.questions] == [
        "Lås upp dörren",
        "Tänd lamporna",
        "Larmet är av",
    ]


def test_questions_may_be_the_headings_themselves(document: Any, path: Path) -> None:
    document.add_heading("Samtal", 0)
    for question in ("Vad fungerar bra hos er?", "Vad är svårt och varför?"):
        document.add_heading(question, 2)
        document.add_paragraph("Be om ett exempel.")

    understood = read(document, path)

    assert [(each.text_sv, each.guidance_sv) for each in understood.content.questions] == [
        ("Vad fungerar bra hos er?", "Be om ett exempel."),
        ("Vad är svårt och varför?", "Be om ett exempel."),
    ]


def test_tables_and_text_ask_in_their_order_and_fields_to_fill_in_do_not(document: Any, path: Path) -> None:
    fields = document.add_table(2, 2)
    fields.cell(0, 0).text, fields.cell(1, 0).text = "Enhet", "Datum"
    document.add_paragraph("Hur mår ni i gruppen?")
    document.add_heading("Rutiner", 1)
    table = document.add_table(4, 3)
    rows = [
        ["Nr", "Fråga", "Svar"],
        ["1", "Finns en rutin för avvikelser?"],
        ["2", "Följs den?"],
        ["3", "Hur vet ni det?"],
    ]
    for n, row in enumerate(rows):
        for m, text in enumerate(row):
            table.cell(n, m).text = text
    inner = table.cell(3, 2).add_table(1, 1)
    inner.cell(0, 0).text = "inre"

    understood = read(document, path)

    assert sections(understood) == {
        "egenkontroll": ["Hur mår ni i gruppen?"],
        "Rutiner": ["Finns en rutin för avvikelser?", "Följs den?", "Hur vet ni det?"],
    }
    assert {"Enhet", "Datum", "Svar", "inre"} == {text for _, text in left_out(understood)}


def test_merged_cells_are_read_once(document: Any, path: Path) -> None:
    table = document.add_table(5, 2)
    rows = [
        ["Område", "Fråga"],
        ["Kyla", "Är den kall?"],
        ["", "Mäts den?"],
        ["Värme", "Är den varm?"],
        ["", "Hålls den?"],
    ]
    for n, row in enumerate(rows):
        for m, text in enumerate(row):
            table.cell(n, m).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(4, 0))

    understood = read(document, path)

    assert sections(understood) == {"Kyla": ["Är den kall?", "Mäts den?"], "Värme": ["Är den varm?", "Hålls den?"]}


def test_what_was_struck_out_is_not_read_and_what_was_put_in_is(document: Any, path: Path) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    paragraph = document.add_paragraph("Är ")
    for tag, text in (("ins", "<w:t>kylen</w:t>"), ("del", "<w:delText>frysen</w:delText>")):
        paragraph._p.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1"><w:r>{text}</w:r></w:{tag}>'))
    paragraph.add_run(" kall?")

    assert [each.text_sv for each in read(document, path).content.questions] == ["Är kylen kall?"]


def test_what_stands_in_content_controls_is_read(document: Any, path: Path) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    inside = "<w:p><w:r><w:t>Är dörren låst?</w:t></w:r></w:p>"
    document.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{inside}</w:sdtContent></w:sdt>"))

    assert [each.text_sv for each in read(document, path).content.questions] == ["Är dörren låst?"]


def test_a_reading_can_be_corrected_by_hand(document: Any, path: Path) -> None:
    from dataclasses import replace

    document.add_paragraph("Är kylen kall?")
    document.add_paragraph("Kontrollera dörren.")
    document.add_paragraph("Är frysen kall?")
    found = read(document, path)
    assert [each.text_sv for each in found.content.questions] == ["Är kylen kall?", "Är frysen kall?"]

    (table,) = found.mapping.tables
    marks = tuple((row, Mark.QUESTION if row == 2 else mark) for row, mark in table.by_hand)
    corrected = understand(path, replace(found.mapping, tables=(replace(table, by_hand=marks),)))

    assert [each.text_sv for each in corrected.content.questions] == [
        "Är kylen kall?",
        "Kontrollera dörren.",
        "Är frysen kall?",
    ]


def test_a_question_that_is_said_to_be_more_of_the_one_above_becomes_its_guidance(document: Any, path: Path) -> None:
    from dataclasses import replace

    document.add_paragraph("Är kylen kall?")
    document.add_paragraph("Är dörren stängd?")
    found = read(document, path)

    (table,) = found.mapping.tables
    marks = tuple((row, Mark.MORE if row == 2 else mark) for row, mark in table.by_hand)
    corrected = understand(path, replace(found.mapping, tables=(replace(table, by_hand=marks),)))

    assert [(each.text_sv, each.guidance_sv) for each in corrected.content.questions] == [
        ("Är kylen kall?", "Är dörren stängd?")
    ]
