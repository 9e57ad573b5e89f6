"""The times of a day: three phases, two sides, proposed by the plan and the log and put right where they are wrong."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.times import PHASE_NAMES, Place, Share, TimePhase, TimeSide, correct, withdraw
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.dates import say_minutes, say_number
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label, small, subheading
from qmsdesk.ui.theme.layouts import column, rule
from qmsdesk.ui.theme.tokens import SPACE
from qmsdesk.ui.times.line import RING_ROOM, TimeLine

KINDS = frozenset({"audit", "participant", "plan_slot", "team_member", "time_entry"})
SETTLED = frozenset({AuditState.CLOSED, AuditState.CANCELLED})
"""Time is spent on an audit after its report is final too."""


class TimesCard(Card):
    """Reads for itself: every change of the audit may be work."""

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__(desk.theme, margins=(20 - RING_ROOM, 16), gap=0)
        self._desk = desk
        self._ = _ = desk.words
        self._audit_id = audit_id
        self._is_stale = False
        self._dossier = load_dossier(desk.session.db, audit_id)
        self.lines: dict[Place, TimeLine] = {}
        self.sums = label("", "strong", wrap=True)
        self.work = label("", wrap=True)
        self.trouble = small(_("The day ended before it began. Put one of the two times right."))
        hint = small(_("Proposed from the plan and the clock. Put right what differs, with + and − or digits."))
        self._add(subheading(_("Time")), hint)
        self._add_lines(self._dossier)
        self._add(rule(), self.sums, self.work, self.trouble, above=SPACE["medium"])
        desk.session.changed.connect(self._on_changed)
        desk.session.failed.connect(self._on_failed)
        self._show()

    @property
    def stops(self) -> list[QWidget]:
        """Its controls in the order of the Tab key."""
        return [stop for line in self.lines.values() for stop in line.stops]

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._reload()
        super().showEvent(event)

    def _add(self, *shown: QWidget, above: int = 0) -> None:
        """Below what is there, as far in as the boxes, which need room for the ring round them."""
        held = column(self._desk.theme, margins=(RING_ROOM, above, RING_ROOM, 0), gap=SPACE["tight"])
        for widget in shown:
            held.addWidget(widget)
        self.body.addLayout(held)

    def _add_lines(self, dossier: Dossier) -> None:
        phase: TimePhase | None = None
        for figure in dossier.times:
            if figure.phase is not phase:
                phase = figure.phase
                self._add(label(self._(PHASE_NAMES[phase]), "strong"), above=SPACE["medium"])
            place = figure.side, figure.phase
            line = self.lines[place] = TimeLine(self._desk, figure, self._(PHASE_NAMES[figure.phase]))
            line.corrected.connect(lambda share, place=place: self._correct(place, share))
            line.withdrawn.connect(lambda place=place: self._withdraw(place))
            self.body.addWidget(line)

    def _correct(self, place: Place, share: Share) -> None:
        held = self._dossier
        self._desk.session.write(correct(held.audit, held.time_entries, place, share))
        self._show_sums()

    def _withdraw(self, place: Place) -> None:
        self._desk.session.write(withdraw(self._dossier.time_entries, place))

    def _on_changed(self, changed: Changed) -> None:
        """Whatever is written may be work after the day; the rest by kind."""
        if changed.kinds & KINDS or self._dossier.audit.closed_at:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        self._dossier = load_dossier(self._desk.session.db, self._audit_id)
        self._show()

    def _show(self) -> None:
        audit = self._dossier.audit
        for figure in self._dossier.times:
            self.lines[figure.side, figure.phase].show_figure(figure, audit.state in SETTLED)
        self._show_sums()
        self.trouble.setVisible(_ends_too_soon(audit))
        lead_tab(self.stops[0], self.stops[1:])

    def _show_sums(self) -> None:
        spent = {side: sum(line.share.total for (of, _), line in self.lines.items() if of is side) for side in TimeSide}
        auditors, unit = (say_number(self._, spent[side] / 60) for side in TimeSide)
        self.sums.setText(self._("Auditors {auditors} hours, the unit {unit} hours", auditors=auditors, unit=unit))
        after = self.lines[TimeSide.AUDITORS, TimePhase.AFTER].share.total
        self.work.setText(self._("Work after the day: {time}", time=say_minutes(self._, after)))
        self.work.setVisible(bool(after) or self._dossier.audit.closed_at is not None)

    def _on_failed(self, _error: Exception) -> None:
        for line in self.lines.values():
            line.forget()
        self._show_sums()


def _ends_too_soon(audit: Audit) -> bool:
    return bool(audit.opened_at and audit.closed_at and audit.closed_at < audit.opened_at)
