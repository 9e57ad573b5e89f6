"""Quiet lines on the card: who or when, a chip, and a remark."""

from PySide6.QtWidgets import QLayout, QWidget

from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row


class Lines(QWidget):
    """Hidden where there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._layout = column(desk.theme, self, gap=4)
        self.shown: list[tuple[str, str, str, str]] = []
        self.hide()

    def show_lines(self, lines: list[tuple[str, str, str, str]]) -> None:
        if lines == self.shown:
            return
        self.shown = lines
        empty(self._layout)
        for who, text, tone, remark in lines:
            line = QWidget()
            items = row(self._theme, line, gap=8)
            items.addWidget(label(who, "small"))
            items.addWidget(Chip(self._theme, text, tone))
            items.addWidget(label(remark, "small", wrap=True), 1)
            self._layout.addWidget(line)
        self.setVisible(bool(lines))


def empty(layout: QLayout) -> None:
    """Take out of a layout what it holds."""
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
