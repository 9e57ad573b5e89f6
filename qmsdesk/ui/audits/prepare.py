"""Prepare: everything that is settled before the day, on one page that saves itself."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.changes import Changed
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.audits.preparing.budgets import BudgetCard
from qmsdesk.ui.audits.preparing.earlier import EarlierCard
from qmsdesk.ui.audits.preparing.facts import FactsCard
from qmsdesk.ui.audits.preparing.obstacles import ObstaclesCard
from qmsdesk.ui.audits.preparing.papers import PapersCard
from qmsdesk.ui.audits.preparing.plans import PlanCard
from qmsdesk.ui.audits.preparing.purposes import PurposeCard
from qmsdesk.ui.audits.preparing.questions import QuestionsCard
from qmsdesk.ui.audits.preparing.teams import TeamCard
from qmsdesk.ui.choices import ChoiceBox
from qmsdesk.ui.clocks import make_read_only
from qmsdesk.ui.columns import Columns
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.labels import muted
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll

KINDS = frozenset(
    {"action", "answer", "audit", "audit_question", "checklist", "finding", "obstacle", "person", "plan_slot"}
    | {"question", "section", "team_member", "unit"}
)


class PreparePage(QWidget):
    """One card for each matter; all of them show the same dossier."""

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._is_stale = False
        self.setProperty("kind", "page")
        self.facts, self.purpose, self.budget = FactsCard(desk), PurposeCard(desk), BudgetCard(desk)
        self.team, self.plan, self.questions = TeamCard(desk), PlanCard(desk), QuestionsCard(desk)
        self.obstacles, self.earlier = ObstaclesCard(desk), EarlierCard(desk)
        self.papers = PapersCard(desk)
        self._told = muted(self._("Settle what you can before the day. Everything saves itself."))
        self._locked = Banner(desk.theme)
        self._scroll = PageScroll(desk.theme)
        self._lay_out()
        self.questions.moved.connect(self._follow)
        desk.session.changed.connect(self._on_changed)
        self._reload()

    def _lay_out(self) -> None:
        body = self._scroll.body
        body.addWidget(self._told)
        body.addWidget(self._locked)
        columns = Columns(self._desk.theme)
        for left in (self.facts, self.purpose, self.obstacles):
            columns.main.addWidget(left)
        for right in (self.budget, self.team, self.earlier):
            columns.side.addWidget(right)
        columns.main.addStretch()
        columns.side.addStretch()
        body.addWidget(columns)
        body.addWidget(self.plan)
        body.addWidget(self.papers)
        body.addWidget(self.questions)
        body.addStretch()
        column(self._desk.theme, self, gap=0).addWidget(self._scroll)

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._reload()
        super().showEvent(event)

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        dossier = load_dossier(self._desk.session.db, self._audit_id)
        for card in (self.facts, self.purpose, self.budget, self.team, self.plan, self.obstacles, self.earlier):
            card.show_dossier(dossier)
        self.papers.show_dossier(dossier)
        self.questions.show_dossier(dossier)
        stops = (*self.obstacles.stops, *self.team.stops, *self.plan.stops, *self.papers.stops, self.questions.view)
        lead_tab(self.purpose.edits["criteria"], stops)
        if dossier.audit.is_locked:
            self._say_locked(dossier.audit.state)
            for card in (self.facts, self.purpose, self.team, self.plan, self.obstacles):
                _make_read_only(card)

    def _say_locked(self, state: AuditState) -> None:
        self._told.hide()
        if state is AuditState.CANCELLED:
            self._locked.show_message(self._("This audit is cancelled, so what was planned can only be read."))
        else:
            self._locked.show_message(self._("This audit is final, so what was planned can only be read."))

    def _follow(self, place: QRect) -> None:
        """Keep the row in sight that the keys have moved to."""
        content = self._scroll.widget()
        assert content, "set when the scroll area was made"
        centre = self.questions.mapTo(content, place.center())
        self._scroll.ensureVisible(self.questions.x(), centre.y(), 0, place.height())


def _make_read_only(card: QWidget) -> None:
    for line in card.findChildren(QLineEdit):
        line.setReadOnly(True)
    for text in card.findChildren(QPlainTextEdit):
        text.setReadOnly(True)
    for time in card.findChildren(QDateTimeEdit):
        make_read_only(time, True)
    for box in card.findChildren(ChoiceBox):
        box.set_read_only(True)
    for button in card.findChildren(QPushButton):
        button.hide()
