"""Fields that grow with their text: for more than a line, and for a line that may be long."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QSizePolicy, QTextEdit

from qmsdesk.domain.errors import FieldIsFull, TextIsTooLong
from qmsdesk.domain.texts import plain_line, plain_text, refuse_full_field, refuse_long_text
from qmsdesk.ui.theme.theme import Theme

BREAKS = ("\r", "\n")


class GrowingEdit(QPlainTextEdit):
    """Plain text between `min_lines` and `max_lines` high; Tab goes on to the next control.

    `refused` carries the `TextIsTooLong` for what was pasted or dropped and has no room, the `FieldIsFull` for a key.
    `menu_asked` carries the `QMenu` before it opens, and a `QTextCursor` where it was asked for.
    """

    refused = Signal(object)
    menu_asked = Signal(QMenu, QTextCursor)
    shown = Signal()

    def __init__(self, theme: Theme, placeholder: str = "", min_lines: int = 2, max_lines: int = 12) -> None:
        super().__init__()
        self.theme = theme
        self._lines = (min_lines, max_lines)
        self._height = 0
        self._underlined: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        theme.changed.connect(self._fit)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone: files and pictures are for the page the field stands on."""
        return (source.hasText() or source.hasHtml()) and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Whatever is pasted or dropped comes in as plain text, whole or not at all."""
        text = source.text() if source.hasText() else QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        try:
            refuse_long_text(self._length_with(text))
        except TextIsTooLong as refusal:
            self.refused.emit(refusal)
            return
        self.textCursor().insertText(self._fitted(text))
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typed past the end of the room there is, a character is said to be too many, and is not put in."""
        text = event.text()
        if not ((text.isprintable() or text in BREAKS) and text and self._is_full_for(text)):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The same for what an input method or a dead key hands in."""
        if event.commitString() and self._is_full_for(event.commitString()):
            event = QInputMethodEvent()  # what was being composed goes away
        super().inputMethodEvent(event)

    def _is_full_for(self, text: str) -> bool:
        try:
            refuse_full_field(self._length_with(text))
        except FieldIsFull as refusal:
            self.refused.emit(refusal)
            return True
        return False

    def _length_with(self, text: str) -> int:
        """How long the text would be with another in place of what is selected."""
        cursor = self.textCursor()
        return self.document().characterCount() - 1 - (cursor.selectionEnd() - cursor.selectionStart()) + len(text)

    def _fitted(self, text: str) -> str:
        return plain_text(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._fitting_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._fitting_height())

    def underline(self, what: str, stretches: Iterable[tuple[int, int]], role: str) -> None:
        """Waves below what lies between these positions of the document, in place of those of that name before."""
        made = [self._wave(start, end, role) for start, end in stretches]
        if made or self._underlined.get(what):
            self._underlined[what] = made
            self.setExtraSelections([each for held in self._underlined.values() for each in held])

    def _wave(self, start: int, end: int, role: str) -> QTextEdit.ExtraSelection:
        selection, cursor, form = QTextEdit.ExtraSelection(), QTextCursor(self.document()), QTextCharFormat()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(self.theme.colour(role))
        selection.cursor, selection.format = cursor, form
        return selection

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the pointer, or by key at the cursor."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = self.createStandardContextMenu(event.pos())
        self.menu_asked.emit(menu, self.textCursor() if is_by_key else self.cursorForPosition(event.pos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the text otherwise."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        full = self._needed_lines() > self._lines[1]
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded if full else bars.ScrollBarAlwaysOff)
        height = self._fitting_height()
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _needed_lines(self) -> int:
        """QPlainTextEdit counts its document's height in lines, not pixels."""
        return round(self.document().size().height())

    def _fitting_height(self) -> int:
        least, most = self._lines
        lines = min(max(self._needed_lines(), least), most)
        margins = self.contentsMargins()
        # One pixel more: a text that fits to the pixel already scrolls.
        around = margins.top() + margins.bottom() + round(2 * self.document().documentMargin()) + 1
        return lines * self._line_height() + around

    def _line_height(self) -> int:
        """As laid out: the metrics of the font round otherwise and are a pixel short."""
        layout = self.document().firstBlock().layout()
        drawn = layout.lineAt(0).height() if layout.lineCount() else QFontMetricsF(self.font()).height()
        return ceil(drawn)


def units(text: str) -> int:
    """How long Qt takes a text to be: it counts in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class LongLine(GrowingEdit):
    """One line of text that wraps where a line edit would cut it; Enter goes on to the next control."""

    def __init__(self, theme: Theme, placeholder: str = "") -> None:
        super().__init__(theme, placeholder, min_lines=1, max_lines=6)
        self.document().setDocumentMargin(1)  # as high as the boxes beside it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _fitted(self, text: str) -> str:
        return plain_line(text)
