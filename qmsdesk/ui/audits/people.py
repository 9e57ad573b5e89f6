"""Choosing auditors: those of the unit are barred with the reason, those of its department are only warned about."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.audits import refuse_own_unit
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.people import Person, PersonRole
from qmsdesk.i18n import Words
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.tokens import SPACE

AUDITING = (PersonRole.COORDINATOR, PersonRole.LEAD_AUDITOR, PersonRole.AUDITOR)


class PersonBox(QWidget):
    """A box with names in which a new name may be typed, and below it what is to be said about the choice."""

    changed = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._ = desk.words
        self._people: dict[str, Person] = {}
        self._units: dict[str, Unit] = {}
        self._unit: Unit | None = None
        self._new = new_id()
        self.box = ChoiceBox(name, may_type=True, placeholder=self._("Choose, or type a new name"))
        self.banner = Banner(desk.theme)
        self.setAccessibleName(name)
        self.setFocusProxy(self.box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # only so does it find its place in the order of Tab
        layout = column(desk.theme, self, gap=SPACE["tight"])
        layout.addWidget(self.box)
        layout.addWidget(self.banner)
        self.box.typed.connect(self._on_typed)

    def set_people(
        self,
        people: Sequence[Person],
        units: Sequence[Unit],
        unit: Unit | None,
        chosen: str = "",
        taken: Sequence[str] = (),
    ) -> None:
        """Whom one may choose for an audit of `unit`; those in `taken` have a part already."""
        self._people = {person.id: person for person in people}
        self._units = {each.id: each for each in units}
        self._unit = unit
        offered = [person for person in people if person.role in AUDITING and person.id not in taken and person.name]
        bar = self._("works in this unit")
        choices = [Choice(p.id, p.name, bar if self._is_own(p) else "") for p in offered]
        self.box.set_choices(choices, chosen or self.box.current())
        self._judge()

    def person(self) -> Person | None:
        """The one who was chosen or typed; a new name makes a new person."""
        name = self.box.text()
        if not name:
            return None
        named = (person for person in self._people.values() if person.name.casefold() == name.casefold())
        return self._people.get(self.box.current()) or next(named, None) or Person(self._new, name)

    def is_new(self, person: Person) -> bool:
        return person.id not in self._people

    def refusal(self) -> str:
        """Why this person cannot audit the unit; empty where they can."""
        person = self.person()
        if person and self._unit:
            try:
                refuse_own_unit([person], self._unit)
            except Refusal as refusal:
                return refusal.say(self._)
        return ""

    def clear(self) -> None:
        """Ready for the next one."""
        self._new = new_id()
        self.box.set_current("")
        self._judge()

    def _on_typed(self) -> None:
        self._judge()
        self.changed.emit()

    def _is_own(self, person: Person) -> bool:
        return self._unit is not None and person.unit_id == self._unit.id

    def _judge(self) -> None:
        person = self.person()
        text, tone = say_nearness(self._, person, self._units, self._unit) if person and self._unit else ("", "")
        if text:
            self.banner.show_message(text, tone)
        else:
            self.banner.hide()


def say_nearness(_: Words, person: Person, units: Mapping[str, Unit], unit: Unit) -> tuple[str, str]:
    """Why somebody may not audit a unit, or had better not, and the tone of it; nothing where all is well."""
    try:
        refuse_own_unit([person], unit)
    except Refusal as refusal:
        return refusal.say(_), "danger"
    own = units.get(person.unit_id or "")
    if own and own.department_id == unit.department_id:
        return _(
            "{name} works in the same department. That is allowed; somebody further away is better.",
            name=person.first_name,
        ), "warning"
    return "", ""
