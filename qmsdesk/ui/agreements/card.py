"""The open question: the auditors' answers side by side, and what they agree on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from qmsdesk.domain.agreements import Comparison, Likeness
from qmsdesk.domain.progress import notes_of
from qmsdesk.ui.agreements.columns import AnswerColumn
from qmsdesk.ui.agreements.conferring import Conferring
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.conduct.answers import AnswerBar
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import row

NARROWEST = 260
SIDE_MARGIN = 20


class ComparisonCard(Card):
    """`taken` carries the `Answer` of an auditor that is to be the agreed one."""

    taken = Signal(object)

    def __init__(self, desk: Desk, conferring: Conferring) -> None:
        super().__init__(desk.theme, "accent", margins=(SIDE_MARGIN, 14), gap=10)
        self._desk = desk
        self._ = desk.words
        self._conferring = conferring
        self._columns: list[AnswerColumn] = []
        self.question_id = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number, self._text = label("", "strong"), label("", "heading", wrap=True)
        self._reopened = Chip(desk.theme, self._("Answered anew since you agreed"), "warning")
        self._unmet = Chip(desk.theme, self._("Condition no longer met"), "info", "info")
        self._sides = QWidget()
        self._sides_layout: QHBoxLayout = row(desk.theme, self._sides, gap=10)
        self._agreed_label = label(self._("You agree on"), "small")
        self.answers = AnswerBar(desk)
        head = row(desk.theme, gap=10)
        head.addWidget(self._number)
        head.addWidget(self._reopened)
        head.addWidget(self._unmet)
        head.addStretch(1)
        self.body.addLayout(head)
        for part in (self._text, self._sides, self._agreed_label, self.answers):
            self.body.addWidget(part)

    def show_comparison(self, comparison: Comparison) -> None:
        question = comparison.question
        number = self._conferring.dossier.numbers[question.id]
        self.question_id = question.id
        self._number.setText(number)
        self._text.setText(self._.pick(question, "text"))
        self.setAccessibleName(f"{number} {self._text.text()}")
        self._reopened.setVisible(comparison.is_reopened)
        unmet = self._conferring.unmet.get(question.id, "")
        self._unmet.setVisible(bool(unmet))
        self._unmet.setToolTip(unmet)
        self._show_sides(comparison)
        self.answers.show_answer(comparison.agreed, self._conferring.is_read_only)
        self.setAccessibleDescription(". ".join(column.accessibleName() for column in self.columns))

    @property
    def columns(self) -> list[AnswerColumn]:
        """The auditors who have something to say of the question, from left to right."""
        return [column for column in self._columns if column.isVisibleTo(self)]

    def take(self, place: int) -> None:
        """Agree on the answer at the far left (0) or far right (-1)."""
        columns = [column for column in self.columns if not column.take.isHidden()]
        if columns and columns[place].answer is not None:
            self.taken.emit(columns[place].answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Side by side where there is room, else one below the other."""
        count = max(1, len(self.columns))
        ways, px = QBoxLayout.Direction, self._desk.theme.px
        is_wide = self.width() - 2 * px(SIDE_MARGIN) >= count * px(NARROWEST)
        self._sides_layout.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)

    def _show_sides(self, comparison: Comparison) -> None:
        notes = [note for note in notes_of(self._conferring.dossier, comparison.question.id) if note.text.strip()]
        answers = {answer.author_id: answer for answer in comparison.answers}
        order = list(dict.fromkeys([*self._conferring.authors, *(note.author_id for note in notes)]))
        may_take = comparison.likeness is not Likeness.AGREED and not self._conferring.is_read_only
        while len(self._columns) < len(order):
            self._add_column()
        for place, column in enumerate(self._columns):
            column.setVisible(place < len(order))
            if place < len(order):
                own = [note for note in notes if note.author_id == order[place]]
                column.show_answer(self._conferring.person(order[place]), answers.get(order[place]), own, may_take)
        self._sides.setVisible(bool(order))
        self._show_keys()
        self._arrange()

    def _show_keys(self) -> None:
        """The arrows take what stands at the far left and right; whoever is between is taken by mouse or Tab."""
        takes = [column.take for column in self.columns if not column.take.isHidden()]
        for place, take in enumerate(takes):
            side = "left" if place == 0 else "right" if place == len(takes) - 1 else ""
            take.show_key(key_of("agreement", side) if side else "")

    def _add_column(self) -> None:
        column = AnswerColumn(self._desk, key_of("agreement", "right"))
        column.take.clicked.connect(lambda: self.taken.emit(column.answer))
        self._columns.append(column)
        self._sides_layout.addWidget(column, 1)
