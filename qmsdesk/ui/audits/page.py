"""One audit: its steps across the top, one of them shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.i18n import N_
from qmsdesk.store.audits import unit_of
from qmsdesk.store.rows import get
from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.commands import bind
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.toggles import join

if TYPE_CHECKING:
    from qmsdesk.ui.conduct.page import ConductPage

STEPS = {
    "prepare": N_("Prepare"),
    "conduct": N_("Conduct"),
    "report": N_("Report"),
    "follow_up": N_("Follow up"),
}
USUAL_STEP = {
    AuditState.PLANNED: "prepare",
    AuditState.PREPARING: "prepare",
    AuditState.IN_PROGRESS: "conduct",
    AuditState.CONFERRING: "conduct",
    AuditState.FOLLOW_UP: "follow_up",
}


class AuditPage(QWidget):
    """`step_shown` carries the key of the step that came to the front."""

    step_shown = Signal(str)

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._steps: dict[str, QWidget] = {}
        self.audit_id = audit_id
        self._buttons: dict[str, Button] = {}
        self._bar = PageBar(desk.theme, "")
        self._stack = QStackedWidget()
        self._add_steps()
        layout = column(desk.theme, self, gap=0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        bind(self, "audit", self._, {key: self._runner(key) for key in STEPS} | {"quick_note": self._quick_note})
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
            self._steps[key] = self._builders()[key]()
            self._stack.addWidget(self._steps[key])
        self._stack.setCurrentWidget(self._steps[key])
        self._buttons[key].setChecked(True)
        self.step_shown.emit(key)

    @property
    def step(self) -> QWidget:
        """The step that is shown."""
        step = self._stack.currentWidget()
        assert step is not None, "a step is always shown"
        return step

    @property
    def step_key(self) -> str:
        return next(key for key, step in self._steps.items() if step is self.step)

    def show_conduct(self) -> "ConductPage":
        """Bring Conduct to the front, to open something there."""
        from qmsdesk.ui.conduct.page import ConductPage  # see `_builders`

        self.show_step("conduct")
        conduct = self._steps["conduct"]
        assert isinstance(conduct, ConductPage)
        return conduct

    def _add_steps(self) -> None:
        group = QButtonGroup(self)
        for key, text in STEPS.items():
            button = Button(self._desk.theme, self._(text), "step")
            button.setCheckable(True)
            button.clicked.connect(self._runner(key))
            join(group, button)
            self._buttons[key] = button
            self._bar.items.addWidget(button)

    def _runner(self, key: str) -> Callable[[], None]:
        return lambda *_: self.show_step(key)

    def _quick_note(self) -> None:
        self.show_conduct().start_quick_note()

    def _builders(self) -> dict[str, Callable[[], QWidget]]:
        # a step's page is not imported before it is wanted: start-up and Today do without
        from qmsdesk.ui.actions.page import ActionsPage
        from qmsdesk.ui.audits.prepare import PreparePage
        from qmsdesk.ui.conduct.page import ConductPage
        from qmsdesk.ui.reports.page import ReportPage

        def report() -> QWidget:
            page = ReportPage(self._desk, self.audit_id)
            page.place_requested.connect(self.show_step)
            return page

        return {
            "prepare": lambda: PreparePage(self._desk, self.audit_id),
            "conduct": lambda: ConductPage(self._desk, self.audit_id),
            "report": report,
            "follow_up": lambda: ActionsPage(self._desk, self.audit_id),
        }

    def _audit(self) -> Audit:
        audit = get(self._desk.session.db, Audit, self.audit_id)
        assert audit is not None, "audits are never removed while their page is open"
        return audit

    def _show_head(self) -> None:
        audit = self._audit()
        unit = unit_of(self._desk.session.db, audit)
        self._bar.set_texts(self._.pick(unit, "name"), audit.number)
