"""The page as a whole: its parts, the state of the day, the way on, and long days."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.positions import positions
from qmsdesk.domain.records import creation_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.rows import get
from qmsdesk.ui.agreements.page import AgreementPage
from qmsdesk.ui.conduct.rows import QuestionRow
from qmsdesk.ui.desk import Desk
from tests.ui.agreements.conftest import ShowPage, creations, own_answer, write

CONTROL = Qt.KeyboardModifier.ControlModifier
MANY = 500


def test_the_parts_say_what_is_left(page: AgreementPage) -> None:
    assert page.strip.buttons["answers"].text() == "Answers · 33 left"
    assert page.strip.buttons["findings"].text() == "Findings · 3 left"
    assert page.strip.buttons["messages"].text() == "Main messages · 0 of 3"


@pytest.mark.parametrize(
    ("key", "part"), [(Qt.Key.Key_2, "findings"), (Qt.Key.Key_3, "messages"), (Qt.Key.Key_1, "answers")]
)
def test_a_key_leads_to_each_part(page: AgreementPage, key: Qt.Key, part: str) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key, CONTROL)

    assert page.part == part


def test_the_auditors_begin_to_confer(qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier) -> None:
    with qtbot.waitSignal(desk.session.changed):
        page.begin.click()

    audit = get(desk.session.db, Audit, held.audit.id)
    assert audit is not None
    assert audit.state is AuditState.CONFERRING
    assert not page.begin.isVisible()


def test_a_day_that_has_not_begun_is_not_begun_here(show_page: ShowPage, audit: Audit) -> None:
    assert not show_page(audit).begin.isVisible()


def test_the_way_on_leads_to_the_closing(qtbot: QtBot, page: AgreementPage) -> None:
    with qtbot.waitSignal(page.place_requested) as asked:
        page.strip.ready.click()

    assert asked.args == ["close"]


def test_the_way_on_keeps_its_name_where_there_is_no_room_for_it(show_page: ShowPage, held: Dossier) -> None:
    page = show_page(held.audit, width=520)

    assert page.strip.ready.text() == ""
    assert page.strip.ready.accessibleName() == "Ready for the closing meeting"


def test_the_keyboard_comes_to_the_next_decision(qtbot: QtBot, desk: Desk, held: Dossier) -> None:
    """Also when the page had it itself while it was built."""
    page = AgreementPage(desk, held.audit.id)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    page.turns.finish()
    assert page.answers.questions.card.hasFocus()


def test_what_changes_while_hidden_is_shown_when_seen(
    qtbot: QtBot, page: AgreementPage, desk: Desk, held: Dossier, authors: list[str]
) -> None:
    page.hide()
    write(qtbot, desk, creation_of(own_answer(held, 30, authors[0], Verdict.PARTLY)))
    assert "7 were" in page.answers.alike.text()

    page.show()

    assert "8 were" in page.answers.alike.text()


def test_five_hundred_questions_are_rows_in_view_only(
    qtbot: QtBot, show_page: ShowPage, desk: Desk, held: Dossier, authors: list[str]
) -> None:
    section = held.sections[-1]
    texts = {"text_sv": "Hur gör ni?", "text_en": "How do you do it?"}
    more = [Question(f"long-{n}", section.id, f"l{n}", f"z{p}", **texts) for n, p in enumerate(positions(MANY))]  # type: ignore[arg-type]
    write(qtbot, desk, creations(more))
    dossier = load_dossier(desk.session.db, held.audit.id)
    long = replace(dossier, questions=tuple(more), sections=(section,))
    write(qtbot, desk, creations([own_answer(long, n, authors[n % 2], Verdict.FULFILLED) for n in range(MANY)]))
    page = show_page(held.audit)

    page.answers.show_list("alike")
    assert len(page.answers.questions.shown) > MANY
    assert len(page.findChildren(QuestionRow)) < 60
    start = time.perf_counter()
    page.answers.decide(Verdict.PARTLY)
    assert time.perf_counter() - start < 0.25
    desk.session.flush()
