"""A line shows how its text begins while nobody writes in it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

_BY_HAND = {
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_FOR_A_MOMENT = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class LineStart(QObject):
    """Where the line gets the focus by the program, the cursor goes back to where it was, at first the end."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._left: tuple[str, int] = ("", 0)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.reason() not in _FOR_A_MOMENT:
            if event.lostFocus():
                self._left = self._line.text(), self._line.cursorPosition()
                self._line.setCursorPosition(0)
            elif event.gotFocus() and event.reason() not in _BY_HAND:
                text, place = self._left
                self._line.setCursorPosition(place if text == self._line.text() else len(self._line.text()))
        return False

    def show(self, text: str) -> None:
        """Set a text; the cursor stays at its end only for somebody who is writing."""
        self._line.setText(text)
        if not self._line.hasFocus():
            self._line.setCursorPosition(0)
