"""Boxes for a number that is stepped by plus and minus, or typed."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox

from qmsdesk.ui.choices import pass_wheel
from qmsdesk.ui.theme.buttons import restyle

STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}


class StepBox(QSpinBox):
    """`chosen` carries a number that a person has set."""

    chosen = Signal(int)

    def __init__(self, most: int, step: int = 1) -> None:
        super().__init__()
        self.setRange(0, most)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self.chosen)
        pass_wheel(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step and not self.isReadOnly():
            self.interpretText()
            self.stepBy(step)
        else:
            super().keyPressEvent(event)

    def show_number(self, number: int) -> None:
        """Leaves alone what is being typed in a box that shows the number already."""
        if number != self.value():
            with QSignalBlocker(self):
                self.setValue(number)

    def set_read_only(self, on: bool) -> None:
        if on != self.isReadOnly():
            self.setReadOnly(on)
            symbols = QAbstractSpinBox.ButtonSymbols
            self.setButtonSymbols(symbols.NoButtons if on else symbols.UpDownArrows)
            restyle(self)
