"""Controls as high as a finger or a glove needs: 44 px wherever the day is conducted."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit

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
