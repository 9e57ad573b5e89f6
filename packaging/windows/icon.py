"""The program's icon and the setup's picture as Windows wants them, drawn from packaging/qmsdesk.svg."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "qmsdesk.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
PICTURE = (328, 628)
"""Twice what NSIS shows at the usual scale, so that it is sharp at 200 %."""


def write_icon(path: Path) -> None:
    """All sizes drawn on their own, because a shrunk one is mush at 16 pixels."""
    drawings = [_drawn(size) for size in SIZES]
    drawings[-1].save(path, format="ICO", sizes=[(size, size) for size in SIZES], append_images=drawings[:-1])


def write_picture(path: Path) -> None:
    """The side of the setup's last page: the icon on its own colour, as a bitmap."""
    drawing = _drawn(160)
    picture = Image.new("RGB", PICTURE, drawing.getpixel((80, 16))[:3])  # type: ignore[index]
    picture.paste(drawing, ((PICTURE[0] - 160) // 2, 96), drawing)
    picture.save(path, format="BMP")


def _drawn(size: int) -> Image.Image:
    picture = QImage(size, size, QImage.Format.Format_RGBA8888)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(picture.constBits()))
