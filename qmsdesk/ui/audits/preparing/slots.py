"""One line of the day plan: from when to when, what, who, where, and how many of the unit."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from qmsdesk.domain.plan import PlanSlot
from qmsdesk.domain.records import edit_of
from qmsdesk.ui.clocks import ClockEdit
from qmsdesk.ui.counts import CountEdit
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.edits import LongLine
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.tokens import CONTROL_HEIGHT, SPACE

NARROW, TIGHT = 880, 480
CLOCK_WIDTH, COUNT_WIDTH = 68, 132
TOP = Qt.AlignmentFlag.AlignTop


class SlotRow(QWidget):
    """On a narrow page who, where and how many go below, on a very narrow one how many below that.

    What is wrong with the times is said under the line.
    """

    removal_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self._slot: PlanSlot | None = None
        self.starts, self.ends = ClockEdit(_("From")), ClockEdit(_("To"))
        self.what, self.who, self.place = (LongLine(desk.theme, text) for text in (_("What"), _("Who"), _("Where")))
        self.people = CountEdit(_("How many of the unit"), _("from the unit"), _("How many?"))
        self._fields = {name: Field(desk.session, getattr(self, name)) for name in ("what", "who", "place")}
        self.remove = Button(desk.theme, "", "quiet", "x")
        self.remove.setToolTip(_("Remove this line"))
        self.remove.clicked.connect(self.removal_requested)
        self.trouble = Banner(desk.theme, tone="warning")
        self._names: dict[QWidget, str] = {
            self.starts: _("From"),
            self.ends: _("To"),
            self.what: _("What"),
            self.who: _("Who"),
            self.place: _("Where"),
            self.people: _("How many of the unit"),
            self.remove: _("Remove"),
        }
        self.starts.chosen.connect(self._writer("starts_at"))
        self.ends.chosen.connect(self._writer("ends_at"))
        self.people.chosen.connect(self._writer("unit_people"))
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        first, second = row(theme, gap=SPACE["small"]), row(theme, gap=SPACE["small"])
        dash = label("–", "muted")
        theme.size(dash, height=CONTROL_HEIGHT)
        for clock in (self.starts, self.ends):
            theme.size(clock, width=CLOCK_WIDTH)
        theme.size(self.people, width=COUNT_WIDTH)
        for small in (self.starts, dash, self.ends):
            first.addWidget(small, 0, TOP)
        first.addWidget(self.what, 1, TOP)
        meeting, numbers = row(theme, gap=SPACE["small"]), row(theme, gap=SPACE["small"])
        for long in (self.who, self.place):
            meeting.addWidget(long, 1, TOP)
        numbers.addWidget(self.people, 0, TOP)
        numbers.addStretch()
        numbers.addWidget(self.remove, 0, TOP)
        self._second = second
        self._second.addLayout(meeting, 1)
        self._second.addLayout(numbers)
        self._whole = column(theme, self, gap=SPACE["tight"])
        self._lines = row(theme, gap=SPACE["small"])
        self._lines.addLayout(first, 5)
        self._lines.addLayout(second, 6)
        self._whole.addLayout(self._lines)
        self._whole.addWidget(self.trouble)

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return list(self._names)

    def show_slot(self, slot: PlanSlot, number: int, clash: PlanSlot | None) -> None:
        self._slot = slot
        self._name_controls(number)
        self.starts.show_time(slot.starts_at)
        self.ends.show_time(slot.ends_at or slot.starts_at)
        self.people.show_count(slot.unit_people)
        for name, field in self._fields.items():
            field.show_record(slot, name)
        self._tell(slot, clash)

    def _tell(self, slot: PlanSlot, clash: PlanSlot | None) -> None:
        if slot.ends_too_early:
            self.trouble.show_message(self._("This line ends before it begins."), "warning")
        elif clash:
            ends = f"{clash.ends_at:%H:%M}"
            said = self._("This line begins before “{what}” ends at {time}.", what=clash.what, time=ends)
            bare = self._("This line begins before an earlier one ends at {time}.", time=ends)
            self.trouble.show_message(said if clash.what else bare, "warning")
        else:
            self.trouble.hide()

    def _name_controls(self, number: int) -> None:
        """Seen, each belongs to its line; read aloud it has to say so."""
        for control, name in self._names.items():
            control.setAccessibleName(self._("{name}, line {number}", name=name, number=number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < self._desk.theme.px(NARROW)
        ways = QBoxLayout.Direction
        is_tight = self.width() < self._desk.theme.px(TIGHT)
        self._lines.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._second.setDirection(ways.TopToBottom if is_tight else ways.LeftToRight)
        self._whole.setContentsMargins(0, 0, 0, self._desk.theme.px(SPACE["medium"] if narrow else 2))
        super().resizeEvent(event)

    def _writer(self, field: str) -> Callable[[Any], None]:
        def write(held: Any) -> None:
            assert self._slot is not None, "shown before it can be used"
            self._desk.session.write([edit_of(self._slot, field, held)])

        return write
