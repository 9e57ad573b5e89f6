"""Marks: what looks like personal data is underlined as it is typed, and a line below says why. Nothing is stopped."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QLineEdit, QPlainTextEdit, QWidget

from qmsdesk.domain.personal_data import REASONS, PersonalMark, find_personal_data
from qmsdesk.i18n import Words
from qmsdesk.ui.theme.edits import GrowingEdit, units
from qmsdesk.ui.theme.labels import label


class PersonalMarks(QObject):
    """Watches one editor. A line edit cannot underline: there the line below quotes what it means."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit, words: Words) -> None:
        super().__init__(editor)
        self._ = words
        self._editor = editor
        self._said = ""
        self._marks: list[PersonalMark] = []
        self._reason: QLabel | None = None
        editor.textChanged.connect(self._look)

    @property
    def reason(self) -> str:
        """What is said below the editor, if anything."""
        return self._said

    def _look(self) -> None:
        editor = self._editor
        text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
        marks = find_personal_data(text)
        if not marks and not self._marks:
            return
        self._marks = marks
        if isinstance(editor, GrowingEdit):
            places = ((units(text[: mark.start]), units(text[: mark.end])) for mark in marks)
            editor.underline("personal", places, "warning.text")
        self._say(text)

    def _say(self, text: str) -> None:
        first = next(iter(self._marks), None)
        said = ""
        if first is not None:
            looks = self._(REASONS[first.kind], said=text[first.start : first.end])
            said = " ".join((looks, self._("Reports name roles, not persons.")))
        if said == self._said:
            return
        self._said = said
        self._editor.setAccessibleDescription(said)
        if self._reason is None:  # most fields never need one
            self._reason = self._line_below()
        if self._reason is None:
            self._editor.setToolTip(said)
            return
        self._reason.setText(said)
        self._reason.setVisible(bool(said))
        if said:
            QAccessible.updateAccessibility(QAccessibleEvent(self._reason, QAccessible.Event.Alert))

    def _line_below(self) -> QLabel | None:
        found = _column_of(self._editor)
        if found is None:
            return None
        layout, place = found
        made = label("", "small", wrap=True)
        layout.insertWidget(place + 1, made)
        return made


def _column_of(editor: QWidget) -> tuple[QBoxLayout, int] | None:
    """The innermost column an editor stands in beside its siblings, and its place there."""
    parent = editor.parentWidget()
    layout = parent.layout() if parent is not None else None
    found = None
    while layout is not None:
        place, inner = _place_in(layout, editor)
        if place < 0:
            return None
        if isinstance(layout, QBoxLayout) and layout.direction() is QBoxLayout.Direction.TopToBottom:
            found = layout, place
        layout = inner
    return found


def _place_in(layout: QLayout, editor: QWidget) -> tuple[int, QLayout | None]:
    """Where in a layout an editor is, and the layout inside it that holds it, where one does."""
    for n in range(layout.count()):
        item = layout.itemAt(n)
        inner = item.layout() if item is not None else None
        if item is not None and item.widget() is editor:
            return n, None
        if inner is not None and _place_in(inner, editor)[0] >= 0:
            return n, inner
    return -1, None
