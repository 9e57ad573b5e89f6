"""The day plan: lines of time, what, who and where, in the order of their times."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.plan import PlanSlot, overlaps, usual_plan
from qmsdesk.domain.records import creation_of
from qmsdesk.ui.audits.preparing.slots import SlotRow
from qmsdesk.ui.audits.wishes import STARTS_AT
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import muted, subheading
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.theme.tokens import SPACE

SLOT_MINUTES = 45
LAST = dt.time(23, 59)


class PlanCard(Card):
    """Each line saves itself; the usual day fills an empty plan."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ = desk.words
        self._dossier: Dossier | None = None
        self._awaited = ""
        self.rows: dict[str, SlotRow] = {}
        self.body.addWidget(subheading(self._("Day plan")))
        self._none = muted(self._("No plan yet. Take the usual day and change what differs, or add line by line."))
        self.body.addWidget(self._none)
        self._at_rows = self.body.count()
        self.usual = Button(desk.theme, self._("Take the usual day"), "secondary", "calendar-days")
        self.usual.clicked.connect(self._take_usual)
        self.add = Button(desk.theme, self._("Add a line"), "quiet", "plus")
        self.add.clicked.connect(self._add)
        buttons = FlowLayout(desk.theme, gap=SPACE["small"])
        buttons.addWidget(self.usual)
        buttons.addWidget(self.add)
        self.body.addLayout(buttons)

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        for gone in self.rows.keys() - {slot.id for slot in dossier.plan}:
            held = self.rows.pop(gone)
            held.hide()
            held.deleteLater()
        clashing = overlaps(dossier.plan)
        for place, slot in enumerate(dossier.plan):
            shown = self.rows.get(slot.id) or self._new_row(slot.id)
            if self.body.indexOf(shown) != self._at_rows + place:
                self.body.insertWidget(self._at_rows + place, shown)
            shown.show_slot(slot, place + 1, clashing.get(slot.id))
        for widget in (self._none, self.usual):
            widget.setVisible(not dossier.plan)
        if self._awaited in self.rows:
            self.rows[self._awaited].what.setFocus()
            self._awaited = ""

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        assert self._dossier is not None, "shown before it can be used"
        rows = [self.rows[slot.id] for slot in self._dossier.plan]
        return [*(stop for shown in rows for stop in shown.stops), self.usual, self.add]

    def _new_row(self, id_: str) -> SlotRow:
        made = self.rows[id_] = SlotRow(self._desk)
        made.removal_requested.connect(lambda: self._remove(id_))
        return made

    def _take_usual(self) -> None:
        assert self._dossier is not None, "shown before it can be used"
        audit = self._dossier.audit
        slots = [
            PlanSlot(new_id(), audit.id, slot.starts_at, slot.ends_at, self._(slot.what), self._(slot.who))
            for slot in usual_plan(audit.starts_at)
        ]
        self._desk.session.write([edit for slot in slots for edit in creation_of(slot)])

    def _add(self) -> None:
        """A line that begins where the last one ends."""
        assert self._dossier is not None, "shown before it can be used"
        audit, plan = self._dossier.audit, self._dossier.plan
        begins = (plan[-1].ends_at or plan[-1].starts_at) if plan else audit.starts_at or STARTS_AT
        slot = PlanSlot(new_id(), audit.id, begins, _later(begins))
        self._awaited = slot.id
        self._desk.session.write(creation_of(slot))

    def _remove(self, id_: str) -> None:
        assert self._dossier is not None, "shown before it can be used"
        self._desk.session.write([Edit("plan_slot", id_, DELETED, 1, self._dossier.audit.id)])


def _later(time: dt.time) -> dt.time:
    minutes = time.hour * 60 + time.minute + SLOT_MINUTES
    return dt.time(*divmod(minutes, 60)) if minutes < 24 * 60 else LAST
