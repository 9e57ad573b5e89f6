"""Sorting notes: what is done when one is linked, dropped, parked, deleted or withdrawn."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from qmsdesk.domain.checklists import Question
from qmsdesk.domain.notes import Note
from qmsdesk.domain.progress import find_number, questions_of_note
from qmsdesk.i18n import Words
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.dragging import NoteTarget
from qmsdesk.ui.conduct.questions import QuestionsView
from qmsdesk.ui.conduct.sections import SectionList
from qmsdesk.ui.conduct.side import SidePanel
from qmsdesk.ui.conduct.work import Work
from qmsdesk.ui.theme.theme import Theme


class Sorting(QObject):
    """Ties the tray, the notes of the open question and every target of a drag to what they mean."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        day: Day,
        work: Work,
        questions: QuestionsView,
        side: SidePanel,
        sections: SectionList,
    ) -> None:
        super().__init__()
        self._ = words
        self._day, self._work, self._questions, self._side = day, work, questions, side
        self._sections = sections
        self.menu = QMenu(sections)
        self._wire_tray()
        self._wire_notes()
        self._wire_targets(theme)

    def _wire_tray(self) -> None:
        tray = self._side.tray
        tray.link_wanted.connect(self._work.link)
        tray.number_wanted.connect(self.link_to_number)
        tray.finding_wanted.connect(self._work.make_from_unsorted)
        tray.parking_wanted.connect(lambda note: self._day.park_note(note, not note.is_parked))
        tray.deletion_wanted.connect(self._day.delete)
        tray.withdrawal_wanted.connect(self._day.withdraw_note)

    def _wire_notes(self) -> None:
        notes = self._questions.card.notes
        notes.withdrawal_wanted.connect(self._day.withdraw_note)
        notes.link_wanted.connect(self._day.link_note)
        notes.unlink_wanted.connect(self._day.unlink_note)

    def _wire_targets(self, theme: Theme) -> None:
        self._questions.rows.note_dropped.connect(self._drop_on_question)
        NoteTarget(theme, self._questions.card).dropped.connect(self._drop_on_card)
        NoteTarget(theme, self._side.tray).dropped.connect(self._drop_on_tray)
        self._side.note_dropped.connect(self._drop_on_finding)
        self._sections.note_dropped.connect(self._drop_on_section)

    def link_to_number(self, note: Note, number: str) -> None:
        """Link a note to the question with that number, or say that there is none."""
        question = find_number(self._day.dossier, number)
        if question is None:
            self._side.tray.explain(note, self._("No question {number}", number=number))
        else:
            self._link(note, question)

    def _link(self, note: Note | None, question: Question | None) -> None:
        if note is None or question is None or self._day.is_read_only:
            return
        if question not in questions_of_note(self._day.dossier, note.id):
            self._day.link_note(note, question)

    # By hand

    def _drop_on_question(self, question_id: str, note_id: str) -> None:
        self._link(self._day.note(note_id), self._day.question(question_id))

    def _drop_on_card(self, note_id: str) -> None:
        self._link(self._day.note(note_id), self._questions.current)

    def _drop_on_tray(self, note_id: str) -> None:
        """A note that comes from the open question leaves it."""
        note, question = self._day.note(note_id), self._questions.current
        linked = questions_of_note(self._day.dossier, note_id)
        if note is not None and question in linked and not self._day.is_read_only:
            assert question is not None
            self._day.unlink_note(note, question)

    def _drop_on_finding(self, finding_id: str, note_id: str) -> None:
        note = self._day.note(note_id)
        finding = next((each for each in self._day.dossier.findings if each.id == finding_id), None)
        if note is not None and finding is not None and not self._day.is_read_only:
            tied = {each.id for each in self._day.findings_from(note)}
            if finding.id not in tied:
                self._day.tie_note(note, finding)

    def _drop_on_section(self, section_id: str, note_id: str) -> None:
        """A section has many questions: the one that is meant is chosen from them."""
        note = self._day.note(note_id)
        self.menu.clear()
        for question in self._day.dossier.chosen_questions:
            if question.section_id == section_id and note is not None:
                text = f"{self._day.dossier.numbers[question.id]} {self._.pick(question, 'text')}"
                action = self.menu.addAction(shortened(self.menu, text))
                action.triggered.connect(lambda _=False, question=question: self._link(note, question))
        place = self._place_of(section_id)
        QTimer.singleShot(0, self.menu, lambda: self.menu.popup(place))  # a drag still holds the mouse

    def _place_of(self, section_id: str) -> QPoint:
        entry = self._sections.entry(section_id)
        place = entry.mapToGlobal(QPoint(0, entry.height()))
        return QCursor.pos() if entry.rect().contains(entry.mapFromGlobal(QCursor.pos())) else place


LONGEST = 460


def shortened(widget: QWidget, text: str) -> str:
    """As much of a text as a menu should be wide."""
    return widget.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, LONGEST)
