"""Prepare: everything that is settled before the day, on one page that saves itself."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

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
from qmsdesk.ui.turns import Turns

KINDS = frozenset(
    {"action", "answer", "audit", "audit_question", "checklist", "document", "finding", "obstacle", "person"}
    | {"plan_slot", "question", "section", "team_member", "unit"}
)


LEFT_AS_THEY_ARE = (BudgetCard, EarlierCard, PapersCard, QuestionsCard)
"""They hold nothing to write in, or lock it themselves."""

AnyCard = (
    FactsCard
    | PurposeCard
    | BudgetCard
    | TeamCard
    | ObstaclesCard
    | EarlierCard
    | DocumentsCard
    | PlanCard
    | PapersCard
    | QuestionsCard
)


class PreparePage(QWidget):
    """One card for each matter, built in turns from the top; all of them show the same dossier."""

    facts: FactsCard
    purpose: PurposeCard
    budget: BudgetCard
    team: TeamCard
    obstacles: ObstaclesCard
    earlier: EarlierCard
    documents: DocumentsCard
    plan: PlanCard
    papers: PapersCard
    questions: QuestionsCard

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._is_stale = False
        self._cards: list[AnyCard] = []
        self.setProperty("kind", "page")
        self.matters = MattersStrip(desk)
        self._locked = Banner(desk.theme)
        self._scroll = PageScroll(desk.theme)
        self._columns = Columns(desk.theme)
        self._lay_out()
        self.matters.wanted.connect(self.go_to)
        desk.session.changed.connect(self._on_changed)
        self.turns = Turns(self, self._build())

    def _lay_out(self) -> None:
        body = self._scroll.body
        body.addWidget(self._locked)
        body.addWidget(self.matters)
        self._columns.main.addStretch()
        self._columns.side.addStretch()
        body.addWidget(self._columns)
        body.addStretch()
        column(self._desk.theme, self, gap=0).addWidget(self._scroll)

    def _build(self) -> Iterator[None]:
        desk, main, side = self._desk, self._columns.main, self._columns.side
        self._dossier = load_dossier(desk.session.db, self._audit_id)
        self._show_head()
        yield
        self.facts = FactsCard(desk)
        self._stand(main, self.facts)
        yield
        self.budget = BudgetCard(desk)
        self._stand(side, self.budget)
        yield
        self.team = TeamCard(desk)
        self._stand(side, self.team)
        yield
        self.purpose = PurposeCard(desk)
        self._stand(main, self.purpose)
        yield
        self.obstacles = ObstaclesCard(desk, is_folded=True)
        self._stand(side, self.obstacles)
        yield
        yield from self._build_below()
        self._lead_tab()
        if self._is_stale:
            yield from self._reload()

    def _build_below(self) -> Iterator[None]:
        desk, below = self._desk, self._scroll.body
        self.earlier = EarlierCard(desk)
        self._stand(below, self.earlier)
        yield
        self.documents = DocumentsCard(desk)
        self._stand(below, self.documents)
        yield
        self.plan = PlanCard(desk)
        self._stand(below, self.plan)
        yield
        self._.date(desk.today)  # the first one brings in the names of the months
        yield
        self.papers = PapersCard(desk)
        yield
        self._stand(below, self.papers)
        yield
        self.questions = QuestionsCard(desk)
        yield
        self.questions.moved.connect(self._follow)
        self._hang(below, self.questions)
        yield
        yield from self.questions.measure(self._dossier)
        self._show_card(self.questions)
        yield

    def _stand(self, layout: QVBoxLayout, card: AnyCard) -> None:
        self._show_card(card)
        self._hang(layout, card)

    def _hang(self, layout: QVBoxLayout, card: AnyCard) -> None:
        """Above the stretch that keeps the cards at the top."""
        layout.insertWidget(layout.count() - 1, card)
        self._cards.append(card)
        card.show()

    def _show_card(self, card: AnyCard) -> None:
        card.show_dossier(self._dossier)
        if self._dossier.audit.is_locked and not isinstance(card, LEFT_AS_THEY_ARE):
            _make_read_only(card)

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale and self.turns.is_finished:
            self.turns.start(self._reload())
        super().showEvent(event)
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.matters.first.setFocus()

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & KINDS:
            self._is_stale = True
            if self.isVisible() and self.turns.is_finished:
                self.turns.start(self._reload())
                self.turns.finish()  # whoever has changed something is looking at it

    def _reload(self) -> Iterator[None]:
        """Card by card, and from the top again where something has changed meanwhile."""
        while self._is_stale:
            self._is_stale = False
            self._dossier = load_dossier(self._desk.session.db, self._audit_id)
            self._show_head()
            yield
            for card in self._cards:
                self._show_card(card)
                yield
            self._lead_tab()

    def _show_head(self) -> None:
        self.matters.show_dossier(self._dossier)
        if self._dossier.audit.is_locked:
            self._say_locked(self._dossier.audit.state)

    def go_to(self, way: str) -> None:
        """Bring a card to the top of the page and the keyboard into it."""
        self.turns.finish()
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
        centre = self.questions.mapTo(self._scroll.content, place.center())
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
