"""A chart as a widget: as wide as there is room for, as large as the window's texts, in the look in force."""

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qmsdesk.report.drawings import Chart, Drawing, Label
from qmsdesk.ui.charts.painting import ROLES, paint_drawing
from qmsdesk.ui.theme.theme import Theme

UNIT = 1.4
"""Points of a drawing to pixels of the window: the texts are as large as those around."""
NARROWEST, USUAL, WIDEST = 220, 360, 520


class ChartView(QWidget):
    """Named after its chart; its description says all that it shows."""

    def __init__(self, theme: Theme, chart: Chart) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        self._chart = chart
        self._drawing: Drawing | None = None
        self.setAccessibleName(chart.name)
        self.setAccessibleDescription(chart.alt)
        self.updateGeometry()
        self.update()

    @property
    def unit(self) -> float:
        return UNIT * self._theme.px(100) / 100

    def drawing(self, width: int) -> Drawing:
        """The drawing for a width in pixels; beyond the widest, the room stays empty."""
        points = min(max(width / self.unit, NARROWEST), WIDEST)
        if self._drawing is None or self._drawing.width != points:
            self._drawing = self._chart.draw(points)
        return self._drawing

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.drawing(width).height * self.unit) + 1

    def sizeHint(self) -> QSize:
        width = round(USUAL * self.unit)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = round(NARROWEST * self.unit)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_drawing(
                painter,
                self.drawing(self.width()),
                self.unit,
                lambda colour: self._theme.colour(ROLES[colour]),
                self._theme.font(),
            )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.text_at(event.pos()), self)
            return True
        return super().event(event)

    def text_at(self, place: QPoint) -> str:
        """The whole of a text that may be cut where it is drawn."""
        drawing = self.drawing(self.width())
        x, y = place.x() / self.unit, drawing.height - place.y() / self.unit
        for shape in drawing.shapes:
            if isinstance(shape, Label) and 0 <= x - shape.left <= shape.room and 0 <= y - shape.y <= shape.size:
                return shape.text
        return ""

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
