"""What a dialog says, over its buttons: as high as it asks for, and scrolling where the screen is lower than that."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog

from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE

TITLE_BAR = 40


class DialogBody(PageScroll):
    """Put what is said in `body` and the buttons in `foot`, which is always in sight; call `fit` when all is there."""

    def __init__(self, theme: Theme, dialog: QDialog, width: int) -> None:
        wide, small = SPACE["wide"], SPACE["small"]
        super().__init__(theme, margins=(wide, wide, wide, small), gap=SPACE["large"])
        self._dialog = dialog
        self._width = theme.px(width)
        self.foot = row(theme, margins=(wide, small, wide, wide), gap=SPACE["medium"])
        layout = column(theme, dialog, gap=0)
        layout.addWidget(self, 1)
        layout.addLayout(self.foot)

    def fit(self) -> None:
        """As wide as wished for or as its buttons need, and as high as what it says now."""
        room = self._dialog.screen().availableSize()
        chosen = self._dialog.width() if self._dialog.isVisible() else self._width
        width = min(max(chosen, self._dialog.minimumSizeHint().width()), room.width())
        # a scroll bar that was there for a moment keeps itself there if its own width makes a line more
        beside_bar = width - self.verticalScrollBar().sizeHint().width()
        height = self.body.totalHeightForWidth(beside_bar) + self.foot.totalSizeHint().height()
        self._dialog.resize(width, min(height, room.height() - TITLE_BAR))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.content and self._dialog.isVisible():
            self.fit()
        return done
