"""Ctrl+Z in a text field: typing first, the window's steps when there is none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.ui.undo import TypingUndo

CTRL = Qt.KeyboardModifier.ControlModifier


class Window(QWidget):
    def __init__(self, editor: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self.editor, self.other = editor, QLineEdit()
        self.steps: list[str] = []
        layout = QVBoxLayout(self)
        layout.addWidget(editor)
        layout.addWidget(self.other)
        QShortcut(QKeySequence("Ctrl+Z"), self, activated=lambda: self.steps.append("undo"))
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self, activated=lambda: self.steps.append("redo"))
        TypingUndo(editor)


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> Window:
    made = Window(request.param())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.editor.setFocus()
    return made


def text_of(window: Window) -> str:
    editor = window.editor
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def test_typing_is_undone_and_redone_in_the_field(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(window.editor, "abc")
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, CTRL)
    assert text_of(window) == ""
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert text_of(window) == "abc"
    assert window.steps == []


def test_without_typing_the_window_undoes(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert window.steps == ["undo", "redo"]


def test_what_was_typed_before_the_field_was_left_is_a_step_of_the_window(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(window.editor, "abc")
    window.other.setFocus()
    window.editor.setFocus()
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, CTRL)
    assert window.steps == ["undo"]
    assert text_of(window) == "abc"


def test_a_field_that_can_only_be_read_has_nothing_to_undo(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(window.editor, "abc")
    window.editor.setReadOnly(True)
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, CTRL)
    assert window.steps == ["undo"]
