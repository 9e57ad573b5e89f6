"""What IT has locked: the line that says so, and controls that then only show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.labels import small
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE

LOCK = 16


class LockedLine(QWidget):
    """A lock and the reason, below what is locked."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._mark = QLabel()
        self.told = small(text)
        layout = row(theme, self, gap=SPACE["small"])
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.told, 1)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("lock", "muted", LOCK, self.devicePixelRatioF()))


def lock(desk: Desk, key: str, *controls: QWidget) -> list[LockedLine]:
    """Where IT has locked the key, the controls only show, and there is one line to say why; else there is none.

    Of choices, the one that holds is left.
    """
    if not desk.policy.locks(key):
        return []
    _ = desk.words
    reason = _("Set by your organisation. Ask IT if it should be otherwise.")
    for control in controls:
        control.setAccessibleDescription(reason)
        control.setToolTip(reason)
        if isinstance(control, QLineEdit):
            control.setReadOnly(True)
        elif isinstance(control, QAbstractButton):
            control.setEnabled(False)
            control.setVisible(control.isChecked() or not control.isCheckable())
    return [LockedLine(desk.theme, reason)]
