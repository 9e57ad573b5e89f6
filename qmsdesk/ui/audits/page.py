"""One audit: its steps across the top, one of them shown."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.steps import finished_steps
from qmsdesk.store.audits import unit_of
from qmsdesk.store.rows import get
from qmsdesk.ui.audits.states import StateButton
from qmsdesk.ui.audits.steps import STEPS, StepRow
from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.rooms import Room
from qmsdesk.ui.theme.layouts import column

if TYPE_CHECKING:
    from qmsdesk.ui.agreements.page import AgreementPage
    from qmsdesk.ui.closings.page import ClosingPage
    from qmsdesk.ui.conduct.anywhere import QuickStrip
    from qmsdesk.ui.conduct.page import ConductPage
    from qmsdesk.ui.openings.page import OpeningPage
    from qmsdesk.ui.reports.page import ReportPage

    LeadingPage = OpeningPage | AgreementPage | ClosingPage | ReportPage

AFTER_REMARK = 2

USUAL_STEP = {
    AuditState.PLANNED: "prepare",
    AuditState.PREPARING: "prepare",
    AuditState.IN_PROGRESS: "conduct",
    AuditState.CONFERRING: "agree",
    AuditState.FOLLOW_UP: "follow_up",
}

MODULES = {
    "prepare": (
        *("qmsdesk.ui.audits.preparing.facts", "qmsdesk.report.charts.trends", "qmsdesk.ui.audits.preparing.earlier"),
        *("qmsdesk.ui.audits.preparing.papers", "babel.dates", "qmsdesk.ui.audits.prepare"),
    ),
    "open": ("qmsdesk.ui.openings.page",),
    "conduct": ("qmsdesk.ui.conduct.card", "qmsdesk.ui.conduct.page"),
    "agree": ("qmsdesk.ui.agreements.page",),
    "close": ("qmsdesk.ui.closings.presentation", "qmsdesk.ui.closings.page"),
    "report": ("qmsdesk.exchange.report_files", "qmsdesk.ui.reports.outlets", "qmsdesk.ui.reports.page"),
    "follow_up": ("qmsdesk.ui.actions.page",),
}
"""What the page of a step stands on, in mouthfuls."""


class AuditPage(QWidget):
    """`step_shown` carries the key of the step that came to the front."""

    step_shown = Signal(str)

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._steps: dict[str, Room] = {}
        self._was_locked = False
        self.audit_id = audit_id
        self._bar = PageBar(desk.theme, "")
        self._state = StateButton(desk, audit_id)
        self._row = StepRow(desk.theme, self._)
        self._stack = QStackedWidget()
        self._row.chosen.connect(self.show_step)
        self._bar.items.insertWidget(AFTER_REMARK, self._state)
        self._bar.add_foldable(self._row)
        self._layout = column(desk.theme, self, gap=0)
        self._layout.addWidget(self._bar)
        self._layout.addWidget(self._stack, 1)
        runs = {key: self._runner(key) for key in STEPS}
        bind(self, "audit", self._, runs | {"state": self._state.open_menu, "quick_note": self._quick_note})
        desk.session.changed.connect(self._show_head)
        self._show_head()

    def usual_step(self) -> str:
        """The step that people want in the state the audit is in."""
        return USUAL_STEP.get(self._audit().state, "report")

    def is_today(self) -> bool:
        return self._audit().date == self._desk.today

    def show_step(self, key: str) -> None:
        """Bring a step to the front; what is being typed in another is handed in first."""
        self._desk.session.flush()
        if key not in self._steps:
            self._add(key)
        self._stack.setCurrentWidget(self._steps[key])
        self._row.show_step(key)
        self.step_shown.emit(key)

    @property
    def step(self) -> QWidget:
        """The page of the step that is shown, and all of it."""
        return self._steps[self.step_key].page

    @property
    def step_key(self) -> str:
        return next(key for key, room in self._steps.items() if room is self._stack.currentWidget())

    def show_conduct(self) -> "ConductPage":
        """Bring Conduct to the front, to open something there."""
        from qmsdesk.ui.conduct.page import ConductPage  # see `_build`

        self.show_step("conduct")
        conduct = self.step
        assert isinstance(conduct, ConductPage)
        return conduct

    def _runner(self, key: str) -> Callable[[], None]:
        return lambda *_: self.show_step(key)

    def _quick_note(self) -> None:
        """Conduct has a line of its own; under any other step one comes up for the moment."""
        if self.step_key == "conduct":
            self.show_conduct().start_quick_note()
        else:
            self.quick_strip.start()

    @cached_property
    def quick_strip(self) -> "QuickStrip":
        from qmsdesk.ui.conduct.anywhere import QuickStrip  # see `_build`

        strip = QuickStrip(self._desk, lambda: self.audit_id)
        self._layout.addWidget(strip)
        self.step_shown.connect(strip.end)
        return strip

    # A step's page is not imported before it is wanted: start-up and Today do without.

    def _add(self, key: str) -> None:
        self._steps[key] = Room(self._desk.theme, MODULES[key], lambda: self._build(key))
        self._stack.addWidget(self._steps[key])

    def _build(self, key: str) -> QWidget:
        if key in ("prepare", "conduct", "follow_up"):
            return self._build_work(key)
        page = self._build_leading(key)
        page.place_requested.connect(self.show_step)
        return page

    def _build_work(self, key: str) -> QWidget:
        if key == "prepare":
            from qmsdesk.ui.audits.prepare import PreparePage

            return PreparePage(self._desk, self.audit_id)
        if key == "conduct":
            from qmsdesk.ui.conduct.page import ConductPage

            return ConductPage(self._desk, self.audit_id)
        from qmsdesk.ui.actions.page import ActionsPage

        return ActionsPage(self._desk, self.audit_id)

    def _build_leading(self, key: str) -> "LeadingPage":
        """A page that asks for the next step when its own is done."""
        if key == "open":
            from qmsdesk.ui.openings.page import OpeningPage

            return OpeningPage(self._desk, self.audit_id)
        if key == "agree":
            from qmsdesk.ui.agreements.page import AgreementPage

            return AgreementPage(self._desk, self.audit_id)
        if key == "close":
            from qmsdesk.ui.closings.page import ClosingPage

            return ClosingPage(self._desk, self.audit_id)
        from qmsdesk.ui.reports.page import ReportPage

        return ReportPage(self._desk, self.audit_id)

    def _audit(self) -> Audit:
        audit = get(self._desk.session.db, Audit, self.audit_id)
        assert audit is not None, "audits are never removed while their page is open"
        return audit

    def _show_head(self) -> None:
        audit = self._audit()
        unit = unit_of(self._desk.session.db, audit)
        self._bar.set_texts(self._.pick(unit, "name"), audit.number)
        self._row.show_finished(finished_steps(audit))
        if self._was_locked and not audit.is_locked:
            self._renew("prepare")
        self._was_locked = audit.is_locked

    def _renew(self, key: str) -> None:
        """Build a step again that has been made read only, as by a report that was final and is opened again."""
        old = self._steps.pop(key, None)
        if old is None:
            return
        if self._stack.currentWidget() is old:
            self._add(key)
            self._stack.setCurrentWidget(self._steps[key])
        self._stack.removeWidget(old)
        old.deleteLater()
