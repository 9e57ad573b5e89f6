"""The ground under us: faults of Qt's bindings and of SQLite that once cost work must not be present here."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

CALLS = 3_000


class Editor(QPlainTextEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)


def drift(call: Callable[[], object]) -> int:
    """How many references to None a call loses or gains over its many repetitions."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return abs(sys.getrefcount(None) - before)


# PySide6 6.12.0 loses one reference per call on Python 3.10 and 3.11, and the process ends after minutes of typing.
def test_void_calls_of_qt_keep_none_alive(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)

    assert drift(lambda: label.setText("x")) < CALLS / 10


def test_typing_keeps_none_alive(qtbot: QtBot) -> None:
    editor = Editor()
    qtbot.addWidget(editor)

    assert drift(lambda: qtbot.keyClick(editor, Qt.Key.Key_A)) < CALLS / 10
    assert len(editor.toPlainText()) == CALLS + 1


# Before 3.51.3 SQLite can lose pages of a write-ahead log when several connections checkpoint.
@pytest.mark.skipif(sys.platform == "darwin", reason="pysqlite3 has no wheels for macOS")
def test_sqlite_does_not_lose_its_log() -> None:
    import pysqlite3

    assert pysqlite3.sqlite_version_info >= (3, 51, 3)
