"""Lucide icons, read when first asked for and tinted when painted, so a change of theme needs no new icons."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap, QPixmapCache

from qmsdesk.paths import resource

Paint = Callable[[int, QIcon.Mode, QIcon.State], QPixmap]


@cache
def read_drawing(name: str) -> str:
    """The drawing of an icon as SVG text; `star.fill` is a filled star, `plus.bold` a plus for small sizes."""
    stem, _, style = name.partition(".")
    text = resource("icons", f"{stem}.svg").read_text(encoding="utf-8")
    before, after = _STYLES[style]
    return text.replace(before, after)


_STYLES = {
    "": ("", ""),
    "fill": ('fill="none"', 'fill="currentColor"'),
    "bold": ('stroke-width="2"', 'stroke-width="3.5"'),
}


def tinted_pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon in one colour, `size` device pixels square."""
    key = f"qms-{name}-{colour}-{size}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        svg = read_drawing(name).replace("currentColor", colour)
        svg = svg.replace('width="24"', f'width="{size}"').replace('height="24"', f'height="{size}"')
        # The image plugin costs about 1 ms once; importing QtSvg for its renderer would add a module to the start.
        pixmap = QPixmap.fromImage(QImage.fromData(svg.encode(), "svg"))  # type: ignore[arg-type] # the stub is wrong
        QPixmapCache.insert(key, pixmap)
    return pixmap


class TintedEngine(QIconEngine):
    """Asks for the pixmap at the moment of painting: sharp at every size, right in every mode."""

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._paint = paint

    def clone(self) -> QIconEngine:
        return TintedEngine(self._paint)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A place wider than high keeps its rest as air before the text: Qt has no setting for that gap."""
        side = max(1, min(size.width(), size.height()))
        drawn = self._paint(side, mode, state)
        if size.width() <= side:
            return drawn
        padded = QPixmap(size)
        padded.fill(Qt.GlobalColor.transparent)
        with QPainter(padded) as painter:
            painter.drawPixmap(0, 0, drawn)
        return padded

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(self.pixmap(size * scale, mode, state))
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.pixmap(rect.size() * pixel_ratio(painter), mode, state))


def pixel_ratio(painter: QPainter) -> float:
    """How many pixels of the screen stand for one. Asked for its device, PySide looks through every class: 15 ms."""
    return painter.deviceTransform().m11()
