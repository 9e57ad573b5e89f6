"""The questions to ask: what there is no time for is left out beforehand, and who asks the rest is settled."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QMenu

from qmsdesk.domain.checklists import Question
from qmsdesk.domain.conditions import resting_on
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.shares import asking, share_evenly
from qmsdesk.domain.treatments import musts_left_out, treat
from qmsdesk.ui.audits.preparing.question_table import REASON, QuestionTable, list_rows
from qmsdesk.ui.audits.preparing.question_view import QuestionView
from qmsdesk.ui.audits.preparing.shares import SharesStrip
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import small, subheading


class QuestionsCard(Card):
    """As high as its table, so that the page scrolls and nothing in it; `moved` says where the current row lies."""

    moved = Signal(QRect)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._ = desk.words
        self._dossier: Dossier | None = None
        self.table = QuestionTable(desk.words, desk.theme.font("strong"))
        self.view = QuestionView(desk, self.table)
        self.musts, self.resting = Banner(desk.theme, tone="warning"), Banner(desk.theme, tone="info")
        self.shares = SharesStrip(desk)
        self._told = small(self._("Take the tick away from what you will not ask (Space). F2: write why."))
        self._told_shares = small(
            self._(
                "Who asks what? Stand on a question or a section and press a name, or its number."
                " 0 is nobody in particular."
            )
        )
        self.body.addWidget(subheading(self._("Questions to ask")))
        for widget in (self._told, self._told_shares, self.shares, self.musts, self.resting, self.view):
            self.body.addWidget(widget)
        self._wire()

    def _wire(self) -> None:
        self.table.ask_requested.connect(self._ask)
        self.table.reason_given.connect(self._give_reason)
        self.table.reason_needed.connect(lambda index: self.view.edit(index.siblingAtColumn(REASON)))
        self.view.given.connect(self._give_by_number)
        self.view.choice_requested.connect(self._choose_auditor)
        self.view.selectionModel().currentChanged.connect(self._on_moved)
        self.shares.given.connect(self._give)
        self.shares.even_requested.connect(self._share_evenly)
        self.shares.none_requested.connect(lambda: self._share(dict.fromkeys(self._all(), None)))

    def measure(self, dossier: Dossier) -> Iterator[None]:
        """Before it is shown, in turns: hundreds of questions take a while."""
        return self.view.measure(list_rows(dossier))

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.table.show_dossier(dossier)
        self.shares.show_dossier(dossier)
        self._told.setHidden(dossier.audit.is_locked)
        self._told_shares.setHidden(dossier.audit.is_locked or len(asking(dossier)) < 2)
        self._tell_musts(dossier)
        self._tell_resting(dossier)

    def _tell_musts(self, dossier: Dossier) -> None:
        reasons = {item.question_id: item.reason for item in dossier.audit_questions}
        left_out = [f"{dossier.numbers[q.id]} ({reasons[q.id]})" for q in musts_left_out(dossier)]
        self.musts.setVisible(bool(left_out))
        if left_out:
            said = self._.plural(
                "{count} question that must be asked is left out: {questions}.",
                "{count} questions that must be asked are left out: {questions}.",
                len(left_out),
                questions=", ".join(left_out),
            )
            self.musts.show_message(said, "warning")

    def _tell_resting(self, dossier: Dossier) -> None:
        """A condition that rests on a question left out cannot be met, so it must not hide anything either."""
        resting, numbers = resting_on(dossier.questions, dossier.left_out), dossier.numbers
        told = [f"{numbers[id_]} ({', '.join(numbers[each.id] for each in on)})" for id_, on in resting.items()]
        self.resting.setVisible(bool(told))
        if told:
            said = self._.plural(
                "{count} question depends on one that is left out: {questions}. What is not asked hides nothing.",
                "{count} questions depend on others that are left out: {questions}. What is not asked hides nothing.",
                len(told),
                questions=", ".join(told),
            )
            self.resting.show_message(said, "info")

    def _ask(self, questions: list[Question], asked: bool) -> None:
        self._treat(questions, is_left_out=not asked)

    def _give_reason(self, question: Question, reason: str) -> None:
        """A question that must be asked is left out by its reason, and never without one."""
        if not question.must_ask:
            self._treat([question], reason=reason)
        elif reason:
            self._treat([question], is_left_out=True, reason=reason)

    def _give_by_number(self, number: int) -> None:
        people = asking(self._held())
        if number <= len(people):
            self._give(people[number - 1].id if number else "")

    def _give(self, auditor_id: str) -> None:
        """The question or section one stands on."""
        index = self.view.currentIndex()
        if index.isValid() and not self._held().audit.is_locked:
            questions = self.table.rows[index.row()].questions
            self._treat(questions, auditor_id=auditor_id or None)
        self.view.setFocus()

    def _choose_auditor(self, index: QModelIndex) -> None:
        people = asking(self._held())
        if not people or self._held().audit.is_locked:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, person in enumerate(people, 1):
            menu.addAction(f"{person.name}\t{number}", partial(self._give, person.id))
        menu.addAction("\t".join((self._("Nobody in particular"), "0")), lambda: self._give(""))
        menu.popup(self.view.viewport().mapToGlobal(self.view.visualRect(index).bottomLeft()))

    def _share_evenly(self) -> None:
        self._share(share_evenly(self._held()))

    def _share(self, whose: dict[str, Any]) -> None:
        dossier = self._held()
        held = {item.question_id: item.auditor_id for item in dossier.audit_questions}
        moved = [question for question in dossier.questions if held.get(question.id) != whose[question.id]]
        edits = [edit for question in moved for edit in treat(dossier, [question], auditor_id=whose[question.id])]
        if edits:
            self._desk.session.write(edits)

    def _all(self) -> Iterable[str]:
        return [question.id for question in self._held().questions]

    def _treat(self, questions: Iterable[Question], **fields: Any) -> None:
        edits = treat(self._held(), questions, **fields)
        if edits:
            self._desk.session.write(edits)

    def _held(self) -> Dossier:
        assert self._dossier is not None, "shown before it can be used"
        return self._dossier

    def _on_moved(self, current: QModelIndex) -> None:
        place = self.view.visualRect(current)
        self.moved.emit(place.translated(self.view.viewport().mapTo(self, place.topLeft()) - place.topLeft()))
