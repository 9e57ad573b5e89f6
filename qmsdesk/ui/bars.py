"""Bars: the strip at the top of every page, with what the page is and where one stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.theme import Theme

HEIGHT = 56


class PageBar(QFrame):
    """A title, a quiet line beside it, and room at the right; further widgets go into `items`."""

    def __init__(self, theme: Theme, title: str, remark: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        theme.size(self, min_height=HEIGHT)
        self.items: QHBoxLayout = row(theme, self, margins=(24, 6, 24, 6), gap=14)
        self._title, self._remark = label(title, "heading"), label(remark, "muted")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.items.addWidget(self._title)
        self.items.addWidget(self._remark, 1)

    def set_texts(self, title: str, remark: str = "") -> None:
        self._title.setText(title)
        self._remark.setText(remark)
