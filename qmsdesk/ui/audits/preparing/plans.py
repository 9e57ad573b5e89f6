"""The day plan: lines of time, what, who and where, in the order of their times."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.plan import PlanSlot, usual_plan
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.ui.audits.wishes import STARTS_AT
from qmsdesk.ui.clocks import ClockEdit
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, muted, subheading
from qmsdesk.ui.theme.layouts import FlowLayout, row
from qmsdesk.ui.theme.tokens import SPACE

NARROW = 780
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
        for place, slot in enumerate(dossier.plan):
            shown = self.rows.get(slot.id) or self._new_row(slot.id)
            if self.body.indexOf(shown) != self._at_rows + place:
                self.body.insertWidget(self._at_rows + place, shown)
            shown.show_slot(slot, place + 1)
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

    def _new_row(self, id_: str) -> "SlotRow":
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


class SlotRow(QWidget):
    """One line; on a narrow page who and where go below."""

    removal_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self._slot: PlanSlot | None = None
        self.starts, self.ends = ClockEdit(_("From")), ClockEdit(_("To"))
        self.what, self.who, self.place = (self._edit(text) for text in (_("What"), _("Who"), _("Where")))
        self._fields = {name: Field(desk.session, getattr(self, name)) for name in ("what", "who", "place")}
        self.remove = Button(desk.theme, "", "quiet", "x")
        self.remove.setToolTip(_("Remove this line"))
        self.remove.clicked.connect(self.removal_requested)
        self._names: dict[QWidget, str] = {
            self.starts: _("From"),
            self.ends: _("To"),
            self.what: _("What"),
            self.who: _("Who"),
            self.place: _("Where"),
            self.remove: _("Remove"),
        }
        self.starts.chosen.connect(self._writer("starts_at"))
        self.ends.chosen.connect(self._writer("ends_at"))
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        for clock in (self.starts, self.ends):
            theme.size(clock, width=68)
        first, second = row(theme, gap=SPACE["small"]), row(theme, gap=SPACE["small"])
        first.addWidget(self.starts)
        first.addWidget(label("–", "muted"))
        first.addWidget(self.ends)
        first.addWidget(self.what, 1)
        second.addWidget(self.who, 1)
        second.addWidget(self.place, 1)
        second.addWidget(self.remove)
        self._lines = row(theme, self, margins=(0, 2), gap=SPACE["small"])
        self._lines.addLayout(first, 5)
        self._lines.addLayout(second, 5)

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return list(self._names)

    def show_slot(self, slot: PlanSlot, number: int) -> None:
        self._slot = slot
        self._name_controls(number)
        self.starts.show_time(slot.starts_at)
        self.ends.show_time(slot.ends_at or slot.starts_at)
        for name, field in self._fields.items():
            field.show_record(slot, name)
            edit = getattr(self, name)
            edit.setToolTip(edit.text())
            if not edit.hasFocus():
                edit.setCursorPosition(0)

    def _name_controls(self, number: int) -> None:
        """Seen, each belongs to its line; read aloud it has to say so."""
        for control, name in self._names.items():
            control.setAccessibleName(self._("{name}, line {number}", name=name, number=number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < self._desk.theme.px(NARROW)
        ways = QBoxLayout.Direction
        self._lines.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        super().resizeEvent(event)

    def _edit(self, text: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setPlaceholderText(text)
        edit.setMaxLength(300)
        return edit

    def _writer(self, field: str) -> Callable[[dt.time], None]:
        def write(time: dt.time) -> None:
            assert self._slot is not None, "shown before it can be used"
            self._desk.session.write([edit_of(self._slot, field, time)])

        return write


def _later(time: dt.time) -> dt.time:
    minutes = time.hour * 60 + time.minute + SLOT_MINUTES
    return dt.time(*divmod(minutes, 60)) if minutes < 24 * 60 else LAST
