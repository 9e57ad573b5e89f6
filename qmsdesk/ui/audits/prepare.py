"""Prepare: everything that is settled before the day, on one page that saves itself."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.matters import Matter
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.audits.preparing.budgets import BudgetCard
from qmsdesk.ui.audits.preparing.documents import DocumentsCard
from qmsdesk.ui.audits.preparing.earlier import EarlierCard
from qmsdesk.ui.audits.preparing.facts import FactsCard
from qmsdesk.ui.audits.preparing.matters import EARLIER, INVITATION, MattersStrip
from qmsdesk.ui.audits.preparing.papers import PapersCard
from qmsdesk.ui.audits.preparing.plans import PlanCard
from qmsdesk.ui.audits.preparing.purposes import PurposeCard
from qmsdesk.ui.audits.preparing.questions import QuestionsCard
from qmsdesk.ui.audits.preparing.teams import TeamCard
from qmsdesk.ui.choices import ChoiceBox
from qmsdesk.ui.clocks import make_read_only
from qmsdesk.ui.columns import Columns
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.obstacles import ObstaclesCard
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.tokens import SPACE

KINDS = frozenset(
    {"action", "answer", "audit", "audit_question", "checklist", "document", "finding", "obstacle", "person"}
    | {"plan_slot", "question", "section", "team_member", "unit"}
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
        self.obstacles = ObstaclesCard(desk, is_folded=True)
        self.documents, self.earlier, self.papers = DocumentsCard(desk), EarlierCard(desk), PapersCard(desk)
        self.matters = MattersStrip(desk)
        self._locked = Banner(desk.theme)
        self._scroll = PageScroll(desk.theme)
        self._lay_out()
        self.matters.wanted.connect(self.go_to)
        self.questions.moved.connect(self._follow)
        desk.session.changed.connect(self._on_changed)
        self._reload()

    def _lay_out(self) -> None:
        body = self._scroll.body
        body.addWidget(self._locked)
        body.addWidget(self.matters)
        columns = Columns(self._desk.theme)
        for left in (self.facts, self.purpose):
            columns.main.addWidget(left)
        for right in (self.budget, self.team, self.obstacles):
            columns.side.addWidget(right)
        columns.main.addStretch()
        columns.side.addStretch()
        body.addWidget(columns)
        for card in (self.earlier, self.documents, self.plan, self.papers, self.questions):
            body.addWidget(card)
        body.addStretch()
        column(self._desk.theme, self, gap=0).addWidget(self._scroll)

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._reload()
        super().showEvent(event)
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.matters.first.setFocus()

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._is_stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        dossier = load_dossier(self._desk.session.db, self._audit_id)
        self.matters.show_dossier(dossier)
        for first in (self.facts, self.purpose, self.budget, self.team, self.obstacles, self.earlier, self.documents):
            first.show_dossier(dossier)
        for second in (self.plan, self.papers, self.questions):
            second.show_dossier(dossier)
        self._lead_tab()
        if dossier.audit.is_locked:
            self._say_locked(dossier.audit.state)
            for card in (self.facts, self.purpose, self.team, self.documents, self.plan, self.obstacles):
                _make_read_only(card)

    def go_to(self, way: str) -> None:
        """Bring a card to the top of the page and the keyboard into it."""
        cards: dict[str, tuple[QWidget, Sequence[QWidget]]] = {
            Matter.DAY: (self.facts, [self.facts.day]),
            Matter.TEAM: (self.team, self.team.stops),
            EARLIER: (self.earlier, []),
            Matter.PLAN: (self.plan, self.plan.stops),
            INVITATION: (self.papers, [self.papers.invitation.edit]),
            Matter.QUESTIONS: (self.questions, [self.questions.view]),
        }
        card, stops = cards[way]
        stop = next((stop for stop in stops if stop.isVisible()), None)
        if stop:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        top = card.mapTo(self._scroll.viewport(), QPoint(0, 0)).y() - self._desk.theme.px(SPACE["large"])
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + top)

    def _lead_tab(self) -> None:
        settled = (*self.team.stops, *self.obstacles.stops, *self.documents.stops, *self.plan.stops)
        questions = (*self.questions.shares.stops, self.questions.view)
        lead_tab(self.purpose.edits["criteria"], (*settled, *self.papers.stops, *questions))

    def _say_locked(self, state: AuditState) -> None:
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
        line.setPlaceholderText("")
    for text in card.findChildren(QPlainTextEdit):
        text.setReadOnly(True)
        text.setPlaceholderText("")
    for box in card.findChildren(QAbstractSpinBox):
        make_read_only(box, True)
    for choice in card.findChildren(ChoiceBox):
        choice.set_read_only(True)
    for button in card.findChildren(QPushButton):
        button.hide()
