"""Phrases as a list: one line each, quick for hundreds, the one chosen to be read whole beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem

from qmsdesk.domain.phrases import Phrase
from qmsdesk.i18n import Words
from qmsdesk.ui.theme.theme import Theme

ROW = 32
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class PhraseList(QListView):
    """`current_changed` carries the phrase at the mark, or None; the arrow keys of `steered` move it too."""

    current_changed = Signal(object)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._ = words
        self.phrases: list[Phrase] = []
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Rows(theme, self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(words("Phrases"))
        self.setTabKeyNavigation(False)
        theme.size(self, min_height=96)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit(self.current))

    @property
    def current(self) -> Phrase | None:
        row = self.currentIndex().row()
        return self.phrases[row] if 0 <= row < len(self.phrases) else None

    def show_phrases(self, phrases: Sequence[Phrase]) -> None:
        """The mark stays on its phrase where that is still there."""
        before, row = self.current, max(0, self.currentIndex().row())
        self.phrases = list(phrases)
        self._model.setStringList([" ".join(self._say(each).split()) for each in phrases])
        ids = [each.id for each in phrases]
        self.mark(ids.index(before.id) if before and before.id in ids else min(row, len(ids) - 1))

    def mark(self, row: int) -> None:
        if self.phrases:
            self.setCurrentIndex(self._model.index(max(0, min(row, len(self.phrases) - 1))))
        self.current_changed.emit(self.current)

    def mark_phrase(self, phrase_id: str) -> None:
        self.mark(next((row for row, each in enumerate(self.phrases) if each.id == phrase_id), 0))

    def steer_from(self, field: QLineEdit) -> None:
        """Let the arrow keys in a search field go through the list."""
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.mark(self.currentIndex().row() + _MOVES[Qt.Key(event.key())])
            return True
        return False

    def _say(self, phrase: Phrase) -> str:
        return self._.pick(phrase, "text") or self._("(no text yet)")


class _Rows(QStyledItemDelegate):
    """Rows with air."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, self._theme.px(ROW)))
