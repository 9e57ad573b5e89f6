"""Finding one's way through the questions: arrows, sections, jump, search, filters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.progress import QuestionFilter
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from tests.ui.conduct.hands import ALT, CTRL, click, number_of, press, quick, settle, type_text


def shown(page: ConductPage) -> list[str]:
    return [page.day.dossier.numbers[question.id] for question in page.questions.shown]


def look_for(qtbot: QtBot, page: ConductPage, text: str) -> None:
    press(Qt.Key.Key_F, CTRL)
    with qtbot.waitSignal(page.finder.changed):
        type_text(text)


def test_arrows_go_from_question_to_question_and_over_the_end_of_a_section(page: ConductPage) -> None:
    press(Qt.Key.Key_Down)
    assert number_of(page) == "1.2"
    for _ in range(3):
        press(Qt.Key.Key_Down)
    assert number_of(page) == "2.1"
    press(Qt.Key.Key_Up)
    assert number_of(page) == "1.4"
    assert shown(page) == ["1.1", "1.2", "1.3", "1.4"]


def test_the_ends_are_ends(page: ConductPage) -> None:
    press(Qt.Key.Key_Up)
    assert number_of(page) == "1.1"
    page.questions.open(page.day.dossier.asked_questions[-1])
    press(Qt.Key.Key_Down)
    assert number_of(page) == "8.3"


def test_inside_a_note_arrows_move_the_cursor_and_ctrl_arrows_the_question(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("ett")
    press(Qt.Key.Key_Return)
    type_text("tre")
    press(Qt.Key.Key_Up)
    assert number_of(page) == "1.1"
    type_text("!")
    press(Qt.Key.Key_Down, CTRL)
    assert number_of(page) == "1.2"
    assert page.questions.card.hasFocus()
    settle(desk)
    assert page.day.dossier.notes[0].text == "ett!\ntre"


def test_a_section_opens_at_its_first_unanswered_question(page: ConductPage, desk: Desk) -> None:
    second = page.day.dossier.sections[1].id
    click(page.columns.sections.entry(second))
    assert number_of(page) == "2.1"
    press(Qt.Key.Key_1)
    settle(desk)
    click(page.columns.sections.entry(page.day.dossier.sections[0].id))
    click(page.columns.sections.entry(second))
    assert number_of(page) == "2.2"
    assert shown(page)[0] == "2.1"


def test_a_section_opens_by_enter(page: ConductPage) -> None:
    page.columns.sections.entry(page.day.dossier.sections[2].id).setFocus()
    press(Qt.Key.Key_Return)
    assert number_of(page) == "3.1"


def test_a_row_opens_by_a_click(page: ConductPage) -> None:
    third = page.questions.shown[1].id
    row = page.questions.rows.row_of(third)
    assert row is not None
    click(row)
    assert number_of(page) == "1.2"


def test_ctrl_return_goes_to_the_next_unanswered_also_from_a_note(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    type_text("Klart")
    press(Qt.Key.Key_Return, CTRL)
    assert number_of(page) == "1.3"
    settle(desk)
    assert page.day.dossier.notes[0].text == "Klart"


@pytest.mark.parametrize(("said", "number"), [("2.3", "2.3"), ("4.1 ", "4.1"), ("gather dust", "2.3")])
def test_jump_takes_a_number_or_words(page: ConductPage, said: str, number: str) -> None:
    press(Qt.Key.Key_G)
    assert page.jump_field.isVisible()
    type_text(said)
    press(Qt.Key.Key_Return)
    assert number_of(page) == number
    assert not page.jump_field.isVisible()
    assert page.questions.card.hasFocus()


def test_jump_is_left_by_escape_and_minds_no_nonsense(page: ConductPage) -> None:
    press(Qt.Key.Key_G, CTRL)
    press(Qt.Key.Key_Escape)
    assert page.questions.card.hasFocus()
    press(Qt.Key.Key_G)
    type_text("99.9")
    press(Qt.Key.Key_Return)
    assert number_of(page) == "1.1"


def test_a_search_narrows_the_list_and_enter_opens_the_first(qtbot: QtBot, page: ConductPage) -> None:
    look_for(qtbot, page, "routines dust")
    assert shown(page) == ["2.3"]
    assert page.questions.current is None, "nothing opens by itself"
    press(Qt.Key.Key_Return)
    assert number_of(page) == "2.3"
    assert page.questions.card.hasFocus()


def test_answer_keys_do_nothing_where_no_question_is_open(qtbot: QtBot, page: ConductPage, desk: Desk) -> None:
    look_for(qtbot, page, "routines dust")
    press(Qt.Key.Key_1, ALT)
    settle(desk)
    assert page.day.dossier.answers == ()


def test_escape_ends_the_search_where_one_was(qtbot: QtBot, page: ConductPage) -> None:
    press(Qt.Key.Key_Down)
    look_for(qtbot, page, "routines dust")
    press(Qt.Key.Key_Escape)
    assert number_of(page) == "1.2"
    assert shown(page) == ["1.1", "1.2", "1.3", "1.4"]


def test_a_search_looks_into_notes_and_findings(qtbot: QtBot, page: ConductPage, desk: Desk) -> None:
    quick(page, desk, "#3.2 Kvittens saknas")
    look_for(qtbot, page, "kvittens")
    assert shown(page) == ["3.2"]
    look_for(qtbot, page, "zzz")
    assert shown(page) == []


def test_the_arrows_walk_through_what_was_found(qtbot: QtBot, page: ConductPage) -> None:
    look_for(qtbot, page, "routine")
    found = shown(page)
    assert len(found) > 1
    press(Qt.Key.Key_Down)
    assert number_of(page) == found[0]
    press(Qt.Key.Key_Down)
    assert number_of(page) == found[1]
    assert shown(page) == found


def test_filters_and_an_answered_question_stays_in_the_hand(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_6)
    settle(desk)
    page.finder.set_filter(QuestionFilter.PARKED)
    assert shown(page) == ["1.1"]
    page.questions.card.setFocus()
    press(Qt.Key.Key_1)
    settle(desk)
    assert shown(page) == ["1.1"], "it does not slip away while one is at it"
    page.finder.set_filter(QuestionFilter.UNANSWERED)
    assert "1.1" not in shown(page)
    assert len(shown(page)) == 32


def test_findings_are_filtered_too(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_F)
    settle(desk)
    press(Qt.Key.Key_Escape)
    page.finder.set_filter(QuestionFilter.WITH_FINDING)
    assert shown(page) == ["1.1"]


def test_the_question_in_the_other_language_is_a_click_away(page: ConductPage) -> None:
    card = page.questions.card
    question = card.question
    assert question is not None
    assert question.text_en in card.accessibleName()
    click(card.language)
    assert question.text_sv in card.accessibleName()
    click(card.language)
    assert question.text_en in card.accessibleName()


def test_what_was_found_last_time_stands_at_its_question(page: ConductPage) -> None:
    before = page.day.dossier.earlier
    assert before is not None
    for finding in before.findings:
        question = page.day.question(finding.question_id)
        page.questions.open(question)
        QApplication.processEvents()
        assert finding.title in page.questions.card.last_time.text
