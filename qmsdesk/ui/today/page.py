"""Today: the audit of the day with the one button that goes on with it, what is next, and what waits."""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from qmsdesk.domain.audits import Audit, AuditState, refuse_state
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.people import Person
from qmsdesk.domain.records import edit_of
from qmsdesk.i18n import Words
from qmsdesk.store.audits import audits_of_day
from qmsdesk.store.rows import get
from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.columns import Columns
from qmsdesk.ui.commands import bind
from qmsdesk.ui.dates import long_date, say_date
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import muted, title
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.today.agenda import Agenda, read_agenda
from qmsdesk.ui.today.ahead import AheadCard
from qmsdesk.ui.today.days import DayCard
from qmsdesk.ui.today.waiting import WaitingCard, YearCard

if TYPE_CHECKING:
    from qmsdesk.ui.conduct.anywhere import QuickStrip

KINDS = frozenset({"action", "audit", "audit_question", "finding", "organisation", "person", "team_member", "unit"})
MINUTE_MS = 60_000


class TodayPage(QWidget):
    """`audit_requested` carries an audit id and its step, `place_requested` the key of another page."""

    audit_requested = Signal(str, str)
    place_requested = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._agenda: Agenda | None = None
        self._is_fresh = True
        self.setProperty("kind", "page")
        self._bar = PageBar(desk.theme, "")
        self._scroll = PageScroll(desk.theme)
        self._columns = Columns(desk.theme)
        self._scroll.body.addWidget(self._columns)
        self._scroll.body.addStretch()
        self._layout = column(desk.theme, self, gap=0)
        self._layout.addWidget(self._bar)
        self._layout.addWidget(self._scroll, 1)
        bind(self, "today", self._, {"quick_note": self._quick_note})
        desk.session.changed.connect(self._on_changed)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._reload)
        self._minute.start()
        self._reload()

    def _quick_note(self) -> None:
        self.quick_strip.start()

    @cached_property
    def quick_strip(self) -> "QuickStrip":
        """A quick note to the audit of today, where one is in progress."""
        from qmsdesk.ui.conduct.anywhere import QuickStrip  # the first window does without

        strip = QuickStrip(self._desk, self._audit_in_progress)
        self._layout.addWidget(strip)
        return strip

    def _audit_in_progress(self) -> str | None:
        todays = audits_of_day(self._desk.session.db, self._desk.today)
        return next((audit.id for audit in todays if audit.state is AuditState.IN_PROGRESS), None)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._is_fresh:
            self._reload()
        self._is_fresh = False
        super().showEvent(event)

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible() and changed.kinds & KINDS:
            self._reload()

    def _reload(self) -> None:
        """Read anew, and draw anew only what says something else than before."""
        db, now = self._desk.session.db, self._desk.now()
        owner = get(db, Person, self._desk.session.owner.id)
        self._bar.set_texts(greeting(self._, now, owner.first_name if owner else ""), long_date(self._, now.date()))
        agenda = read_agenda(db, now.date())
        if agenda == self._agenda or (agenda.is_empty and self._agenda is not None and self._agenda.is_empty):
            return
        self._agenda = agenda
        _clear(self._columns.main)
        _clear(self._columns.side)
        self._fill(agenda)

    def _fill(self, agenda: Agenda) -> None:
        main, side = self._columns.main, self._columns.side
        if agenda.is_empty:
            self._add_beginning(agenda, main)
        else:
            self._add_days(agenda, main)
            self._add_ahead(agenda, main)
        waiting = WaitingCard(self._desk, agenda.waiting)
        waiting.place_requested.connect(self.place_requested)
        waiting.audit_requested.connect(self.audit_requested)
        side.addWidget(waiting)
        if not agenda.is_empty:
            side.addWidget(YearCard(self._desk, agenda.this_year, agenda.last_year))
        for part in (main, side):
            part.addStretch()

    def _add_beginning(self, agenda: Agenda, main: QVBoxLayout) -> None:
        from qmsdesk.ui.today.beginning import BeginningCard  # of the first start only

        beginning = BeginningCard(self._desk, agenda.organisation)
        beginning.new_requested.connect(self._open_new)
        main.addWidget(beginning)

    def _add_days(self, agenda: Agenda, main: QVBoxLayout) -> None:
        kinds = iter(["primary"])
        for day in agenda.days:
            ended = not (day.audit.is_ahead or day.audit.state in (AuditState.IN_PROGRESS, AuditState.CONFERRING))
            card = DayCard(self._desk, day, "secondary" if ended and len(agenda.days) > 1 else next(kinds, "secondary"))
            card.start_requested.connect(self._start)
            card.step_requested.connect(self.audit_requested)
            main.addWidget(card)
        if not agenda.days:
            main.addWidget(_free_day(self._desk, agenda))

    def _add_ahead(self, agenda: Agenda, main: QVBoxLayout) -> None:
        ahead = AheadCard(self._desk, agenda.ahead)
        ahead.prepare_requested.connect(self._prepare)
        ahead.new_requested.connect(self._open_new)
        main.addWidget(ahead)

    def _start(self, audit_id: str) -> None:
        audit = get(self._desk.session.db, Audit, audit_id)
        assert audit is not None, "its card is shown"
        try:
            refuse_state(audit, AuditState.IN_PROGRESS)
        except Refusal as refusal:
            self._desk.messages.refuse(refusal)
            return
        self._desk.session.write([edit_of(audit, "state", AuditState.IN_PROGRESS)])
        self.audit_requested.emit(audit_id, "open")

    def _open_new(self) -> None:
        from qmsdesk.ui.audits.new import NewAuditDialog  # start-up does without

        dialog = NewAuditDialog(self._desk, self)
        dialog.created.connect(self._prepare)
        dialog.open()

    def _prepare(self, audit_id: str) -> None:
        self.audit_requested.emit(audit_id, "prepare")


def greeting(_: Words, now: dt.datetime, name: str) -> str:
    """By the time of day, with the first name where it is known."""
    if now.hour < 10:
        return _("Good morning, {name}", name=name) if name else _("Good morning")
    if now.hour < 17:
        return _("Hello, {name}", name=name) if name else _("Hello")
    return _("Good evening, {name}", name=name) if name else _("Good evening")


def _free_day(desk: Desk, agenda: Agenda) -> Card:
    _ = desk.words
    card = Card(desk.theme, "accent", margins=(24, 22))
    card.body.addWidget(title(_("No audit today")))
    if agenda.ahead:
        following = agenda.ahead[0]
        unit, day = _.pick(following.unit, "name"), say_date(_, following.audit.date, "dddd d MMMM")
        card.body.addWidget(muted(_("The next one is at {unit} on {day}.", unit=unit, day=day)))
    else:
        card.body.addWidget(muted(_("None is planned either. A good time to plan one, or to follow up.")))
    return card


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
