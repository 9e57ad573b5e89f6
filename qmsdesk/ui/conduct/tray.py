"""The tray: notes that wait to be sorted, by hand, by key or by number, and the traces of those that were withdrawn."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from qmsdesk.domain.notes import Note
from qmsdesk.domain.progress import find_number, unsorted_notes, withdrawn_notes
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.waiting import WaitingNote
from qmsdesk.ui.conduct.withdrawing import say_trace
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row

AT_ONCE = 40
"""So many cards are made at first: hundreds would be felt at every change."""


class Tray(QWidget):
    """Signals carry the `Note` that is meant; `number_wanted` the question's number too. `left` says: back."""

    link_wanted = Signal(object)
    number_wanted = Signal(object, str)
    finding_wanted = Signal(object)
    parking_wanted = Signal(object)
    deletion_wanted = Signal(object)
    withdrawal_wanted = Signal(object)
    entered = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._day = day
        self._most = AT_ONCE
        self._shown: tuple[list[Note], str] = ([], "")
        self._cards: dict[str, WaitingNote] = {}
        self._head, self._count = QWidget(), label("", "muted")
        self._hint = label("", "small", wrap=True)
        self._later, self._traces = label(self._("Kept for later"), "small"), label("", "small", wrap=True)
        self.more = TallButton(desk.theme, " ", "quiet", "chevron-down")
        self._layout = column(desk.theme, self, gap=8)
        self._fill_head()
        self._place = self._layout.count()
        for part in (self.more, self._traces):
            self._layout.addWidget(part)
        self.more.clicked.connect(self._show_more)

    def _fill_head(self) -> None:
        line = row(self._desk.theme, self._head, margins=(2, 10, 2, 0), gap=6)
        line.addWidget(label(self._("Unsorted notes"), "strong"))
        line.addWidget(self._count)
        line.addStretch()
        key = key_of("conduct", "sort")
        self._hint.setText(self._("Drag a note to its question, or press {key} and sort by keys.", key=key))
        for part in (self._head, self._hint, self._later):
            self._layout.addWidget(part)

    # Showing

    def show_day(self, current_number: str, typed_id: str) -> None:
        """`current_number` is the open question's; the note with `typed_id` is still on the quick line."""
        notes = [note for note in unsorted_notes(self._day.dossier) if note.id != typed_id]
        self._show_traces()
        if (notes, current_number) == self._shown:
            return
        self._shown = notes, current_number
        at = self._focused_place()
        self._show_notes(notes[: self._most])
        self._show_heads(notes)
        if at is not None and self._focused_place() is None:
            self._go_on_from(at)

    def _show_notes(self, notes: Sequence[Note]) -> None:
        ids = {note.id for note in notes}
        for key in [key for key in self._cards if key not in ids]:
            self._drop(self._cards.pop(key))
        for note in notes:
            self._card(note).show_note(note, self._shown[1], self._is_mine(note))
        self._cards = {note.id: self._cards[note.id] for note in notes}
        self._order([*(n.id for n in notes if not n.is_parked)], [n.id for n in notes if n.is_parked])

    def _order(self, waiting: list[str], parked: list[str]) -> None:
        wanted: list[QWidget] = [*(self._cards[key] for key in waiting), self._later]
        wanted += [self._cards[key] for key in parked]
        for n, widget in enumerate(wanted, self._place - 1):
            item = self._layout.itemAt(n)
            if item is None or item.widget() is not widget:
                self._layout.insertWidget(n, widget)
        self._later.setVisible(bool(parked))

    def _show_heads(self, notes: Sequence[Note]) -> None:
        parked = sum(note.is_parked for note in notes)
        later = self._.plural("{count} for later", "{count} for later", parked) if parked else ""
        self._count.setText(" · ".join(part for part in (str(len(notes) - parked), later) if part))
        self._head.setVisible(bool(notes))
        self._hint.setVisible(bool(notes) and not self._day.is_read_only)
        left = len(notes) - self._most
        self.more.setVisible(left > 0)
        self.more.setText(self._.plural("{count} more", "{count} more", left))

    def _show_traces(self) -> None:
        traces = [say_trace(self._, self._day, note) for note in withdrawn_notes(self._day.dossier, None)]
        self._traces.setText("\n".join(traces))
        self._traces.setVisible(bool(traces))

    def _show_more(self) -> None:
        first = self._most
        self._most += AT_ONCE
        self._show_again()
        self.stops[first].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_again(self) -> None:
        number, typed = self._shown[1], [note.id for note in self._shown[0]]
        hidden = next((n.id for n in unsorted_notes(self._day.dossier) if n.id not in typed), "")
        self._shown = ([], number)
        self.show_day(number, hidden)

    def _card(self, note: Note) -> WaitingNote:
        if note.id not in self._cards:
            card = self._cards[note.id] = WaitingNote(self._desk, self._day)
            for name in ("link_wanted", "number_wanted", "finding_wanted", "parking_wanted", "deletion_wanted"):
                getattr(card, name).connect(getattr(self, name))
            card.withdrawal_wanted.connect(self.withdrawal_wanted)
            card.stepped.connect(lambda way: self._step(card, way))
            card.left.connect(self.left)
            self._layout.insertWidget(self._place - 1, card)
        return self._cards[note.id]

    def _drop(self, card: WaitingNote) -> None:
        card.seal()
        self._layout.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _is_mine(self, note: Note) -> bool:
        return note.author_id == self._day.author_id and not self._day.is_read_only

    # Coming and going

    @property
    def counts(self) -> int:
        """How many notes wait, those kept for later too."""
        return len(self._shown[0])

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [card.card for card in self._cards.values()]

    @property
    def count_label(self) -> QLabel:
        return self._count

    @property
    def trace_text(self) -> str:
        return self._traces.text()

    def has_waiting(self, note_id: str) -> bool:
        return any(note.id == note_id for note in self._shown[0])

    def waiting(self, note_id: str) -> WaitingNote:
        if note_id not in self._cards:
            self._most = len(self._shown[0])
            self._show_again()
        return self._cards[note_id]

    def start(self) -> bool:
        """Come to the first note; False where there is none."""
        if self._cards:
            self._go_on_from(0)
        return bool(self._cards)

    def explain(self, note: Note, sentence: str) -> None:
        """Say at a note why it stays."""
        if note.id in self._cards:
            self._cards[note.id].say(sentence)

    def question_text(self, number: str) -> str:
        question = find_number(self._day.dossier, number)
        return self._.pick(question, "text") if question else ""

    def _focused_place(self) -> int | None:
        focus = QApplication.focusWidget()
        cards = list(self._cards.values())
        return next((n for n, card in enumerate(cards) if focus and card.isAncestorOf(focus)), None)

    def _step(self, card: WaitingNote, way: int) -> None:
        self._go_on_from(list(self._cards.values()).index(card) + way)

    def _go_on_from(self, place: int) -> None:
        """The next note is at hand when one was sorted; after the last one goes back."""
        cards = list(self._cards.values())
        if cards:
            cards[min(max(place, 0), len(cards) - 1)].take_focus()
            self.entered.emit(cards[min(max(place, 0), len(cards) - 1)])
        else:
            self.left.emit()
