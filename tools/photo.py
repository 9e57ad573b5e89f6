"""A photo for the demo day, drawn here: a board with notes on a wall."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter, QPen

WIDTH, HEIGHT = 1600, 1200
BOARD = QRectF(180, 160, 1240, 860)
COLOURS = ("#f4d35e", "#9ad1d4", "#f4a6a0", "#c5e0a5")
COLUMNS, ROWS = 4, 3


def copy_photo() -> None:
    """Put the photo into the clipboard."""
    QGuiApplication.clipboard().setImage(board())


def board() -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wall = QLinearGradient(0, 0, WIDTH, HEIGHT)
        wall.setColorAt(0, QColor("#d9d2c5"))
        wall.setColorAt(1, QColor("#a59c8c"))
        painter.fillRect(image.rect(), wall)
        painter.setPen(QPen(QColor("#8c8f94"), 22))
        painter.setBrush(QColor("#f7f7f4"))
        painter.drawRoundedRect(BOARD, 14, 14)
        for number in range(COLUMNS * ROWS - 2):
            _note(painter, number)
    return image


def _note(painter: QPainter, number: int) -> None:
    """A coloured note with some lines of a pen, a little askew."""
    column, row = number % COLUMNS, number // COLUMNS
    painter.save()
    painter.translate(BOARD.left() + 175 + column * 295, BOARD.top() + 160 + row * 270)
    painter.rotate((number * 7) % 9 - 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(COLOURS[(number * 3 + row) % len(COLOURS)]))
    painter.drawRect(QRectF(-105, -105, 210, 210))
    painter.setPen(QPen(QColor("#3b3f46"), 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for line in range(3 + number % 2):
        length = 150 - (number * 31 + line * 47) % 70
        painter.drawLine(QPointF(-75, -60 + line * 40), QPointF(-75 + length, -62 + line * 40))
    painter.restore()
