"""The steps of a batch of reports that one looks at: how far it is, and what became of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.i18n import Words
from qmsdesk.ui.reports.batch_run import Outcome, gathered
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label, muted, title
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.progress import ProgressLine
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE

NAMES = 12
"""More names than this are counted."""


class ProgressStep(QWidget):
    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._ = words
        self.line = ProgressLine(theme)
        self.said = label("", wrap=True)
        self.cancel = Button(theme, self._("Cancel"))
        layout = column(theme, self, margins=SPACE["wide"], gap=SPACE["large"])
        layout.addWidget(title(self._("The reports are being made")))
        layout.addWidget(self.line)
        layout.addWidget(self.said)
        layout.addWidget(muted(self._("What is written stays whole, also if you cancel.")))
        layout.addStretch()
        layout.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)

    def show_place(self, done: int, total: int, name: str) -> None:
        """Which one is being made now."""
        text = self._("{number} of {count}: {name}", number=done + 1, count=total, name=name)
        self.said.setText(text)
        self.line.set_progress(done, total, text)

    def show_cancelling(self) -> None:
        self.cancel.setEnabled(False)
        self.said.setText(self._("This report is finished, then it stops."))


class OutcomeStep(QWidget):
    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._ = words
        self._theme = theme
        self.heading = title("")
        self._scroll = PageScroll(theme, gap=SPACE["medium"])
        self._scroll.body.addWidget(self.heading)
        self.open = Button(theme, self._("Open folder"), "primary", "folder-open")
        self.open.setAccessibleName(self._("Open the folder of the reports"))
        self.done = Button(theme, self._("Done"))
        buttons = row(theme, margins=(24, 12, 24, 20), gap=SPACE["medium"])
        buttons.addStretch()
        buttons.addWidget(self.done)
        buttons.addWidget(self.open)
        layout = column(theme, self, gap=0)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons)
        self.banners: list[Banner] = []

    def show_outcome(self, outcome: Outcome, folder: Path) -> None:
        """What is written, what failed and why, and what was left."""
        written = len(outcome.written)
        self.heading.setText(self._.plural("{count} report is ready", "{count} reports are ready", written))
        if written:
            self._tell(self._("In {folder}", folder=folder), "success")
        for sentence, names in gathered(outcome.failed):
            self._tell(f"{sentence} {self._say_names(names)}", "danger")
        if outcome.left:
            said = (
                self._.plural(
                    "{count} was not made: you cancelled.", "{count} were not made: you cancelled.", outcome.left
                )
                if outcome.is_cancelled
                else self._.plural(
                    "{count} more was not begun, for the same reason.",
                    "{count} more were not begun, for the same reason.",
                    outcome.left,
                )
            )
            self._tell(said, "info" if outcome.is_cancelled else "warning")
        self._scroll.body.addStretch()
        self.open.setVisible(written > 0)
        QAccessible.updateAccessibility(QAccessibleEvent(self.heading, QAccessible.Event.Alert))

    def _say_names(self, names: list[str]) -> str:
        said = ", ".join(names[:NAMES])
        if len(names) <= NAMES:
            return self._("Not made: {names}.", names=said)
        return self._("Not made: {names} and {count} more.", names=said, count=len(names) - NAMES)

    def _tell(self, sentence: str, tone: str) -> None:
        banner = Banner(self._theme, sentence, tone)
        self.banners.append(banner)
        self._scroll.body.addWidget(banner)
