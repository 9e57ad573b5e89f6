"""Cards: rounded surfaces with a thin line, as a frame or as one large button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from qmsdesk.ui.theme.buttons import restyle
from qmsdesk.ui.theme.layouts import Margins, column
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.toggles import Toggle
from qmsdesk.ui.theme.tokens import SPACE


class Card(QFrame):
    """`card.body` is its column. Looks: "", accent, current, flat, dashed."""

    def __init__(self, theme: Theme, look: str = "", margins: Margins = (20, 16), gap: int = SPACE["small"]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setProperty("look", look)
        self.body: QVBoxLayout = column(theme, self, margins, gap)

    def set_look(self, look: str) -> None:
        if look != self.property("look"):
            self.setProperty("look", look)
            restyle(self)


class CardButton(Toggle, QAbstractButton):
    """A card that is pressed as a whole, by mouse, Space or Enter; give it an accessible name. `body` as in Card."""

    def __init__(self, theme: Theme, look: str = "", margins: Margins = (16, 12), gap: int = SPACE["tight"]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setProperty("look", look)
        self.setProperty("clickable", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body: QVBoxLayout = column(theme, self, margins, gap)

    def set_look(self, look: str) -> None:
        if look != self.property("look"):
            self.setProperty("look", look)
            restyle(self)

    def sizeHint(self) -> QSize:
        return self.body.totalSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet has drawn ground and border."""
