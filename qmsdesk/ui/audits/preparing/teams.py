"""The team: who audits, in which role; nobody audits their own unit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from qmsdesk.domain.audits import TEAM_ROLE_NAMES, TeamMember, TeamRole
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.positions import position_between
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.organisation import list_units
from qmsdesk.store.people import list_people
from qmsdesk.ui.audits.people import PersonBox, say_nearness
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, subheading
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import SPACE

NARROW = 340


class TeamCard(Card):
    """A line for each member and a box to add one. There is one lead at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ = desk.words
        self._dossier: Dossier | None = None
        self.rows: dict[str, MemberRow] = {}
        self.body.addWidget(subheading(self._("Team")))
        self._none = Banner(desk.theme, self._("Choose a lead auditor."), "warning")
        self.body.addWidget(self._none)
        self._at_rows = self.body.count()
        self.person = PersonBox(desk, self._("Add somebody to the team"))
        self.add = Button(desk.theme, self._("Add"), "secondary", "plus")
        self.add.clicked.connect(self._add)
        self.person.box.entered.connect(self._add)
        line = row(desk.theme, gap=SPACE["small"])
        line.addWidget(self.person, 1)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        db = self._desk.session.db
        units = {unit.id: unit for unit in list_units(db)}
        for gone in self.rows.keys() - {member.id for member in dossier.team}:
            row_ = self.rows.pop(gone)
            row_.hide()
            row_.deleteLater()
        for place, member in enumerate(dossier.team):
            if member.id not in self.rows:
                self.rows[member.id] = self._new_row(member.id)
                self.body.insertWidget(self._at_rows + place, self.rows[member.id])
            person = dossier.person(member.person_id)
            self.rows[member.id].show_member(person.name if person else "", member.role)
            self.rows[member.id].tell(say_nearness(self._, person, units, dossier.unit) if person else ("", ""))
        taken = [member.person_id for member in dossier.team]
        self.person.set_people(list_people(db), list(units.values()), dossier.unit, taken=taken)
        self.person.setHidden(dossier.audit.is_locked)
        self._tell_leads(dossier)

    def _tell_leads(self, dossier: Dossier) -> None:
        """Two laptops may each have named one."""
        leads = sum(member.role is TeamRole.LEAD for member in dossier.team)
        self._none.setVisible(leads != 1 and not dossier.audit.is_locked)
        if leads > 1:
            self._none.show_message(
                self._("There is more than one lead auditor. Choose another role for one."), "warning"
            )
        elif not leads:
            self._none.show_message(self._("Choose a lead auditor."), "warning")

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        assert self._dossier is not None, "shown before it can be used"
        rows = [self.rows[member.id] for member in self._dossier.team]
        return [*(stop for shown in rows for stop in (shown.role, shown.remove)), self.person, self.add]

    def _new_row(self, member_id: str) -> "MemberRow":
        made = MemberRow(self._desk)
        made.role_chosen.connect(lambda role: self._set_role(member_id, TeamRole(role)))
        made.removal_requested.connect(lambda: self._remove(member_id))
        return made

    def _add(self) -> None:
        person = self.person.person()
        assert self._dossier is not None, "shown before it can be used"
        if person is None or self.person.refusal():
            self.person.setFocus()
            return
        team = self._dossier.team
        if any(member.person_id == person.id for member in team):
            self.person.clear()
            return
        role = TeamRole.AUDITOR if self._dossier.lead else TeamRole.LEAD
        place = position_between(team[-1].position if team else "", "")
        member = TeamMember(new_id(), self._dossier.audit.id, person.id, role, place)
        new = creation_of(person) if self.person.is_new(person) else []
        self.person.clear()
        self._desk.session.write([*new, *creation_of(member)])

    def _set_role(self, member_id: str, role: TeamRole) -> None:
        assert self._dossier is not None, "shown before it can be used"
        edits = []
        for member in self._dossier.team:
            if member.id == member_id:
                edits.append(edit_of(member, "role", role))
            elif role is TeamRole.LEAD and member.role is TeamRole.LEAD:
                edits.append(edit_of(member, "role", TeamRole.AUDITOR))
        self._desk.session.write(edits)

    def _remove(self, member_id: str) -> None:
        assert self._dossier is not None, "shown before it can be used"
        self._desk.session.write([Edit("team_member", member_id, DELETED, 1, self._dossier.audit.id)])


class MemberRow(QWidget):
    """A name, a role, and a way out of the team."""

    role_chosen = Signal(str)
    removal_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._ = desk.words
        self._theme = desk.theme
        self._is_narrow: bool | None = None
        self._name = label("", wrap=True)
        self.role = ChoiceBox(self._("Role"))
        self.role.set_choices(Choice(role.value, self._(name)) for role, name in TEAM_ROLE_NAMES.items())
        self.role.chosen.connect(self.role_chosen)
        self.remove = Button(desk.theme, "", "quiet", "x")
        self.remove.clicked.connect(self.removal_requested)
        self.banner = Banner(desk.theme)
        whole = column(desk.theme, self, gap=SPACE["tight"])
        self._grid = QGridLayout()
        desk.theme.space(self._grid, (0, 0, 0, 0), SPACE["small"])
        self._place_role()
        whole.addLayout(self._grid)
        whole.addWidget(self.banner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_role()
        super().resizeEvent(event)

    def _place_role(self) -> None:
        """Beside the name, or below it where that would leave neither whole."""
        is_narrow = self.width() < self._theme.px(NARROW)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        line = int(is_narrow)
        self._grid.addWidget(self._name, 0, 0, 1, 3 if is_narrow else 1)
        self._grid.addWidget(self.role, line, 1 - line, 1, 1 + line)
        self._grid.addWidget(self.remove, line, 2)
        for place, share in enumerate((1, 0) if is_narrow else (2, 3)):
            self._grid.setColumnStretch(place, share)

    def show_member(self, name: str, role: TeamRole) -> None:
        self._name.setText(name)
        self.role.set_current(role)
        self.role.setAccessibleName(self._("Role of {name}", name=name))
        said = self._("Remove {name} from the team", name=name)
        self.remove.setAccessibleName(said)
        self.remove.setToolTip(said)

    def tell(self, said: tuple[str, str]) -> None:
        """A sentence and its tone, or nothing."""
        text, tone = said
        if text:
            self.banner.show_message(text, tone)
        else:
            self.banner.hide()
