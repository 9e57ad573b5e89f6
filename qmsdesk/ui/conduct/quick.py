"""The quick note: one line, one key away, that takes down what is heard out of turn."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.notes import Note
from qmsdesk.domain.progress import find_number
from qmsdesk.i18n import Words
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.targets import TallButton, TallLine
from qmsdesk.ui.theme.labels import key_hint, label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.undo import TypingUndo

MARKS = {
    "!": FindingType.NONCONFORMITY_MINOR,
    "+": FindingType.IMPROVEMENT,
    "*": FindingType.STRENGTH,
    "?": FindingType.OBSERVATION,
}
NARROW, ROOMY = 700, 1000


@dataclass(frozen=True, slots=True)
class QuickText:
    """What a line asks for: a kind of finding, the number of a question, or neither, and the text that remains."""

    text: str
    type: FindingType | None = None
    number: str = ""


def read_shorthand(line: str) -> QuickText:
    """`!`, `+`, `*` and `?` make findings, `#2.3` links to a question; anything else is the note itself."""
    line = line.strip()
    linked = re.match(r"#\s*(\d+\.\d+)\s+(.+)", line, re.DOTALL)
    if linked:
        return QuickText(linked[2].strip(), number=linked[1])
    if line[:1] in MARKS and line[1:].strip():
        return QuickText(line[1:].strip(), MARKS[line[0]])
    return QuickText(line)


def take_line(_: Words, day: Day, note: Note, read: QuickText) -> str:
    """Do what a quick line asks for, and say what was done."""
    question = find_number(day.dossier, read.number) if read.number else None
    if read.type is not None:
        return _("Finding {number} made", number=day.make_finding(read.type, None, note, read.text).number)
    if question is not None:
        day.link_note(note, question)
        return _("Linked to question {number}", number=read.number)
    if read.number:
        return _("No question {number}: to be sorted later", number=read.number)
    return _("Noted, to be sorted later")


class QuickNote(QFrame):
    """`entered` carries the `Note` and its `QuickText`; `left` says that Esc was pressed."""

    entered = Signal(object, object)
    left = Signal()

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__()
        self._desk = desk
        self._day = day
        self._ = desk.words
        self._is_blank = True
        self.setProperty("kind", "footer")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.editor = TallLine(desk.theme)
        hint = self._("Write what you hear, sort it later.  # question  ! nonconformity  + proposal  * strength")
        self.editor.setPlaceholderText(hint)
        self.editor.setToolTip(
            self._("! nonconformity, + improvement proposal, * strength, ? observation, #2.3 question")
        )
        self.editor.setAccessibleName(self._("Quick note"))
        self.add = TallButton(desk.theme, "", "quiet", "plus")
        self.add.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard Enter does the same, and the line goes on
        self.add.setAccessibleName(self._("Add the note"))
        self.add.setToolTip(self._("Add the note"))
        self.add.setEnabled(False)
        self._name, self._key = label(self._("Quick note"), "strong"), key_hint(key_of("audit", "quick_note"))
        self._done = label("", "small")
        self._done.setVisible(False)
        self.items: QHBoxLayout = row(desk.theme, gap=10)
        column(desk.theme, self, margins=(16, 8, 16, 8), gap=4).addLayout(self.items)
        self.items.addWidget(self._name)
        self.items.addWidget(self.editor, 1)
        self.items.addWidget(self.add)
        self.items.addWidget(self._done)
        # a key cap of fixed height would hold the whole row down to its own
        self.items.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._field = Field(desk.session, self.editor)
        TypingUndo(self.editor)
        self.note: Note
        self._start_blank()
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.returnPressed.connect(self._enter)
        self.add.clicked.connect(self._enter)
        self.editor.installEventFilter(self)

    def start(self) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)  # any other reason selects the text, and typing ends it

    def say(self, text: str) -> None:
        """What became of the last line."""
        self._done.setText(text)
        self._done.setVisible(bool(text) and self._is_wider(ROOMY))
        self.editor.setAccessibleDescription(text)

    @property
    def is_typed(self) -> bool:
        """Whether the note is still on the line."""
        return not self._is_blank

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._let_go_of_nothing()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        for part in (self._name, self._key):
            part.setVisible(self._is_wider(NARROW))
        self._done.setVisible(bool(self._done.text()) and self._is_wider(ROOMY))
        super().resizeEvent(event)

    def _is_wider(self, width: int) -> bool:
        return self.width() >= self._desk.theme.px(width)

    def _start_blank(self) -> None:
        self._is_blank = True
        self.note = self._day.blank_note()
        self._field.show_record(self.note, "text")

    def _on_text_changed(self, text: str) -> None:
        self.add.setEnabled(bool(text.strip()))
        if self._is_blank and text.strip():
            self._is_blank = False
            self.say("")
            self._day.begin_note(self.note, None)

    def _let_go_of_nothing(self) -> None:
        """A line that was emptied leaves no note behind."""
        if not self._is_blank and not self.editor.text().strip():
            note = self.note
            self._field.forget()
            self._start_blank()
            self._day.delete(note)

    def _enter(self) -> None:
        if not self.editor.text().strip():
            return
        read = read_shorthand(self.editor.text())
        if read.number and find_number(self._day.dossier, read.number) is None:
            read = QuickText(self.editor.text().strip(), number=read.number)
        if self.editor.text() != read.text:
            self.editor.setText(read.text)
        note = self.note
        self._field.seal()
        self._start_blank()
        self.entered.emit(note, read)
