"""How shapes over a photo look on screen: as they will be printed."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from qmsdesk.domain.layers import Arrow, Pen
from qmsdesk.exchange.layers import arrow_head, block_size, head_length
from qmsdesk.ui.theme.marks import DARK, LIGHT, STROKE, STROKE_EDGE, VEIL


def paint_line(painter: QPainter, shape: Pen | Arrow, width: int) -> None:
    """A line or an arrow with an edge, so that it stands out on any ground."""
    for colour, extra in ((STROKE_EDGE, width), (STROKE, 0)):
        pen = QPen(colour, width + extra)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if isinstance(shape, Pen):
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in shape.points]))
            continue
        corners = [QPointF(x, y) for x, y in arrow_head(shape, head_length(shape, width))]
        painter.drawLine(QLineF(QPointF(shape.x1, shape.y1), (corners[1] + corners[2]) / 2))
        painter.setPen(QPen(colour, max(1, extra)))
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(corners))


def darken(painter: QPainter, everything: QRectF, kept: QRectF) -> None:
    """What is cut off lies in the dark."""
    for part in (
        QRectF(everything.topLeft(), QPointF(everything.right(), kept.top())),
        QRectF(QPointF(everything.left(), kept.bottom()), everything.bottomRight()),
        QRectF(QPointF(everything.left(), kept.top()), kept.bottomLeft()),
        QRectF(kept.topRight(), QPointF(everything.right(), kept.bottom())),
    ):
        painter.fillRect(part, VEIL)


def paint_frame(painter: QPainter, room: QRectF, width: int) -> None:
    """In black and white, to be seen on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, style in ((DARK, Qt.PenStyle.SolidLine), (LIGHT, Qt.PenStyle.DashLine)):
        painter.setPen(QPen(colour, width, style))
        painter.drawRect(room)


def in_blocks(part: QImage) -> QImage:
    """A part of a photo as it is left when it is hidden."""
    side = block_size(part.width(), part.height())
    few = QSize(-(-part.width() // side), -(-part.height() // side))
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    small = part.scaled(few, ignore, Qt.TransformationMode.SmoothTransformation)
    return small.scaled(part.size(), ignore, Qt.TransformationMode.FastTransformation)
