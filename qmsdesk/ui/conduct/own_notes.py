"""A note of one's own: written on as it is, linked to other questions, made a finding of, deleted or withdrawn."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from qmsdesk.domain.checklists import Question
from qmsdesk.domain.notes import Note
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.dragging import NoteDrag
from qmsdesk.ui.conduct.links import LinkChips
from qmsdesk.ui.conduct.withdrawing import WithdrawLine
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.spelling_marks import watch_spelling
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.layouts import row as line
from qmsdesk.ui.undo import TypingUndo

PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""The focus comes back by itself: the note is not left."""


class NoteRow(QWidget):
    """The record comes into being with the first character, and goes when the note is left empty."""

    finding_wanted = Signal(object)
    deletion_wanted = Signal(object)
    withdrawal_wanted = Signal(object)

    def __init__(self, desk: Desk, day: Day, blank: Note, begin: Callable[[Note], None]) -> None:
        super().__init__()
        self._desk = desk
        self._day = day
        self._ = desk.words
        self._begin = begin
        self.note = blank
        self.is_blank, self.is_fresh, self.is_wanted = True, False, False
        self._was_emptied = False
        self.editor = GrowingEdit(desk.theme, self._("Write what you hear and see"), min_lines=2)
        self.editor.setAccessibleName(self._("Note"))
        watch_spelling(desk, self.editor)
        self._field = Field(desk.session, self.editor)
        self._field.show_record(blank, "text")
        TypingUndo(self.editor)
        self._time = label("", "small")
        self.links = LinkChips(desk, day)
        self.asking: WithdrawLine | None = None
        self._layout = column(desk.theme, self, gap=2)
        self._foot = QWidget()
        for part in (self.editor, self._foot):
            self._layout.addWidget(part)
        self._fill_foot(line(desk.theme, self._foot, gap=4))
        self._foot.hide()
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.installEventFilter(self)

    def _fill_foot(self, foot: QHBoxLayout) -> None:
        self.finding_button = self._small_button("flag", self._("Make finding from this note"), self._want_finding)
        self.delete_button = self._small_button("trash-2", self._("Delete this note"), self._want_deletion)
        self.more_button = self._small_button("ellipsis", self._("More about this note"), self._open_menu)
        self._time.setCursor(Qt.CursorShape.OpenHandCursor)
        self._time.setToolTip(self._("Drag the note to another question"))
        NoteDrag(self._time, self, lambda: None if self.is_blank else self.note)
        foot.addWidget(self._time)
        foot.addWidget(self.links, 100)
        foot.addStretch(1)
        for button in (self.finding_button, self.delete_button, self.more_button):
            foot.addWidget(button)

    def _small_button(self, icon: str, spoken: str, then: Callable[[], None]) -> TallButton:
        button = TallButton(self._desk.theme, "", "quiet", icon)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(then)
        return button

    def show_note(self, note: Note) -> None:
        self.is_blank = self.is_fresh = False
        self.note = note
        self._field.show_record(note, "text")
        self._show_foot()

    def show_links(self, here: Question) -> None:
        """The other questions of the note."""
        self.links.show_links(self.note, here)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        buttons = (self.finding_button, self.delete_button, self.more_button)
        return [self.editor, *buttons, *self.links.chips, self.links.line]

    def note_now(self) -> Note:
        """The note with the text as it stands, also where that is still being typed."""
        return replace(self.note, text=self.editor.toPlainText())

    @property
    def is_empty(self) -> bool:
        return not self.editor.toPlainText().strip()

    def seal(self) -> None:
        """Hand in the text; an emptied note goes, with the text it had last, so that undo brings it back."""
        if self._was_emptied and self.is_empty and not self.is_blank:
            self.deletion_wanted.emit(self._let_go())
        else:
            self._field.seal()

    def _let_go(self) -> Note:
        """The note that stood here; the row is room for a new one, and nothing of what was typed is handed in."""
        note, self.note = self.note, self._day.blank_note()
        self.is_blank, self.is_fresh, self._was_emptied = True, False, False
        self._field.forget()
        self._field.show_record(self.note, "text")
        self.editor.document().clearUndoRedoStacks()
        for part in (self._foot, self.links):
            part.hide()
        self._end_asking()
        return note

    def take_focus(self) -> None:
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in PASSING:
            self.seal()
        return False

    def _on_text_changed(self) -> None:
        self._was_emptied = self.is_empty and not self._field.is_filling
        if self.is_blank and not self.is_empty:
            self.is_blank, self.is_fresh = False, True
            self._begin(self.note)
            self._show_foot()

    def _show_foot(self) -> None:
        self._time.setText(self._.time(self.note.at))
        self._foot.show()

    def _want_finding(self) -> None:
        self.finding_wanted.emit(self.note_now())

    def _want_deletion(self) -> None:
        self.deletion_wanted.emit(self.note_now())

    # What is done seldom

    @property
    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._("Link to another question too")).triggered.connect(self.links.start)
        menu.addAction(self._("Withdraw at the speaker's request")).triggered.connect(self.ask_to_withdraw)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))
        menu.setActiveAction(menu.actions()[0])

    def ask_to_withdraw(self) -> None:
        """Ask once, below the note."""
        if self.asking is None:
            self.asking = WithdrawLine(self._desk, self._day.findings_from(self.note))
            self.asking.confirmed.connect(self._withdraw)
            self.asking.left.connect(self._keep)
            self._layout.addWidget(self.asking)
        self.asking.show()
        self.asking.start()

    def _withdraw(self) -> None:
        """What is still being typed is not handed in first."""
        self.withdrawal_wanted.emit(self._let_go())

    def _keep(self) -> None:
        self._end_asking()
        self.take_focus()

    def _end_asking(self) -> None:
        if self.asking is not None:
            self.asking.hide()
            self.asking.deleteLater()
            self.asking = None
