"""What an auditor does at the open question: answers, makes findings of notes, and sorts what was noted quickly."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.notes import Note
from qmsdesk.i18n import Words
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.questions import QuestionsView
from qmsdesk.ui.conduct.quick import QuickNote, QuickText, take_line


class Work(QObject):
    """`made_id` is the finding that was just made and is to be opened; `clear_made` when it is."""

    def __init__(self, words: Words, day: Day, questions: QuestionsView, quick: QuickNote) -> None:
        super().__init__()
        self._ = words
        self._day = day
        self._questions = questions
        self._quick = quick
        self.made_id = ""

    def clear_made(self) -> None:
        self.made_id = ""

    def answerer(self, verdict: Verdict) -> Callable[[], None]:
        return lambda: self.answer(verdict)

    def answer(self, verdict: Verdict) -> None:
        """Answer the open question; where a reason is due, the line for it is next."""
        question = self._question()
        if question is None:
            return
        answers = self._questions.card.answers
        answers.reason.seal()
        self._day.answer(question, verdict)
        if not answers.reason.isHidden():
            answers.reason.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def make_finding(self) -> None:
        self._make_here(FindingType.OBSERVATION)

    def make_strength(self) -> None:
        self._make_here(FindingType.STRENGTH)

    def make_again(self) -> str:
        """Make the finding of last time anew; where that was done already, the id of the finding to open."""
        question, line = self._question(), self._questions.card.last_time
        earlier = line.last_time.repeatable if line.last_time else None
        if question is None or earlier is None:
            return ""
        done = line.repeated()
        if done is None:
            self._make(earlier.type, question, self._note_at_hand(), earlier)
        return done.id if done else ""

    def make_from_note(self, note: Note) -> None:
        self._make(FindingType.OBSERVATION, self._questions.current, note)

    def make_from_unsorted(self, note: Note) -> None:
        """Sorting goes on: the finding is completed later."""
        if not self._day.is_read_only:
            self._day.make_finding(FindingType.OBSERVATION, None, note, note.text)

    def link(self, note: Note) -> None:
        """Let a note that waits answer the open question."""
        if self._questions.current is not None and not self._day.is_read_only:
            self._day.link_note(note, self._questions.current)

    def take_quick(self, note: Note, read: QuickText) -> None:
        """Do what a quick line asks for, and say so beside it."""
        self._quick.say(take_line(self._, self._day, note, read))

    def _question(self) -> Question | None:
        """The question that is open to be worked at."""
        return self._questions.current if self._questions.isVisible() and not self._day.is_read_only else None

    def _make_here(self, type_: FindingType) -> None:
        """From the note one is at, where it has not become a finding yet; else from nothing."""
        question = self._question()
        if question is None:
            return
        self._make(type_, question, self._note_at_hand())

    def _note_at_hand(self) -> Note | None:
        """The note one is at, where it has not become a finding yet."""
        note = self._questions.card.notes.chosen()
        used = {link.note_id for link in self._day.dossier.finding_notes}
        return note if note and note.id not in used else None

    def _make(
        self, type_: FindingType, question: Question | None, note: Note | None, earlier: Finding | None = None
    ) -> None:
        if not self._day.is_read_only:
            self._questions.card.notes.seal()
            self.made_id = self._day.make_finding(type_, question, note, note.text if note else "", earlier).id
