"""The rows of an original for its table: each with what it became, by symbol, word and colour."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from qmsdesk.exchange.sources.corrections import table_at
from qmsdesk.exchange.sources.mappings import MARK_NAMES, ROLE_NAMES, Mapping, Mark, Role, TableMapping
from qmsdesk.exchange.sources.sheets import Sheet, column_letter
from qmsdesk.i18n import Words
from qmsdesk.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole

LOOKS = {
    Mark.TITLE: ("improvement", "file-text"),
    Mark.HEADER: ("improvement", "grid-3x3"),
    Mark.SECTION: ("strength", "notebook-pen"),
    Mark.QUESTION: ("fulfilled", "circle-question-mark"),
    Mark.MORE: ("observation", "plus"),
    Mark.LEFT_OUT: ("neutral", "minus"),
}
"""The tone and the icon of each kind of row."""


class OriginalLines(QAbstractTableModel):
    """The head of a row says what it became; asked for what is shown only."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self.sheet = Sheet("", ())
        self.marks: dict[tuple[str, int], Mark] = {}
        self.table: TableMapping | None = None
        self._taken: set[int] | None = None

    def show_sheet(self, sheet: Sheet, marks: dict[tuple[str, int], Mark]) -> None:
        """Another sheet."""
        self.beginResetModel()
        self.sheet, self.marks = sheet, marks
        self.table, self._taken = None, None
        self.endResetModel()

    def show_marks(self, marks: dict[tuple[str, int], Mark]) -> None:
        """The same sheet, understood in another way."""
        self.marks = marks
        self._tell_all()

    def show_table(self, mapping: Mapping, row: int) -> None:
        """The columns as the table has them in which a row stands; row counts from 0."""
        number = self.sheet.rows[row].number if 0 <= row < len(self.sheet.rows) else 1
        table = table_at(mapping, self.sheet.name, number)
        if table != self.table:
            self.table = table
            self._taken = {at for at, role in table.roles if role is not Role.IGNORED} if table else None
            self._tell_all()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def _tell_all(self) -> None:
        if self.sheet.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def mark(self, row: int) -> Mark | None:
        return self.marks.get((self.sheet.name, self.sheet.rows[row].number))

    def place(self, number: int) -> int:
        """The place of a row by its number in the file, -1 where it holds nothing."""
        return next((place for place, row in enumerate(self.sheet.rows) if row.number == number), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.sheet.columns

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        if role == Roles.ForegroundRole:
            return self._theme.colour("text" if self._is_taken(index) else "muted")
        text = self.sheet.rows[index.row()].text(index.column())
        if role == Roles.DisplayRole:
            return " ".join(text.split()) if self.sheet.unit == "row" else text.replace("\n", " ")
        return text if role == Roles.ToolTipRole and text else None

    def _is_taken(self, index: Index) -> bool:
        taken = self._taken is None or index.column() in self._taken
        return taken and self.mark(index.row()) is not Mark.LEFT_OUT

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        if role not in (Roles.DisplayRole, Roles.ToolTipRole, Roles.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.column_name(section)
        mark = self.mark(section)
        return f"{self.sheet.rows[section].number}  {self._(MARK_NAMES[mark]) if mark else ''}".rstrip()

    def column_name(self, column: int) -> str:
        """The letter of a column and what it holds."""
        if self.sheet.unit != "row" and self.sheet.columns < 2:
            return self._("Text")
        held = self.table.role(column) if self.table else Role.IGNORED
        letter = column_letter(column)
        return f"{letter} · {self._(ROLE_NAMES[held])}" if held is not Role.IGNORED else letter
