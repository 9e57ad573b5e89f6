"""Last time beside the question, and the same again: a repeat made, suggested, linked and taken back."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.records import creation_of
from qmsdesk.store.audits import audit_before, find_audit
from qmsdesk.store.checklists import questions_of
from qmsdesk.store.register import Register
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from tests.ui.conduct.conftest import ShowPage
from tests.ui.conduct.hands import CTRL, click, findings, press, settle, type_text
from tests.ui.conftest import DEVICE, OpenDesk

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(open_desk: OpenDesk, demo_file: Path, tmp_path: Path) -> Desk:
    """Last time, the first question of the day led to a minor nonconformity whose action helped."""
    path = tmp_path / "demo.qmsdesk"
    shutil.copyfile(demo_file, path)
    register = Register(path, DEVICE)
    audit = find_audit(register.db, "2026-05")
    before = audit_before(register.db, audit)
    assert before is not None
    question = questions_of(register.db, audit.checklist_id)[0]
    finding = Finding(
        *("then", before.id, "A-02", FindingType.NONCONFORMITY_MINOR, "Nobody knew the mission", "KL:6.6"),
        *("Three of eight", "The mission was not known"),
        question_id=question.id,
    )
    action = Action(
        *("done", before.id, "then", "Tell everybody", "Unit manager", None, dt.date(2024, 12, 1)),
        ActionState.CLOSED,
        is_effective=True,
    )
    register.write([*creation_of(finding), *creation_of(action)], guarded=False)
    register.close()
    return open_desk(path)


@pytest.fixture
def page(show_page: ShowPage, audit: Audit, desk: Desk) -> ConductPage:
    return show_page(audit, desk=desk)


def test_the_line_says_what_was_found_and_what_became_of_it(page: ConductPage) -> None:
    line = page.questions.card.last_time
    assert line.isVisible()
    assert line.text == "2024 Minor nonconformity action helped · Nobody knew the mission"
    assert line.again.isVisible()


def test_the_line_opens_to_more(page: ConductPage) -> None:
    line = page.questions.card.last_time
    click(line.more)
    QApplication.processEvents()
    said = " ".join(line.details)
    for part in ("2024-03", "A-02", "The mission was not known", "Closed", "Tell everybody", "Unit manager"):
        assert part in said
    assert "Three of eight" not in said
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert not line.more.isChecked()


def test_a_question_without_a_last_time_says_nothing(page: ConductPage) -> None:
    page.questions.open(page.day.question("none"))
    asked = page.day.dossier.asked_questions
    silent = []
    for question in asked:
        page.questions.open(question)
        if page.questions.card.last_time.last_time is None:
            silent.append(page.questions.card.last_time.isHidden())
    assert all(silent)


@pytest.mark.parametrize("by_key", [True, False])
def test_again_makes_the_finding_anew_without_its_evidence(page: ConductPage, desk: Desk, by_key: bool) -> None:
    if by_key:
        press(Qt.Key.Key_A)
    else:
        click(page.questions.card.last_time.again)
    settle(desk)
    (made,) = findings(page)
    assert (made.type, made.title, made.requirement) == (
        FindingType.NONCONFORMITY_MINOR,
        "Nobody knew the mission",
        "KL:6.6",
    )
    assert (made.repeat_of_id, made.evidence, made.statement) == ("then", "", "")
    assert page.middle.is_at_form
    assert page.form.repeat.text == "Repeat of 2024-03 A-02"
    assert page.form.missing_text


def test_again_takes_what_was_noted_today_as_evidence(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    type_text("Two of six could say it.")
    press(Qt.Key.Key_A, CTRL | SHIFT)
    settle(desk)
    (made,) = findings(page)
    assert (made.title, made.evidence) == ("Nobody knew the mission", "Two of six could say it.")


def test_a_second_again_opens_the_repeat_that_is_there(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_A)
    settle(desk)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_A)
    settle(desk)
    assert len(findings(page)) == 1
    assert page.middle.is_at_form


def test_again_does_nothing_where_nothing_can_come_back(page: ConductPage, desk: Desk) -> None:
    strengths = [f for f in page.day.dossier.earlier.findings if f.type is FindingType.STRENGTH]  # type: ignore[union-attr]
    page.questions.open(page.day.question(strengths[0].question_id))
    assert not page.questions.card.last_time.again.isVisible()
    press(Qt.Key.Key_A)
    settle(desk)
    assert not findings(page)


def test_a_new_finding_here_is_asked_whether_it_is_the_same(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_F)
    settle(desk)
    assert page.form.repeat.text == "Same as last time? Nobody knew the mission"
    type_text("My own title")
    press(Qt.Key.Key_A, CTRL | SHIFT)
    settle(desk)
    (made,) = findings(page)
    assert (made.type, made.title, made.repeat_of_id) == (FindingType.NONCONFORMITY_MINOR, "My own title", "then")
    assert page.form.repeat.text == "Repeat of 2024-03 A-02"
    click(page.form.repeat.not_again)
    settle(desk)
    assert findings(page)[0].repeat_of_id is None
    assert page.form.repeat.text == "Same as last time? Nobody knew the mission"


def test_one_step_back_takes_the_repeat_away(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_A)
    settle(desk)
    desk.session.undo()
    settle(desk)
    assert not findings(page)
    assert page.middle.is_at_questions


def test_a_strength_is_not_asked(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_S)
    settle(desk)
    assert page.form.repeat.text == ""
