"""What one auditor holds of a question: the answer, why, and the notes it rests on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from qmsdesk.domain.answers import VERDICT_NAMES, Answer
from qmsdesk.domain.notes import Note
from qmsdesk.domain.people import Person
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout


class AnswerColumn(Card):
    """`take` agrees on what is said here."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk.theme, "", margins=(14, 12), gap=6)
        self._ = desk.words
        self.answer: Answer | None = None
        self._name = label("", "strong")
        self._verdict = Chip(desk.theme, "", "neutral")
        self._reason, self._notes = label("", wrap=True), label("", "small", wrap=True)
        self.take = TallButton(desk.theme, self._("Take this"), "secondary", "check", key)
        self._notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = FlowLayout(desk.theme, gap=8)
        head.addWidget(self._name)
        head.addWidget(self._verdict)
        self.body.addLayout(head)
        for part in (self._reason, self._notes):
            self.body.addWidget(part)
        self.body.addStretch()
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)

    def show_answer(self, person: Person | None, answer: Answer | None, notes: Sequence[Note], may_take: bool) -> None:
        self.answer = answer
        name = person.name if person else self._("Somebody else")
        verdict = answer.verdict if answer else None
        said = self._(VERDICT_NAMES[verdict]) if verdict else self._("No answer")
        self._name.setText(name)
        self._verdict.setText(said)
        self._verdict.set_tone(verdict.value if verdict else "neutral")
        self._reason.setText(answer.reason if answer else "")
        self._reason.setVisible(bool(answer and answer.reason))
        self._notes.setText("\n".join(self._line(note) for note in notes))
        self._notes.setVisible(bool(notes))
        self.take.setVisible(may_take and verdict is not None)
        self.take.setAccessibleName(self._("Take {name}’s answer: {verdict}", name=name, verdict=said))
        self.setAccessibleName(f"{name}: {said}")

    @property
    def text(self) -> str:
        """Everything that is said here."""
        parts: list[QWidget] = [self._name, self._verdict, self._reason, self._notes]
        return " ".join(part.text() for part in parts if part.isVisibleTo(self))  # type: ignore[attr-defined]

    def _line(self, note: Note) -> str:
        speaker = f" ({note.speaker_role})" if note.speaker_role else ""
        return f"{self._.time(note.at)}  {note.text}{speaker}"
