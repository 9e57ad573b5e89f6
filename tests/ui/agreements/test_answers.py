"""Agreeing on answers: all that is alike at once, each difference by one key, and what was not asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.agreements import Likeness, count_by_likeness
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import Audit, TeamMember, TeamRole
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.records import edit_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.agreements.page import AgreementPage
from qmsdesk.ui.desk import Desk
from tests.store.finals import final_of
from tests.ui.agreements.conftest import DIFFER, ShowPage, creations, own_answer, write

Key = Qt.Key


def press(page: AgreementPage, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key, modifier)


def agreed(desk: Desk, audit: Audit) -> dict[str, Answer]:
    answers = load_dossier(desk.session.db, audit.id).answers
    return {answer.question_id: answer for answer in answers if answer.is_agreed and answer.verdict}


def counts(page: AgreementPage) -> dict[Likeness, int]:
    return count_by_likeness(page.conferring.comparisons)


def test_only_the_differences_stand_out(page: AgreementPage, held: Dossier) -> None:
    shown = [each.question.id for each in page.answers.questions.shown]

    assert shown == [held.asked_questions[n].id for n in DIFFER]
    assert "20 questions are answered alike. 7 were answered by one only." in page.answers.alike.text()


def test_both_stand_side_by_side_with_what_they_noted(page: AgreementPage) -> None:
    left, right = page.answers.questions.card.columns

    assert "Fulfilled" in left.text
    assert "Partly" in right.text
    assert "Two of five did not find it (employee)" in right.text
    assert right.x() > left.x()


def test_narrow_windows_put_one_below_the_other(show_page: ShowPage, held: Dossier) -> None:
    page = show_page(held.audit, width=500)
    left, right = page.answers.questions.card.columns

    assert right.y() > left.y()


@pytest.fixture
def three(qtbot: QtBot, desk: Desk, held: Dossier, show_page: ShowPage) -> AgreementPage:
    """A third auditor came along, and saw the first difference in a way of her own."""
    assert held.people is not None
    third = next(person for person in held.people if person not in {member.person_id for member in held.team})
    member = TeamMember("third", held.audit.id, third, TeamRole.AUDITOR, position="z")
    answer = own_answer(held, DIFFER[0], third, Verdict.NOT_FULFILLED)
    write(qtbot, desk, creations([member, answer]))
    return show_page(held.audit)


def test_three_stand_side_by_side_and_the_arrows_take_the_outer_two(
    qtbot: QtBot, three: AgreementPage, desk: Desk, held: Dossier
) -> None:
    card = three.answers.questions.card
    left, middle, right = card.columns

    assert left.x() < middle.x() < right.x()
    assert left.y() == middle.y() == right.y()
    assert [column.take.accessibleDescription() for column in card.columns] == ["Left", "", "Right"]
    with qtbot.waitSignal(desk.session.changed):
        press(three, Key.Key_Right)
    assert agreed(desk, held.audit)[held.asked_questions[DIFFER[0]].id].verdict is Verdict.NOT_FULFILLED


def test_who_stands_between_is_taken_by_the_button(
    qtbot: QtBot, three: AgreementPage, desk: Desk, held: Dossier
) -> None:
    middle = three.answers.questions.card.columns[1]
    with qtbot.waitSignal(desk.session.changed):
        middle.take.click()
    assert agreed(desk, held.audit)[held.asked_questions[DIFFER[0]].id].verdict is Verdict.PARTLY


def test_three_in_a_narrow_window_stand_one_below_the_other(three: AgreementPage) -> None:
    three.resize(640, 712)
    QApplication.processEvents()
    left, middle, right = three.answers.questions.card.columns
    assert left.y() < middle.y() < right.y()


def test_one_key_agrees_on_all_that_is_alike_and_one_step_takes_it_back(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier
) -> None:
    with qtbot.waitSignal(desk.session.changed):
        press(page, Key.Key_A)
    assert len(agreed(desk, held.audit)) == 27
    assert (counts(page)[Likeness.AGREED], page.answers.alike.isVisible()) == (27, False)

    with qtbot.waitSignal(desk.session.changed):
        desk.session.undo()
    assert (agreed(desk, held.audit), counts(page)[Likeness.AGREED]) == ({}, 0)

    with qtbot.waitSignal(desk.session.changed):
        page.answers.agree_all.click()
    assert counts(page)[Likeness.AGREED] == 27


@pytest.mark.parametrize(("key", "verdict"), [(Key.Key_Left, Verdict.FULFILLED), (Key.Key_Right, Verdict.PARTLY)])
def test_an_arrow_takes_the_answer_of_its_side_and_goes_on(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier, key: Key, verdict: Verdict
) -> None:
    first = held.asked_questions[DIFFER[0]].id
    with qtbot.waitSignal(desk.session.changed):
        press(page, key)

    assert {key: answer.verdict for key, answer in agreed(desk, held.audit).items()} == {first: verdict}
    assert page.answers.questions.card.question_id == held.asked_questions[DIFFER[1]].id


def test_a_number_agrees_on_something_else(qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier) -> None:
    with qtbot.waitSignal(desk.session.changed):
        press(page, Key.Key_3)

    assert agreed(desk, held.audit)[held.asked_questions[DIFFER[0]].id].verdict is Verdict.NOT_FULFILLED


def test_an_answer_that_needs_a_reason_waits_for_it(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier
) -> None:
    card, first = page.answers.questions.card, held.asked_questions[DIFFER[0]].id
    with qtbot.waitSignal(desk.session.changed):
        press(page, Key.Key_5)
    assert card.question_id == first
    assert card.answers.reason.editor.hasFocus()

    with qtbot.waitSignal(desk.session.changed):
        QTest.keyClicks(card.answers.reason.editor, "No time")
        press(page, Key.Key_Return)
    assert agreed(desk, held.audit)[first].reason == "No time"
    assert card.question_id != first


def test_a_reason_belongs_to_the_answer_it_was_typed_for(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier
) -> None:
    card, first = page.answers.questions.card, held.asked_questions[DIFFER[0]].id
    with qtbot.waitSignal(desk.session.changed):
        press(page, Key.Key_5)
    QTest.keyClicks(card.answers.reason.editor, "No time")
    page.answers.decide(Verdict.NOT_APPLICABLE)
    desk.session.flush()
    now = agreed(desk, held.audit)[first]
    assert (now.verdict, now.reason) == (Verdict.NOT_APPLICABLE, "")
    assert card.answers.reason.editor.text() == ""


def test_arrows_go_through_the_list(page: AgreementPage, held: Dossier) -> None:
    press(page, Key.Key_Down)
    assert page.answers.questions.card.question_id == held.asked_questions[DIFFER[1]].id

    press(page, Key.Key_Up)
    assert page.answers.questions.card.question_id == held.asked_questions[DIFFER[0]].id


def test_what_one_alone_answered_is_shown_as_such(page: AgreementPage, desk: Desk) -> None:
    page.answers.show_list("alike")
    singles = [each for each in page.answers.questions.shown if each.likeness is Likeness.SINGLE]
    page.answers.questions.open(singles[0].question.id)

    assert "No answer" in page.answers.questions.card.columns[1].text


def test_what_nobody_answered_is_marked_in_one_step_with_its_reason(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier
) -> None:
    press(page, Key.Key_N)
    assert page.answers.unasked.editor.hasFocus()
    assert not page.answers.unasked.accept.isEnabled()

    QTest.keyClicks(page.answers.unasked.editor, "No time left")
    with qtbot.waitSignal(desk.session.changed):
        press(page, Key.Key_Return)

    said = {(answer.verdict, answer.reason) for answer in agreed(desk, held.audit).values()}
    assert (len(agreed(desk, held.audit)), said) == (3, {(Verdict.NOT_ASKED, "No time left")})


def test_who_answers_otherwise_later_brings_the_question_back(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier, authors: list[str]
) -> None:
    with qtbot.waitSignal(desk.session.changed):
        page.answers.agree_all.click()
    changed = own_answer(held, 0, authors[1], Verdict.FULFILLED)
    write(qtbot, desk, [edit_of(changed, "verdict", Verdict.NOT_FULFILLED)])
    comparison = page.conferring.comparison(held.asked_questions[0].id)
    assert comparison is not None
    assert comparison.is_reopened
    assert comparison in page.answers.questions.shown

    page.answers.questions.open(comparison.question.id)
    with qtbot.waitSignal(desk.session.changed):
        press(page, Key.Key_1)
    again = page.conferring.comparison(comparison.question.id)
    assert again is not None
    assert again.likeness is Likeness.AGREED


def test_one_author_alone_agrees_in_one_step(
    qtbot: QtBot, show_page: ShowPage, desk: Desk, audit: Audit, authors: list[str]
) -> None:
    dossier = load_dossier(desk.session.db, audit.id)
    write(qtbot, desk, creations([own_answer(dossier, n, authors[0], Verdict.FULFILLED) for n in range(5)]))
    page = show_page(audit)

    assert page.answers.alike.text().startswith("5 questions are answered by ")
    with qtbot.waitSignal(desk.session.changed):
        page.answers.agree_all.click()
    assert len(agreed(desk, audit)) == 5


def test_a_day_without_answers_says_so(show_page: ShowPage, audit: Audit) -> None:
    page = show_page(audit)

    assert not page.answers.alike.isVisible()
    assert page.answers.empty.isVisible()
    page.answers.on.click()
    assert len(page.answers.questions.shown) == 33


def test_a_final_audit_is_read_only(qtbot: QtBot, show_page: ShowPage, desk: Desk, held: Dossier) -> None:
    write(qtbot, desk, final_of(desk.session.path, held.audit))
    page = show_page(held.audit)

    press(page, Key.Key_A)
    press(page, Key.Key_Left)

    assert not page.answers.alike.isVisible()
    assert not page.answers.questions.card.answers.button(Verdict.FULFILLED).isEnabled()
    assert all(column.take.isHidden() for column in page.answers.questions.card.columns)
    assert counts(page)[Likeness.AGREED] == 0
