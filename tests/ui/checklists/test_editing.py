"""The editor: an outline worked by keys alone, fields that save themselves, drafts that are begun and published."""

import time

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.checklists import ChecklistState, Commonality, Question, Section
from qmsdesk.domain.editions import Fate
from qmsdesk.domain.positions import positions
from qmsdesk.domain.records import creation_of
from qmsdesk.store.checklists import list_checklists, load_own, own_questions
from qmsdesk.ui.checklists.editing.page import EditorPage
from qmsdesk.ui.checklists.page import ChecklistsPage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.editions import ChangesDialog

Keys = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ChecklistsPage:
    made = ChecklistsPage(desk)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def editor(qtbot: QtBot, page: ChecklistsPage) -> EditorPage:
    """A checklist that was just begun, with one question in one section."""
    qtbot.keyClick(page, Keys.Key_N, CTRL)
    qtbot.waitUntil(lambda: page.editor is not None and page.editor.turns.is_finished)
    assert page.editor is not None
    qtbot.waitUntil(lambda: len(page.editor.table.rows) == 3)
    return page.editor


def said(editor: EditorPage) -> list[str]:
    return [editor.table.text(place, 1) for place in range(1, len(editor.table.rows))]


def key(desk: Desk, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is, and wait until what it did is on the disk."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, code, modifier)
    desk.session.flush()
    QApplication.processEvents()


def type_(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture
def three(desk: Desk, editor: EditorPage) -> EditorPage:
    """The same with three questions, typed one after the other without a mouse."""
    editor.view.stand_on(2)
    key(desk, Keys.Key_F2)
    type_("How?")
    key(desk, Keys.Key_Return)
    type_("Where?")
    key(desk, Keys.Key_Return)
    type_("When?")
    key(desk, Keys.Key_Escape)
    return editor


def test_questions_are_typed_one_after_the_other(three: EditorPage) -> None:
    assert said(three) == ["1  –", "1.1  How?", "1.2  Where?", "1.3  When?"]
    assert three.view.hasFocus()


def test_what_is_typed_stands_in_the_outline_at_once(editor: EditorPage, desk: Desk) -> None:
    editor.view.stand_on(2)
    key(desk, Keys.Key_F2)
    type_("Half")

    assert said(editor)[-1] == "1.1  Half"


def test_a_question_splits_and_joins_at_the_cursor(three: EditorPage, desk: Desk) -> None:
    three.view.stand_on(3)
    key(desk, Keys.Key_F2)
    key(desk, Keys.Key_Home)
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_Right)
    key(desk, Keys.Key_Return, CTRL)
    assert said(three)[2:4] == ["1.2  Wh", "1.3  ere?"]

    key(desk, Keys.Key_Home)
    key(desk, Keys.Key_Backspace)
    assert said(three)[2] == "1.2  Wh ere?"


def test_rows_move_and_change_their_level(three: EditorPage, desk: Desk) -> None:
    three.view.stand_on(4)
    key(desk, Keys.Key_Up, ALT)
    assert said(three) == ["1  –", "1.1  How?", "1.2  When?", "1.3  Where?"]
    key(desk, Keys.Key_Backtab, SHIFT)
    assert said(three) == ["1  –", "1.1  How?", "2  When?", "2.1  Where?"]
    key(desk, Keys.Key_Tab)
    assert said(three) == ["1  –", "1.1  How?", "1.2  When?", "1.3  Where?"]


def test_tab_goes_on_where_a_row_goes_no_deeper(three: EditorPage, desk: Desk) -> None:
    three.view.stand_on(2)
    key(desk, Keys.Key_Tab)

    assert not three.view.hasFocus()
    assert said(three)[1] == "1.1  How?"


def test_what_is_removed_comes_back(three: EditorPage, desk: Desk) -> None:
    three.view.stand_on(1)
    key(desk, Keys.Key_Delete)
    assert said(three) == []
    desk.session.undo()
    desk.session.flush()
    QApplication.processEvents()
    assert len(said(three)) == 4


def test_a_row_is_dragged_before_another(three: EditorPage, desk: Desk) -> None:
    carried = three.table.mimeData([three.table.index(4, 0)])
    three.table.dropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, three.table.index(2, 0))
    desk.session.flush()
    QApplication.processEvents()

    assert said(three) == ["1  –", "1.1  When?", "1.2  How?", "1.3  Where?"]
    assert not three.table.dropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, QModelIndex())


def test_details_save_themselves(three: EditorPage, desk: Desk) -> None:
    three.view.stand_on(2)
    form = three.form.question
    form.guidance.edits["en"].setPlainText("Listen")
    form.minutes.setValue(12)
    form.must_ask.setChecked(True)
    form.must_ask.toggled.emit(True)
    form.condition.setText("the unit is certified")
    form.commonality.chosen.emit("parameter")
    form.references.box.lineEdit().setText("ISO9001:7.3")
    form.references.box.entered.emit()
    three.form.sealed(load_own(desk.session.db, three.table.rows[0].id))
    desk.session.flush()
    held = own_questions(desk.session.db, three.table.rows[0].id)[0]

    assert (held.guidance_en, held.minutes, held.must_ask) == ("Listen", 12, True)
    assert (held.condition, held.commonality) == ("the unit is certified", Commonality.PARAMETER)
    assert held.refers_to == ("ISO9001:7.3",)
    assert form.parameter.isVisible()
    form.references.buttons[0].click()
    desk.session.flush()
    assert own_questions(desk.session.db, three.table.rows[0].id)[0].refers_to == ()


def test_an_edition_follows_the_one_before_and_says_what_changed(
    qtbot: QtBot, page: ChecklistsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.drafts.next.click()
    qtbot.waitUntil(lambda: page.editor is not None and page.editor.turns.is_finished)
    editor = page.editor
    assert editor is not None
    editor.view.stand_on(2)
    key(desk, Keys.Key_F2)
    type_(" And why?")
    key(desk, Keys.Key_Escape)
    editor.open_changes()
    dialog = editor.findChild(ChangesDialog)
    assert dialog is not None
    assert [each.fate for each in dialog.differences if each.fate is not Fate.UNCHANGED] == [Fate.CHANGED]
    dialog.close()

    monkeypatch.setattr(desk.messages, "ask", lambda *_args, **_named: True)
    editor.publish.click()
    desk.session.flush()
    lines = [line.checklist for line in list_checklists(desk.session.db) if line.checklist.edition == "1.1"]
    assert [line.state for line in lines] == [ChecklistState.PUBLISHED]
    assert not editor.isVisible()


def test_what_lacks_a_text_is_not_published(editor: EditorPage) -> None:
    editor.publish.click()

    assert "1, 1.1" in editor.banner.text()


def test_a_draft_is_not_used_and_can_be_removed(page: ChecklistsPage, editor: EditorPage, desk: Desk) -> None:
    editor.back.click()
    assert not page.use.isEnabled()
    page.drafts.remove.click()
    desk.session.flush()

    assert len(list_checklists(desk.session.db)) == 2


def test_a_copy_and_a_module(qtbot: QtBot, page: ChecklistsPage, desk: Desk) -> None:
    page.drafts.copy.click()
    qtbot.waitUntil(lambda: page.editor is not None and page.editor.turns.is_finished)
    assert page.editor is not None
    core = page.editor.form.checklist.core
    core.chosen.emit(core.itemData(1))
    desk.session.flush()
    (draft,) = [line for line in list_checklists(desk.session.db) if line.checklist.state is ChecklistState.DRAFT]

    assert draft.checklist.extends_id == core.itemData(1)
    assert draft.checklist.title_en.endswith("(copy)")


def test_five_hundred_questions_stay_fast(three: EditorPage, desk: Desk) -> None:
    checklist_id = three.table.rows[0].id
    records: list[Section | Question] = []
    for n, place in enumerate(positions(25)):
        records.append(Section(f"s{n}", checklist_id, f"s{n}", place, title_en=f"Part {n}"))
        records += [
            Question(f"q{n}.{m}", f"s{n}", f"{n}.{m}", at, text_en="Why?") for m, at in enumerate(positions(20))
        ]
    desk.session.write([edit for record in records for edit in creation_of(record)])
    desk.session.flush()
    assert len(three.table.rows) > 500
    three.view.stand_on(300)

    began = time.process_time()
    for place in range(301, 306):
        three.view.stand_on(place)
        QApplication.processEvents()
    assert (time.process_time() - began) / 5 < 0.05
