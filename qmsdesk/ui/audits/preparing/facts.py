"""The facts of an audit: when, what kind, where, by which checklist, under which registration number."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit

from qmsdesk.domain.audits import KIND_NAMES, AuditKind, refuse_own_unit
from qmsdesk.domain.checklists import Checklist, refuse_empty
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.records import edit_of
from qmsdesk.store.checklists import list_checklists, questions_of
from qmsdesk.store.organisation import list_units
from qmsdesk.store.rows import referred
from qmsdesk.ui.audits.preparing.newer_editions import NewerEdition
from qmsdesk.ui.audits.wishes import ENDS_AT, STARTS_AT, newest_editions
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.clocks import ClockEdit, DayEdit
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import small, subheading
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.tokens import SPACE


class FactsCard(Card):
    """Unit and checklist are fixed from the first answer on: the answers belong to them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=SPACE["medium"])
        self._desk = desk
        self._ = desk.words
        self._dossier: Dossier | None = None
        _ = self._
        self.day, self.starts, self.ends = DayEdit(_, _("Date")), ClockEdit(_("Starts")), ClockEdit(_("Ends"))
        self.kind, self.unit, self.checklist = ChoiceBox(_("Kind")), ChoiceBox(_("Unit")), ChoiceBox(_("Checklist"))
        self.kind.set_choices(Choice(kind.value, _(name)) for kind, name in KIND_NAMES.items())
        self.number = QLineEdit()
        self.number.setPlaceholderText(_("For example KS 2026/412"))
        self.number.setMaxLength(100)
        self._number_field = Field(desk.session, self.number)
        self._fixed = small(_("Unit and checklist are fixed since the first answer."))
        self.newer = NewerEdition(desk)
        self.passed = small(_("This date has passed."))
        self.trouble = Banner(desk.theme, tone="danger")
        self._lay_out()
        self._wire()

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        audit, db = dossier.audit, self._desk.session.db
        self.day.show_day(audit.date)
        self.starts.show_time(audit.starts_at or STARTS_AT)
        self.ends.show_time(audit.ends_at or ENDS_AT)
        self.kind.set_current(audit.kind)
        self.unit.set_choices((Choice(unit.id, self._.pick(unit, "name")) for unit in list_units(db)), audit.unit_id)
        offered = {each.id: each for each in [*newest_editions(list_checklists(db)), dossier.checklist]}
        titles = (Choice(id_, f"{self._.pick(c, 'title')} ({c.edition})") for id_, c in offered.items())
        self.checklist.set_choices(titles, audit.checklist_id)
        self._number_field.show_record(audit, "registration_number")
        for box in (self.unit, self.checklist):
            box.set_read_only(bool(dossier.answers))
        self._fixed.setVisible(bool(dossier.answers))
        self.newer.show_dossier(dossier)
        self.passed.setVisible(audit.is_ahead and audit.date < self._desk.today)

    def _lay_out(self) -> None:
        theme, _ = self._desk.theme, self._
        self.body.addWidget(subheading(_("The day")))
        when = row(theme, gap=SPACE["medium"])
        for text, control, share in (
            (_("Date"), self.day, 4),
            (_("Starts"), self.starts, 2),
            (_("Ends"), self.ends, 2),
        ):
            when.addLayout(labelled(theme, text, control), share)
        self.body.addLayout(when)
        self.body.addWidget(self.passed)
        self._pair((_("Kind"), self.kind), (_("Unit"), self.unit))
        self._pair((_("Checklist"), self.checklist), (_("Registration number"), self.number), shares=(3, 2))
        self.body.addWidget(self._fixed)
        self.body.addWidget(self.newer)
        self.body.addWidget(self.trouble)

    def _pair(self, *controls: tuple[str, Any], shares: tuple[int, int] = (1, 1)) -> None:
        line = row(self._desk.theme, gap=SPACE["medium"])
        for (text, control), share in zip(controls, shares, strict=True):
            line.addLayout(labelled(self._desk.theme, text, control), share)
        self.body.addLayout(line)

    def _wire(self) -> None:
        self.day.chosen.connect(self._writer("date"))
        self.starts.chosen.connect(self._writer("starts_at"))
        self.ends.chosen.connect(self._writer("ends_at"))
        self.kind.chosen.connect(lambda kind: self._write("kind", AuditKind(kind)))
        self.unit.chosen.connect(self._choose_unit)
        self.checklist.chosen.connect(self._choose_checklist)

    def _choose_unit(self, unit_id: str) -> None:
        """Where nobody of the team works."""
        dossier, unit = self._held(), referred(self._desk.session.db, Unit, unit_id)
        people = [person for member in dossier.team if (person := dossier.person(member.person_id))]
        self._try("unit_id", unit_id, lambda: refuse_own_unit(people, unit))

    def _choose_checklist(self, checklist_id: str) -> None:
        checklist = referred(self._desk.session.db, Checklist, checklist_id)
        questions = questions_of(self._desk.session.db, checklist_id)
        self._try("checklist_id", checklist_id, lambda: refuse_empty(checklist, questions))

    def _try(self, field: str, held: str, check: Callable[[], None]) -> None:
        """Write what no rule is against; else say why and show what stands."""
        try:
            check()
        except Refusal as refusal:
            self.trouble.show_message(refusal.say(self._), "danger")
            self.show_dossier(self._held())
        else:
            self.trouble.hide()
            self._write(field, held)

    def _writer(self, field: str) -> Callable[[Any], None]:
        return lambda held: self._write(field, held)

    def _write(self, field: str, held: dt.date | dt.time | str) -> None:
        self._desk.session.write([edit_of(self._held().audit, field, held)])

    def _held(self) -> Dossier:
        assert self._dossier is not None, "shown before it can be used"
        return self._dossier
