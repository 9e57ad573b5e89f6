"""A field for more than a line that grows with its text."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from qmsdesk.ui.theme.theme import Theme


class GrowingEdit(QPlainTextEdit):
    """Plain text between `min_lines` and `max_lines` high; Tab goes on to the next control."""

    def __init__(self, theme: Theme, placeholder: str = "", min_lines: int = 2, max_lines: int = 12) -> None:
        super().__init__()
        self._lines = (min_lines, max_lines)
        self._height = 0
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        theme.changed.connect(self._fit)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._fitting_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._fitting_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the text otherwise."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        full = self._needed_lines() > self._lines[1]
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded if full else bars.ScrollBarAlwaysOff)
        height = self._fitting_height()
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _needed_lines(self) -> int:
        """QPlainTextEdit counts its document's height in lines, not pixels."""
        return round(self.document().size().height())

    def _fitting_height(self) -> int:
        least, most = self._lines
        lines = min(max(self._needed_lines(), least), most)
        margins = self.contentsMargins()
        # One pixel more: a text that fits to the pixel already scrolls.
        around = margins.top() + margins.bottom() + round(2 * self.document().documentMargin()) + 1
        return lines * self._line_height() + around

    def _line_height(self) -> int:
        """As laid out: the metrics of the font round otherwise and are a pixel short."""
        layout = self.document().firstBlock().layout()
        drawn = layout.lineAt(0).height() if layout.lineCount() else QFontMetricsF(self.font()).height()
        return ceil(drawn)
