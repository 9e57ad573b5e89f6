"""Which keys belong to what has the focus before they are commands of the page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_WITH_ENTER = QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox
_WITH_ARROWS = QComboBox | QAbstractSpinBox | QLineEdit


def belongs_to_focus(event: QKeyEvent, focus: QWidget | None, search: QWidget) -> bool:
    """Enter presses a button or ends a line before it means “write a note”; arrows change what has a choice.

    From the search field the arrows go through what was found.
    """
    if event.modifiers() not in _PLAIN:
        return False
    if event.key() in ENTER:
        return isinstance(focus, _WITH_ENTER)
    return event.key() in ARROWS and focus is not search and isinstance(focus, _WITH_ARROWS)
