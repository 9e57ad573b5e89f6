"""A page that scrolls up and down, without a frame and on the ground of what it lies on."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from qmsdesk.ui.theme.layouts import Margins, column
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE


class PageScroll(QScrollArea):
    """Put the content in `body`, its column; the content is as wide as the view and never scrolls sideways."""

    def __init__(self, theme: Theme, margins: Margins = SPACE["wide"], gap: int = SPACE["large"]) -> None:
        super().__init__()
        content = QWidget()
        content.setAutoFillBackground(False)
        self.body: QVBoxLayout = column(theme, content, margins, gap)
        view = QWidget()  # asked for Qt's own, PySide looks through every class of QtWidgets: 10 ms
        self.setViewport(view)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(theme.px(24))

    def settle(self, grown: QWidget | None) -> None:
        """Make room for what has grown inside, from the outside in. Left to itself Qt goes the other way: it lays all
        of the content out squeezed into the height it had, and then once more."""
        content = self.widget()
        assert content is not None, "set when it was made"
        while grown is not None and grown is not content:
            grown.updateGeometry()
            grown = grown.parentWidget()
        QApplication.sendEvent(content, QEvent(QEvent.Type.LayoutRequest))
