"""One text in both languages, side by side, or one under the other where it is narrow."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from qmsdesk.i18n import LANGUAGES
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.spelling_marks import watch_spelling
from qmsdesk.ui.theme.edits import GrowingEdit, LongLine
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.tokens import SPACE

LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}
NARROW = 440


class OutlineEdit(LongLine):
    """The text of a row: Enter asks for the next one, Backspace at the start joins it with the one before."""

    next_requested = Signal()
    join_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        cursor = self.textCursor()
        at_start = cursor.position() == 0 and not cursor.hasSelection()
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_requested.emit()
        elif plain and event.key() == Qt.Key.Key_Backspace and at_start and not event.isAutoRepeat():
            self.join_requested.emit()
        else:
            super().keyPressEvent(event)


class Pair(QWidget):
    """`name` is the field without its language, such as `guidance`; the text of a row is its `is_head`."""

    def __init__(self, desk: Desk, text: str, name: str, is_head: bool = False) -> None:
        super().__init__()
        self._theme = desk.theme
        self._name = name
        self._layout = row(desk.theme, self, gap=SPACE["medium"])
        self.edits: dict[str, GrowingEdit] = {}
        self._fields: dict[str, Field] = {}
        for language in LANGUAGES:
            edit = OutlineEdit(desk.theme) if is_head else GrowingEdit(desk.theme, min_lines=2, max_lines=8)
            self.edits[language], self._fields[language] = edit, Field(desk.session, edit)
            spoken = f"{text}, {LANGUAGE_NAMES[language]}"
            edit.setAccessibleName(spoken)
            watch_spelling(desk, edit, language)
            held = labelled(desk.theme, f"{text} · {LANGUAGE_NAMES[language]}", edit)
            held.addStretch()  # the shorter text stays beside the beginning of the longer one
            self._layout.addLayout(held, 1)

    def show_record(self, record: Any) -> None:
        for language, field in self._fields.items():
            field.show_record(record, f"{self._name}_{language}")

    def seal(self) -> dict[str, str]:
        """Hand in what was typed; gives both texts as they stand."""
        for field in self._fields.values():
            field.seal()
        return {f"{self._name}_{language}": field.text for language, field in self._fields.items()}

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        is_narrow = self.width() < self._theme.px(NARROW)
        self._layout.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        super().resizeEvent(event)
