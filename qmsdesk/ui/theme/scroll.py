"""A page that scrolls up and down, without a frame and on the ground of what it lies on."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from qmsdesk.ui.theme.layouts import Margins, column
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE


class PageScroll(QScrollArea):
    """Put the content in `body`, its column; the content is as wide as the view and never scrolls sideways."""

    def __init__(self, theme: Theme, margins: Margins = SPACE["wide"], gap: int = SPACE["large"]) -> None:
        super().__init__()
        self.content = content = QWidget()
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has grown gets its height before it is laid out: left to itself Qt does it the other way round, and all
        of it is seen squeezed into the old height for a moment."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.content:
            QApplication.sendEvent(self.viewport(), QEvent(QEvent.Type.LayoutRequest))
        return super().eventFilter(watched, event)

    def settle(self, grown: QWidget | None) -> None:
        """Make room for what has grown inside, now and from the outside in."""
        while grown is not None and grown is not self.content:
            grown.updateGeometry()
            grown = grown.parentWidget()
        QApplication.sendEvent(self.content, QEvent(QEvent.Type.LayoutRequest))
