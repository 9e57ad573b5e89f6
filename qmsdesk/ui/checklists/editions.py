"""The editions there are, each as a card to choose."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from qmsdesk.domain.checklists import ChecklistState
from qmsdesk.store.checklists import ChecklistLine
from qmsdesk.ui.dates import say_minutes
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.cards import CardButton
from qmsdesk.ui.theme.labels import label, small
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.toggles import join
from qmsdesk.ui.theme.tokens import SPACE


class EditionList(PageScroll):
    """`chosen` carries the id of an edition."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, margins=(24, 16, 8, 24), gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self._lines: list[ChecklistLine] = []
        self._group = QButtonGroup(self)
        self.cards: dict[str, CardButton] = {}
        self.body.addStretch()

    def show_lines(self, lines: Sequence[ChecklistLine], current: str) -> None:
        """Draw the cards anew only when they say something else."""
        if list(lines) != self._lines:
            self._lines = list(lines)
            for card in self.cards.values():
                self._group.removeButton(card)
                card.hide()
                card.deleteLater()
            self.cards = {line.checklist.id: self._card(line) for line in lines}
            for place, card in enumerate(self.cards.values()):
                self.body.insertWidget(place, card)
        if current in self.cards:
            self.cards[current].setChecked(True)

    def _card(self, line: ChecklistLine) -> CardButton:
        _ = self._
        card = CardButton(self._desk.theme)
        card.setCheckable(True)
        name = _.pick(line.checklist, "title")
        amount = _.plural("{count} question", "{count} questions", line.questions)
        used = _.plural("used in {count} audit", "used in {count} audits", line.audits)
        edition = _("Edition {edition}", edition=line.checklist.edition)
        if line.checklist.state is ChecklistState.DRAFT:
            edition = _("Edition {edition}, draft", edition=line.checklist.edition)
        card.setAccessibleName(f"{name}, {edition}")
        card.body.addWidget(label(name, "strong", wrap=True))
        card.body.addWidget(small(f"{edition} · {amount} · {say_minutes(_, line.minutes)}"))
        card.body.addWidget(small(used if line.audits else _("not used yet")))
        card.toggled.connect(lambda on: card.set_look("current" if on else ""))
        card.clicked.connect(lambda: self.chosen.emit(line.checklist.id))
        join(self._group, card)
        return card
