"""The main messages: written, moved, begun with a finding."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.agreements.page import AgreementPage
from qmsdesk.ui.desk import Desk
from tests.ui.agreements.conftest import creations, write


def texts(desk: Desk, held: Dossier) -> list[str]:
    desk.session.flush()
    return [message.text for message in load_dossier(desk.session.db, held.audit.id).main_messages]


def type_in(page: AgreementPage, place: int, text: str) -> None:
    page.messages.rows[place].take_focus()
    QTest.keyClicks(page.messages.rows[place].editor, text)


def test_nothing_is_written_before_a_message_says_something(page: AgreementPage, desk: Desk, held: Dossier) -> None:
    page.show_part("messages")

    assert len(page.messages.rows) == 3
    assert texts(desk, held) == []


def test_a_message_comes_into_being_as_it_is_typed_at_its_place(page: AgreementPage, desk: Desk, held: Dossier) -> None:
    page.show_part("messages")
    type_in(page, 1, "Second")
    type_in(page, 0, "First")

    assert texts(desk, held) == ["First", "Second"]
    assert page.strip.buttons["messages"].text() == "Main messages · 2 of 3"


def test_alt_and_an_arrow_move_a_message_with_what_is_typed(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier
) -> None:
    page.show_part("messages")
    type_in(page, 0, "One")
    type_in(page, 1, "Two")
    editor = page.messages.rows[1].editor

    QTest.keyClick(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert texts(desk, held) == ["Two", "One"]
    assert page.messages.rows[0].editor is editor
    assert QApplication.focusWidget() is editor


def test_a_finding_begins_a_message(page: AgreementPage, desk: Desk, held: Dossier) -> None:
    page.show_part("messages")
    (offer,) = page.messages.offers
    assert offer.text() == "Everybody is heard"

    offer.click()

    assert texts(desk, held) == ["Everybody is heard"]
    assert page.messages.offers == []


def test_a_fourth_is_possible(page: AgreementPage, desk: Desk, held: Dossier) -> None:
    page.show_part("messages")
    page.messages.more.click()
    type_in(page, 3, "One more")

    assert texts(desk, held) == ["One more"]


def test_where_the_findings_arose_is_seen_beside_the_messages(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier
) -> None:
    page.show_part("messages")
    chart = page.messages.chart
    before = chart.view.accessibleDescription()
    question = held.asked_questions[-1]
    section = next(each for each in held.sections if each.id == question.section_id)
    new = Finding("new-one", held.audit.id, "A-99", FindingType.STRENGTH, "Ny", question_id=question.id)
    write(qtbot, desk, creations([new]))
    assert f"{section.title_en}: Strength 1" in chart.view.accessibleDescription()
    assert f"{section.title_en}: Strength 1" not in before
