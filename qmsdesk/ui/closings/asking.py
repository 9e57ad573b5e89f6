"""Asking for feedback: one question after another in large words, then the next person."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from qmsdesk.domain.feedback import ANSWERS, QUESTIONS, Feedback
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.ui.closings.places import settle_size
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label, muted, small
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.tokens import SPACE

SIZE = (760, 620)
TALL = 56
FIELDS = tuple(QUESTIONS)


class FeedbackDialog(QDialog):
    """Each answer is kept at once; nothing of one person is left for the next to see."""

    def __init__(self, desk: Desk, audit_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._is_kept = False
        self._feedback = Feedback(new_id(), audit_id)
        self.setWindowTitle(self._("Feedback on the day"))
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._stack = QStackedWidget()
        self.answers: dict[tuple[str, int], Button] = {}
        self._step = small("")
        self.back = self._button(self._("Back"), "arrow-left")
        self.skip = self._button(self._("Skip"), "")
        self.finish = self._button(self._("Done"), "")
        self.remark = GrowingEdit(desk.theme, min_lines=3, max_lines=6)
        self._field = Field(desk.session, self.remark)
        self.next_person = Button(desk.theme, self._("Next person"), "primary", "users")
        for field in FIELDS:
            self._stack.addWidget(self._question(field))
        self._stack.addWidget(self._last())
        self._lay_out()
        self._wire()
        self._begin()
        settle_size(desk.theme, self, *SIZE)

    @property
    def place(self) -> int:
        return self._stack.currentIndex()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        outer = column(theme, self, margins=(0, SPACE["large"], 0, SPACE["large"]), gap=SPACE["small"])
        head = row(theme, margins=(SPACE["wide"], 0))
        head.addWidget(self._step, 1)
        outer.addLayout(head)
        outer.addWidget(self._stack, 1)
        foot = row(theme, margins=(SPACE["wide"], 0))
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.finish)
        foot.addWidget(self.skip)
        outer.addLayout(foot)

    def _wire(self) -> None:
        self.back.clicked.connect(lambda: self._show(self.place - 1))
        self.skip.clicked.connect(lambda: self._show(self.place + 1))
        self.finish.clicked.connect(self.close)
        self.next_person.clicked.connect(self._begin)
        self.next_person.setAutoDefault(False)
        self.remark.textChanged.connect(self._keep_remark)

    def _button(self, text: str, icon: str) -> Button:
        made = Button(self._desk.theme, text, "quiet", icon)
        made.setAutoDefault(False)
        return made

    def _question(self, field: str) -> QWidget:
        scroll = self._sheet(self._(QUESTIONS[field]))
        for n, text in ANSWERS.items():
            button = Button(self._desk.theme, self._(text), "answer", key=str(n))
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._desk.theme.size(button, min_height=TALL)
            button.clicked.connect(lambda _=False, n=n: self._answer(field, n))
            self.answers[field, n] = button
            scroll.body.addWidget(button)
        scroll.body.addStretch(1)
        return scroll

    def _last(self) -> QWidget:
        scroll = self._sheet(self._("Thank you"))
        scroll.body.addLayout(
            labelled(self._desk.theme, self._("Anything you want to add? Leave it empty if not."), self.remark)
        )
        scroll.body.addWidget(muted(self._("Nobody sees who answered what. Press for the next person, or Done.")))
        line = row(self._desk.theme)
        line.addWidget(self.next_person)
        line.addStretch(1)
        scroll.body.addLayout(line)
        scroll.body.addStretch(1)
        return scroll

    def _sheet(self, heading: str) -> PageScroll:
        scroll = PageScroll(self._desk.theme, margins=(SPACE["wide"], SPACE["small"]), gap=SPACE["small"])
        told = label(heading, "figure", wrap=True)
        scroll.body.addWidget(told)
        body: QVBoxLayout = scroll.body
        body.addSpacing(self._desk.theme.px(SPACE["small"]))
        return scroll

    # The way of one person

    def _begin(self) -> None:
        """A new person: nothing is answered yet."""
        self._field.seal()
        self._feedback, self._is_kept = Feedback(new_id(), self._audit_id), False
        self._field.show_record(self._feedback, "remark")
        self.remark.document().clearUndoRedoStacks()
        for button in self.answers.values():
            button.setChecked(False)
        self._show(0)

    def _show(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        is_last = place == len(FIELDS)
        self._step.setText(
            "" if is_last else self._("Question {number} of {count}", number=place + 1, count=len(FIELDS))
        )
        self.back.setVisible(place > 0)
        self.skip.setVisible(not is_last)
        chosen = None if is_last else getattr(self._feedback, FIELDS[place]) or 1
        first = self.remark if chosen is None else self.answers[FIELDS[place], chosen]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, field: str, answer: int) -> None:
        for n in ANSWERS:
            self.answers[field, n].setChecked(n == answer)
        given: dict[str, Any] = {field: answer}
        self._keep(replace(self._feedback, **given), field)
        self._show(self.place + 1)

    def _keep(self, feedback: Feedback, field: str) -> None:
        held = getattr(feedback, field)
        edits = [edit_of(feedback, field, held)] if self._is_kept else creation_of(feedback)
        self._feedback, self._is_kept = feedback, True
        self._desk.session.write(edits, can_undo=False)

    def _keep_remark(self) -> None:
        """The record comes into being with the first character, where no question was answered."""
        if not self._is_kept and self.remark.toPlainText().strip():
            self._is_kept = True
            self._desk.session.write(creation_of(self._feedback), can_undo=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text()
        if self.place < len(FIELDS) and key.isdecimal() and int(key) in ANSWERS:
            self._answer(FIELDS[self.place], int(key))
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._field.seal()
        super().closeEvent(event)
