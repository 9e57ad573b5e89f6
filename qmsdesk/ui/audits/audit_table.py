"""The audits as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from qmsdesk.domain.audits import KIND_NAMES, STATE_NAMES
from qmsdesk.i18n import Words
from qmsdesk.store.programmes import ProgrammeLine
from qmsdesk.ui.dates import say_date

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole
UNIT, COUNTS = 2, (5, 6)


class AuditTable(QAbstractTableModel):
    """One audit a row; its line is under `UserRole`."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._ = words
        self.lines: list[ProgrammeLine] = []
        _ = words
        self._heads = (
            *(_.context("audit", "Number"), _("Date"), _("Unit"), _("Kind"), _("State")),
            *(_("Findings"), _("Open actions")),
        )

    def show_lines(self, lines: Sequence[ProgrammeLine]) -> None:
        """Draw only what changed where it is the same audits in the same order."""
        lines = list(lines)
        if [line.audit.id for line in lines] != [line.audit.id for line in self.lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
            return
        for row, (before, after) in enumerate(zip(self.lines, lines, strict=True)):
            if before != after:
                self.lines[row] = after
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._heads) - 1))

    def row_of(self, audit_id: str) -> int:
        """Where an audit stands, -1 where it does not."""
        return next((row for row, line in enumerate(self.lines) if line.audit.id == audit_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Roles.DisplayRole:
            return self._heads[section]
        if orientation is Qt.Orientation.Horizontal and role == Roles.TextAlignmentRole and section in COUNTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Roles.UserRole:
            return line
        if role in (Roles.DisplayRole, Roles.ToolTipRole):
            return self._text(line, index.column())
        if role == Roles.TextAlignmentRole and index.column() in COUNTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, line: ProgrammeLine, column: int) -> str:
        audit, _ = line.audit, self._
        says = (
            lambda: audit.number,
            lambda: say_date(_, audit.date, "d MMM yyyy"),
            lambda: _.pick(line.unit, "name"),
            lambda: _(KIND_NAMES[audit.kind]),
            lambda: _(STATE_NAMES[audit.state]),
            lambda: str(line.findings or ""),
            lambda: str(line.open_actions or ""),
        )
        return says[column]()
