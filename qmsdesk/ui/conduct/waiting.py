"""A note that waits to be sorted: a card with keys of its own, a menu for the mouse, and room to edit it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QMenu, QWidget

from qmsdesk.domain.notes import Note
from qmsdesk.domain.progress import find_number
from qmsdesk.ui.conduct.day import Day
from qmsdesk.ui.conduct.dragging import NoteDrag
from qmsdesk.ui.conduct.keycard import KeyCard
from qmsdesk.ui.conduct.own_notes import PASSING
from qmsdesk.ui.conduct.withdrawing import WithdrawLine
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.spelling_marks import watch_spelling
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.undo import TypingUndo


class WaitingNote(QWidget):
    """Signals carry the `Note`; `number_wanted` the number that was typed too; `stepped` -1 or 1; `left` says: back."""

    link_wanted = Signal(object)
    number_wanted = Signal(object, str)
    finding_wanted = Signal(object)
    parking_wanted = Signal(object)
    deletion_wanted = Signal(object)
    withdrawal_wanted = Signal(object)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, day: Day) -> None:
        super().__init__()
        self._desk = desk
        self._day = day
        self._ = desk.words
        self.note: Note
        self._number = self._typed = ""
        self._is_mine = False
        self._menu: QMenu | None = None
        self._edit: Editing | None = None
        self.asking: WithdrawLine | None = None
        self.card = KeyCard(desk.theme)
        self._text, self._foot = label("", wrap=True), label("", "small", wrap=True)
        self._keys = label("", "small", wrap=True)
        for part in (self._text, self._foot, self._keys):
            self.card.body.addWidget(part)
        self._keys.hide()
        self._layout = column(desk.theme, self, gap=6)
        self._layout.addWidget(self.card)
        NoteDrag(self.card, self.card, lambda: None if day.is_read_only else self.note)
        self.card.clicked.connect(self._open_menu)
        self.card.keyed.connect(self._on_key)
        self.card.lit.connect(self._on_lit)

    def show_note(self, note: Note, current_number: str, is_mine: bool) -> None:
        """`current_number` is the open question's."""
        self.note, self._number, self._is_mine = note, current_number, is_mine
        author = self._day.dossier.person(note.author_id)
        who = "" if note.author_id == self._day.author_id or author is None else author.initials
        self._text.setText(note.text.strip())
        self._foot.setText(" · ".join(part for part in (self._.time(note.at), who) if part))
        self.card.setAccessibleName(f"{self._text.text()}. {self._foot.text()}")
        self.card.setAccessibleDescription(self._say_keys())
        self.card.setEnabled(not self._day.is_read_only)
        self.card.updateGeometry()
        if self._edit is not None:
            self._edit.field.show_record(note, "text")

    def take_focus(self) -> None:
        self.card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, sentence: str) -> None:
        """Say below the note what came of a key."""
        self._keys.setText(sentence)
        self._keys.show()
        self.card.setAccessibleDescription(sentence)

    @property
    def said(self) -> str:
        return self._keys.text() if self._keys.isVisibleTo(self) else ""

    # By key

    def _on_lit(self, is_lit: bool) -> None:
        self._typed = ""
        self._keys.setText(self._say_keys())
        self._keys.setVisible(is_lit)

    def _say_keys(self) -> str:
        parts = [self._("Enter: link to {number}", number=self._number)] if self._number else []
        parts.append(self._("2.3 Enter: link to 2.3"))
        parts.append(self._("F: finding"))
        if self._is_mine:
            parts.append(self._("P: take up again") if self.note.is_parked else self._("P: keep for later"))
            parts += [self._("E: edit"), self._("Del: delete")]
        return " · ".join(parts)

    def _on_key(self, meaning: str, text: str) -> None:
        if meaning == "number":
            self._type(self._typed + text.replace(",", "."))
        elif meaning == "rub_out":
            self._type(self._typed[:-1])
        elif meaning == "leave" and self._typed:
            self._type("")
        else:
            self._runs()[meaning]()

    def _runs(self) -> dict[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            "park": lambda: self.parking_wanted.emit(self.note),
            "edit": self.start_editing,
            "delete": lambda: self.deletion_wanted.emit(self.note),
        }
        return {
            "up": lambda: self.stepped.emit(-1),
            "down": lambda: self.stepped.emit(1),
            "link": self._link,
            "finding": lambda: self.finding_wanted.emit(self.note),
            "leave": self.left.emit,
        } | {name: run if self._is_mine else lambda: None for name, run in own.items()}

    def _type(self, typed: str) -> None:
        self._typed = typed
        question = find_number(self._day.dossier, typed)
        if not typed:
            self.say(self._say_keys())
        elif question is None:
            self.say(self._("Question {number} …", number=typed))
        else:
            text = f"{typed} {self._.pick(question, 'text')}"
            self.say(self._("Enter: link to {number}", number=text))

    def _link(self) -> None:
        typed, self._typed = self._typed, ""
        if typed:
            self.number_wanted.emit(self.note, typed)
        elif self._number:
            self.link_wanted.emit(self.note)
        else:
            self._open_menu()

    # By mouse

    @property
    def menu(self) -> QMenu:
        """Made when it is first wanted, filled with what may be done now."""
        if self._menu is None:
            self._menu = QMenu(self)
            self._menu.aboutToShow.connect(self._fill_menu)
        if not self._menu.isVisible():
            self._fill_menu()
        return self._menu

    def _fill_menu(self) -> None:
        assert self._menu is not None
        self._menu.clear()
        if self._number:
            self._add(self._("Link to question {number}", number=self._number), self.link_wanted)
        self._add(self._("Make finding"), self.finding_wanted)
        if self._is_mine:
            parked = self.note.is_parked
            self._add(self._("Take up again") if parked else self._("Keep for later"), self.parking_wanted)
            self._menu.addAction(self._("Edit")).triggered.connect(self.start_editing)
            withdraw = self._menu.addAction(self._("Withdraw at the speaker's request"))
            withdraw.triggered.connect(self.ask_to_withdraw)
            self._add(self._("Delete"), self.deletion_wanted)

    def _add(self, text: str, wanted: SignalInstance) -> QAction:
        assert self._menu is not None
        action = self._menu.addAction(text)
        action.triggered.connect(lambda: wanted.emit(self.note))
        return action

    def _open_menu(self) -> None:
        self.menu.popup(self.card.mapToGlobal(QPoint(0, self.card.height())))
        self.menu.setActiveAction(self.menu.actions()[0])

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
        if self._edit is not None:
            self._edit.field.forget()
        self.withdrawal_wanted.emit(self.note)

    def _keep(self) -> None:
        if self.asking is not None:
            self.asking.hide()
        self.take_focus()

    # Editing

    @property
    def editor(self) -> GrowingEdit:
        return self._editing.editor

    @property
    def done(self) -> TallButton:
        return self._editing.done

    @property
    def _editing(self) -> "Editing":
        if self._edit is None:
            self._edit = Editing(self._desk)
            self._edit.done.clicked.connect(self.stop_editing)
            self._edit.emptied.connect(lambda: self.deletion_wanted.emit(self.note))
            self._edit.hide()
            self._layout.addWidget(self._edit)
        return self._edit

    def seal(self) -> None:
        if self._edit is not None:
            self._edit.field.seal()

    def start_editing(self) -> None:
        self._editing.field.show_record(self.note, "text")
        self._show_editing(True)
        self._editing.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_editing(self) -> None:
        self._editing.field.seal()
        self._show_editing(False)
        self.take_focus()

    def _show_editing(self, is_editing: bool) -> None:
        self.card.setVisible(not is_editing)
        self._editing.setVisible(is_editing)


class Editing(QWidget):
    """`emptied` says that the text was left empty; nothing of that is handed in, so that undo brings the text back."""

    emptied = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.editor = GrowingEdit(desk.theme, min_lines=2)
        self.editor.setAccessibleName(desk.words("Note"))
        watch_spelling(desk, self.editor)
        self.field = Field(desk.session, self.editor)
        TypingUndo(self.editor)
        self.done = TallButton(desk.theme, desk.words("Done"), "secondary")
        layout = column(desk.theme, self, gap=6)
        layout.addWidget(self.editor)
        layout.addWidget(self.done)
        self.editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in PASSING
        if is_left and self.isVisible() and not self.field.text.strip():
            self.field.forget()
            self.emptied.emit()
        return False
