"""A thin line that fills, with its meaning in words for those who do not see it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from qmsdesk.ui.theme.theme import Theme

_THICK = 6


class ProgressLine(QProgressBar):
    """`set_progress(3, 6, "3 of 6 answered")`; the words are also the tooltip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, total: int, words: str) -> None:
        self.setRange(0, max(1, total))
        self.setValue(done)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(_THICK))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(24), self._theme.px(_THICK))

    def paintEvent(self, event: QPaintEvent) -> None:
        share = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        radius = self.height() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("track"))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
            if share > 0:
                painter.setBrush(self._theme.colour("accent"))
                full = QRectF(0, 0, max(self.height(), self.width() * share), self.height())
                painter.drawRoundedRect(full, radius, radius)
