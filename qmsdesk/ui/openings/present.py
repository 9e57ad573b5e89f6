"""Who is there: how many people of each role, and the team. Never a name of the unit's people."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.openings import USUAL_ROLES, Participant
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.openings.facts import team_lines
from qmsdesk.ui.targets import TallButton, TallLine
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, small, subheading
from qmsdesk.ui.theme.layouts import FlowLayout, row
from qmsdesk.ui.theme.tokens import SPACE

MOST = 999
NARROW = 11
"""As many letters as the line of a role is wide on a small screen."""


class PresentCard(Card):
    """A line for each role; the usual roles stand ready below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ = _ = desk.words
        self._dossier: Dossier | None = None
        self._awaited = ""
        self.rows: dict[str, RoleRow] = {}
        self.sum = label("", "strong", wrap=True)
        self._hint = small(_("Roles and numbers only, never names."))
        self._team = label("", wrap=True)
        self._team_heading = small(_("Auditors"))
        self.phrases = {text: self._phrase(_(text)) for text in USUAL_ROLES}
        self.own = TallLine(desk.theme)
        self.add = TallButton(desk.theme, _("Add"), "secondary", "plus")
        self._lay_out()
        bind(self, "present", _, {"more": lambda: self._step(1), "fewer": lambda: self._step(-1)})
        desk.session.failed.connect(self._on_failed)

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        locked = dossier.audit.is_locked
        for gone in self.rows.keys() - {held.id for held in dossier.participants}:
            self._drop(gone)
        for place, held in enumerate(dossier.participants):
            if held.id not in self.rows:
                self.rows[held.id] = self._new_row(held.id)
                self.body.insertWidget(self._at_rows + place, self.rows[held.id])
            self.rows[held.id].show_participant(held, locked)
        taken = {held.role.casefold() for held in dossier.participants}
        for text, button in self.phrases.items():
            button.setHidden(locked or self._(text).casefold() in taken)
        for control in (self.own, self.add, self._hint):
            control.setHidden(locked)
        self._team.setText("\n".join(team_lines(dossier, self._)))
        self._team_heading.setVisible(bool(self._team.text()))
        self._show_sum()
        if self._awaited in self.rows:
            self.rows[self._awaited].more.setFocus()
            self._awaited = ""

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        shown = sorted(self.rows.values(), key=self.body.indexOf)
        return [*(stop for held in shown for stop in held.stops), *self.phrases.values(), self.own, self.add]

    def _lay_out(self) -> None:
        theme, _ = self._desk.theme, self._
        self.body.addWidget(subheading(_("Who is here")))
        self.body.addWidget(self._hint)
        self._at_rows = self.body.count()
        self.body.addWidget(self.sum)
        flow = FlowLayout(theme, gap=SPACE["tight"])
        for button in self.phrases.values():
            flow.addWidget(button)
        self.body.addLayout(flow)
        self.own.setPlaceholderText(_("Another role"))
        self.own.setAccessibleName(_("Another role"))
        self.own.setMaxLength(100)
        self.own.returnPressed.connect(self._add_own)
        self.add.clicked.connect(self._add_own)
        line = row(theme, gap=SPACE["small"])
        line.addWidget(self.own, 1)
        line.addWidget(self.add)
        self.body.addLayout(line)
        self.body.addWidget(self._team_heading)
        self.body.addWidget(self._team)

    def _phrase(self, role: str) -> TallButton:
        button = TallButton(self._desk.theme, role, "quiet", "plus")
        button.clicked.connect(lambda: self._add(role))
        return button

    def _add_own(self) -> None:
        role = self.own.text().strip()
        if role:
            self.own.clear()
            self._add(role)
        else:
            self.own.setFocus()

    def _add(self, role: str) -> None:
        """One person of that role; of one that is there already, one more."""
        assert self._dossier is not None, "shown before it can be used"
        held = next((each for each in self._dossier.participants if each.role.casefold() == role.casefold()), None)
        if held:
            self.rows[held.id].more.setFocus()
            self.rows[held.id].step(1)
            return
        made = Participant(new_id(), self._dossier.audit.id, role)
        self._awaited = made.id
        self._desk.session.write(creation_of(made))

    def _new_row(self, id_: str) -> "RoleRow":
        made = RoleRow(self._desk)
        made.stepped.connect(lambda people: self._write(id_, people))
        return made

    def _write(self, id_: str, people: int) -> None:
        assert self._dossier is not None, "shown before it can be used"
        if people:
            held = next(each for each in self._dossier.participants if each.id == id_)
            self._desk.session.write([edit_of(held, "people", people)])
            self._show_sum()
        else:
            self._desk.session.write([Edit("participant", id_, DELETED, 1, self._dossier.audit.id)])

    def _step(self, by: int) -> None:
        """Plus and minus work on the line that has the keyboard."""
        focus = QApplication.focusWidget()
        for held in self.rows.values():
            if focus is not None and held.isAncestorOf(focus):
                held.step(by)

    def _drop(self, id_: str) -> None:
        gone = self.rows.pop(id_)
        had_focus = any(stop.hasFocus() for stop in gone.stops)
        gone.hide()
        gone.deleteLater()
        if had_focus:
            self.own.setFocus()

    def _show_sum(self) -> None:
        count = sum(held.people for held in self.rows.values())
        self.sum.setText(self._.plural("{count} person from the unit", "{count} people from the unit", count))
        self.sum.setVisible(bool(self.rows))

    def _on_failed(self, _error: Exception) -> None:
        """What was shown ahead of the disk did not get there."""
        for held in self.rows.values():
            held.forget()
        if self._dossier is not None:
            self.show_dossier(self._dossier)


class RoleRow(QWidget):
    """A role and its number of people. `stepped` carries the new number; 0 takes the role away."""

    stepped = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._ = desk.words
        self._ahead: int | None = None
        self._people = 0
        self._role = label("", wrap=True, longest=NARROW)
        self._role.setMinimumWidth(1)  # a word longer than the line must not push the script aside
        self._count = label("", "strong")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        desk.theme.size(self._count, min_width=32)
        self.fewer = TallButton(desk.theme, "", "secondary", "minus")
        self.more = TallButton(desk.theme, "", "secondary", "plus")
        self.fewer.clicked.connect(lambda: self.step(-1))
        self.more.clicked.connect(lambda: self.step(1))
        layout = row(desk.theme, self, gap=SPACE["tight"])
        layout.addWidget(self._role, 1)
        for part in (self.fewer, self._count, self.more):
            layout.addWidget(part)

    @property
    def people(self) -> int:
        """What is shown, the disk may still be busy with it."""
        return self._people if self._ahead is None else self._ahead

    @property
    def stops(self) -> tuple[QWidget, QWidget]:
        return self.fewer, self.more

    def show_participant(self, held: Participant, is_read_only: bool) -> None:
        self._people = held.people
        if self._ahead == held.people:
            self._ahead = None
        self._role.setText(held.role)
        self._role.setToolTip(held.role)
        for button in (self.fewer, self.more):
            button.setHidden(is_read_only)
        self._show()

    def step(self, by: int) -> None:
        people = self.people + by
        if 0 <= people <= MOST and not self.more.isHidden():
            self._ahead = people
            self._show()
            self.stepped.emit(people)

    def forget(self) -> None:
        self._ahead = None

    def _show(self) -> None:
        _, role = self._, self._role.text()
        self._count.setText(str(self.people))
        less = _("One fewer: {role}", role=role) if self.people > 1 else _("Remove: {role}", role=role)
        more = _("One more: {role}", role=role)
        for button, said, key in ((self.fewer, less, "-"), (self.more, more, "+")):
            button.setAccessibleName(_("{name}, now {count}", name=said, count=self.people))
            button.setToolTip(f"{said} ({key})")
