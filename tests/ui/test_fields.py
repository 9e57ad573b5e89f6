"""Fields: what is typed is on the disk at a pause, history when the field is left, and never overwritten."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.errors import AuditIsFinal, FieldIsFull, TextIsTooLong
from qmsdesk.domain.records import edit_of
from qmsdesk.domain.texts import LONGEST
from qmsdesk.store.audits import find_audit
from qmsdesk.store.changes import history, live_ids
from qmsdesk.store.drafts import drafts
from qmsdesk.store.register import Register
from qmsdesk.store.rows import get
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.theme.edits import GrowingEdit


class Form(QWidget):
    """Two editors side by side, as on any page."""

    def __init__(self, desk: Desk, audit: Audit) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        self.scope, self.number = QPlainTextEdit(), QLineEdit()
        layout.addWidget(self.scope)
        layout.addWidget(self.number)
        self.scope_field = Field(desk.session, self.scope)
        self.number_field = Field(desk.session, self.number)
        self.scope_field.show_record(audit, "scope")
        self.number_field.show_record(audit, "registration_number")


@pytest.fixture
def audit(desk: Desk) -> Audit:
    return find_audit(desk.session.db, "2026-05")


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, audit: Audit) -> Form:
    made = Form(desk, audit)
    qtbot.addWidget(made)
    made.show()
    made.scope.setFocus()
    made.scope.selectAll()
    return made


def shows(field: Field, audit: Audit) -> bool:
    field.show_record(audit, "registration_number")
    return field.text == audit.registration_number


def kept(desk: Desk, audit: Audit) -> Audit:
    found = get(desk.session.db, Audit, audit.id)
    assert found
    return found


def test_a_pause_puts_the_text_on_the_disk_without_making_history(
    qtbot: QtBot, desk: Desk, audit: Audit, form: Form
) -> None:
    qtbot.keyClicks(form.scope, "Svarstid")
    qtbot.waitUntil(lambda: [edit.value for edit, _ in drafts(desk.session.db)] == ["Svarstid"])
    assert kept(desk, audit).scope == audit.scope


def test_leaving_the_field_makes_one_entry_of_all_that_was_typed(
    qtbot: QtBot, desk: Desk, audit: Audit, form: Form
) -> None:
    before = len(history(desk.session.db, audit.id, "scope"))
    qtbot.keyClicks(form.scope, "Svarstid och planering")
    with qtbot.waitSignal(desk.session.changed):
        form.number.setFocus()
    assert kept(desk, audit).scope == "Svarstid och planering"
    assert len(history(desk.session.db, audit.id, "scope")) == before + 1
    assert not drafts(desk.session.db)


def test_what_was_typed_and_taken_back_leaves_nothing_behind(
    qtbot: QtBot, desk: Desk, audit: Audit, form: Form
) -> None:
    form.scope.setPlainText(audit.scope + "x")
    qtbot.waitUntil(lambda: len(drafts(desk.session.db)) == 1)
    before = len(history(desk.session.db, audit.id, "scope"))
    form.scope.setPlainText(audit.scope)
    form.scope_field.seal()
    desk.session.flush()
    assert kept(desk, audit).scope == audit.scope
    assert not drafts(desk.session.db)
    assert len(history(desk.session.db, audit.id, "scope")) == before
    assert not desk.session.can_undo


def test_a_second_text_of_the_same_editor_follows_its_first(desk: Desk, audit: Audit, form: Form) -> None:
    for text in ("Ett", "Två", "Tre"):
        form.scope.setPlainText(text)
        form.scope_field.seal()
    desk.session.flush()
    assert kept(desk, audit).scope == "Tre"
    assert len(live_ids(desk.session.db, audit.id, "scope")) == 1


def test_news_from_elsewhere_does_not_overwrite_what_is_being_typed(
    qtbot: QtBot, desk: Desk, audit: Audit, form: Form
) -> None:
    qtbot.keyClicks(form.scope, "Mitt")
    desk.session.write([edit_of(audit, "scope", "Deras")])
    qtbot.waitUntil(lambda: kept(desk, audit).scope == "Deras")
    form.scope_field.show_record(kept(desk, audit), "scope")
    assert form.scope.toPlainText() == "Mitt"
    form.scope_field.seal()
    desk.session.flush()
    assert {change.value for change in history(desk.session.db, audit.id, "scope") if change.is_live} == {
        "Mitt",
        "Deras",
    }


def test_news_is_shown_where_nobody_types(desk: Desk, audit: Audit, form: Form) -> None:
    desk.session.write([edit_of(audit, "scope", "Deras")])
    desk.session.flush()
    form.scope_field.show_record(kept(desk, audit), "scope")
    assert form.scope.toPlainText() == "Deras"


def test_a_text_that_could_not_be_saved_stays_and_is_handed_in_again(
    qtbot: QtBot, desk: Desk, audit: Audit, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(register: Register, *_: object) -> None:
        raise AuditIsFinal(number="2026-05")

    qtbot.keyClicks(form.scope, "Viktigt")
    with monkeypatch.context() as patch:
        patch.setattr(Register, "seal", refuse)
        with qtbot.waitSignal(desk.session.failed):
            form.number.setFocus()
    assert form.scope.toPlainText() == "Viktigt"
    desk.session.flush()
    assert kept(desk, audit).scope == "Viktigt"


@pytest.mark.parametrize("text", ["å ä ö é ñ", "<b>&\"'", "👩‍🔧 ☃", "x" * 10_000, "rad ett\nrad två", "  kant  "])
def test_any_text_comes_back_as_it_was_typed(desk: Desk, audit: Audit, form: Form, text: str) -> None:
    form.scope.setPlainText(text)
    form.scope_field.seal()
    desk.session.flush()
    assert kept(desk, audit).scope == text


def test_a_dead_key_and_an_input_method_write_their_letters(qtbot: QtBot, desk: Desk, audit: Audit, form: Form) -> None:
    for preedit, commit in (("´", ""), ("", "é"), ("~", ""), ("", "ñ"), ("か", ""), ("", "改善")):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(form.scope, event)
    qtbot.keyClick(form.scope, Qt.Key.Key_Space)
    form.scope_field.seal()
    desk.session.flush()
    assert kept(desk, audit).scope == "éñ改善 "


def paste(text: str, html: str = "") -> QMimeData:
    held = QMimeData()
    if text:
        held.setText(text)
    if html:
        held.setHtml(html)
    return held


class GrowingForm(QWidget):
    """A field that grows, as the pages have them."""

    def __init__(self, desk: Desk, audit: Audit) -> None:
        super().__init__()
        self.scope = GrowingEdit(desk.theme)
        QVBoxLayout(self).addWidget(self.scope)
        self.field = Field(desk.session, self.scope)
        self.field.show_record(audit, "scope")


def test_a_megabyte_is_refused_and_nothing_is_lost(qtbot: QtBot, desk: Desk, audit: Audit) -> None:
    form = GrowingForm(desk, audit)
    qtbot.addWidget(form)
    form.scope.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(desk.session.failed) as refused:
        form.scope.insertFromMimeData(paste("x" * 1_000_000))
    assert refused.args is not None
    assert isinstance(refused.args[0], TextIsTooLong)
    assert form.scope.toPlainText() == audit.scope
    form.scope.selectAll()
    form.scope.insertFromMimeData(paste("y" * LONGEST))
    desk.session.flush()
    assert kept(desk, audit).scope == "y" * LONGEST


def test_rich_text_and_control_characters_come_in_plain(qtbot: QtBot, desk: Desk, audit: Audit) -> None:
    form = GrowingForm(desk, audit)
    qtbot.addWidget(form)
    form.scope.selectAll()
    form.scope.insertFromMimeData(paste("ett\x00\r\ntvå\x1b", "<b>ett</b>"))
    form.scope.insertFromMimeData(paste("", "<p>tre <b>fet</b></p>"))
    desk.session.flush()
    assert kept(desk, audit).scope == "ett\ntvåtre fet"


def test_a_line_keeps_no_breaks_and_refuses_what_it_cannot_hold(
    qtbot: QtBot, desk: Desk, audit: Audit, form: Form
) -> None:
    form.number.setMaxLength(40)
    form.number.setText("KS 2026/412")
    form.number.insert("\x00\nA")
    assert form.number.text() == "KS 2026/412 A"
    clipboard = QApplication.clipboard()
    clipboard.setText("z" * 1_000_000)
    with qtbot.waitSignal(desk.session.failed) as refused:
        form.number.paste()
    assert refused.args is not None
    assert isinstance(refused.args[0], TextIsTooLong)
    assert form.number.text() == "KS 2026/412 A"
    desk.session.flush()
    assert kept(desk, audit).registration_number == "KS 2026/412 A"


def test_a_line_shows_its_beginning_while_nobody_writes_in_it(
    qtbot: QtBot, desk: Desk, audit: Audit, form: Form
) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.number.setFocus()
    form.number.clear()
    QTest.keyClicks(form.number, "KS 2026/412")
    form.number.setCursorPosition(4)
    form.scope.setFocus()
    assert form.number.cursorPosition() == 0
    form.number.setFocus()
    assert form.number.cursorPosition() == 4
    form.scope.setFocus()
    qtbot.waitUntil(lambda: kept(desk, audit).registration_number == "KS 2026/412")
    later = replace(kept(desk, audit), registration_number="KS 2026/413, the second of that day")
    qtbot.waitUntil(lambda: shows(form.number_field, later))
    assert form.number.cursorPosition() == 0
    form.number.setFocus()
    assert form.number.cursorPosition() == len(form.number.text())


def test_typing_past_the_end_of_the_room_is_said_and_nothing_is_lost(qtbot: QtBot, desk: Desk, audit: Audit) -> None:
    form = GrowingForm(desk, audit)
    qtbot.addWidget(form)
    full = "y" * (LONGEST - 1)
    form.scope.setPlainText(full)
    form.scope.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(form.scope, "z")
    said: list[object] = []
    desk.session.failed.connect(said.append)
    QTest.keyClicks(form.scope, "q")
    QTest.keyClick(form.scope, Qt.Key.Key_Return)
    composed = QInputMethodEvent()
    composed.setCommitString("é")
    QApplication.sendEvent(form.scope, composed)
    assert [type(refusal) for refusal in said] == [FieldIsFull] * 3
    assert form.scope.toPlainText() == f"{full}z"
    QTest.keyClick(form.scope, Qt.Key.Key_Backspace)
    QTest.keyClicks(form.scope, "?")
    desk.session.flush()
    assert kept(desk, audit).scope == f"{full}?"
    assert len(said) == 3
