"""Chips: a shape and a word on a soft ground, for findings, verdicts and states."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import TONE_ICONS

_ICON = 13
_PAD = 10
_GAP = 5
_HEIGHT = 24


class Chip(QLabel):
    """`Chip(theme, "Minor nonconformity", "minor")`; `icon=""` for a word alone, a name for another shape."""

    def __init__(self, theme: Theme, text: str, tone: str = "neutral", icon: str | None = None) -> None:
        super().__init__(text)
        self._theme = theme
        self._tone = tone
        self._icon = TONE_ICONS[tone] if icon is None else icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: str) -> None:
        """Another meaning, with its own shape and colour."""
        self._tone, self._icon = tone, TONE_ICONS[tone]
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        icon = px(_ICON) + (px(_GAP) if self.text() else 0) if self._icon else 0
        width = QFontMetrics(self._chip_font()).horizontalAdvance(self.text())
        return QSize(width + icon + 2 * px(_PAD), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        px, theme = self._theme.px, self._theme
        left = px(_PAD)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"{self._tone}.soft"))
            painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
            if self._icon:
                pixmap = theme.pixmap(self._icon, self._tone, _ICON, self.devicePixelRatioF())
                painter.drawPixmap(left, (self.height() - px(_ICON)) // 2, pixmap)
                left += px(_ICON) + px(_GAP)
            painter.setPen(theme.colour(f"{self._tone}.text"))
            painter.setFont(self._chip_font())
            room = QRect(left, 0, self.width() - left, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _chip_font(self) -> QFont:
        return self._theme.font("chip")
