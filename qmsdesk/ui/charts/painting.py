"""Painting a drawing: the same shapes as on paper, as large as the window's texts and in its colours."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from qmsdesk.domain.findings import FindingType
from qmsdesk.report import design
from qmsdesk.report.drawings import Drawing, Label, Polygon, Rectangle, Shape
from qmsdesk.ui.findings.tones import TONES

Ink = Callable[[str], QColor]

ROLES = {
    design.INK: "text",
    design.MUTED: "muted",
    design.RULE: "line",
    design.FAINT_RULE: "line",
    design.TICK: "fulfilled",
    **{design.LOOKS[type_].colour: TONES[type_] for type_ in FindingType},
}
"""The colours of paper, and what they are called in the window."""

BEFORE = {"left": 0.0, "middle": 0.5, "right": 1.0}


def paint_drawing(painter: QPainter, drawing: Drawing, unit: float, ink: Ink, font: QFont) -> None:
    """From the upper left corner; `unit` is how many pixels a point of the drawing is."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for shape in drawing.shapes:
        _paint(painter, shape, drawing.height, unit, ink(shape.colour), font)


def _paint(painter: QPainter, shape: Shape, height: float, unit: float, colour: QColor, font: QFont) -> None:
    if isinstance(shape, Rectangle):
        top = height - shape.y - shape.height
        painter.fillRect(QRectF(shape.x * unit, top * unit, shape.width * unit, shape.height * unit), colour)
    elif isinstance(shape, Polygon):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x * unit, (height - y) * unit) for x, y in shape.corners]))
    elif isinstance(shape, Label):
        painter.setPen(colour)
        _write(painter, shape, (height - shape.y) * unit, unit, font)
    else:
        painter.setPen(QPen(colour, max(shape.weight * unit, 1.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        (x1, y1), (x2, y2) = shape.start, shape.end
        painter.drawLine(QPointF(x1 * unit, (height - y1) * unit), QPointF(x2 * unit, (height - y2) * unit))


def _write(painter: QPainter, label: Label, baseline: float, unit: float, font: QFont) -> None:
    font = QFont(font)
    font.setPointSizeF(label.size * unit * 72 / painter.device().logicalDpiY())
    font.setWeight(QFont.Weight.DemiBold if label.is_strong else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)  # as on paper, so that both cut a name at the same letter
    painter.setFont(font)
    metrics = QFontMetricsF(font, painter.device())
    text = " ".join(label.text.split())
    if metrics.horizontalAdvance(text) > label.room * unit:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, label.room * unit)
    left = label.x * unit - metrics.horizontalAdvance(text) * BEFORE[label.align]
    painter.drawText(QPointF(left, baseline), text)
