"""Notes above the report: what it still lacks, and what became of the last command."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.i18n import Words
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.theme import Theme


class Notes(QWidget):
    """`accepted` says that what was offered is wanted."""

    accepted = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.to_questions = Button(theme, words("Go to the questions"), "quiet")
        self.offer_button = Button(theme, "", "quiet")
        self.offer_button.hide()
        self.offer_button.clicked.connect(self.accepted)
        self.gaps = Banner(theme, "", "info", self.to_questions)
        self.told = Banner(theme, "", "info", self.offer_button)
        layout = column(theme, self, margins=(24, 10, 24, 2), gap=8)
        layout.addWidget(self.gaps)
        layout.addWidget(self.told)
        self.hide()

    def show_gaps(self, sentence: str) -> None:
        self._show(self.gaps, sentence, "info")

    def tell(self, sentence: str, tone: str = "info") -> None:
        self.offer_button.hide()
        self._show(self.told, sentence, tone)

    def offer(self, sentence: str, text: str) -> None:
        """Say what is in the way, with a button for the way around it."""
        self._show(self.told, sentence, "warning")
        self.offer_button.setText(text)
        self.offer_button.show()

    def _show(self, banner: Banner, sentence: str, tone: str) -> None:
        banner.show_message(sentence, tone)
        banner.setVisible(bool(sentence))
        self.setVisible(bool(self.gaps.text() or self.told.text()))
