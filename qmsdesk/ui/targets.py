"""Controls as high as a finger or a glove needs: 44 px wherever the day is conducted."""

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import QLineEdit, QSpinBox

from qmsdesk.ui.choices import pass_wheel
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import TARGET_HEIGHT


class TallButton(Button):
    """The style sheet decides minimum sizes, so the height comes by the hint."""

    def sizeHint(self) -> QSize:
        least = self._theme.px(TARGET_HEIGHT)
        if self._key is not None and self.property("kind") == "quiet":
            return (super().sizeHint() + QSize(self._theme.px(6), 0)).expandedTo(QSize(least, least))
        return super().sizeHint().expandedTo(QSize(least, least))


class TallLine(QLineEdit):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, self._theme.px(TARGET_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(TARGET_HEIGHT), self.sizeHint().height())


class TallNumber(QSpinBox):
    """A number to type or step; it counts when the box is left or Enter is pressed. 0 is a dash."""

    def __init__(self, name: str, most: int = 9999) -> None:
        super().__init__()
        self.setProperty("tall", True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setRange(0, most)
        self.setSpecialValueText("–")
        self.setKeyboardTracking(False)
        pass_wheel(self)

    def show_number(self, number: int) -> None:
        """Show a number, unless it is the one that is shown: setting it again would wipe out what is being typed."""
        if number != self.value():
            with QSignalBlocker(self):
                self.setValue(number)
