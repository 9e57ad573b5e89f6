"""The field that grows with its text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.theme import Theme


@pytest.fixture
def edit(qtbot: QtBot, theme: Theme) -> GrowingEdit:
    page = QWidget()
    layout = column(theme, page)
    made = GrowingEdit(theme, "Write what you hear", min_lines=2, max_lines=5)
    layout.addWidget(made)
    layout.addWidget(QLineEdit())
    layout.addStretch()
    qtbot.addWidget(page)
    made.page_kept_alive = page  # type: ignore[attr-defined]
    page.resize(400, 500)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return made


def test_it_grows_with_wrapped_lines_up_to_its_most(qtbot: QtBot, edit: GrowingEdit) -> None:
    least = edit.height()
    edit.setPlainText("ord " * 60)
    qtbot.waitUntil(lambda: edit.height() > least)
    qtbot.waitUntil(lambda: edit.verticalScrollBar().maximum() == 0)
    edit.setPlainText("ord\n" * 60)
    assert edit.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
    qtbot.waitUntil(lambda: edit.height() < least * 4)
    assert edit.verticalScrollBar().maximum() > 0
    edit.clear()
    qtbot.waitUntil(lambda: edit.height() == least)


def test_a_narrower_window_makes_it_higher(qtbot: QtBot, edit: GrowingEdit) -> None:
    edit.setPlainText("ord " * 30)
    QApplication.processEvents()
    wide = edit.height()
    edit.window().resize(200, 500)
    qtbot.waitUntil(lambda: edit.height() > wide)


def test_tab_goes_on(qtbot: QtBot, edit: GrowingEdit) -> None:
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert edit.toPlainText() == ""


def test_larger_text_makes_it_higher(qtbot: QtBot, theme: Theme, edit: GrowingEdit) -> None:
    before = edit.height()
    theme.set_scale(2.0)
    qtbot.waitUntil(lambda: edit.height() > 1.7 * before)
