"""Answering: six ways by key and mouse, reasons where they are due, and what that does to the audit."""

import pytest
from PySide6.QtCore import Qt

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.progress import progress_by_section
from qmsdesk.store.rows import get
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from tests.ui.conduct.hands import ALT, answer_of, click, number_of, press, settle, type_text


@pytest.mark.parametrize(("key", "verdict"), list(zip("123456", Verdict, strict=True)))
def test_a_key_answers_and_the_question_stays_open(page: ConductPage, desk: Desk, key: str, verdict: Verdict) -> None:
    press(Qt.Key(ord(key)))
    assert page.questions.card.answers.button(verdict).isChecked(), "shown before the disk has it"
    settle(desk)
    answer = answer_of(page)
    assert answer is not None
    assert answer.verdict is verdict
    assert number_of(page) == "1.1"


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_click_answers(page: ConductPage, desk: Desk, verdict: Verdict) -> None:
    click(page.questions.card.answers.button(verdict))
    settle(desk)
    answer = answer_of(page)
    assert answer is not None
    assert answer.verdict is verdict


def test_the_chosen_answer_is_taken_back_by_being_pressed_again(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_1)
    settle(desk)
    answer = answer_of(page)
    assert answer is not None
    assert answer.verdict is None
    assert not page.questions.card.answers.button(Verdict.FULFILLED).isChecked()


def test_quick_changes_of_mind_end_at_the_last(page: ConductPage, desk: Desk) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_6, Qt.Key.Key_2):
        press(key)
    assert page.questions.card.answers.button(Verdict.PARTLY).isChecked()
    settle(desk)
    answer = answer_of(page)
    assert answer is not None
    assert answer.verdict is Verdict.PARTLY


def test_a_question_not_asked_wants_a_reason_and_counts_when_it_has_one(page: ConductPage, desk: Desk) -> None:
    section_id = page.day.dossier.sections[0].id
    press(Qt.Key.Key_5)
    reason = page.questions.card.answers.reason
    assert reason.isVisible()
    assert reason.editor.hasFocus()
    settle(desk)
    assert progress_by_section(page.day.dossier, page.day.answers)[section_id].done == 0
    type_text("Chefen blev bortkallad")
    press(Qt.Key.Key_Escape)
    settle(desk)
    assert page.questions.card.hasFocus()
    assert progress_by_section(page.day.dossier, page.day.answers)[section_id].done == 1
    answer = answer_of(page)
    assert answer is not None
    assert answer.reason == "Chefen blev bortkallad"


def test_a_ready_phrase_is_one_press(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_4)
    reason = page.questions.card.answers.reason
    phrase = next(chip for chip in reason.phrases if chip.isVisible())
    click(phrase)
    settle(desk)
    answer = answer_of(page)
    assert answer is not None
    assert answer.reason == phrase.text() == "Does not apply to this unit"
    assert answer.is_settled


def test_another_answer_forgets_the_reason(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_5)
    type_text("Ingen tid")
    press(Qt.Key.Key_1, ALT)
    settle(desk)
    answer = answer_of(page)
    assert answer is not None
    assert (answer.verdict, answer.reason) == (Verdict.FULFILLED, "")
    assert not page.questions.card.answers.reason.isVisible()


def test_plain_keys_type_while_a_note_is_written(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("1 av 3 fs")
    settle(desk)
    assert answer_of(page) is None
    assert page.questions.card.notes.editors[0].toPlainText() == "1 av 3 fs"
    press(Qt.Key.Key_2, ALT)
    settle(desk)
    answer = answer_of(page)
    assert answer is not None
    assert answer.verdict is Verdict.PARTLY


def test_the_first_answer_brings_the_audit_into_progress_and_undo_takes_both_back(
    page: ConductPage, desk: Desk, audit: Audit
) -> None:
    assert audit.state is AuditState.PREPARING
    press(Qt.Key.Key_1)
    settle(desk)
    held = get(desk.session.db, Audit, audit.id)
    assert held is not None
    assert held.state is AuditState.IN_PROGRESS
    desk.session.undo()
    settle(desk)
    held = get(desk.session.db, Audit, audit.id)
    assert held is not None
    assert held.state is AuditState.PREPARING
    assert not page.questions.card.answers.button(Verdict.FULFILLED).isChecked()
    press(Qt.Key.Key_2)
    settle(desk)
    held = get(desk.session.db, Audit, audit.id)
    assert held is not None
    assert held.state is AuditState.IN_PROGRESS, "and again with the next one"


def test_redo_brings_an_answer_back(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_3)
    settle(desk)
    desk.session.undo()
    settle(desk)
    desk.session.redo()
    settle(desk)
    assert page.questions.card.answers.button(Verdict.NOT_FULFILLED).isChecked()


def test_progress_of_the_section_follows(page: ConductPage, desk: Desk) -> None:
    entry = page.columns.sections.entry(page.day.dossier.sections[0].id)
    assert "0 of 4 answered" in entry.accessibleName()
    press(Qt.Key.Key_1)
    assert "1 of 4 answered" in entry.accessibleName()
