"""A new audit or improvement day: what kind, where, when, with which checklist, by whom."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QWidget

from qmsdesk.domain.audits import Audit, AuditKind
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.checklists import Checklist
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.renewals import texts_again
from qmsdesk.domain.texts import plain_line
from qmsdesk.store.audits import last_audits
from qmsdesk.store.checklists import list_checklists
from qmsdesk.store.organisation import list_departments, list_units
from qmsdesk.store.people import list_people
from qmsdesk.store.rows import referred
from qmsdesk.ui.audits.kinds import KindChoice
from qmsdesk.ui.audits.purposes import PurposeForm
from qmsdesk.ui.audits.renewals import RenewalChoice
from qmsdesk.ui.audits.teams import TeamChoice
from qmsdesk.ui.audits.units import UnitBox
from qmsdesk.ui.audits.wishes import (
    Wish,
    is_certified,
    newest_editions,
    records_of,
    usual_checklist,
    usual_day,
    usual_texts,
)
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.clocks import DayEdit
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import small, title
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.tokens import SPACE

WIDTH, HEIGHT = 680, 710


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
        self.passed = small(self._("This date has passed."))
        self.renewal = RenewalChoice(desk)
        self.team = TeamChoice(desk, self._people, self._units)
        self.lead, self.others = self.team.lead, self.team.others
        self.number = QLineEdit()
        self.number.setPlaceholderText(self._("For example KS 2026/412"))
        self.number.setMaxLength(100)
        self.purpose = PurposeForm(desk)
        self._folded = QWidget()
        self._folded.hide()
        self.unfold = Button(desk.theme, self._("More: registration number, objective, scope"), "quiet", "chevron-down")
        self.unfold.setAutoDefault(False)
        self.trouble = Banner(desk.theme, tone="danger")
        self._lay_out()
        self._wire()
        self._suggest()
        self.team.offer(None, desk.session.owner.id)
        self._tell_passed()
        self.unit.setFocus()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        scroll = PageScroll(theme, gap=SPACE["large"])
        scroll.body.addWidget(title(self._("New audit")))
        scroll.body.addWidget(self.kinds)
        scroll.body.addLayout(labelled(theme, self._("Unit"), self.unit))
        scroll.body.addWidget(self.renewal)
        pair = row(theme, gap=SPACE["large"])
        pair.addLayout(labelled(theme, self._("Date"), self.day), 2)
        pair.addLayout(labelled(theme, self._("Checklist"), self.checklist), 3)
        scroll.body.addLayout(pair)
        scroll.body.addWidget(self.passed)
        scroll.body.addWidget(self.team)
        scroll.body.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addWidget(self._folded)
        scroll.body.addStretch()
        folded = column(theme, self._folded, gap=SPACE["large"])
        folded.addLayout(labelled(theme, self._("Registration number"), self.number))
        folded.addWidget(self.purpose)
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
        self.day.chosen.connect(lambda _: self._on_day_changed())
        self.renewal.changed.connect(self._on_renewal_changed)
        self.team.changed.connect(self.trouble.hide)
        self.unfold.clicked.connect(self._unfold)
        self.purpose.refused.connect(lambda refusal: self.trouble.show_message(refusal.say(self._), "danger"))
        self._desk.session.changed.connect(self._on_changed)
        self._desk.session.failed.connect(self._on_failed)

    def _unfold(self) -> None:
        """What is filled in by itself, or later at Prepare, is not asked for at first."""
        self._folded.show()
        self.number.setFocus()
        self.unfold.hide()

    def _note_choice(self, what: str) -> None:
        self._has_chosen[what] = True
        self._suggest()

    def _on_unit_changed(self) -> None:
        self.trouble.hide()
        self._suggest()
        self.team.offer(self.unit.unit())

    def _on_day_changed(self) -> None:
        self._tell_passed()
        self._suggest()

    def _on_renewal_changed(self) -> None:
        self._has_chosen["checklist"] = False
        self._suggest()

    def _tell_passed(self) -> None:
        self.passed.setVisible(self.day.day() < self._desk.today)

    def _suggest(self) -> None:
        """The usual kind, checklist and texts, or those of last time, unless somebody has chosen or written."""
        db, unit = self._desk.session.db, self.unit.unit()
        certified = unit is not None and is_certified(db, unit.id)
        self.renewal.show_last(next(iter(last_audits(db, unit.id, self.day.day(), 1)), None) if unit else None)
        last = self.renewal.last()
        if not self._has_chosen["kind"] and unit:
            self.kinds.set_kind(AuditKind.INTERNAL_AUDIT if certified else AuditKind.IMPROVEMENT_DAY)
        if not self._has_chosen["checklist"]:
            usual = usual_checklist(self._checklists, self.kinds.kind(), certified or unit is None)
            chosen = self._checklist_again(last) if last else usual
            self.checklist.set_current(chosen.id if chosen else "")
        if unit:
            usual_ones = usual_texts(db, self.kinds.kind(), unit, self._checklist(), self._)
            self.purpose.suggest(texts_again(last) if last else usual_ones)

    def _checklist_again(self, last: Audit) -> Checklist:
        """The newest edition of the checklist of last time."""
        then = referred(self._desk.session.db, Checklist, last.checklist_id)
        return next((checklist for checklist in self._checklists if checklist.code == then.code), then)

    def _checklist(self) -> Checklist | None:
        return next((c for c in self._checklists if c.id == self.checklist.current()), None)

    def _create(self) -> None:
        trouble, where = self._trouble()
        if where is not None:
            self.trouble.setVisible(bool(trouble))
            if trouble:
                self.trouble.show_message(trouble, "danger")
            where.setFocus()
            return
        try:
            records = records_of(self._desk.session.db, self._wish(), self._new_records())
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
        return "", self.team.barred()

    def _wish(self) -> Wish:
        unit, department, lead = self.unit.unit(), self.unit.department(), self.lead.person()
        assert unit, "asked before"
        assert department, "asked before"
        assert lead, "asked before"
        checklist = self._checklist()
        assert checklist, "asked before"
        return Wish(
            *(self.kinds.kind(), unit, department, self.day.day(), checklist, lead, self.team.chosen_others(lead)),
            texts=self.purpose.texts(),
            registration_number=plain_line(self.number.text()).strip(),
            last=self.renewal.last(),
        )

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
