"""Colours of reports as they come out on paper, shown in the window."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from qmsdesk.report.design import INK
from qmsdesk.report.palettes import WHITE, Palette
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import LIGHT, RADIUS

PAPER, CURRENT = QColor(WHITE), QColor(LIGHT.accent)
"""Paper is white in every mode, and so is what frames a place on it."""
MARKER = QColor.fromHsv(QColor(LIGHT.tones["observation"].mark).hue(), 140, 255)
"""The colour of a marker pen."""
SAMPLE_WIDTH, SAMPLE_HEIGHT = 320, 96


class AccentSample(QWidget):
    """A corner of the cover and a heading below it, in the colours of a report."""

    def __init__(self, theme: Theme, heading: str, kind: str) -> None:
        super().__init__()
        self._theme = theme
        self._texts = heading, kind
        self._palette = Palette()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_palette(self, palette: Palette, said: str) -> None:
        self._palette = palette
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(SAMPLE_WIDTH), self._theme.px(SAMPLE_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(SAMPLE_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        px, palette = self._theme.px, self._palette
        heading, kind = self._texts
        whole = QRectF(self.rect())
        cover = whole.adjusted(0, 0, 0, -whole.height() * 0.55)
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(whole, PAPER)
            painter.fillRect(cover, QColor(palette.deep))
            painter.setFont(self._theme.font("strong"))
            painter.setPen(QColor(palette.tint))
            painter.drawText(cover.adjusted(px(12), 0, 0, 0), centre, kind)
            painter.setPen(QColor(palette.accent))
            below = whole.adjusted(px(12), cover.height(), -px(12), -px(6))
            painter.drawText(below.adjusted(0, 0, 0, -px(4)), centre, heading)
            painter.fillRect(QRectF(below.left(), below.bottom() - px(5), px(56), px(3)), QColor(palette.bright))
            painter.setPen(QColor(INK))
            painter.setFont(self._theme.font("small"))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(below.adjusted(0, 0, 0, -px(4)), right, "1 2 3 – Aa Bb Åå")
            painter.setPen(self._theme.colour("line"))
            painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))


def swatch(colour: str, side: int) -> QIcon:
    """A square of one colour, as an icon of `side` pixels."""
    pixmap = QPixmap(2 * side, 2 * side)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(pixmap.rect(), RADIUS["key"] * 2, RADIUS["key"] * 2)
    return QIcon(pixmap)
