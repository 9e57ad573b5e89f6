"""The foot of the page: the button that starts the clock, and when it was started the time, to be put right."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.openings import begin_day
from qmsdesk.domain.records import edit_of
from qmsdesk.ui.clocks import ClockEdit, make_read_only
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.tokens import SPACE


class StartBar(QFrame):
    """`begun` says that the questions are next."""

    begun = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = _ = desk.words
        self._audit: Audit | None = None
        self.setProperty("kind", "footer")
        self._told = label("", wrap=True)
        self.clock = ClockEdit(_("The day began at"))
        self.go = TallButton(desk.theme, _("We begin now"), "primary", "arrow-right", key_of("opening", "begin"))
        self.go.clicked.connect(self.begin)
        self.clock.chosen.connect(self._correct)
        desk.theme.size(self.clock, width=76)
        layout = row(desk.theme, self, margins=(SPACE["wide"], SPACE["medium"]), gap=SPACE["medium"])
        layout.addWidget(self._told, 1)
        layout.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.go, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def stops(self) -> list[QWidget]:
        return [self.clock, self.go]

    def show_audit(self, audit: Audit) -> None:
        self._audit = audit
        _ = self._
        has_begun = audit.opened_at is not None
        self.clock.setVisible(has_begun)
        if audit.opened_at is not None:
            self.clock.show_time(audit.opened_at.astimezone().time().replace(second=0, microsecond=0))
        make_read_only(self.clock, audit.is_locked)
        self.go.setText(_("Go to the questions") if has_begun or audit.is_locked else _("We begin now"))
        self.setVisible(has_begun or not audit.is_locked)
        began, starts = _("The clock runs. The day began at"), _("This notes the time and goes to the questions.")
        self._told.setText(
            (_("The day began at") if audit.closed_at or audit.is_locked else began) if has_begun else starts
        )
        self._told.setAlignment(
            Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if has_begun else Qt.AlignmentFlag.AlignLeft)
        )

    def begin(self) -> None:
        """Start the clock unless it was started, and go on."""
        assert self._audit is not None, "shown before it can be used"
        if self._audit.opened_at is None and not self._audit.is_locked:
            try:
                self._desk.session.write(begin_day(self._audit, self._desk.now()))
            except Refusal as refusal:
                self._desk.messages.refuse(refusal)
                return
        self.begun.emit()

    def _correct(self, time: dt.time) -> None:
        assert self._audit is not None, "shown before it can be used"
        assert self._audit.opened_at is not None, "the clock is shown only then"
        day = self._audit.opened_at.astimezone().date()
        self._desk.session.write([edit_of(self._audit, "opened_at", dt.datetime.combine(day, time).astimezone())])
