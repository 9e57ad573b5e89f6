"""Spelling: whether words are looked up, in which languages they can be, and where one's own are kept."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from qmsdesk.exchange.spelling import own_words_file
from qmsdesk.settings import Settings
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import muted, small, subheading
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.theme.toggles import RadioButton, join
from qmsdesk.ui.theme.tokens import SPACE


class SpellingCard(Card):
    """`chosen` carries whether words are looked up, `on` or `off`."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__(desk.theme, gap=SPACE["small"])
        self._desk = desk
        self._ = desk.words
        self.buttons: dict[str, RadioButton] = {}
        self.told, self.kept = muted(""), small("")
        self.body.addWidget(subheading(self._("Spelling")))
        self.body.addWidget(self.told)
        flow, group = FlowLayout(desk.theme, gap=SPACE["large"]), QButtonGroup(self)
        for value, text in (("on", self._("Underline unknown words")), ("off", self._("Do not check spelling"))):
            button = RadioButton(text)
            button.setChecked(value == settings.spelling)
            button.clicked.connect(self._chooser(value))
            join(group, button)
            flow.addWidget(button)
            self.buttons[value] = button
        self.body.addLayout(flow)
        self.body.addWidget(self.kept)

    def reload(self) -> None:
        held = self._desk.spelling.languages if self._desk.spelling is not None else []
        sentences = {
            ("sv", "en"): self._("There are dictionaries for Swedish and English on this computer."),
            ("sv",): self._("There is a dictionary for Swedish on this computer, but none for English."),
            ("en",): self._("There is a dictionary for English on this computer, but none for Swedish."),
        }
        none = self._("There is no dictionary on this computer, so spelling is not checked. IT can install one.")
        self.told.setText(sentences.get(tuple(held), none))
        self.kept.setText(self._("Words you have added yourself are in {path}", path=own_words_file()))
        self.kept.setVisible(own_words_file().exists())
        for button in self.buttons.values():
            button.setEnabled(bool(held))

    def _chooser(self, value: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(value)
