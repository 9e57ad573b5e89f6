"""The middle of the page: the questions of the open section, or those that were looked for, one of them open."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.progress import matching, next_parked, next_unanswered
from qmsdesk.ui.conduct.card import QuestionCard
from qmsdesk.ui.conduct.conditions import say_unmet
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.finder import Finder
from qmsdesk.ui.conduct.rows import QuestionRows, RowLine
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.measure import keep_measure
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.empty import EmptyState
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll

ABOVE = 8


class QuestionsView(QWidget):
    """`opened` carries the `Question` that came into focus."""

    opened = Signal(object)

    def __init__(self, desk: Desk, day: Day, finder: Finder, card: QuestionCard) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._day = day
        self._finder = finder
        self._current: Question | None = None
        self._shown: list[Question] = []
        self.card = card
        self.rows = QuestionRows(desk.theme, card)
        self.view = PageScroll(desk.theme, margins=(18, 14, 18, 18), gap=10)
        self._banner = Banner(desk.theme, tone="info")
        show_all = Button(desk.theme, self._("Show all questions"))
        self._none = EmptyState(desk.theme, "search", "", show_all)
        self.view.body.addWidget(self._banner)
        self.view.body.addWidget(self.rows)
        self.view.body.addWidget(self._none)
        self.view.body.addStretch()
        column(desk.theme, self).addWidget(self.view)
        show_all.clicked.connect(finder.clear)
        finder.changed.connect(self._on_looked_for)
        self.rows.chosen.connect(lambda key: self.open(self._day.question(key)))
        self.rows.card_moved.connect(self.follow_focus)
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._show_view())
        self.view.viewport().installEventFilter(self)

    @property
    def current(self) -> Question | None:
        """The open question; None where the one that was open is not among those that are shown."""
        return self._current if self._current in self._shown else None

    @property
    def section_id(self) -> str:
        return self._current.section_id if self._current else ""

    @property
    def shown(self) -> Sequence[Question]:
        return self._shown

    @property
    def banner_text(self) -> str:
        return self._banner.text() if self._banner.isVisibleTo(self) else ""

    @property
    def none_text(self) -> str:
        """What is said where there is no question to show."""
        return self._say_none() if self._none.isVisibleTo(self) else ""

    def open(self, question: Question | None, with_focus: bool = True) -> None:
        """Open a question, and show it among its neighbours."""
        question = self._day.question(question.id) if question else None  # as it stands now
        if question is None:
            return
        if question != self._current:
            self.card.notes.seal()
            self._current = question
        if question not in self._shown or not self._finder.is_narrowing:
            if self._finder.is_narrowing:
                self._finder.clear()
            self._shown = self._section_of(question)
        self._show()
        self._scroll_to_card()
        if with_focus:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(question)

    def step(self, way: int) -> None:
        """The next question or the one before, past the end of the section too; the first of what was found."""
        questions: Sequence[Question] = self._shown if self._finder.is_narrowing else self._walk()
        if self.current is None:
            self.open(next(iter(questions), None))
            return
        place = questions.index(self.current) + way
        if 0 <= place < len(questions):
            self.open(questions[place])
        else:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_next_unanswered(self) -> None:
        current_id = self._current.id if self._current else ""
        self.open(next_unanswered(self._walk(), self._day.answers, current_id))

    def open_next_parked(self) -> None:
        current_id = self._current.id if self._current else ""
        self.open(next_parked(self._walk(), self._day.answers, current_id))

    def _walk(self) -> list[Question]:
        """The questions to ask as the answers stand, and the one that is open, be it to ask or not."""
        dossier, current_id = self._day.dossier, self._current.id if self._current else ""
        return [each for each in dossier.chosen_questions if each.id not in dossier.unmet or each.id == current_id]

    def open_section(self, section_id: str) -> None:
        """The first question of a section that waits for an answer, else its first."""
        self._finder.clear()
        dossier = self._day.dossier
        asked = [question for question in dossier.asked_questions if question.section_id == section_id]
        waiting = next_unanswered(asked, self._day.answers, "")
        there = asked or [question for question in dossier.chosen_questions if question.section_id == section_id]
        self.open(waiting or next(iter(there), None))

    def refresh(self) -> None:
        """Show everything as it stands now; the open question stays where it is, fits it the filter or not."""
        if self._current is not None:
            self._current = self._day.question(self._current.id) or self._current
        stays = self._current.id if self._current and self._current in self._shown else None
        self._shown = self._found(stays)
        self._show()

    def _on_looked_for(self) -> None:
        self._shown = self._found(None)
        self._show()
        self.view.verticalScrollBar().setValue(0)
        if not self._finder.is_narrowing:
            self._scroll_to_card()

    def _found(self, stays: str | None) -> list[Question]:
        if not self._finder.is_narrowing:
            return self._section_of(self._current) if self._current else []
        found = matching(self._day.dossier, self._day.answers, self._finder.filter, self._finder.text)
        if stays is None or any(question.id == stays for question in found):
            return found
        ids = {question.id for question in found} | {stays}
        return [question for question in self._day.dossier.chosen_questions if question.id in ids]

    def _section_of(self, question: Question) -> list[Question]:
        return [each for each in self._day.dossier.chosen_questions if each.section_id == question.section_id]

    def _show(self) -> None:
        current = self.current
        if current is not None:
            self.card.show_question(current)
        with_finding = {finding.question_id for finding in self._day.dossier.findings}
        lines = [self._line(question, question.id in with_finding) for question in self._shown]
        self.rows.show_lines(lines, current.id if current else "")
        self._none.set_sentence(self._say_none())
        self._none.setVisible(not lines)
        self._show_locked()

    def _show_locked(self) -> None:
        audit = self._day.dossier.audit
        if not audit.is_locked:
            self._banner.hide()
        elif audit.state is AuditState.CANCELLED:
            self._banner.show_message(self._("This audit is cancelled and read-only."))
        else:
            self._banner.show_message(self._("Read-only: the report is final."))

    def _say_none(self) -> str:
        if self._finder.is_narrowing:
            return self._("No question matches what you are looking for.")
        return self._("This audit has no questions. Choose a checklist under Prepare.")

    def _line(self, question: Question, has_finding: bool) -> RowLine:
        answer = self._day.answers.get(question.id)
        verdict = answer.verdict if answer and not answer.lacks_reason else None
        text = f"{self._day.dossier.numbers[question.id]}  {self._.pick(question, 'text')}"
        note = say_unmet(self._day, question, self._)
        said = self._(VERDICT_NAMES[verdict]) if verdict else "" if note else self._("Unanswered")
        spoken = " ".join(filter(None, (text, said, note)))
        return RowLine(question.id, text, verdict.value if verdict else "", spoken, has_finding, note)

    def _scroll_to_card(self) -> None:
        """With a glimpse of the question before it, where there is room for both; the first with what stands above."""
        settle_layouts()
        card, glimpse = self.rows.card_place, self.rows.glimpse_top
        has_room = card.bottom() - glimpse < self.view.viewport().height() - self._desk.theme.px(2 * ABOVE)
        top = self.rows.y() + (glimpse if has_room else card.top()) if card.top() else 0
        self.view.verticalScrollBar().setValue(top - self._desk.theme.px(ABOVE))
        self._show_view()

    def _show_view(self) -> None:
        corner = self.rows.mapFrom(self.view.viewport(), QPoint(0, 0))
        self.rows.show_view(QRect(corner, self.view.viewport().size()))

    def follow_focus(self) -> None:
        """A note one comes to by key is in view, and stays there as it grows."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self.card and self.card.isAncestorOf(focus):
            settle_layouts()
            self.view.ensureWidgetVisible(focus, 0, self._desk.theme.px(60))
        self._show_view()

    def measure(self) -> None:
        keep_measure(self._desk.theme, self.view.body, self.view.viewport().width(), (18, 14, 18), 10)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.measure()
            self._show_view()
        return False


def settle_layouts() -> None:
    """Do now what Qt would lay out before the next painting, so that places can be asked for."""
    for _ in range(2):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
