"""What one does at the open question: make a finding first, then the tools, without their words where it is narrow."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.layouts import FlowLayout


class Foot(QWidget):
    """One line of buttons. The `tools` say by their icons what they do where their words have no room."""

    def __init__(self, desk: Desk, first: Sequence[TallButton], tools: Sequence[TallButton]) -> None:
        super().__init__()
        self._words = {tool: tool.text() for tool in tools}
        self._flow = FlowLayout(desk.theme, self, gap=8)
        for button in (*first, *tools):
            self._flow.addWidget(button)
        desk.theme.changed.connect(self.fit)

    def fit(self) -> None:
        """With words where all of them fit side by side, else all without."""
        self._say(has_words=True)
        if self._flow.sizeHint().width() > self.width():
            self._say(has_words=False)

    def _say(self, has_words: bool) -> None:
        for tool, text in self._words.items():
            tool.show_words(text if has_words else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()
