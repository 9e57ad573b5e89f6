"""Checklists handed out and taken in again: in every form they are the same afterwards, field by field."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qmsdesk.domain.checklists import Commonality
from qmsdesk.domain.errors import CellIsTooSmall
from qmsdesk.exchange.checklists import ChecklistContent, Extended, read_checklist, shipped_checklists
from qmsdesk.exchange.exports.formats import FORMATS
from qmsdesk.exchange.sources.files import understand
from qmsdesk.exchange.sources.outlines import Outline, OutlineQuestion, OutlineSection, content_of
from qmsdesk.i18n import LANGUAGES, words

FORMS = [".xlsx", ".docx", ".yaml"]
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn"])
LINES = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
SIGNS = st.sampled_from(
    ["=1+1", "+46 8", "-", "@here", "'quoted", "null", "~", "yes", "1.0", "_x0041_", "a: b", "#", "]]>"]
)


def in_languages(texts: Any, least: int = 1) -> Any:
    return st.dictionaries(st.sampled_from(LANGUAGES), texts | SIGNS, min_size=least, max_size=2)


QUESTIONS = st.builds(
    OutlineQuestion,
    text=in_languages(TEXTS),
    guidance=in_languages(TEXTS, 0),
    evidence=in_languages(TEXTS, 0),
    refers_to=st.lists(LINES | SIGNS, max_size=3).map(tuple),
    minutes=st.integers(0, 999),
    must_ask=st.booleans(),
    condition=st.just("") | LINES,
    commonality=st.sampled_from(Commonality),
    parameter=st.just("") | LINES,
)
SECTIONS = st.builds(OutlineSection, title=in_languages(LINES), questions=st.lists(QUESTIONS, min_size=1, max_size=3))
OUTLINES = st.builds(
    Outline,
    title=in_languages(LINES),
    sections=st.lists(SECTIONS, min_size=1, max_size=3),
    code=LINES | SIGNS,
    edition=LINES | SIGNS,
    extends=st.none() | st.builds(Extended, LINES, st.just("") | LINES),
)


def back(content: ChecklistContent, form: str, language: str, folder: Path) -> ChecklistContent:
    path = folder / f"checklist{form}"
    path.write_bytes(FORMATS[form](content, words(language)))
    understood = understand(path)
    assert understood.left_out == ()
    return understood.content


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", shipped_checklists(), ids=lambda path: path.stem)
def test_a_shipped_checklist_comes_back_as_it_was(path: Path, form: str, language: str, tmp_path: Path) -> None:
    content = read_checklist(path)
    assert back(content, form, language, tmp_path) == content


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(outline=OUTLINES, language=st.sampled_from(LANGUAGES))
def test_any_checklist_comes_back_as_it_was(form: str, outline: Outline, language: str, tmp_path: Path) -> None:
    content = content_of(outline)
    assert back(content, form, language, tmp_path) == content


def test_what_looks_like_a_formula_is_a_text(tmp_path: Path) -> None:
    import python_calamine as calamine

    asked = OutlineQuestion({"sv": '=HYPERLINK("http://x")'}, {"sv": "@SUM(A1)"}, condition="-1", parameter="+1")
    content = content_of(Outline({"sv": "T"}, [OutlineSection({"sv": "=A1"}, [asked])], code="c"))
    path = tmp_path / "formulas.xlsx"
    path.write_bytes(FORMATS[".xlsx"](content, words("sv")))

    sheet = calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    assert '=HYPERLINK("http://x")' in sheet.to_python()[1]


def test_a_text_too_long_for_a_cell_is_refused_and_goes_into_word(tmp_path: Path) -> None:
    asked = OutlineQuestion({"sv": "ö" * 40_000})
    content = content_of(Outline({"sv": "T"}, [OutlineSection({"sv": "S"}, [asked])], code="c"))

    with pytest.raises(CellIsTooSmall):
        FORMATS[".xlsx"](content, words("sv"))
    assert back(content, ".docx", "sv", tmp_path) == content


def test_a_row_added_in_a_spreadsheet_is_asked_and_a_column_of_ones_own_is_named(tmp_path: Path) -> None:
    """People change what they were given; what they wrote is read by the heads they left as they were."""
    from xlsxwriter import Workbook

    path = tmp_path / "changed.xlsx"
    book = Workbook(path)
    page = book.add_worksheet("Frågor")
    rows = [
        ["Ansvarig", "Fråga, svenska", "Avsnitt, svenska", "Minuter"],
        ["Eva", "Är kylen kall?", "Kyla", 4],
        ["Ali", "Hur vet ni?", None, "många"],
        ["Kim", None, None, None],
    ]
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    about = book.add_worksheet("qmsdesk")
    for number, pair in enumerate([("id", "kyl"), ("version", "2"), ("title sv", "Kylkoll")]):
        about.write_row(number, 0, pair)
    book.close()

    understood = understand(path)

    content = understood.content
    assert (content.checklist.code, content.checklist.edition, content.checklist.title_sv) == ("kyl", "2", "Kylkoll")
    assert [(each.text_sv, each.minutes) for each in content.questions] == [("Är kylen kall?", 4), ("Hur vet ni?", 7)]
    assert len(content.sections) == 1
    assert [each.text for each in understood.left_out] == ["Ansvarig", "många", "Kim"]


def test_a_paragraph_added_in_word_is_named(tmp_path: Path) -> None:
    from docx import Document

    path = tmp_path / "changed.docx"
    content = read_checklist(shipped_checklists()[0])
    path.write_bytes(FORMATS[".docx"](content, words("sv")))
    document = Document(str(path))
    document.add_paragraph("Ring Eva.")
    document.save(str(path))

    understood = understand(path)

    assert understood.content == content
    assert [each.text for each in understood.left_out] == ["Ring Eva."]


def test_the_language_of_the_reader_stands_first_in_word() -> None:
    content = read_checklist(shipped_checklists()[0])
    english = replace(content, questions=tuple(replace(each, text_sv="") for each in content.questions))

    assert FORMATS[".docx"](content, words("sv")) != FORMATS[".docx"](content, words("en"))
    assert FORMATS[".docx"](english, words("sv"))
