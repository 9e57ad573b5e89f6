"""A new audit or improvement day: what kind, where, when, with which checklist, by whom."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from qmsdesk.domain.audits import Audit, AuditKind
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.people import Person
from qmsdesk.domain.records import creation_of
from qmsdesk.store.checklists import list_checklists
from qmsdesk.store.organisation import list_departments, list_units
from qmsdesk.store.people import list_people
from qmsdesk.ui.audits.kinds import KindChoice
from qmsdesk.ui.audits.people import PersonBox
from qmsdesk.ui.audits.units import UnitBox
from qmsdesk.ui.audits.wishes import Wish, is_certified, newest_editions, records_of, usual_checklist, usual_day
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.clocks import DayEdit
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import title
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.tokens import SPACE

WIDTH, HEIGHT = 680, 720


class NewAuditDialog(QDialog):
    """`created` carries the id of the new audit once it is in the register; until then nothing is written."""

    created = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None, checklist_id: str = "") -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self._audit_id = ""
        self._has_chosen = {"kind": False, "checklist": bool(checklist_id)}
        db = desk.session.db
        self._people, self._units = list_people(db), list_units(db)
        self._checklists = newest_editions(list_checklists(db))
        self.setWindowTitle(self._("New audit"))
        self.setProperty("kind", "page")
        self.setObjectName("new audit")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kinds = KindChoice(desk)
        self.unit = UnitBox(desk, self._units, list_departments(db))
        self.day = DayEdit(self._, self._("Date"))
        self.day.show_day(usual_day(desk.today))
        self.checklist = ChoiceBox(self._("Checklist"))
        self.checklist.set_choices((Choice(c.id, self._.pick(c, "title")) for c in self._checklists), checklist_id)
        self.lead = PersonBox(desk, self._("Lead auditor"))
        self.others = [PersonBox(desk, self._("Co-auditor")) for _ in range(3)]
        self.trouble = Banner(desk.theme, tone="danger")
        self._lay_out()
        self._wire()
        self._suggest()
        self._offer_people(desk.session.owner.id)
        self.unit.setFocus()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        scroll = PageScroll(theme, gap=SPACE["large"])
        scroll.body.addWidget(title(self._("New audit")))
        scroll.body.addWidget(self.kinds)
        scroll.body.addLayout(labelled(theme, self._("Unit"), self.unit))
        pair = row(theme, gap=SPACE["large"])
        pair.addLayout(labelled(theme, self._("Date"), self.day), 2)
        pair.addLayout(labelled(theme, self._("Checklist"), self.checklist), 3)
        scroll.body.addLayout(pair)
        scroll.body.addLayout(labelled(theme, self._("Lead auditor"), self.lead))
        others = column(theme, gap=SPACE["small"])
        others.addLayout(labelled(theme, self._("Co-auditors"), self.others[0]))
        for other in self.others[1:]:
            others.addWidget(other)
            other.hide()
        scroll.body.addLayout(others)
        scroll.body.addStretch()
        layout = column(theme, self, gap=0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._footer())
        theme.size(self, min_width=480)
        screen = self.screen().availableSize()
        self.resize(min(theme.px(WIDTH), screen.width()), min(theme.px(HEIGHT), screen.height() - 40))

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setProperty("kind", "footer")
        inner = row(self._desk.theme, footer, margins=(SPACE["wide"], SPACE["medium"]), gap=SPACE["medium"])
        inner.addWidget(self.trouble, 1)
        inner.addStretch()
        cancel = Button(self._desk.theme, self._("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.create_button = Button(self._desk.theme, self._("Create and prepare"), "primary", "arrow-right")
        self.create_button.setDefault(True)
        self.create_button.clicked.connect(self._create)
        inner.addWidget(cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        inner.addWidget(self.create_button, 0, Qt.AlignmentFlag.AlignVCenter)
        return footer

    def _wire(self) -> None:
        self.kinds.chosen.connect(lambda: self._note_choice("kind"))
        self.checklist.chosen.connect(lambda _: self._note_choice("checklist"))
        self.unit.changed.connect(self._on_unit_changed)
        for box in (self.lead, *self.others):
            box.changed.connect(self._on_people_changed)
        self._desk.session.changed.connect(self._on_changed)
        self._desk.session.failed.connect(self._on_failed)

    def _note_choice(self, what: str) -> None:
        self._has_chosen[what] = True
        self._suggest()

    def _on_unit_changed(self) -> None:
        self.trouble.hide()
        self._suggest()
        self._offer_people()

    def _on_people_changed(self) -> None:
        self.trouble.hide()
        for before, other in zip(self.others, self.others[1:], strict=False):
            if before.person():
                other.show()

    def _suggest(self) -> None:
        """The usual kind and checklist, unless somebody has chosen."""
        unit = self.unit.unit()
        certified = unit is not None and is_certified(self._desk.session.db, unit.id)
        if not self._has_chosen["kind"] and unit:
            self.kinds.set_kind(AuditKind.INTERNAL_AUDIT if certified else AuditKind.IMPROVEMENT_DAY)
        if not self._has_chosen["checklist"]:
            usual = usual_checklist(self._checklists, self.kinds.kind(), certified or unit is None)
            self.checklist.set_current(usual.id if usual else "")

    def _offer_people(self, lead: str = "") -> None:
        unit = self.unit.unit()
        self.lead.set_people(self._people, self._units, unit, lead)
        for other in self.others:
            other.set_people(self._people, self._units, unit)

    def _create(self) -> None:
        trouble, where = self._trouble()
        if where is not None:
            self.trouble.setVisible(bool(trouble))
            if trouble:
                self.trouble.show_message(trouble, "danger")
            where.setFocus()
            return
        try:
            records = records_of(self._desk.session.db, self._wish(), self._new_records(), self._)
        except Refusal as refusal:
            self.trouble.show_message(refusal.say(self._), "danger")
            return
        self._audit_id = next(record.id for record in records if isinstance(record, Audit))
        self.create_button.setEnabled(False)
        self._desk.session.write([edit for record in records for edit in creation_of(record)], can_undo=False)

    def _trouble(self) -> tuple[str, QWidget | None]:
        """What is still missing and where, one thing at a time from the top; a barred person says so beside the box."""
        if self.unit.lacks_department():
            return self._("Say which department the new unit belongs to."), self.unit.department_box
        if self.unit.unit() is None:
            return self._("Choose the unit."), self.unit
        if not self.checklist.current():
            return self._("Choose a checklist."), self.checklist
        if self.lead.person() is None:
            return self._("Choose a lead auditor."), self.lead
        for box in (self.lead, *self.others):
            if box.refusal():
                return "", box
        return "", None

    def _wish(self) -> Wish:
        unit, department, lead = self.unit.unit(), self.unit.department(), self.lead.person()
        assert unit, "asked before"
        assert department, "asked before"
        assert lead, "asked before"
        checklist = next(c for c in self._checklists if c.id == self.checklist.current())
        return Wish(self.kinds.kind(), unit, department, self.day.day(), checklist, lead, self._chosen_others(lead))

    def _chosen_others(self, lead: Person) -> tuple[Person, ...]:
        by_name = {person.name.casefold(): person for box in self.others if (person := box.person())}
        by_name.pop(lead.name.casefold(), None)
        return tuple(by_name.values())

    def _new_records(self) -> list[Any]:
        wish = self._wish()
        people = [person for person in (wish.lead, *wish.others) if self.lead.is_new(person)]
        return [*self.unit.new_records(), *people]

    def _on_changed(self, changed: Changed) -> None:
        if self._audit_id in changed.entities:
            self.accept()
            self.created.emit(self._audit_id)

    def _on_failed(self, _error: object) -> None:
        self.create_button.setEnabled(True)
