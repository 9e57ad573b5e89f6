"""A text on one line, however much it says."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from qmsdesk.ui.theme.theme import Theme


class OneLine(QLabel):
    """A quiet text that ends in an ellipsis where the room does; give it the whole as a tooltip."""

    def __init__(self, theme: Theme, text: str = "", size: str = "small") -> None:
        super().__init__(text)
        self._size = size
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "muted" if size == "body" else size)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self._theme.colour("muted"))
            painter.setFont(self._theme.font(self._size))
            fitting = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
