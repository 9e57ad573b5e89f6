"""A card whose plain keys sort the note on it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from qmsdesk.ui.theme.cards import CardButton
from qmsdesk.ui.theme.theme import Theme

KEYS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Return: "link",
    Qt.Key.Key_Enter: "link",
    Qt.Key.Key_F: "finding",
    Qt.Key.Key_P: "park",
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Backspace: "rub_out",
    Qt.Key.Key_Escape: "leave",
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class KeyCard(CardButton):
    """While it has the focus its plain keys sort, before they are commands of the page. `keyed` carries the text too.

    `lit` says whether it was reached by the keyboard.
    """

    keyed = Signal(str, str)
    lit = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "dashed", margins=(12, 10), gap=4)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _meaning(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meaning = _meaning(event)
        if meaning:
            self.keyed.emit(meaning, event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.lit.emit(event.reason() is not Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.lit.emit(False)


def _meaning(event: QKeyEvent) -> str:
    if event.modifiers() not in _PLAIN:
        return ""
    is_number = len(event.text()) == 1 and event.text() in "0123456789.,"
    return "number" if is_number else KEYS.get(Qt.Key(event.key()), "")
