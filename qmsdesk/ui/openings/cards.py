"""One card of the script: a line with its mark, and opened what to say in large text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from qmsdesk.domain.openings import ScriptCard
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.openings.facts import Fact
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.cards import CardButton
from qmsdesk.ui.theme.labels import label, small
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import SPACE


class ScriptButton(CardButton):
    """Pressed, it is opened; pressed when open, it is checked off. `checked_off` is the wish to do so."""

    checked_off = Signal()

    def __init__(self, desk: Desk, card: ScriptCard) -> None:
        super().__init__(desk.theme, margins=(16, 11), gap=SPACE["small"])
        self._desk = desk
        self._ = desk.words
        self.card = card
        self.is_done = False
        self.is_open = False
        self._title, self._text = self._(card.title), self._(card.text)
        self._facts: list[Fact] = []
        self._mark = QLabel()
        self._opened = QWidget()
        self._held = QWidget()
        self._shown = column(desk.theme, self._held, gap=SPACE["tight"])
        self.said = TallButton(desk.theme, "", "secondary", "check", key_of("opening", "check"))
        self.said.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Space on the card does the same
        self.said.clicked.connect(self.checked_off)
        self._lay_out()
        desk.theme.changed.connect(self._draw)
        self.show_state(is_done=False, is_open=False)

    def show_facts(self, facts: list[Fact]) -> None:
        """What this audit has to tell under the text."""
        if facts == self._facts:
            return
        self._facts = facts
        while (item := self._shown.takeAt(0)) is not None:
            widget = item.widget()
            assert widget, "only labels were put in"
            widget.hide()
            widget.deleteLater()
        for heading, text in facts:
            for shown in ([small(heading)] if heading else []) + [label(text, wrap=True)]:
                self._shown.addWidget(shown)

    def show_state(self, is_done: bool, is_open: bool, is_read_only: bool = False) -> None:
        self.is_done, self.is_open = is_done, is_open
        self.set_look("current" if is_open else "")
        self._opened.setVisible(is_open)
        self._held.setVisible(is_open and bool(self._facts))
        self.said.setHidden(is_read_only)
        self.said.setText(self._("Not said after all") if is_done else self._("Said, next"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.NoFocus)
        state = self._("said") if is_done else self._("not said yet")
        self.setAccessibleName(self._("{title}, {state}", title=self._title, state=state))
        self.setAccessibleDescription(self._text)
        self._draw()

    def let_in(self) -> None:
        """Let the Tab key come here, as to the first of those that are all closed."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        head = row(theme, gap=SPACE["medium"])
        head.addWidget(self._mark)
        head.addWidget(label(self._title, "subheading", wrap=True), 1)
        self.body.addLayout(head)
        opened = column(theme, self._opened, margins=(30, 0, 0, 6), gap=SPACE["medium"])
        opened.addWidget(label(self._text, "aloud", wrap=True))
        opened.addWidget(self._held)
        opened.addWidget(self.said, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._opened)

    def _draw(self) -> None:
        name, role = ("circle-check-big", "fulfilled") if self.is_done else ("circle", "muted")
        self._mark.setPixmap(self._desk.theme.pixmap(name, role, 18, self.devicePixelRatioF()))
