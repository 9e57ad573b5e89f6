"""Sharing the questions between the auditors: how much each has, and sharing at one press."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.people import Person
from qmsdesk.domain.shares import Load, asking, loads, shares, short_names
from qmsdesk.ui.dates import say_minutes
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import small
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.tokens import SPACE

KEYS = 9


class SharesStrip(QWidget):
    """A button for each auditor, which gives them the current row. Shown where there are two who ask.

    `given` carries an auditor's id, empty for nobody; `even_requested` and `none_requested` are about all questions.
    """

    given = Signal(str)
    even_requested = Signal()
    none_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self.auditors: dict[str, Button] = {}
        self._flow = FlowLayout(desk.theme, gap=SPACE["small"])
        self.even = Button(desk.theme, self._("Share evenly"), "secondary", "users")
        self.even.clicked.connect(self.even_requested)
        self.none = Button(desk.theme, self._("Share no more"), "quiet", "x")
        self.none.clicked.connect(self.none_requested)
        for button in (self.even, self.none):
            self._flow.addWidget(button)
        self._told = small("")
        layout = column(desk.theme, self, gap=SPACE["tight"])
        layout.addLayout(self._flow)
        layout.addWidget(self._told)

    def show_dossier(self, dossier: Dossier) -> None:
        people = asking(dossier)
        self.setVisible(len(people) > 1)
        self._show_buttons(people)
        held, short, is_locked = loads(dossier), short_names(people), dossier.audit.is_locked
        for person in people:
            button, load = self.auditors[person.id], self._load(held[person.id])
            button.setText(f"{short[person.id]} · {load}")
            button.setAccessibleName(f"{person.name}: {load}")
            button.setToolTip(self._("Give the chosen question or section to {name}", name=person.name))
        for button in (*self.auditors.values(), self.even):
            button.setHidden(is_locked)
        self.none.setVisible(bool(shares(dossier)) and not is_locked)
        named = [self._("Nobody in particular: {load}.", load=self._load(held[""]))]
        if is_locked:
            named = [f"{person.name}: {self._load(held[person.id])}." for person in people] + named
        self._told.setText(" ".join(named))
        self._told.setVisible(bool(shares(dossier)) and (is_locked or held[""].questions > 0))

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return [*self.auditors.values(), self.even, self.none]

    def _show_buttons(self, people: Sequence[Person]) -> None:
        if [person.id for person in people] == list(self.auditors):
            return
        while item := self._flow.takeAt(0):
            held = item.widget()
            if held and held not in (self.even, self.none):
                held.hide()
                held.deleteLater()
        self.auditors = {person.id: self._button(person, n) for n, person in enumerate(people, 1)}
        for button in (*self.auditors.values(), self.even, self.none):
            self._flow.addWidget(button)

    def _button(self, person: Person, number: int) -> Button:
        button = Button(self._desk.theme, "", "secondary", "", str(number) if number <= KEYS else "")
        button.clicked.connect(lambda: self.given.emit(person.id))
        return button

    def _load(self, load: Load) -> str:
        time = say_minutes(self._, load.minutes)
        return self._.plural("{count} question, {time}", "{count} questions, {time}", load.questions, time=time)
