"""Cards: rounded surfaces with a thin line, as a frame or as one large button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QStyle, QStyleOption, QVBoxLayout, QWidget

from qmsdesk.ui.theme.buttons import restyle
from qmsdesk.ui.theme.layouts import Margins, column
from qmsdesk.ui.theme.theme import Theme


class Card(QFrame):
    """`card.body` is its column. Looks: "", accent, dashed, current."""

    def __init__(self, theme: Theme, look: str = "", margins: Margins = (20, 16), gap: int = 8) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setProperty("look", look)
        self.body: QVBoxLayout = column(theme, self, margins, gap)

    def set_look(self, look: str) -> None:
        if look != self.property("look"):
            self.setProperty("look", look)
            restyle(self)


class CardButton(QAbstractButton):
    """A card that is pressed as a whole, by mouse, Space or Enter; give it an accessible name. `body` as in Card."""

    def __init__(self, theme: Theme, look: str = "", margins: Margins = (16, 12), gap: int = 4) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setProperty("look", look)
        self.setProperty("clickable", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.body: QVBoxLayout = column(theme, self, margins, gap)

    def set_look(self, look: str) -> None:
        if look != self.property("look"):
            self.setProperty("look", look)
            restyle(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.body.totalSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        paint_by_sheet(self)


def paint_by_sheet(widget: QWidget) -> None:
    """Let the style sheet draw ground and border of a widget class it does not know."""
    option = QStyleOption()
    option.initFrom(widget)
    with QPainter(widget) as painter:
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, widget)
