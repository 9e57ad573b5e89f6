"""The page as a whole: where it opens, what survives a crash, small windows, five hundred questions."""

import shutil
import statistics
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.audits import Audit, AuditQuestion, AuditState
from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.positions import positions
from qmsdesk.domain.records import creation_of
from qmsdesk.i18n import words
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.drafts import drafts
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.theme import Theme
from tests.ui.conduct.conftest import ShowPage
from tests.ui.conduct.hands import (
    CTRL,
    answer_of,
    click,
    findings,
    notes,
    number_of,
    press,
    quick,
    settle,
    type_text,
)
from tests.ui.conftest import OpenDesk


def overfull(desk: Desk, like: Audit, count: int, sections: int) -> Audit:
    """An audit with a checklist as no one should have to bear."""
    checklist = Checklist(new_id(), "big", "1", "Stor", "Big")
    held = [
        Section(new_id(), checklist.id, f"s{n}", key, f"Avsnitt {n}", "") for n, key in enumerate(positions(sections))
    ]
    text = "Hur gör ni när schemat inte går att följa under dagen och vem bestämmer det?"
    questions = [
        Question(new_id(), section.id, f"{section.code}-{n}", key, text * (1 + n % 3), guidance_sv=text)
        for section in held
        for n, key in enumerate(positions(count // sections))
    ]
    audit = Audit(new_id(), "2026-99", like.unit_id, checklist.id, like.date, state=AuditState.IN_PROGRESS)
    desk.session.write([edit for record in (checklist, *held, *questions, audit) for edit in creation_of(record)])
    desk.session.flush()
    return audit


def too_wide(page: ConductPage) -> list[str]:
    """What wants more room sideways than it has."""
    wide = []
    for holder, content in (
        (page.questions.view.viewport(), page.questions.view.widget()),
        (page.form.view.viewport(), page.form.view.widget()),
        (page.side.view.viewport(), page.side.view.widget()),
    ):
        if holder.isVisible() and content.minimumSizeHint().width() > holder.width():
            wide.append(f"{content.parent()}: {content.minimumSizeHint().width()} > {holder.width()}")
    return wide


def cut_off(page: QWidget) -> list[str]:
    """Buttons and one-line labels that show less than they say."""
    cut = []
    for widget in page.findChildren(QWidget):
        if isinstance(widget, QPushButton | QLabel) and widget.isVisible() and widget.text():
            wraps = isinstance(widget, QLabel) and widget.wordWrap()
            if not wraps and widget.width() < widget.sizeHint().width() - 1 and not widget.toolTip():
                cut.append(f"{widget.text()!r}: {widget.width()} < {widget.sizeHint().width()}")
    return cut


def test_the_first_visit_opens_the_first_question(page: ConductPage) -> None:
    assert number_of(page) == "1.1"
    assert page.questions.card.hasFocus()


def test_the_page_opens_again_at_the_same_question(show_page: ShowPage, desk: Desk, audit: Audit) -> None:
    first = show_page(audit)
    for _ in range(6):
        press(Qt.Key.Key_Down)
    assert number_of(first) == "2.3"
    settle(desk)
    assert number_of(show_page(audit)) == "2.3"


def test_after_a_crash_one_stands_at_the_same_question_with_the_same_text(
    qtbot: QtBot, show_page: ShowPage, desk: Desk, audit: Audit, open_desk: OpenDesk, tmp_path: Path
) -> None:
    page = show_page(audit)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_text("Halvskriven text")
    page.start_quick_note()
    type_text("!Rutin sak")
    # a pause, after which the text is on the disk without having been handed in
    qtbot.waitUntil(lambda: any(edit.value == "!Rutin sak" for edit, _ in drafts(desk.session.db)))
    assert page.quick.editor.hasFocus()
    crashed = tmp_path / "crashed.qmsdesk"
    for ending in ("", "-wal"):
        if desk.session.path.with_name(desk.session.path.name + ending).exists():
            shutil.copyfile(f"{desk.session.path}{ending}", f"{crashed}{ending}")
    again = open_desk(crashed)
    found = show_page(audit, desk=again)
    assert number_of(found) == "1.2"
    assert found.questions.card.notes.editors[0].toPlainText() == "Halvskriven text"
    assert {note.text for note in notes(found)} == {"Halvskriven text", "!Rutin sak"}
    assert found.side.counts == (0, 1)


def test_a_final_audit_can_only_be_read(show_page: ShowPage, desk: Desk) -> None:
    page = show_page(find_audit(desk.session.db, "2026-03"))
    before = page.day.dossier
    for key in (Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_S, Qt.Key.Key_Return):
        press(key)
    press(Qt.Key.Key_N, CTRL)
    settle(desk)
    assert page.day.dossier.answers == before.answers
    assert page.day.dossier.findings == before.findings
    assert page.questions.card.notes.editors == []
    assert not page.quick.editor.isEnabled()
    assert page.columns.drawer.isEnabled()
    assert "Read-only: the report is final." in page.questions.banner_text
    page.open_finding(before.findings[0].id)
    assert page.form.parts["title"].editor.isReadOnly()
    assert not page.form.delete_button.isEnabled()


def test_an_audit_without_questions_says_what_to_do(show_page: ShowPage, desk: Desk, audit: Audit) -> None:
    asked = load_dossier(desk.session.db, audit.id).questions
    out = [AuditQuestion(new_id(), audit.id, question.id, is_left_out=True) for question in asked]
    desk.session.write([edit for record in out for edit in creation_of(record)])
    desk.session.flush()
    page = show_page(audit)
    assert page.questions.current is None
    assert "Choose a checklist under Prepare" in page.questions.none_text
    quick(page, desk, "Ändå antecknat")
    assert page.side.counts == (0, 1)


def test_what_another_page_changes_is_shown(page: ConductPage, desk: Desk, audit: Audit) -> None:
    question = page.day.dossier.asked_questions[1]
    left_out = AuditQuestion(new_id(), audit.id, question.id, is_left_out=True)
    desk.session.write(creation_of(left_out))
    settle(desk)
    assert question not in page.questions.shown
    assert "0 of 3 answered" in page.columns.sections.entry(question.section_id).accessibleName()


def test_a_hidden_page_waits_and_then_shows_all(page: ConductPage, desk: Desk) -> None:
    page.hide()
    page.day.answer(page.day.dossier.asked_questions[0], Verdict.FULFILLED)
    settle(desk)
    page.show()
    assert page.questions.card.answers.button(Verdict.FULFILLED).isChecked()


def test_ctrl_z_takes_back_typing_first_and_then_whole_steps(qtbot: QtBot, desk: Desk, audit: Audit) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = ConductPage(desk, audit.id)
    page.turns.finish()
    window.setCentralWidget(page)
    QShortcut(QKeySequence("Ctrl+Z"), window, activated=desk.session.undo)
    window.resize(1158, 712)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(page.questions.card.hasFocus)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    editor = page.questions.card.notes.editors[0]
    type_text("abc")
    press(Qt.Key.Key_Z, CTRL)
    assert editor.toPlainText() == ""
    settle(desk)
    answer = answer_of(page)
    assert answer is not None
    assert answer.verdict is Verdict.FULFILLED, "the answer was not touched by it"
    for _ in range(3):  # what was typed and undone, the note that was begun, the answer
        press(Qt.Key.Key_Z, CTRL)
        settle(desk)
    assert page.day.answers == {}
    assert page.day.dossier.notes == ()


SIZES = [(1158, 712, 1.0), (960, 544, 1.0), (1238, 600, 2.0), (896, 430, 2.0), (1712, 1024, 1.0)]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_nothing_is_cut_off_at_any_size(
    show_page: ShowPage, desk: Desk, audit: Audit, theme: Theme, width: int, height: int, scale: float, language: str
) -> None:
    theme.set_scale(scale)
    spoken = Desk(desk.session, theme, words(language), desk.messages, desk.jobs, desk.now)
    page = show_page(audit, width, height, spoken)
    quick(page, desk, "!Rutin saknas för ändringar på helger")
    quick(page, desk, "Nyckelskåpet stod öppet vid rundvandringen")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_5)
    settle(desk)
    assert page.minimumSizeHint().width() <= width
    assert page.minimumSizeHint().height() <= height
    assert too_wide(page) == []
    assert cut_off(page) == []
    page.open_finding(findings(page)[0].id)
    QApplication.processEvents()
    assert too_wide(page) == []
    assert cut_off(page) == []


def test_the_note_one_comes_to_by_key_is_in_sight(show_page: ShowPage, audit: Audit, theme: Theme) -> None:
    theme.set_scale(2.0)
    page = show_page(audit, 1238, 600)
    editor = page.questions.card.notes.editors[0]
    assert editor.visibleRegion().isEmpty()
    press(Qt.Key.Key_Return)
    assert editor.hasFocus()
    assert editor.visibleRegion().boundingRect() == editor.rect()


def test_in_a_narrow_window_findings_and_sections_are_behind_buttons(
    show_page: ShowPage, desk: Desk, audit: Audit
) -> None:
    page = show_page(audit, 640, 500)
    quick(page, desk, "*Bra tavla")
    press(Qt.Key.Key_Escape)
    assert not page.side.isVisible()
    click(page.columns.drawer)
    assert page.side.isVisible()
    click(page.side.card(findings(page)[0].id))
    assert page.form.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.questions.isVisible()
    assert not page.columns.drawer.isChecked()
    menu = page.columns.section_menu
    click(menu)
    assert menu.sections.isVisible()
    menu.sections.actions()[3].trigger()
    menu.sections.close()
    assert number_of(page) == "4.1"
    press(Qt.Key.Key_F, CTRL)
    assert page.finder.field.hasFocus()
    assert page.finder.isVisible()


def test_columns_come_and_go_with_the_width(page: ConductPage, desk: Desk) -> None:
    quick(page, desk, "*Bra tavla")
    for width in (600, 900, 1200, 600, 1200):
        page.resize(width, 700)
        QApplication.processEvents()
        assert page.side.isVisible() is (width == 1200)
        assert page.columns.sections.isVisible() is (width > 700)
        assert page.questions.isVisible()


class Painted(QObject):
    """When the card was painted last."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


def test_an_answer_is_painted_at_once_with_five_hundred_questions_in_one_section(
    show_page: ShowPage, desk: Desk, audit: Audit
) -> None:
    page = show_page(overfull(desk, audit, 500, 1))
    painted = Painted()
    page.questions.card.installEventFilter(painted)
    took = []
    for key in (Qt.Key.Key_1, Qt.Key.Key_Down) * 15:
        before = time.perf_counter()
        press(key)
        while painted.at < before:
            QApplication.processEvents()
        took.append(painted.at - before)
        settle(desk)
    assert statistics.median(took) < 0.05
    assert number_of(page) == "1.16"
    assert page.columns.sections.entry(page.day.dossier.sections[0].id).accessibleName().endswith("15 of 500 answered")


def test_only_rows_in_view_are_widgets(show_page: ShowPage, desk: Desk, audit: Audit) -> None:
    page = show_page(overfull(desk, audit, 500, 1))
    rows = page.questions.rows
    assert rows.row_of(page.questions.shown[1].id) is not None
    assert rows.row_of(page.questions.shown[400].id) is None
    bar = page.questions.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = rows.row_of(page.questions.shown[-1].id)
    assert last is not None
    assert last.isVisible()
    click(last)
    assert number_of(page) == "1.500"


def test_tab_follows_the_eye(page: ConductPage, desk: Desk) -> None:
    quick(page, desk, "Väntar")
    quick(page, desk, "*Bra tavla")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return)
    type_text("En not")
    settle(desk)
    row = page.questions.card.notes.own_rows[0]
    card, side = page.questions.card, page.side
    expected = [
        *(row.editor, row.finding_button, row.delete_button, row.more_button),
        *(card.finding, card.strength, card.new_note, card.ways.add, card.ways.more),
        *(side.card(findings(page)[0].id), side.waiting(notes(page)[0].id).card, page.quick.editor),
    ]
    met = [QApplication.focusWidget()]
    for _ in expected[1:]:
        press(Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert met == expected


def test_every_control_has_a_name(page: ConductPage, desk: Desk) -> None:
    quick(page, desk, "!Rutin saknas")
    page.open_finding(findings(page)[0].id)
    for widget in page.findChildren(QWidget):
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if stops and not widget.objectName().startswith("qt_"):
            named = widget.accessibleName() or (isinstance(widget, QPushButton | QCheckBox) and widget.text())
            assert named, widget


def test_targets_are_as_high_as_a_finger(page: ConductPage, desk: Desk) -> None:
    quick(page, desk, "Väntar")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_5)
    settle(desk)
    for button in page.questions.card.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.height() >= 44, button.accessibleName()
    assert page.quick.editor.height() >= 44


def test_an_unsorted_note_is_linked_from_the_drawer_too(show_page: ShowPage, desk: Desk, audit: Audit) -> None:
    page = show_page(audit, 640, 500)
    quick(page, desk, "Hör hit")
    click(page.columns.drawer)
    page.side.waiting(notes(page)[0].id).menu.actions()[0].trigger()
    settle(desk)
    assert page.side.counts == (0, 0)


def test_a_page_that_is_gone_listens_no_more(qtbot: QtBot, show_page: ShowPage, desk: Desk, audit: Audit) -> None:
    page = show_page(audit)
    other = show_page(audit)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    other.activateWindow()
    other.questions.card.setFocus()
    press(Qt.Key.Key_1)
    settle(desk)
    assert answer_of(other) is not None


def test_the_quick_note_comes_back_to_the_question_where_the_note_is_gone(page: ConductPage, desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    page.start_quick_note()
    click(page.columns.sections.entry(page.day.dossier.sections[3].id))
    page.quick.start()
    QApplication.processEvents()
    press(Qt.Key.Key_Escape)
    assert page.questions.card.hasFocus()


def test_larger_text_rearranges_the_page_as_it_stands(page: ConductPage, desk: Desk, theme: Theme) -> None:
    press(Qt.Key.Key_Return)
    type_text("Halvt")
    theme.set_scale(2.0)
    settle(desk)
    assert not page.side.isVisible()
    assert too_wide(page) == []
    assert cut_off(page) == []
    assert page.questions.card.notes.editors[0].hasFocus()
    theme.set_scale(1.0)
    settle(desk)
    assert page.side.isVisible()
    assert page.questions.card.notes.editors[0].toPlainText() == "Halvt"
