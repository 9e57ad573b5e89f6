"""Conduct: the heart of the day. Sections at the left, one question in focus, findings and unsorted notes beside it."""

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from qmsdesk.domain.checklists import Question
from qmsdesk.domain.notes import Note
from qmsdesk.domain.progress import find_question
from qmsdesk.ui.commands import bind
from qmsdesk.ui.conduct.around import Around
from qmsdesk.ui.conduct.card import QuestionCard
from qmsdesk.ui.conduct.columns import Columns
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.finder import Finder, JumpField
from qmsdesk.ui.conduct.keys import ENTER, belongs_to_focus
from qmsdesk.ui.conduct.middle import Middle
from qmsdesk.ui.conduct.photos import Photos
from qmsdesk.ui.conduct.plan import PlanCard
from qmsdesk.ui.conduct.progress import Progress
from qmsdesk.ui.conduct.questions import QuestionsView
from qmsdesk.ui.conduct.quick import QuickNote, QuickText
from qmsdesk.ui.conduct.runs import runs_at, runs_of_work
from qmsdesk.ui.conduct.side import SidePanel
from qmsdesk.ui.conduct.sorting import Sorting
from qmsdesk.ui.conduct.visits import Visits
from qmsdesk.ui.conduct.work import Work
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.findings.form import FindingForm
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.turns import Turns


class ConductPage(QWidget):
    """Everything is written as it is done; the page opens at the question that was open last."""

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._bookmark = f"question/{audit_id}"
        self._is_stale = False
        self._layout = column(desk.theme, self, gap=0)
        self.turns = Turns(self, self._build(), at_once=0)

    def _build(self) -> Iterator[None]:
        desk = self._desk
        self.day = Day(desk, self._audit_id, self)
        yield
        card = QuestionCard(desk, self.day)
        yield
        self.finder = Finder(desk.theme, self._)
        self.questions = QuestionsView(desk, self.day, self.finder, card)
        yield
        self.side = SidePanel(desk, self.day, self.questions.card.photos.last_stop)
        self.middle = Middle(desk, self.day, self.questions)
        self.quick, self.plan = QuickNote(desk, self.day), PlanCard(desk.theme, self._)
        yield
        self.work = Work(self._, self.day, self.questions, self.quick)
        self.around = Around(desk, self.day, self.questions.card, self.middle, self.work)
        self.photos = Photos(desk.theme, self, self.questions.card, self.middle)
        self.jump_field = JumpField(desk.theme, self._, self)
        yield
        self.columns = Columns(desk.theme, self._, self.finder, self.plan, self.middle, self.side, self.around.buttons)
        yield
        self._layout.addWidget(self.columns, 1)
        self.columns.show()
        yield
        self._layout.addWidget(self.quick)
        self.quick.show()
        self.quick.items.addWidget(self.columns.drawer)
        parts = (self.work, self.questions, self.side, self.columns.sections)
        self.sorting = Sorting(desk.theme, self._, self.day, *parts)
        self._progress = Progress(desk, self.day, self, self.columns, self.finder, self.plan, self.questions)
        self._visits = Visits(self.quick, self.side, self.middle, self.columns, self.questions)
        self._wire()
        yield
        self.columns.arrange(self.width())
        yield
        yield from self._show_all()
        self._arrange()
        if self.hasFocus():
            self._focus_question()
        yield

    def _show_all(self) -> Iterator[None]:
        yield from self.side.make_in_turns()
        self._show_side()
        yield
        self._show_progress()
        yield
        first = self._first()
        if first:
            self.questions.card.show_question(first)  # it makes its lines, and is quicker when it is laid out
            yield
        self.questions.refresh()
        self.questions.open(first, with_focus=False)
        yield

    @property
    def form(self) -> FindingForm:
        return self.middle.form

    def start_quick_note(self) -> None:
        """Write on the quick line, from wherever one is; Esc goes back there."""
        self._visits.start_quick_note()

    def start_sorting(self) -> None:
        """Come to the notes that wait to be sorted; Esc goes back to where one was."""
        self._visits.start_sorting()

    def open_finding(self, finding_id: str) -> None:
        """Open a finding to be written."""
        self.middle.open_finding(finding_id)

    def _wire(self) -> None:
        card = self.questions.card
        self.day.changed.connect(self._on_changed)
        self.questions.opened.connect(self._on_opened)
        self.columns.sections.chosen.connect(self.questions.open_section)
        self.columns.section_menu.chosen.connect(self.questions.open_section)
        self.columns.drawer_toggled.connect(lambda on: self.middle.turn_to(self.side if on else self.questions))
        self.middle.turned.connect(lambda page: self.columns.drawer.setChecked(page is self.side))
        self.middle.left.connect(self._focus_question)
        self.finder.changed.connect(self.middle.turn_to_questions)
        self.finder.left.connect(self._leave_finder)
        card.answers.chosen.connect(self.work.answer)
        card.finding.clicked.connect(self.work.make_finding)
        card.strength.clicked.connect(self.work.make_strength)
        card.new_note.clicked.connect(card.notes.start_new)
        card.notes.finding_wanted.connect(self.work.make_from_note)
        card.notes.deletion_wanted.connect(self.day.delete)
        card.finding_chosen.connect(self.middle.open_finding)
        self.side.finding_chosen.connect(self.middle.open_finding)
        self.side.tray.left.connect(self._visits.leave)
        self.quick.entered.connect(self._take_quick)
        self.quick.left.connect(self._visits.leave)
        self.jump_field.chosen.connect(self._jump_to)
        self.jump_field.left.connect(self._focus_question)
        self._desk.theme.changed.connect(self._arrange)
        own = {"sort": self.start_sorting, "search": self.columns.open_finder, "jump": self._start_jump}
        at_work = runs_of_work(self.work) | runs_at(self.questions, self.at_questions)
        bind(self, "conduct", self._, own | at_work | dict(self.around.runs) | dict(self.photos.runs))

    # Questions and answers

    def _first(self) -> Question | None:
        """The one that was open last, or the first of the day."""
        dossier = self.day.dossier
        remembered = self._desk.session.bookmark(self._bookmark)
        known = [question for question in dossier.chosen_questions if question.id == remembered]
        return next(iter(known or dossier.asked_questions), None)

    def _on_opened(self, question: Question) -> None:
        self._desk.session.set_bookmark(self._bookmark, question.id)
        self.middle.turn_to_questions()
        self._progress.show_sections()
        self._show_side()

    def at_questions(self, then: Callable[[], object]) -> None:
        """Do something at the questions, whatever stands in their place."""
        if not self.middle.is_at_questions:
            self.middle.close_form()
        then()
        self.questions.follow_focus()

    def _focus_question(self) -> None:
        self.questions.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_finder(self) -> None:
        self.columns.close_finder()
        if self.questions.current is None and self.finder.is_narrowing:
            self.questions.step(1)
        self._focus_question()

    def _start_jump(self) -> None:
        numbers = self.day.dossier.numbers
        questions = self.day.dossier.chosen_questions
        self.jump_field.open([f"{numbers[q.id]} {self._.pick(q, 'text')}" for q in questions])

    def _jump_to(self, said: str) -> None:
        self.questions.open(find_question(self.day.dossier, said))
        self._focus_question()

    # The quick note

    @property
    def _typed_id(self) -> str:
        return self.quick.note.id if self.quick.is_typed else ""

    def _take_quick(self, note: Note, read: QuickText) -> None:
        self.work.take_quick(note, read)
        self._show_side()

    # Showing

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible():
            self._show(kinds)
        else:
            self._is_stale = True

    def _show(self, kinds: frozenset[str]) -> None:
        self.questions.refresh()
        self._show_progress()
        if kinds != {"answer"}:
            self._show_side()
            if self.middle.refresh(self.work.made_id):
                self.work.clear_made()

    def _show_progress(self) -> None:
        self._progress.show_all()
        self.quick.editor.setEnabled(not self.day.is_read_only)

    def _show_side(self) -> None:
        current = self.questions.current
        self.side.show_day(self.day.dossier.numbers[current.id] if current else "", self._typed_id)
        findings, notes = self.side.counts
        self.columns.show_counts(findings, notes)

    # Keys and sizes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._focus_question() if self.middle.is_at_questions else self.middle.close_form()
        elif event.key() in ENTER and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        is_asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_asked and belongs_to_focus(cast(QKeyEvent, event), QApplication.focusWidget(), self.finder.field):
            event.accept()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focus = QApplication.focusWidget()
        is_elsewhere = focus is None or not self.isAncestorOf(focus)
        if not self.turns.is_finished:
            if is_elsewhere:
                self.setFocus()
            return
        if self._is_stale:
            self._is_stale = False
            self._show(frozenset({"audit"}))
        if is_elsewhere:
            self._focus_question()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.turns.is_finished:
            self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """As the window and the size of the text have it."""
        self.columns.arrange(self.width())
        self.middle.measure()
        self._show_side()
        self._progress.show_plan()
