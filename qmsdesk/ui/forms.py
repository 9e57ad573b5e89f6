"""Labelled controls: the word above, the control below, tied together for keys and screen readers."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE


def labelled(theme: Theme, text: str, control: QWidget) -> QVBoxLayout:
    """A column of a label and its control."""
    held = column(theme, gap=SPACE["tight"])
    name = label(text, "small")
    name.setBuddy(control)
    held.addWidget(name)
    held.addWidget(control)
    if not control.accessibleName():
        control.setAccessibleName(text)
    return held
