"""What a page shows where there is nothing yet: a shape, a sentence and the way on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE

SHAPE = 40


class EmptyState(QWidget):
    """`EmptyState(theme, "list-checks", sentence, button)`; the button is the caller's and may be left out.

    Where it is too low for all of it the shape goes first.
    """

    def __init__(self, theme: Theme, icon: str, sentence: str, button: QPushButton | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._shape = QLabel()
        self._sentence = label(sentence, "muted", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        theme.size(self._sentence, min_width=320, max_width=420)
        layout = column(theme, self, margins=(SPACE["wide"], SPACE["small"]), gap=SPACE["medium"])
        layout.addStretch()
        layout.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = row(theme, gap=0)  # aligned by the layout, a sentence of two lines would get the height of one
        middle.addStretch()
        middle.addWidget(self._sentence)
        middle.addStretch()
        layout.addLayout(middle)
        if button is not None:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        theme.changed.connect(self._draw)
        self._draw()

    def set_sentence(self, sentence: str) -> None:
        self._sentence.setText(sentence)

    def minimumSizeHint(self) -> QSize:
        """Without the shape, so that the page may take its room."""
        size = super().minimumSizeHint()
        return size - QSize(0, self._shape_height()) if self._shape.isVisibleTo(self) else size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rest = self.minimumSizeHint().height()
        self._shape.setVisible(self.height() >= rest + self._shape_height())

    def _shape_height(self) -> int:
        return self._theme.px(SHAPE + SPACE["medium"])

    def _draw(self) -> None:
        pixmap: QPixmap = self._theme.pixmap(self._icon, "accent", SHAPE, self.devicePixelRatioF())
        self._shape.setPixmap(pixmap)
