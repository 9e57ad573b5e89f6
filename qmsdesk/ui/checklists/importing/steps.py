"""The step of an import in which the file is being read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from qmsdesk.i18n import Words
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, muted, title
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.progress import ProgressLine
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE


class ReadingStep(QWidget):
    def __init__(self, theme: Theme, words: Words, file: str) -> None:
        super().__init__()
        self._ = words
        self.line = ProgressLine(theme)
        self.cancel = Button(theme, self._("Cancel"))
        layout = column(theme, self, margins=SPACE["wide"], gap=SPACE["large"])
        layout.addWidget(title(self._("The file is being read")))
        layout.addWidget(self.line)
        layout.addWidget(label(file, wrap=True))
        layout.addWidget(muted(self._("Nothing is brought in before you say so.")))
        layout.addStretch()
        layout.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)

    def show_progress(self, done: int, total: int) -> None:
        self.line.set_progress(done, total, self._("{done} of {total}", done=done, total=total))
