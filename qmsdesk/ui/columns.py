"""Two columns side by side, and one under the other where the window is too narrow for both."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE

NARROW = 820


class Columns(QWidget):
    """`main` takes five eighths of the width, `side` the rest; both keep their content at the top."""

    def __init__(self, theme: Theme, narrow: int = NARROW) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = narrow
        self._layout = row(theme, self, gap=SPACE["large"] + SPACE["tight"])
        self.main, self.side = column(theme, gap=SPACE["large"]), column(theme, gap=SPACE["large"])
        self._layout.addLayout(self.main, 5)
        self._layout.addLayout(self.side, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < self._theme.px(self._narrow)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)
            for place, share in enumerate((0, 0) if narrow else (5, 3)):
                self._layout.setStretch(place, share)
        super().resizeEvent(event)
