"""The lines of the follow-up list as a table model; the database filters and sorts."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from qmsdesk.domain.findings import TYPE_NAMES
from qmsdesk.i18n import N_, Words
from qmsdesk.store.follow_up import FollowUpLine
from qmsdesk.ui.actions.tones import STATE_LOOKS
from qmsdesk.ui.dates import say_date

COLUMNS = {
    "state": N_("State"),
    "text": N_("Action"),
    "finding": N_("Finding"),
    "unit": N_("Unit"),
    "owner": N_("Owner"),
    "due_on": N_("Due"),
}
LINE_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ActionLines(QAbstractTableModel):
    """`order_chosen` carries the column to sort by, empty for the usual order, and whether downwards."""

    order_chosen = Signal(str, bool)

    def __init__(self, words: Words, today: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ = words
        self._today = today
        self._lines: list[FollowUpLine] = []
        self.columns = list(COLUMNS)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._(COLUMNS[self.columns[section]])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(line, self.columns[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, self.columns[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._spoken(line, self.columns[index.column()])
        return line if role == LINE_ROLE else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.order_chosen.emit(self.columns[column] if column >= 0 else "", order == Qt.SortOrder.DescendingOrder)

    def line(self, row: int) -> FollowUpLine:
        return self._lines[row]

    def row_of(self, key: str) -> int:
        """Where a line stands, -1 where it does not."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def show_lines(self, lines: Sequence[FollowUpLine]) -> None:
        """New lines; where they are the same ones, only what changed in them is painted again."""
        if [line.key for line in lines] != [line.key for line in self._lines]:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
            return
        before, self._lines = self._lines, list(lines)
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def is_overdue(self, line: FollowUpLine) -> bool:
        return line.is_overdue(self._today)

    def _said(self, line: FollowUpLine, column: str) -> str:
        if column == "state":
            return self._(STATE_LOOKS[line.state][2])
        if column == "finding":
            return f"{line.number} {line.title}"
        if column == "unit":
            return self._.pick(line, "unit")
        if column == "due_on":
            return say_date(self._, line.due_on, "d MMM yyyy") if line.due_on else ""
        return str(getattr(line, column))

    def _spoken(self, line: FollowUpLine, column: str) -> str:
        said = self._said(line, column)
        if column == "finding":
            return f"{self._(TYPE_NAMES[line.type])}: {said}"
        if column == "due_on" and self.is_overdue(line):
            return ", ".join((said, self._("overdue")))
        return said
