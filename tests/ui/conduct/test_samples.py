"""Samples at a question: begun by a key, several in lines, told where they cannot be true, and taken as evidence."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.samples import Sample
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from tests.ui.conduct.hands import CTRL, click, findings, press, settle, type_text


def samples(page: ConductPage) -> list[tuple[str, int, int]]:
    return sorted((each.what, each.looked_at, each.out_of) for each in page.day.dossier.samples)


def note_sample(page: ConductPage, desk: Desk, looked_at: str, out_of: str, what: str) -> Sample:
    """As hands do it: the key, the number, Tab, the number, Tab, the words."""
    press(Qt.Key.Key_L, CTRL)
    for text in (looked_at, out_of, what):
        type_text(text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    settle(desk)
    return page.day.dossier.samples[-1]


def test_a_sample_is_noted_by_keys_alone(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_L)
    assert page.questions.card.samples.rows[0].looked_at.hasFocus()
    type_text("5")
    press(Qt.Key.Key_Tab)
    type_text("40")
    press(Qt.Key.Key_Tab)
    type_text("care plans")
    press(Qt.Key.Key_Escape)
    settle(desk)
    assert samples(page) == [("care plans", 5, 40)]
    assert page.questions.card.hasFocus()
    assert page.day.dossier.audit.state is AuditState.IN_PROGRESS


def test_an_empty_line_is_not_kept(page: ConductPage, desk: Desk) -> None:
    ways = page.questions.card.ways
    click(ways.more)
    ways.menu.actions()[0].trigger()
    ways.menu.close()
    press(Qt.Key.Key_L, CTRL)
    assert len(page.questions.card.samples.rows) == 1
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    settle(desk)
    assert samples(page) == []
    assert page.questions.card.samples.isHidden()


def test_several_stand_at_one_question_and_none_at_the_next(page: ConductPage, desk: Desk) -> None:
    note_sample(page, desk, "5", "40", "care plans")
    note_sample(page, desk, "2", "3", "logs")
    assert samples(page) == [("care plans", 5, 40), ("logs", 2, 3)]
    assert len(page.questions.card.samples.rows) == 2
    page.questions.step(1)
    assert not page.questions.card.samples.rows
    page.questions.step(-1)
    assert [row.what.text() for row in page.questions.card.samples.rows] == ["care plans", "logs"]


def test_more_than_there_were_is_said_and_not_blocked(page: ConductPage, desk: Desk) -> None:
    note_sample(page, desk, "50", "40", "care plans")
    row = page.questions.card.samples.rows[0]
    assert row.wrong_text.startswith("You cannot have looked at 50 of 40")
    row.looked_at.setFocus()
    row.looked_at.selectAll()
    type_text("4")
    press(Qt.Key.Key_Tab)
    settle(desk)
    assert row.wrong_text == ""
    assert samples(page) == [("care plans", 4, 40)]


def test_a_sample_is_removed_and_comes_back(page: ConductPage, desk: Desk) -> None:
    note_sample(page, desk, "5", "40", "care plans")
    click(page.questions.card.samples.rows[0].remove_button)
    settle(desk)
    assert samples(page) == []
    desk.session.undo()
    settle(desk)
    assert samples(page) == [("care plans", 5, 40)]
    assert page.questions.card.samples.rows[0].what.text() == "care plans"


def test_one_key_puts_samples_into_the_evidence(page: ConductPage, desk: Desk) -> None:
    note_sample(page, desk, "5", "40", "care plans")
    note_sample(page, desk, "9", "3", "logs")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F)
    settle(desk)
    assert page.form.samples.texts == ["5 of 40 care plans"]
    type_text("Goals are missing")
    press(Qt.Key.Key_L, CTRL)
    settle(desk)
    (made,) = findings(page)
    assert (made.title, made.evidence) == ("Goals are missing", "5 of 40 care plans.")
    assert page.form.samples.isHidden()
    assert page.form.parts["evidence"].editor.hasFocus()


def test_a_sample_is_not_offered_to_a_finding_of_another_question(page: ConductPage, desk: Desk) -> None:
    note_sample(page, desk, "5", "40", "care plans")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F)
    settle(desk)
    assert page.form.samples.isHidden()
