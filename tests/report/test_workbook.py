"""Spreadsheets: what stands in them, and what may never: formulas, control characters, texts cut without a word."""

import datetime as dt
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.report.plain_text import plain
from qmsdesk.report.workbook import MOST_CHARS, Sheet, Value, audit_workbook, workbook
from tests.report import sample_dossiers
from tests.report.sample_dossiers import STAMP

PART = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def made(*rows: Sequence[Value], titles: Sequence[str] = ("a", "b")) -> bytes:
    return workbook([Sheet("Sheet", titles, rows)], words("en"), title="t", author="o", stamp=STAMP)


def read(content: bytes, sheet: int | str = 0) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    found = book.get_sheet_by_index(sheet) if isinstance(sheet, int) else book.get_sheet_by_name(sheet)
    return found.to_python()


def xml(content: bytes, name: str) -> Any:
    return etree.fromstring(zipfile.ZipFile(BytesIO(content)).read(name))


@pytest.mark.parametrize(
    "text", ["=1+1", "+46 70", "-2", "@SUM(A1)", "{=1}", "=cmd|' /C calc'!A0", "http://x.se", "mailto:a@b"]
)
def test_no_text_is_a_formula_or_a_link(text: str) -> None:
    content = made([text, None])

    assert read(content)[1][0] == text
    sheet = xml(content, "xl/worksheets/sheet1.xml")
    assert list(sheet.iter(f"{PART}f", f"{PART}hyperlink")) == []


def test_dates_are_dates_and_numbers_numbers() -> None:
    content = made([dt.date(2027, 1, 15), 7], ["2027-01-15", True])

    assert read(content)[1:] == [[dt.date(2027, 1, 15), 7.0], ["2027-01-15", "Yes"]]


def test_the_head_stays_and_filters() -> None:
    sheet = xml(made(["x", "y"], ["z", "å"]), "xl/worksheets/sheet1.xml")

    assert sheet.find(f".//{PART}pane").get("topLeftCell") == "B2"
    assert sheet.find(f"{PART}autoFilter").get("ref") == "A1:B3"
    assert {float(each.get("width")) > 8 for each in sheet.iter(f"{PART}col")} == {True}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_comes_out_again(text: str) -> None:
    content = made([text, "x"])

    etree.fromstring(zipfile.ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml"))
    assert read(content)[1][0] == plain(text)


@pytest.mark.parametrize("sign", ["a", "😀"])
def test_a_text_too_long_for_a_cell_is_cut_and_says_so(sign: str) -> None:
    whole = read(made([sign * (MOST_CHARS // (1 if sign == "a" else 2)), ""]))[1][0]
    cut = read(made([sign * (MOST_CHARS + 1), ""]))[1][0]

    assert "cut here" not in whole
    assert cut.startswith(sign * 10)
    assert cut.endswith("[… cut here: a cell holds no more than 32767 characters]")
    assert MOST_CHARS - 2 <= len(cut.encode("utf-16-le")) // 2 <= MOST_CHARS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["empty", "typical", "overfull"])
def test_a_day_as_a_workbook(name: str, language: str) -> None:
    dossier, _ = getattr(sample_dossiers, name)(), words(language)
    content = audit_workbook(dossier, _, stamp=STAMP)

    assert len(read(content, _("Findings"))) == 1 + len(dossier.findings)
    assert len(read(content, _("Actions"))) == 1 + len(dossier.actions)
    assert len(read(content, _("Questions"))) == 1 + len(dossier.asked_questions)
    assert [each.number for each in dossier.findings] == [row[0] for row in read(content, _("Findings"))[1:]]
    assert content == audit_workbook(dossier, _, stamp=STAMP)


def test_the_workbook_has_what_was_agreed() -> None:
    content = audit_workbook(sample_dossiers.typical(), words("en"), stamp=STAMP)
    head, *rows = read(content, "Actions")
    late = dict(zip(head, rows[-1], strict=True))
    facts = dict(read(content, "Facts"))

    assert (late["Finding"], late["Due"], late["State"]) == ("B-02", dt.date(2026, 11, 20), "Overdue")
    assert (late["Reply"], late["Reason"]) == ("Later", "Tas efter systembytet i mars.")
    assert (facts["Unit"], facts["Date"]) == ("Home care East", dt.date(2026, 11, 25))
    assert [row[n] for row in read(content, "Questions") for n in (0, 3) if row[0] == "2.1"] == ["2.1", "Partly"]


def test_what_was_taken_back_or_taken_in_is_not_in_it() -> None:
    base = sample_dossiers.typical()
    taken_in = replace(base.findings[0], id="gone", title="TAKEN IN", merged_into_id=base.findings[1].id)
    content = audit_workbook(replace(base, merged=(taken_in,)), words("sv"), stamp=STAMP)

    assert "TAKEN IN" not in str([row for name in range(4) for row in read(content, name)])


def test_a_row_is_as_high_as_its_longest_text() -> None:
    sheet = xml(made(["x" * 300, ""], ["x", "y"], ["a\nb\nc", ""]), "xl/worksheets/sheet1.xml")
    long, short, broken = [float(each.get("ht", 15)) for each in sheet.iter(f"{PART}row")][1:]

    assert long > 5 * 15
    assert broken > 3 * 15 - 1
    assert short < 2 * 15
