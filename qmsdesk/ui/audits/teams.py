"""Choosing who audits: a lead auditor, and co-auditors as long as there are names."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.people import Person
from qmsdesk.ui.audits.people import PersonBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.tokens import SPACE

MOST_OTHERS = 3


class TeamChoice(QWidget):
    """A box for the lead, and one more for each co-auditor that is named."""

    changed = Signal()

    def __init__(self, desk: Desk, people: Sequence[Person], units: Sequence[Unit]) -> None:
        super().__init__()
        _ = desk.words
        self._people, self._units = people, units
        self.lead = PersonBox(desk, _("Lead auditor"))
        self.others = [PersonBox(desk, _("Co-auditor")) for _n in range(MOST_OTHERS)]
        whole = column(desk.theme, self, gap=SPACE["large"])
        whole.addLayout(labelled(desk.theme, _("Lead auditor"), self.lead))
        others = column(desk.theme, gap=SPACE["small"])
        others.addLayout(labelled(desk.theme, _("Co-auditors"), self.others[0]))
        for other in self.others[1:]:
            others.addWidget(other)
            other.hide()
        whole.addLayout(others)
        for box in (self.lead, *self.others):
            box.changed.connect(self._on_changed)

    def offer(self, unit: Unit | None, lead: str = "") -> None:
        """Whom one may choose for that unit."""
        self.lead.set_people(self._people, self._units, unit, lead)
        for other in self.others:
            other.set_people(self._people, self._units, unit)

    def barred(self) -> PersonBox | None:
        """The first box with somebody who may not audit the unit; it says why itself."""
        return next((box for box in (self.lead, *self.others) if box.refusal()), None)

    def chosen_others(self, lead: Person) -> tuple[Person, ...]:
        """The co-auditors, each once and never the lead again."""
        by_name = {person.name.casefold(): person for box in self.others if (person := box.person())}
        by_name.pop(lead.name.casefold(), None)
        return tuple(by_name.values())

    def _on_changed(self) -> None:
        for before, other in zip(self.others, self.others[1:], strict=False):
            if before.person():
                other.show()
        self.changed.emit()
