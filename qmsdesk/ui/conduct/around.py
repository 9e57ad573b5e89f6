"""Around the question: the same as last time, samples, what hinders the day, and what goes another way."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from qmsdesk.ui.conduct.card import QuestionCard
from qmsdesk.ui.conduct.middle import Middle
from qmsdesk.ui.conduct.work import Work


class Around(QObject):
    """`runs` are its commands by name."""

    def __init__(self, card: QuestionCard, middle: Middle, work: Work) -> None:
        super().__init__(middle)
        self._card = card
        self._middle = middle
        self._work = work
        card.last_time.again_wanted.connect(self.say_again)
        card.sample.clicked.connect(self.note_sample)

    @property
    def runs(self) -> Mapping[str, Callable[[], object]]:
        return {"again": self.say_again, "sample": self.note_sample}

    def say_again(self) -> None:
        """The same as last time: a new finding, or said of the one that is being written."""
        if self._middle.is_at_form:
            self._middle.form.say_again()
        else:
            self._middle.open_finding(self._work.make_again())

    def note_sample(self) -> None:
        """A new line for a sample; on a finding what was looked at becomes evidence."""
        if self._middle.is_at_form:
            self._middle.form.samples.take()
        else:
            self._middle.turn_to_questions()
            self._card.samples.start_new()
