"""The overlay: a field and what it finds, over the page, until something is chosen or one turns away."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QWidget
from shiboken6 import isValid

from qmsdesk.domain.searches import SearchIndex
from qmsdesk.i18n import Words
from qmsdesk.ui.palette.entries import Entry, Group
from qmsdesk.ui.palette.known import Part
from qmsdesk.ui.palette.rows import RowPainter, Rows, spoken
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.clearing import make_clearable
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.theme import Theme

WIDTH, TOP, LEAST_AROUND = 640, 64, 24
AT_ONCE = 14
IDLE_MS = 40
VEIL = 90
PER_GROUP = 8
IN_ALL = 40
_WAYS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class Palette(QWidget):
    """Lies over its whole parent, so that a click beside the card leaves; `open` hands it what can be found."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ = words
        self._useful: Sequence[Entry] = ()
        self._parts: Sequence[Part] = ()
        self._held: list[Sequence[Entry]] = []
        self._entries: Sequence[Entry] = ()
        self._find_texts: Callable[[str], list[Entry]] = lambda _: []
        self._index = SearchIndex([])
        self._ahead: Iterator[Callable[[], object]] = iter(())
        self._came_from: QWidget | None = None
        self.card = Card(theme, "accent", margins=(12, 12), gap=8)
        self.card.setParent(self)
        self.field, self.list = QLineEdit(), QListView()
        self.nothing: QLabel = label("", "muted", wrap=True)
        self.rows = Rows(words, self)
        self._idle = QTimer(self, interval=IDLE_MS)
        self._idle.timeout.connect(self._read_ahead)
        self._fill()
        self.hide()
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._run)
        parent.installEventFilter(self)
        theme.changed.connect(self._place)

    def _fill(self) -> None:
        self.setAccessibleName(self._("Search or do…"))
        self.field.setPlaceholderText(self._("Search or do…"))
        self.field.setAccessibleName(self._("Search commands, pages, audits and everything written"))
        make_clearable(self._theme, self.field)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowPainter(self._theme, self.rows))
        self.list.setAccessibleName(self._("Found"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.entered.connect(self._choose)
        self.nothing.setContentsMargins(12, 4, 12, 8)
        for part in (self.field, self.list, self.nothing):
            self.card.body.addWidget(part)

    @property
    def chosen(self) -> Entry | None:
        """What Return would run."""
        return self.rows.entry(self.list.currentIndex().row())

    @property
    def shown(self) -> list[Entry]:
        """What is listed, from the top."""
        return [entry for row in range(self.rows.rowCount()) if (entry := self.rows.entry(row))]

    def open(self, useful: Sequence[Entry], parts: Sequence[Part], find_texts: Callable[[str], list[Entry]]) -> None:
        """Ask what is wanted; with an empty field the list has what is useful where one is.

        `parts` are read when there is time for it, at the latest when something is typed; `find_texts` looks further,
        through everything that was ever written.
        """
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._came_from = focus
        self._useful, self._parts, self._held = useful, parts, []
        self._find_texts = find_texts
        self._ahead = iter((*parts, self._make_index))
        self._idle.start()
        self.field.clear()
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Go back to where one was."""
        back, self._came_from = self._came_from, None
        self.hide()
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, said: str) -> None:
        self.rows.show_entries(self._found(said) if said.strip() else self._what_is_useful())
        is_empty = self.rows.rowCount() == 0
        self.nothing.setText(self._("Nothing is called that. Try fewer letters.") if is_empty else "")
        self.nothing.setVisible(is_empty)
        self.list.setVisible(not is_empty)
        self._place()
        self._choose(self.rows.index(self._first_row()))
        self.list.scrollToTop()

    def _found(self, said: str) -> list[Entry]:
        """By group, the group of the best one first; then what was written elsewhere, which goes before mere slips."""
        self._make_index()
        groups: dict[Group, list[Entry]] = {}
        for place in self._index.find(said):
            groups.setdefault(self._entries[place].group, []).append(self._entries[place])
        near = [entry for held in groups.values() for entry in held[:PER_GROUP]][:IN_ALL]
        written = self._find_texts(said)
        return near + written if self._index.holds(said) else written + near

    def _read_ahead(self) -> None:
        """One part in each turn of the loop, so that the first letter finds all of them read."""
        read = next(self._ahead, None)
        if read is None or not self.isVisible():
            self._idle.stop()
        else:
            read()

    def _make_index(self) -> None:
        """Of what can be found now: a part that has changed is another list."""
        held = [self._useful, *(part() for part in self._parts)]
        if [*map(id, held)] == [*map(id, self._held)]:
            return
        self._held = held
        self._entries = [entry for part in held for entry in part]
        self._index = SearchIndex([(entry.number, f"{entry.text} {entry.remark}") for entry in self._entries])

    def renew(self) -> None:
        """Find again what is found; what was chosen stays so."""
        if not self.isVisible() or not self.field.text().strip():
            return
        chosen = self.chosen
        self._search(self.field.text())
        rows = range(self.rows.rowCount())
        self._choose(self.rows.index(next((row for row in rows if self._is_same(row, chosen)), self._first_row())))

    def _is_same(self, row: int, chosen: Entry | None) -> bool:
        entry = self.rows.entry(row)
        return entry is not None and chosen is not None and entry[:2] == chosen[:2] and entry.number == chosen.number

    def _first_row(self) -> int:
        return max(0, self.rows.next_row(-1, 1))

    def _what_is_useful(self) -> list[Entry]:
        """What the page can do, where one can go, and what can be done everywhere."""
        order = (Group.COMMANDS, Group.PLACES, Group.EVERYWHERE)
        return [entry for group in order for entry in self._useful if entry.group == group]

    def _choose(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index.row())
        if entry is None:
            return
        self.list.setCurrentIndex(index)
        self.field.setAccessibleDescription(spoken(entry, self._))
        told = QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(told)

    def _step(self, way: int) -> None:
        row = self.list.currentIndex().row()
        for _turn in range(abs(way)):
            after = self.rows.next_row(row, 1 if way > 0 else -1)
            if abs(way) > 1 and (after - row) * way < 0:
                break
            row = after
        self._choose(self.rows.index(row))
        if row == self.rows.next_row(-1, 1):
            self.list.scrollToTop()

    def _run(self) -> None:
        """Go back to the page first: what is run acts on it as if the palette had never been there."""
        entry = self.chosen
        if entry is not None:
            self.leave()
            entry.run()

    # Keys, mouse and place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent():
            if event.type() == QEvent.Type.Resize:
                self._place()
        elif event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the keys of the page wait until one is back there
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(Qt.Key(event.key()))
        elif event.type() == QEvent.Type.FocusOut and not self._is_aside():
            self.hide()
        return False

    def _take_key(self, key: Qt.Key) -> bool:
        if key in _WAYS:
            self._step(_WAYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def _is_aside(self) -> bool:
        """Whether the field has only lent the focus: to another window, or to its own menu."""
        focus = QApplication.focusWidget()
        return not self.window().isActiveWindow() or focus is None or self.isAncestorOf(focus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil over the page, so that the card stands out at every size."""
        veil = self._theme.colour("nav_ground")
        veil.setAlpha(VEIL)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), veil)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        """In the upper middle, as high as what was found, and no higher than the window has room for."""
        over, px = self.parentWidget(), self._theme.px
        assert over is not None, "it is built over a window"
        self.setGeometry(over.rect())
        width = min(px(WIDTH), over.width() - 2 * LEAST_AROUND)
        top = min(px(TOP), max(LEAST_AROUND, over.height() // 12))
        self.card.setFixedWidth(width)
        self.list.setFixedHeight(0)
        room = over.height() - top - LEAST_AROUND - self.card.sizeHint().height()
        self.list.setFixedHeight(self._fitting_height(room))
        self.card.resize(width, self.card.sizeHint().height())
        self.card.move(QPoint((over.width() - width) // 2, top))

    def _fitting_height(self, room: int) -> int:
        """As many whole rows as there are and as there is room for."""
        height = 2 * self.list.frameWidth() + self._theme.px(4)
        for row in range(min(self.rows.rowCount(), AT_ONCE)):
            more = self.list.sizeHintForRow(row)
            if height + more > room:
                break
            height += more
        return height
