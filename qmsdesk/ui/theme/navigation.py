"""The dark navigation at the left: name of the program, its pages, and two quiet lines at the foot."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton

from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.toggles import Toggle, join
from qmsdesk.ui.theme.tokens import ICON, NAV_COMPACT_WIDTH, NAV_WIDTH


class NavList(QFrame):
    """One Tab stop; arrows, Home and End move, Space or Enter opens. `chosen` carries the key of the entry."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._entries: dict[str, NavEntry] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # in an exclusive one a screen reader cannot press the entry that is checked
        self.setProperty("kind", "nav")
        theme.size(self, width=NAV_WIDTH)
        layout = column(theme, self, margins=(12, 18, 12, 16), gap=2)
        self._mark, self._name = QLabel(), label(name, "subheading")
        head = row(theme, margins=(12, 0, 0, 14), gap=8)
        head.addWidget(self._mark)
        head.addWidget(self._name, 1)
        layout.addLayout(head)
        self._list = column(theme, gap=2)
        layout.addLayout(self._list)
        layout.addStretch()
        self._footer = label("", "small", wrap=True)
        self._person = label("", "small", wrap=True)
        for line in (self._footer, self._person):
            line.setContentsMargins(theme.px(10), 0, 0, 0)
            layout.addWidget(line)
        theme.changed.connect(self._draw_mark)
        self._draw_mark()

    def add(self, key: str, icon: str, text: str) -> None:
        """A page, in the order it shall stand."""
        entry = NavEntry(self._theme, icon, text)
        entry.clicked.connect(lambda: self._choose(key))
        entry.stepped.connect(lambda step: self._step(key, step))
        self._entries[key] = entry
        join(self._group, entry)
        self._list.addWidget(entry)
        entry.stackUnder(self._footer)  # read in the order it is seen
        if len(self._entries) == 1:
            self.set_current(key)

    def set_current(self, key: str) -> None:
        """Mark the open page without announcing it."""
        self._entries[key].setChecked(True)
        for other in self._entries.keys() - {key}:
            self._entries[other].setChecked(False)

    def current(self) -> str:
        return next((key for key, entry in self._entries.items() if entry.isChecked()), "")

    def set_count(self, key: str, count: int, spoken: str = "") -> None:
        """The badge of an entry, none at 0; `spoken` is what a screen reader says, such as "Actions, 7 open"."""
        self._entries[key].set_count(count, spoken)

    def set_texts(self, texts: dict[str, str]) -> None:
        """New names for the entries, after a change of language."""
        for key, text in texts.items():
            self._entries[key].set_text(text)

    def set_footer(self, saved: str, person: str) -> None:
        self._footer.setText(saved)
        self._person.setText(person)

    def set_compact(self, compact: bool) -> None:
        """Icons alone, for narrow windows and large text; the names move to the tooltips."""
        for part in (self._name, self._footer, self._person):
            part.setVisible(not compact)
        for entry in self._entries.values():
            entry.set_compact(compact)
        self._theme.size(self, width=NAV_COMPACT_WIDTH if compact else NAV_WIDTH)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def _step(self, key: str, step: int) -> None:
        keys = list(self._entries)
        place = min(max(keys.index(key) + step, 0), len(keys) - 1)
        self._entries[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _draw_mark(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("diamond.fill", "nav_strong", 16, self.devicePixelRatioF()))


class NavEntry(Toggle, QPushButton):
    """A page in the list, with a count if something waits there."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, icon: str, text: str) -> None:
        super().__init__(text)
        self._text = text
        self._compact = False
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setIcon(theme.icon(icon, "nav_text", "nav_strong"))
        theme.size(self, icon_before_text=ICON)
        self.setAccessibleName(text)
        self._count = label("", "count")
        self._count.hide()
        layout = row(theme, self, margins=(0, 0, 10, 0))
        layout.addStretch()
        layout.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.set_compact(self._compact)

    def set_count(self, count: int, spoken: str) -> None:
        self._count.setText(str(count))
        self._count.setVisible(count > 0 and not self._compact)
        self.setAccessibleName(spoken or self._text)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.setText("" if compact else self._text)
        self.setToolTip(self._text if compact else "")
        self._count.setVisible(not compact and self._count.text() not in ("", "0"))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


_FAR = 1000
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}
