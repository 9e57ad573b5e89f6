"""A field for more than a line that grows with its text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent
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
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Counts wrapped lines too, unlike blockCountChanged.
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._fit)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), self._fitting_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self._fitting_height())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.ensureCursorVisible()

    def _fit(self) -> None:
        height = self._fitting_height()
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _fitting_height(self) -> int:
        """QPlainTextEdit counts its document's height in lines, not pixels."""
        least, most = self._lines
        lines = min(max(round(self.document().size().height()), least), most)
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + round(2 * self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + around
