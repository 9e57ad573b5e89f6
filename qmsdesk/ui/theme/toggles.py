"""Checkable buttons that screen readers can press: those toggle them, and Qt then says `toggled` but not `clicked`."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class Toggle(_Button):
    """Mixed into a button before its class of Qt: whoever toggles it from outside has pressed it."""

    _hears = False
    _is_led = False

    def setCheckable(self, on: bool) -> None:
        super().setCheckable(on)
        if not self._hears:
            self._hears = True
            self.toggled.connect(self._on_toggled)

    def setChecked(self, on: bool) -> None:
        """The program shows a state; nobody has pressed."""
        self._is_led = True
        super().setChecked(on)
        self._is_led = False

    def nextCheckState(self) -> None:
        """Mouse and keys come by here, and Qt tells of them itself."""
        self._is_led = True
        super().nextCheckState()
        self._is_led = False

    def _on_toggled(self, on: bool) -> None:
        group: QButtonGroup | None = self.group()
        gave_way = not on and self.autoExclusive() and (group is None or group.exclusive())
        if not self._is_led and not gave_way:
            self.clicked[bool].emit(on)  # type: ignore[index]


class CheckBox(Toggle, QCheckBox):
    """A mark for yes or no, and what it means."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)


class RadioButton(Toggle, QRadioButton):
    """One of several, with its mark."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)


def join(group: QButtonGroup, button: QAbstractButton) -> None:
    """One of the group can be checked: Tab comes to that one, arrows move, screen readers call them radio buttons."""
    button.setAutoExclusive(True)
    group.addButton(button)
    button.toggled.connect(lambda _: _keep_one_stop(group))
    _keep_one_stop(group)


def _keep_one_stop(group: QButtonGroup) -> None:
    """Qt does so too, but with whichever had the keyboard last."""
    checked = group.checkedButton()
    for button in group.buttons():
        is_stop = checked in (None, button)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
