"""The other questions a note answers: small chips under it, each to be taken off, and a line to add one by number."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.checklists import Question
from qmsdesk.domain.notes import Note
from qmsdesk.domain.progress import find_question, questions_of_note
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.lines import empty
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.targets import TallButton, TallLine
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout


class LinkChips(QWidget):
    """`link_wanted` and `unlink_wanted` carry a `Question`."""

    link_wanted = Signal(object)
    unlink_wanted = Signal(object)

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__()
        self._desk = desk
        self._day = day
        self._ = desk.words
        self._shown: list[tuple[str, str]] | None = None
        self.chips: list[TallButton] = []
        self.line = NumberLine(desk)
        self.line.setPlaceholderText(self._("Number, such as 2.3"))
        self.line.setAccessibleName(self._("Link to another question too"))
        self.line.returnPressed.connect(self._take_number)
        self.line.left.connect(self._close)
        self._flow = FlowLayout(desk.theme, self, margins=(8, 0, 0, 0), gap=4)
        self.line.setParent(self)
        self.line.hide()
        self.hide()

    def show_links(self, note: Note, here: Question) -> None:
        """The questions but the one that is open."""
        numbers = self._day.dossier.numbers
        others = [each for each in questions_of_note(self._day.dossier, note.id) if each.id != here.id]
        shown = [(numbers[each.id], each.id) for each in others]
        if shown != self._shown:
            self._shown = shown
            self._fill(others)
        self.setVisible(bool(others) or not self.line.isHidden())

    def start(self) -> None:
        """Write the number of another question."""
        self.line.clear()
        self.line.show()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self, others: list[Question]) -> None:
        self._flow.removeWidget(self.line)
        empty(self._flow)
        self.chips = [self._chip(question) for question in others]
        if others:
            self._flow.addWidget(label(self._("also"), "small"))
        for chip in self.chips:
            self._flow.addWidget(chip)
        self._flow.addWidget(self.line)

    def _chip(self, question: Question) -> TallButton:
        number = self._day.dossier.numbers[question.id]
        chip = TallButton(self._desk.theme, number, "quiet", "x")
        chip.setAccessibleName(self._("Take the note off question {number}", number=number))
        chip.setToolTip(f"{chip.accessibleName()}\n{self._.pick(question, 'text')}")
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setEnabled(not self._day.is_read_only)
        chip.clicked.connect(lambda: self.unlink_wanted.emit(question))
        return chip

    def _take_number(self) -> None:
        said = self.line.text().strip()
        question = find_question(self._day.dossier, said) if said[:1].isdigit() else None
        if question is not None:
            self._close()
            self.link_wanted.emit(question)
        elif said:
            self.line.selectAll()
            self.line.setToolTip(self._("No question {number}", number=said))
            self.line.setAccessibleDescription(self.line.toolTip())
        else:
            self._close()

    def _close(self) -> None:
        self.line.hide()
        self.setVisible(bool(self.chips))


class NumberLine(TallLine):
    """`left` says that Esc was pressed or the focus has gone."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.setMaxLength(8)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(190), super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().event(event)
