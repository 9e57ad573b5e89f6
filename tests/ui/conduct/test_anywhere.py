"""A quick note from anywhere: one line at the foot of the page, and back where one was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.notes import Note
from qmsdesk.domain.records import edit_of
from qmsdesk.store.audits import audits_of_day
from qmsdesk.store.rows import select
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.today.page import TodayPage
from tests.ui.conduct.hands import CTRL, press, settle, type_text


def shown(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1158, 712)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QApplication.processEvents()


@pytest.fixture
def audit_page(qtbot: QtBot, desk: Desk, audit: Audit) -> AuditPage:
    page = AuditPage(desk, audit.id)
    page.show_step("prepare")
    shown(qtbot, page)
    return page


def a_field(page: AuditPage) -> QWidget:
    """Where somebody writes in Prepare."""
    next(editor for editor in page.step.findChildren(QLineEdit) if editor.isVisible()).setFocus()
    place = QApplication.focusWidget()
    assert place is not None
    return place


def texts(desk: Desk, audit: Audit) -> list[str]:
    return [note.text for note in select(desk.session.db, Note, "AND audit_id = ?", (audit.id,))]


def test_a_note_from_prepare_goes_back_to_where_one_was(audit_page: AuditPage, desk: Desk, audit: Audit) -> None:
    place = a_field(audit_page)
    press(Qt.Key.Key_Space, CTRL)
    type_text("Ring vaktmästaren")
    press(Qt.Key.Key_Return)
    settle(desk)
    assert texts(desk, audit) == ["Ring vaktmästaren"]
    assert audit_page.step_key == "prepare"
    assert QApplication.focusWidget() is place
    assert audit_page.quick_strip.line is not None
    assert audit_page.quick_strip.line.editor.accessibleDescription() == "Noted, to be sorted later"


def test_escape_keeps_what_was_written_and_goes_back(audit_page: AuditPage, desk: Desk) -> None:
    place = a_field(audit_page)
    press(Qt.Key.Key_Space, CTRL)
    type_text("Halvv")
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is place
    assert audit_page.quick_strip.isVisible()
    press(Qt.Key.Key_Space, CTRL)
    type_text("ägs")
    press(Qt.Key.Key_Return)
    settle(desk)
    assert "Halvvägs" in [note.text for note in select(desk.session.db, Note)]


def test_the_strip_goes_when_nothing_is_written(audit_page: AuditPage) -> None:
    press(Qt.Key.Key_Space, CTRL)
    assert audit_page.quick_strip.isVisible()
    press(Qt.Key.Key_Escape)
    assert not audit_page.quick_strip.isVisible()


def test_conduct_has_a_line_of_its_own(audit_page: AuditPage) -> None:
    conduct = audit_page.show_conduct()
    press(Qt.Key.Key_Space, CTRL)
    assert conduct.quick.editor.hasFocus()


def test_from_today_to_the_audit_in_progress(qtbot: QtBot, desk: Desk) -> None:
    (audit, *_) = audits_of_day(desk.session.db, desk.today)
    page = TodayPage(desk)
    shown(qtbot, page)
    page.quick_strip.start()
    assert not page.quick_strip.isVisible(), "no day has begun"
    desk.session.write([edit_of(audit, "state", AuditState.IN_PROGRESS)])
    settle(desk)
    page.setFocus()
    page.quick_strip.start()
    type_text("!Nyckeln hänger framme")
    press(Qt.Key.Key_Return)
    settle(desk)
    assert texts(desk, audit) == ["Nyckeln hänger framme"]
    assert page.quick_strip.line is not None
    assert page.quick_strip.line.editor.accessibleDescription() == "Finding A-01 made"
