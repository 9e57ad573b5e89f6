"""Conditions on the day: what is asked follows the answers at once, and nothing that was answered goes out of sight."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.records import edit_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.agreements.page import AgreementPage
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.chips import Chip
from tests.ui.conduct.conftest import ShowPage


def depending(desk: Desk, audit: Audit) -> list[Question]:
    """The questions of the first section: the second is asked only if the first is met, the third is for some."""
    questions = load_dossier(desk.session.db, audit.id).asked_questions[:4]
    asked = f"${{{questions[0].code}}} = 'yes'"
    desk.session.write([edit_of(questions[1], "condition", asked), edit_of(questions[2], "condition", "a note")])
    desk.session.flush()
    return list(questions)


def answer(desk: Desk, page: ConductPage, verdict: Verdict) -> None:
    page.work.answer(verdict)
    desk.session.flush()
    QApplication.processEvents()


def test_what_is_asked_follows_the_answers(desk: Desk, audit: Audit, show_page: ShowPage) -> None:
    questions = depending(desk, audit)
    page = show_page(audit)
    total = len(page.day.dossier.chosen_questions)
    page.questions.open(page.day.question(questions[0].id))
    row = page.questions.rows.row_of(questions[1].id)
    assert row is not None
    assert "Only if: question 1.1 has the answer Fulfilled" in row.line.note
    assert page.columns.total.text().startswith(f"0 of {total - 1} ")
    page.questions.step(1)
    assert page.questions.current == page.day.question(questions[2].id), "one that is not asked is passed over"
    assert page.questions.card.asked.condition.text == "Only if: a note"

    page.questions.step(-1)
    answer(desk, page, Verdict.FULFILLED)
    assert page.columns.total.text().startswith(f"1 of {total} ")
    assert row.line.note == ""
    page.questions.open_next_unanswered()
    assert page.questions.current == page.day.question(questions[1].id)


def test_an_answer_stays_in_sight_when_its_condition_is_no_longer_met(
    desk: Desk, audit: Audit, show_page: ShowPage
) -> None:
    questions = depending(desk, audit)
    page = show_page(audit)
    page.questions.open(page.day.question(questions[0].id))
    answer(desk, page, Verdict.FULFILLED)
    page.questions.step(1)
    answer(desk, page, Verdict.PARTLY)
    page.questions.step(-1)
    answer(desk, page, Verdict.NOT_FULFILLED)

    row = page.questions.rows.row_of(questions[1].id)
    assert row is not None
    assert row.line.tone == "partly"
    assert row.line.note.startswith("Condition no longer met.")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert page.questions.card.asked.condition.text.startswith("Condition no longer met.")
    assert "no longer met" in page.questions.card.accessibleDescription()
    own = page.day.own_answer(questions[1].id)
    assert own is not None
    assert own.verdict is Verdict.PARTLY
    page.questions.step(1)
    assert page.questions.current == page.day.question(questions[2].id), "from there one goes on as from any other"


def test_what_was_answered_is_agreed_on_even_where_it_no_longer_applies(
    qtbot: QtBot, desk: Desk, audit: Audit, show_page: ShowPage
) -> None:
    questions = depending(desk, audit)
    page = show_page(audit)
    for place, verdict in ((1, Verdict.PARTLY), (0, Verdict.NOT_FULFILLED)):
        page.questions.open(page.day.question(questions[place].id))
        answer(desk, page, verdict)
    agree = AgreementPage(desk, audit.id)
    qtbot.addWidget(agree)
    agree.turns.finish()
    agree.show()

    agree.answers.show_list("alike")
    shown = agree.answers.questions
    assert questions[1].id in [each.question.id for each in shown.shown]
    shown.open(questions[1].id)
    told = {chip.text() for chip in shown.card.findChildren(Chip) if chip.isVisibleTo(shown.card)}
    assert "Condition no longer met" in told
    shown.open(questions[0].id)
    told = {chip.text() for chip in shown.card.findChildren(Chip) if chip.isVisibleTo(shown.card)}
    assert "Condition no longer met" not in told
