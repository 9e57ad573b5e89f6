"""Undo while typing: Ctrl+Z belongs to a text field as long as it has typing of its own to take back."""

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class TypingUndo(QObject):
    """Qt's text fields swallow Ctrl+Z and Ctrl+Shift+Z always; with this, only for what was typed since they got the
    focus. Then the window takes back whole steps."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_typed = False
        editor.installEventFilter(self)
        editor.textChanged.connect(self._on_text_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._is_typed = False
        elif event.type() == QEvent.Type.ShortcutOverride:
            key = cast(QKeyEvent, event)
            undoes, redoes = key.matches(QKeySequence.StandardKey.Undo), key.matches(QKeySequence.StandardKey.Redo)
            if (undoes and not self._can_undo()) or (redoes and not self._can_redo()):
                event.ignore()
                return True
        return False

    def _on_text_changed(self) -> None:
        self._is_typed = self._is_typed or self._editor.hasFocus()

    def _can_undo(self) -> bool:
        editor = self._editor
        has = editor.isUndoAvailable() if isinstance(editor, QLineEdit) else editor.document().isUndoAvailable()
        return self._is_typed and has and not editor.isReadOnly()

    def _can_redo(self) -> bool:
        editor = self._editor
        has = editor.isRedoAvailable() if isinstance(editor, QLineEdit) else editor.document().isRedoAvailable()
        return self._is_typed and has and not editor.isReadOnly()
