"""A box for how many there are of something: empty for none, typed or stepped."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox

from qmsdesk.ui.choices import pass_wheel
from qmsdesk.ui.clocks import make_room

MOST = 999


class CountEdit(QSpinBox):
    """Reads as `8 from the unit`, and as `none` where there are none. `chosen` carries the number."""

    chosen = Signal(int)

    def __init__(self, name: str, unit: str, none: str) -> None:
        super().__init__()
        self._unit = unit
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setRange(0, MOST)
        self.lineEdit().setPlaceholderText(none)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self.chosen)
        pass_wheel(self)

    def textFromValue(self, value: int) -> str:
        return f"{value} {self._unit}" if value else ""

    def valueFromText(self, text: str) -> int:
        digits = "".join(letter for letter in text if letter.isdecimal())
        return min(int(digits[: len(str(MOST)) + 1] or 0), MOST)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Any text with a number in it, or none."""
        return QValidator.State.Acceptable, text, place

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        make_room(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        make_room(self)

    def show_count(self, count: int) -> None:
        """Show a number, unless it is the one that is shown: setting it again would wipe out what is being typed."""
        if count != self.value():
            with QSignalBlocker(self):
                self.setValue(count)
