"""The parts of a report as a list to check and to put in order: by mouse, by drag, by key."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from qmsdesk.domain.report_parts import PART_NAMES, ReportPart
from qmsdesk.i18n import Words
from qmsdesk.ui.commands import bind, key_of
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE

ROW = 34
Flags, Roles = Qt.ItemFlag, Qt.ItemDataRole


class PartOrder(QWidget):
    """`chosen` carries the parts in their new order; `reset_wanted` is the wish to have the usual ones again."""

    chosen = Signal(object)
    reset_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, reset: str) -> None:
        super().__init__()
        self._ = words
        self.list = PartList(theme, words)
        self.up = Button(theme, self._("Up"), "secondary", "chevron-up", key_of("parts", "up"))
        self.down = Button(theme, self._("Down"), "secondary", "chevron-down", key_of("parts", "down"))
        self.up.setAccessibleName(self._("Move the part up"))
        self.down.setAccessibleName(self._("Move the part down"))
        self.reset = Button(theme, reset, "quiet", "undo-2")
        self.told = label("", "small", wrap=True)
        self.told.hide()
        self._buttons = QWidget()
        flow = FlowLayout(theme, self._buttons, gap=SPACE["small"])
        for button in (self.up, self.down, self.reset):
            flow.addWidget(button)
        layout = column(theme, self, gap=SPACE["small"])
        for each in (self.list, self.told, self._buttons):
            layout.addWidget(each)
        self._wire()

    def show_parts(self, parts: Sequence[ReportPart], is_own: bool, is_read_only: bool = False) -> None:
        """Show which parts there are; `is_own` where they were chosen here, so that there is a way back."""
        self.list.show_parts(parts, is_read_only)
        self._buttons.setHidden(is_read_only)
        self.reset.setEnabled(is_own)
        self._tell("")
        self._show_ways()

    def _wire(self) -> None:
        bind(self, "parts", self._, {"up": lambda: self.list.move_part(-1), "down": lambda: self.list.move_part(1)})
        self.up.clicked.connect(lambda: self.list.move_part(-1))
        self.down.clicked.connect(lambda: self.list.move_part(1))
        self.reset.clicked.connect(self.reset_wanted)
        self.list.currentRowChanged.connect(lambda _: self._show_ways())
        self.list.chosen.connect(self._on_chosen)
        self.list.refused.connect(lambda: self._tell(self._("A report has at least one part.")))

    def _on_chosen(self, parts: object) -> None:
        self._tell("")
        self._show_ways()
        self.chosen.emit(parts)

    def _show_ways(self) -> None:
        for button, way in ((self.up, -1), (self.down, 1)):
            button.setEnabled(self.list.can_move(way))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))


class PartList(QListWidget):
    """As high as its rows. `chosen` follows every change; `refused` says that the last part was to go."""

    chosen = Signal(object)
    refused = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self._is_read_only = False
        self.setProperty("kind", "bare")
        self.setAccessibleName(words("Parts of the report"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemChanged.connect(self._on_changed)
        theme.changed.connect(self._set_heights)

    @property
    def parts(self) -> tuple[ReportPart, ...]:
        """Those that are checked, from top to bottom."""
        return tuple(self._part(item) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def show_parts(self, parts: Sequence[ReportPart], is_read_only: bool = False) -> None:
        """Those chosen in their order; each of the others behind the one it usually follows."""
        shown = with_others(parts)
        if (shown, tuple(parts), is_read_only) == (self._shown(), self.parts, self._is_read_only):
            return
        self._is_read_only = is_read_only
        current = self._part(item) if (item := self.currentItem()) else None
        with QSignalBlocker(self):
            self.clear()
            for part in shown:
                self.addItem(self._item(part, part in parts))
        self._set_heights()
        self.setCurrentRow(shown.index(current) if current else 0)

    def can_move(self, way: int) -> bool:
        item = self.currentItem()
        return not self._is_read_only and self._target(item, way) is not None

    def move_part(self, way: int) -> None:
        """Move the current part up (-1) or down (1), past those that are left out."""
        item = self.currentItem()
        target = None if self._is_read_only else self._target(item, way)
        if target is None:
            return
        with QSignalBlocker(self):
            self.insertItem(target, self.takeItem(self.row(item)))
        self.setCurrentItem(item)
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter checks as Space does; Escape is for whatever holds the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (item := self.currentItem()):
            if not self._is_read_only:
                is_checked = item.checkState() is Qt.CheckState.Checked
                item.setCheckState(Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._settle()

    def sizeHint(self) -> QSize:
        frame = 2 * self.frameWidth() + self._theme.px(4)
        return QSize(self._theme.px(220), self._theme.px(ROW) * self.count() + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def _target(self, item: QListWidgetItem | None, way: int) -> int | None:
        """The row of the next part that is checked; nothing moves past the ends."""
        if item is None or item.checkState() is not Qt.CheckState.Checked:
            return None
        rows = range(self.row(item) + way, self.count() if way > 0 else -1, way)
        others = ((row, self.item(row)) for row in rows)
        return next((row for row, each in others if each.checkState() is Qt.CheckState.Checked), None)

    def _on_changed(self, item: QListWidgetItem) -> None:
        if not self.parts:
            with QSignalBlocker(self):
                item.setCheckState(Qt.CheckState.Checked)
            self.refused.emit()
            return
        self._settle()

    def _settle(self) -> None:
        """Say what is chosen now, and put what is not back behind its usual neighbour."""
        parts = self.parts
        self.show_parts(parts)
        self.chosen.emit(parts)

    def _item(self, part: ReportPart, is_chosen: bool) -> QListWidgetItem:
        name = self._(PART_NAMES[part])
        item = QListWidgetItem(self._("Appendix: {name}", name=name) if part.is_appendix else name)
        item.setData(Roles.UserRole, part)
        item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        flags = Flags.ItemIsEnabled | Flags.ItemIsSelectable
        if not self._is_read_only:
            flags |= Flags.ItemIsUserCheckable
        if is_chosen and not self._is_read_only:
            flags |= Flags.ItemIsDragEnabled
        item.setFlags(flags)
        return item

    def _set_heights(self) -> None:
        with QSignalBlocker(self):
            for item in self._items():
                item.setSizeHint(QSize(0, self._theme.px(ROW)))
        self.updateGeometry()

    def _shown(self) -> tuple[ReportPart, ...]:
        return tuple(self._part(item) for item in self._items())

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _part(self, item: QListWidgetItem) -> ReportPart:
        return ReportPart(item.data(Roles.UserRole))


def with_others(parts: Sequence[ReportPart]) -> tuple[ReportPart, ...]:
    """All parts there are: the chosen ones in their order, each of the others behind the one it usually follows."""
    shown = list(parts)
    usual = list(ReportPart)
    for place, part in enumerate(usual):
        if part not in shown:
            shown.insert(shown.index(usual[place - 1]) + 1 if place else 0, part)
    return tuple(shown)
