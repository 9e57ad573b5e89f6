"""Around the question: the same as last time, samples, what hinders the day, and what goes another way."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt

from qmsdesk.ui.commands import key_of
from qmsdesk.ui.conduct.card import QuestionCard
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.elsewhere import ElsewhereCard
from qmsdesk.ui.conduct.middle import Middle
from qmsdesk.ui.conduct.obstacles import ObstaclesButton
from qmsdesk.ui.conduct.work import Work
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton


class Around(QObject):
    """`runs` are its commands by name, `buttons` those that stand beside the questions."""

    def __init__(self, desk: Desk, day: Day, card: QuestionCard, middle: Middle, work: Work) -> None:
        super().__init__(middle)
        self._desk = desk
        self._card = card
        self._middle = middle
        self._work = work
        self.obstacles = ObstaclesButton(desk, day)
        self.elsewhere = TallButton(desk.theme, "", "quiet", "signpost")
        self.elsewhere.setAccessibleName(desk.words("This goes another way"))
        self.elsewhere.setToolTip(f"{self.elsewhere.accessibleName()} ({key_of('conduct', 'elsewhere')})")
        self.elsewhere.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.elsewhere.clicked.connect(self.show_elsewhere)
        card.last_time.again_wanted.connect(self.say_again)
        card.ways.offer("list-checks", desk.words("Sample"), key_of("conduct", "sample"), self.note_sample)

    @property
    def buttons(self) -> tuple[TallButton, ...]:
        return self.obstacles, self.elsewhere

    @property
    def runs(self) -> Mapping[str, Callable[[], object]]:
        return {
            "again": self.say_again,
            "sample": self.note_sample,
            "obstacle": self.obstacles.open,
            "elsewhere": self.show_elsewhere,
        }

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

    def show_elsewhere(self) -> None:
        """Whom to turn to when something serious is told."""
        ElsewhereCard(self._desk, self._middle.window()).open()
