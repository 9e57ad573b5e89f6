"""Search in the report: in the PDF itself, whatever its capitals are and wherever its lines end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.hits import hits_of, plain_text, texts_of
from qmsdesk.ui.reports.page import ReportPage
from tests.report.sample_dossiers import STAMP, typical
from tests.ui.reports.test_report_page import shown


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return audit_report(typical(), words("sv"), stamp=STAMP)


def searched(qtbot: QtBot, page: ReportPage, text: str) -> None:
    qtbot.keyClick(page.preview.sheets, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.search.found):
        page.search.line.setText(text)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Åtgärd  i\r\nÄLVEN", "åtgärd i älven"),
        ("leverantörsbe\ufffe\r\ndömning", "leverantörsbedömning"),
        ("mjuk\u00adt\u00a0mellanrum", "mjukt mellanrum"),
    ],
)
def test_what_a_page_says_is_made_plain(said: str, plain: str) -> None:
    text = plain_text(said)

    assert text.plain == plain
    assert said[text.places[-1]].casefold() == plain[-1]
    assert len(text.places) == len(text.plain)


def test_capitals_and_swedish_letters_make_no_difference(pdf: bytes) -> None:
    texts = texts_of(pdf)

    assert hits_of(pdf, texts, "ÅTGÄRD") == hits_of(pdf, texts, "  åtgärd ")
    assert hits_of(pdf, texts, "åtgärd")
    assert hits_of(pdf, texts, "atgard") == []
    assert hits_of(pdf, texts, " - ") == []


def test_a_word_that_a_line_breaks_is_found_and_marked_on_both_lines(pdf: bytes) -> None:
    texts = texts_of(pdf)
    wanted = {word for text in texts for word in text.plain.split() if len(word) > 9 and word.isalpha()}
    hits = [hit for word in wanted for hit in hits_of(pdf, texts, word)]

    broken = [hit for hit in hits if len(hit.places) > 1]
    assert broken
    for hit in hits:
        for place in hit.places:
            assert 0 <= place.left() < place.right() <= 1
            assert 0 <= place.top() < place.bottom() <= 1
    assert all(hit.places[0].top() < hit.places[1].top() for hit in broken)


def test_hits_are_counted_marked_and_gone_through_by_key(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    searched(qtbot, page, "OF")
    search, sheets = page.search, page.preview.sheets
    count = len(search.hits)

    assert count > 3
    assert search._count.text() == f"1 of {count}"
    assert sum(len(sheet.marks) for sheet in sheets.sheets) == count
    assert [sheet.mark for sheet in sheets.sheets if sheet.mark] == [search.hits[0].places]
    qtbot.keyClick(search.line, Qt.Key.Key_Return)
    assert search._count.text() == f"2 of {count}"
    qtbot.keyClick(search.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(search.line, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert search._count.text() == f"{count} of {count}"
    qtbot.waitUntil(lambda: sheets.page == search.hits[-1].page)
    qtbot.keyClick(search.line, Qt.Key.Key_F3)
    assert search._count.text() == f"1 of {count}"


def test_the_hit_one_comes_to_is_in_view(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    searched(qtbot, page, "ing")
    sheets = page.preview.sheets

    for _ in page.search.hits[:40]:
        hit = page.search.hits[page.search.at]
        sheet = sheets.sheets[hit.page]
        top = sheet.y() + sheet.place(hit.places[0]).top() - sheets.verticalScrollBar().value()
        assert 0 <= top <= sheets.viewport().height() - 20
        page.search.step(1)


def test_leaving_takes_the_marks_away_and_gives_the_report_the_focus(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    searched(qtbot, page, "findings")
    qtbot.keyClick(page.search.line, Qt.Key.Key_Escape)

    assert not page.search.isVisible()
    assert not any(sheet.marks or sheet.mark for sheet in page.preview.sheets.sheets)
    assert page.focusWidget() is page.preview.sheets


def test_nothing_found_is_said(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    searched(qtbot, page, "qqqq")

    assert page.search._count.text() == "Nothing found"
    assert not page.search.next.isEnabled()


def test_a_report_that_is_made_anew_is_searched_anew(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    searched(qtbot, page, "sammanfattning")
    assert page.search.hits == []

    with qtbot.waitSignal(page.search.found):
        page._choose_language("sv")

    assert page.search.hits


def test_swedish_letters_are_typed(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    page.search.start()
    for sign in "öst":
        QApplication.sendEvent(page.search.line, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), sign))

    assert page.search.line.text() == "öst"


def test_only_what_was_found_is_marked_on_the_small_pages(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    thumbnails = page.preview.thumbnails
    qtbot.waitUntil(lambda: page.preview.sheets.sheets[-1].accessibleDescription() != "")
    before = [thumbnails.visualItemRect(thumbnails.item(place)) for place in range(3)]
    plain = thumbnails.viewport().grab().toImage()
    searched(qtbot, page, "findings")
    marked = thumbnails.viewport().grab().toImage()

    for place, room in enumerate(before):
        corner = room.center()
        assert marked.pixelColor(corner) == plain.pixelColor(corner), f"page {place + 1} is painted over"
    assert marked != plain
