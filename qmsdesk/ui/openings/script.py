"""The script of the opening: its cards one under the other, one of them open, gone through by keyboard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.changes import Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.openings import OpeningCheck, cards_done, opening_check_id, script_of
from qmsdesk.domain.records import whole_of
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.openings.cards import ScriptButton
from qmsdesk.ui.openings.facts import facts_of
from qmsdesk.ui.theme.labels import label, muted
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.progress import ProgressLine
from qmsdesk.ui.theme.tokens import SPACE


class Script(QWidget):
    """`opened` carries the card that came to the front; `finished` says that the last one was checked off.

    `begin_requested` is the wish to start the clock.
    """

    opened = Signal(object)
    finished = Signal()
    begin_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._dossier: Dossier | None = None
        self._ahead: dict[str, bool] = {}
        self._open = ""
        self.cards: dict[str, ScriptButton] = {}
        self.count = label("", "strong")
        self._line = ProgressLine(desk.theme)
        self._column = column(desk.theme, self, gap=SPACE["small"])
        head = row(desk.theme, gap=SPACE["medium"])
        self._told = muted("")
        head.addWidget(self._told, 1)
        head.addWidget(self.count)
        self._column.addLayout(head)
        self._column.addWidget(self._line)
        self.commands = bind(
            self,
            "opening",
            self._,
            {
                "next": lambda: self.go(1),
                "previous": lambda: self.go(-1),
                "check": self.check_open,
                "begin": self.begin_requested.emit,
            },
        )
        self.commands["check"].setAutoRepeat(False)  # a key held down must not run through the script
        desk.session.failed.connect(self._on_failed)

    @property
    def current(self) -> ScriptButton | None:
        """The open card; none when all has been said."""
        return self.cards.get(self._open)

    def show_dossier(self, dossier: Dossier) -> None:
        is_first = self._dossier is None
        self._dossier = dossier
        self._build()
        done = cards_done(dossier.opening_checks)
        self._ahead = {key: on for key, on in self._ahead.items() if (key in done) != on}
        if is_first or (self._open and self._open not in self.cards):
            self._open = next((key for key in self.cards if not self._is_done(key)), "")
        for card in self.cards.values():
            card.show_facts(facts_of(dossier, card.card.key, self._))
        self._show_states()

    def open_card(self, key: str) -> None:
        self._open = key
        self._show_states()
        self.cards[key].setFocus()
        self.opened.emit(self.cards[key])

    def go(self, step: int) -> None:
        """Open the card after or before the open one."""
        order = list(self.cards)
        place = order.index(self._open) + step if self._open else 0
        self.open_card(order[min(max(place, 0), len(order) - 1)])

    def check_open(self) -> None:
        """Check the open card off and go on to the next that has not been; or take its check away again."""
        card = self.current
        assert self._dossier is not None, "shown before it can be used"
        if card is None or self._dossier.audit.is_locked:
            return
        on = not self._is_done(card.card.key)
        self._ahead[card.card.key] = on
        self._desk.session.write(self._edits(self._dossier, card.card.key, on))
        if on:
            self._go_on(card.card.key)
        else:
            self._show_states()

    def _go_on(self, from_key: str) -> None:
        order = list(self.cards)
        after = order.index(from_key) + 1
        left = next((key for key in order[after:] + order[:after] if not self._is_done(key)), "")
        if left:
            self.open_card(left)
        else:
            self._open = ""
            self._show_states()
            self.finished.emit()

    def _edits(self, dossier: Dossier, key: str, on: bool) -> list[Edit]:
        return whole_of(OpeningCheck(opening_check_id(dossier.audit.id, key), dossier.audit.id, key, on))

    def _build(self) -> None:
        """Another kind of day has another script."""
        assert self._dossier is not None, "shown before it can be used"
        script = script_of(self._dossier.audit.kind)
        texts = [card.text for card in script]
        if texts == [card.card.text for card in self.cards.values()]:
            return
        for gone in self.cards.values():
            gone.hide()
            gone.deleteLater()
        self.cards = {card.key: ScriptButton(self._desk, card) for card in script}
        for made in self.cards.values():
            self._column.addWidget(made)
            made.clicked.connect(lambda _on=False, made=made: self._press(made))
            made.checked_off.connect(self.check_open)

    def _press(self, card: ScriptButton) -> None:
        if card.is_open:
            self.check_open()
        else:
            self.open_card(card.card.key)

    def _is_done(self, key: str) -> bool:
        assert self._dossier is not None, "shown before it can be used"
        return self._ahead.get(key, key in cards_done(self._dossier.opening_checks))

    def _show_states(self) -> None:
        assert self._dossier is not None, "shown before it can be used"
        locked = self._dossier.audit.is_locked
        for key, card in self.cards.items():
            card.show_state(self._is_done(key), key == self._open, locked)
        if not self._open and self.cards:
            next(iter(self.cards.values())).let_in()
        done = sum(self._is_done(key) for key in self.cards)
        ahead = self._("Say it in your own words and check off as you go.")
        said = ahead if done < len(self.cards) else self._("All is said. Now the questions.")
        self._told.setText("" if locked else said)
        self.count.setText(self._("{done} of {total}", done=done, total=len(self.cards)))
        self._line.set_progress(
            done, len(self.cards), self._("{done} of {total} said", done=done, total=len(self.cards))
        )

    def _on_failed(self, _error: Exception) -> None:
        """What was shown ahead of the disk did not get there."""
        self._ahead.clear()
        if self._dossier is not None:
            self._show_states()
