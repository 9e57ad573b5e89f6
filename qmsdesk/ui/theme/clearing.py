"""A cross in a line that empties it, drawn like every other icon; the style's own is black in both modes."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from qmsdesk.ui.theme.theme import Theme


def make_clearable(theme: Theme, line: QLineEdit) -> None:
    """Give a line that searches its cross."""
    line.setClearButtonEnabled(True)
    action = line.findChild(QAction, "_q_qlineeditclearaction")
    if isinstance(action, QAction):
        action.setIcon(theme.icon("x", "muted"))
