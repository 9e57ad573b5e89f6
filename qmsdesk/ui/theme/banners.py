"""A message that lies in the page, with one thing to do about it if there is one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from qmsdesk.ui.theme.buttons import restyle
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import TONE_ICONS


class Banner(QFrame):
    """Tones: neutral, info, success, warning, danger. Hidden until `show_message` when made without text."""

    def __init__(self, theme: Theme, text: str = "", tone: str = "info", button: QPushButton | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self._mark = QLabel()
        self._text = label(text, wrap=True)
        self.setProperty("kind", "banner")
        self.setProperty("tone", tone)
        layout = row(theme, self, margins=(14, 8, 8, 8), gap=10)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        if button:
            layout.addWidget(button)
        theme.size(self, min_height=44)
        theme.changed.connect(self._draw)
        self._draw()
        if not text:  # and never shown here: without a parent yet it would flash up as a window of its own
            self.hide()

    def text(self) -> str:
        return self._text.text()

    def show_message(self, text: str, tone: str = "info") -> None:
        self._text.setText(text)
        if tone != self._tone:
            self._tone = tone
            self.setProperty("tone", tone)
            restyle(self)
            restyle(self._text)
            self._draw()
        self.show()

    def _draw(self) -> None:
        self._mark.setPixmap(self._theme.pixmap(TONE_ICONS[self._tone], self._tone, 18, self.devicePixelRatioF()))
