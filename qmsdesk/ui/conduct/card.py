"""The open question: what to ask, what was found before, the answer, the notes and what came of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.progress import other_answers
from qmsdesk.ui.attachments.strip import PhotoStrip
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.conduct.answers import AnswerBar
from qmsdesk.ui.conduct.asked import AskedQuestion
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.foot import Foot
from qmsdesk.ui.conduct.last_time import LastTimeLine
from qmsdesk.ui.conduct.lines import Lines
from qmsdesk.ui.conduct.made import MadeFindings
from qmsdesk.ui.conduct.notes import NoteList
from qmsdesk.ui.conduct.samples import SampleList
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.cards import Card


class QuestionCard(Card):
    """`finding_chosen` carries the id of a finding made here."""

    finding_chosen = Signal(str)

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__(desk.theme, "accent", margins=(20, 6, 20, 14), gap=10)
        self._desk = desk
        self._ = desk.words
        self._day = day
        self._question: Question | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.asked = AskedQuestion(desk, day)
        self.language = self.asked.language
        self.last_time, self._others = LastTimeLine(desk, day), Lines(desk)
        self.answers = AnswerBar(desk)
        self.notes = NoteList(desk, day, self.answers.reason.phrases[-1])
        self.photos = PhotoStrip(desk)
        self.made = MadeFindings(desk, self.photos.ways.more)
        self.finding = self._button(self._("Make finding"), "primary", "plus", key_of("conduct", "finding"))
        self.strength = self._button(self._("Strength"), "secondary", "star", key_of("conduct", "strength"))
        new_note = self._("New note")
        self.new_note = self._button(new_note, "quiet", "notebook-pen")
        self.new_note.setToolTip(f"{new_note} ({key_of('conduct', 'new_note')})")
        self.ways = self.photos.ways
        self._foot = Foot(desk, (self.finding, self.strength), (self.new_note, self.ways.add, self.ways.more))
        self.samples = SampleList(desk, day, lambda: self.made.last or self.ways.more)
        self._lay_out()
        self.asked.turned.connect(self._speak)
        self.made.chosen.connect(self.finding_chosen)

    def _lay_out(self) -> None:
        self.asked.between.addWidget(self.last_time)
        said: tuple[QWidget, ...] = (self.asked, self.answers, self._others, self.notes, self._foot, self.made)
        for part in (*said, self.samples, self.photos):
            self.body.addWidget(part)
        done = (self.finding, self.strength, self.new_note, self.ways.add, self.ways.more)
        lead_tab(self.answers.reason.phrases[-1], done)

    def _button(self, text: str, kind: str, icon: str, key: str = "") -> TallButton:
        button = TallButton(self._desk.theme, text, kind, icon, key)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @property
    def question(self) -> Question | None:
        return self._question

    def show_question(self, question: Question) -> None:
        """Open a question, or show the open one as it stands now."""
        self.asked.condition.show_question(question)
        if question != self._question:
            self._question = question
            self.asked.show_question(question)
            self.last_time.show_question(question)
        self._speak()
        self.show_answer(question)
        self.notes.show_question(question)
        self.photos.show_question(question, self._day.dossier)
        self.samples.show_question(question)
        self.made.show_findings(self._day.dossier.findings_of(question))
        self._foot.setVisible(not self._day.is_read_only)

    def show_answer(self, question: Question) -> None:
        self.answers.show_answer(self._day.own_answer(question.id), self._day.is_read_only)
        others = other_answers(self._day.dossier, question.id, self._day.author_id)
        lines = []
        for answer in others:
            assert answer.verdict is not None
            person = self._day.dossier.person(answer.author_id)
            who = self._("Agreed") if answer.is_agreed else person.name if person else ""
            lines.append((who, self._(VERDICT_NAMES[answer.verdict]), answer.verdict.value, answer.reason))
        self._others.show_lines(lines)

    def toggle_language(self) -> None:
        """The other language of the question, and back."""
        self.asked.toggle_language()

    def _speak(self) -> None:
        self.setAccessibleName(self.asked.spoken)
        self.setAccessibleDescription(self.asked.described)
