"""Quiet lines on the card: who or when, a chip, and a remark."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLayout, QWidget

from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.theme import Theme


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


class OneLine(QLabel):
    """A quiet text that ends in an ellipsis where the room does; give it the whole as a tooltip."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "small")

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self._theme.colour("muted"))
            painter.setFont(self._theme.font("small"))
            fitting = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)


def empty(layout: QLayout) -> None:
    """Take out of a layout what it holds."""
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
