"""The outline as a table: the checklist itself, then each section with its questions, in both languages."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.editions import Edition
from qmsdesk.domain.outlines import questions_in
from qmsdesk.domain.texts import plain_line
from qmsdesk.i18n import Words

SV, EN, MINUTES = range(3)
LANGUAGE_OF = {SV: "sv", EN: "en"}
MIME = "application/x-qmsdesk-outline-row"
Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole
Row = Checklist | Section | Question


class OutlineTable(QAbstractTableModel):
    """`dropped` carries the id of a row that was dragged, and of the one it was dropped before, empty for the end."""

    dropped = Signal(str, str)

    def __init__(self, words: Words, strong: QFont) -> None:
        super().__init__()
        self._ = words
        self._strong = strong
        self.rows: list[Row] = []
        self._numbers: list[str] = []
        self._minutes: list[int] = []
        self._typed: dict[tuple[int, str], str] = {}

    def show_edition(self, edition: Edition) -> None:
        """Other rows make a new table; the same ones only say something else."""
        before = self.rows
        if [row.id for row in _rows(edition)] != [row.id for row in before]:
            self.beginResetModel()
            self._take(edition)
            self.endResetModel()
            return
        self._take(edition)
        changed = [place for place, (old, new) in enumerate(zip(before, self.rows, strict=True)) if old != new]
        if changed:
            self.dataChanged.emit(self.index(0, 0), self.index(changed[-1], MINUTES))

    def _take(self, edition: Edition) -> None:
        self.rows, self._numbers, self._minutes, self._typed = _rows(edition), [], [], {}
        section, question, takes = 0, 0, {each.id: 0 for each in edition.sections}
        for each in edition.questions:
            takes[each.section_id] += each.minutes
        for row in self.rows:
            if isinstance(row, Question):
                question += 1
                self._add(f"{section}.{question}", row.minutes)
            elif isinstance(row, Section):
                section, question = section + 1, 0
                self._add(str(section), takes[row.id])
            else:
                self._add("", sum(takes.values()))

    def _add(self, number: str, minutes: int) -> None:
        self._numbers.append(number)
        self._minutes.append(minutes)

    def place_of(self, row_id: str) -> int:
        """Where a row stands; -1 where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.id == row_id), -1)

    def show_typed(self, place: int, language: str, text: str) -> None:
        """What is being typed beside the outline stands in it at once."""
        self._typed[place, language] = plain_line(text).strip()
        at = self.index(place, SV if language == "sv" else EN)
        self.dataChanged.emit(at, at)

    def number_at(self, place: int) -> str:
        return self._numbers[place]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Roles.DisplayRole:
            return ("Svenska", "English", self._("Min"))[section]
        if role == Roles.TextAlignmentRole and section == MINUTES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Roles.FontRole and not isinstance(row, Question):
            return self._strong
        if role == Roles.TextAlignmentRole and column == MINUTES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Roles.DisplayRole:
            return self.text(index.row(), column)
        if role == Roles.AccessibleTextRole:
            return self._spoken(index.row(), column)
        return None

    def text(self, place: int, column: int) -> str:
        """What a cell shows."""
        if column == MINUTES:
            return str(self._minutes[place])
        language = LANGUAGE_OF[column]
        said = self._typed.get((place, language), said_of(self.rows[place], language)) or "–"
        return f"{self._numbers[place]}  {said}".strip()

    def _spoken(self, place: int, column: int) -> str:
        kinds = {Question: self._("Question"), Section: self._("Section"), Checklist: self._("Checklist")}
        said = self.text(place, column)
        return f"{kinds[type(self.rows[place])]} {said}" if column != MINUTES else said

    # Dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if isinstance(self.rows[index.row()], Checklist) else flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setData(MIME, self.rows[indexes[0].row()].id.encode())
        return carried

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """The register moves it, and the table shows what the register says."""
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        before = self.rows[place].id if 0 <= place < len(self.rows) else ""
        self.dropped.emit(data.data(MIME).toStdString(), before)
        return False


def said_of(row: Row, language: str) -> str:
    """The text or title of a row in a language, on one line."""
    name = "text" if isinstance(row, Question) else "title"
    return plain_line(getattr(row, f"{name}_{language}")).strip()


def _rows(edition: Edition) -> list[Row]:
    rows: list[Row] = [edition.checklist]
    for section in edition.sections:
        rows += [section, *questions_in(edition, section.id)]
    return rows
