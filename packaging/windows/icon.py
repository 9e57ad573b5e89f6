"""The program's icon as Windows wants it, drawn from packaging/qmsdesk.svg."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "qmsdesk.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def write_icon(path: Path) -> None:
    """All sizes drawn on their own, because a shrunk one is mush at 16 pixels."""
    drawings = [_drawn(size) for size in SIZES]
    drawings[-1].save(path, format="ICO", sizes=[(size, size) for size in SIZES], append_images=drawings[:-1])


def _drawn(size: int) -> Image.Image:
    picture = QImage(size, size, QImage.Format.Format_RGBA8888)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(picture.constBits()))
