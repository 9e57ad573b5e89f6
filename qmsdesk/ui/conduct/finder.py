"""Finding one's way: a search, a filter, and the small field that jumps to a question."""

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from qmsdesk.domain.progress import FILTER_NAMES, QuestionFilter
from qmsdesk.i18n import Words
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.clearing import make_clearable
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.theme import Theme

PAUSE_MS = 120


class Finder(QWidget):
    """`changed` says that the text, after a pause, or the filter is another; `left` that Esc was pressed."""

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._ = words
        self._field = QLineEdit()
        self._field.setPlaceholderText(self._("Search"))
        self._field.setToolTip(self._("Search questions, notes and findings"))
        self._field.setAccessibleName(self._("Search questions, notes and findings"))
        make_clearable(theme, self._field)
        self._filter = NarrowCombo()
        self._filter.setAccessibleName(self._("Show"))
        self._filter.setAccessibleDescription(self._("Show"))  # see `ChoiceBox`
        for each, name in FILTER_NAMES.items():
            self._filter.addItem(self._(name), each.value)
        layout = column(theme, self, gap=6)
        layout.addWidget(self._field)
        layout.addWidget(self._filter)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._field.textChanged.connect(lambda _: self._pause.start())
        self._field.installEventFilter(self)
        self._filter.currentIndexChanged.connect(self.changed)

    @property
    def text(self) -> str:
        return self._field.text().strip()

    @property
    def filter(self) -> QuestionFilter:
        return QuestionFilter(self._filter.currentData())

    @property
    def is_narrowing(self) -> bool:
        return bool(self.text) or self.filter is not QuestionFilter.ALL

    @property
    def field(self) -> QLineEdit:
        return self._field

    @property
    def stops(self) -> tuple[QWidget, QWidget]:
        """Its controls in the order of the Tab key."""
        return self._field, self._filter

    def start(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def set_filter(self, wanted: QuestionFilter) -> None:
        self._filter.setCurrentIndex(self._filter.findData(wanted.value))

    def clear(self) -> None:
        """Look for nothing any more."""
        was_narrowing = self.is_narrowing
        self._filter.blockSignals(True)
        self._field.clear()
        self.set_filter(QuestionFilter.ALL)
        self._filter.blockSignals(False)
        self._pause.stop()
        if was_narrowing:
            self.changed.emit()

    def show_counts(self, counts: dict[QuestionFilter, int]) -> None:
        for each, count in counts.items():
            self._filter.setItemText(self._filter.findData(each.value), f"{self._(FILTER_NAMES[each])} ({count})")

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pause.stop()
                self.changed.emit()
                self.left.emit()
                return True
        return False


class NarrowCombo(QComboBox):
    """As wide as there is room for, however long its entries are."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class JumpField(Card):
    """A small field that takes `2.3` or words, completes them, and goes there. `chosen` carries what was typed."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, _: Words, parent: QWidget) -> None:
        super().__init__(theme, "current", margins=(12, 10))
        self._theme = theme
        self.setParent(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Number or words, such as 2.3"))
        self.field.setAccessibleName(_("Jump to question"))
        self.body.addWidget(self.field)
        self._completer = QCompleter([], self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = QListView()
        self._popup.setUniformItemSizes(True)
        self._completer.setPopup(self._popup)
        self.field.setCompleter(self._completer)
        self._completer.activated.connect(self._choose)
        self.field.returnPressed.connect(lambda: self._choose(self.field.text()))
        self.field.installEventFilter(self)
        self.hide()

    def open(self, questions: list[str]) -> None:
        """`questions` are their numbers and texts, to be completed from."""
        self._completer.setModel(QStringListModel(questions, self._completer))
        self.field.clear()
        parent = self.parentWidget()
        assert parent is not None
        width = min(self._theme.px(480), parent.width() - self._theme.px(24))
        self.setGeometry((parent.width() - width) // 2, self._theme.px(12), width, self.sizeHint().height())
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self._popup.isVisible():
            self.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
            return True
        return False

    def _choose(self, text: str) -> None:
        if self.isVisible() and text.strip():
            self.hide()
            self.chosen.emit(text)
