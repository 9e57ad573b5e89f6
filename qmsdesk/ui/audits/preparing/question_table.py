"""The questions of an audit as a table: a mark for those to ask, their minutes, who asks, why one was left out."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from qmsdesk.domain.checklists import Question, Section
from qmsdesk.domain.condition_texts import say_conditions
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.shares import asking, shares, short_names
from qmsdesk.domain.texts import plain_line
from qmsdesk.i18n import Words

TEXT, MINUTES, AUDITOR, REASON = range(4)
Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Row:
    """A section with its questions, or one question."""

    section: Section
    questions: tuple[Question, ...]
    number: str = ""

    @property
    def is_section(self) -> bool:
        return not self.number


class QuestionTable(QAbstractTableModel):
    """`ask_requested` carries the questions a person wants asked or left out, `reason_given` one and why.

    A question that must be asked is not left out by its mark: `reason_needed` asks for a reason first.
    """

    ask_requested = Signal(object, bool)
    reason_given = Signal(object, str)
    reason_needed = Signal(object)

    def __init__(self, words: Words, strong: QFont) -> None:
        super().__init__()
        self._ = words
        self._strong = strong
        self.rows: list[Row] = []
        self._left_out: dict[str, str] = {}
        self._conditions: dict[str, str] = {}
        self._shares: dict[str, str] = {}
        self._names: dict[str, tuple[str, str]] = {}
        self._is_locked = False

    def show_dossier(self, dossier: Dossier) -> None:
        """Other questions make a new table; the same ones only change what is said of them."""
        rows = list_rows(dossier)
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self._take_marks(dossier)
            self.endResetModel()
        else:
            self._take_marks(dossier)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, REASON))

    def _take_marks(self, dossier: Dossier) -> None:
        self._left_out = {item.question_id: item.reason for item in dossier.audit_questions if item.is_left_out}
        self._conditions = say_conditions(dossier.questions, dossier.numbers, self._)
        self._shares = shares(dossier)
        people = asking(dossier)
        short = short_names(people)
        self._names = {person.id: (short[person.id], person.name) for person in people}
        self._is_locked = dossier.audit.is_locked

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Roles.DisplayRole:
            return (self._("Question"), self._("Min"), self._("Asks"), self._("Why left out"))[section]
        if role == Roles.TextAlignmentRole and section == MINUTES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._is_locked:
            return flags
        row = self.rows[index.row()]
        if index.column() == TEXT and self._wanted(row)[0]:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == REASON and not row.is_section:
            question = row.questions[0]
            if question.must_ask or question.id in self._left_out:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Roles.CheckStateRole and index.column() == TEXT:
            return self._mark(row)
        if role == Roles.FontRole and row.is_section:
            return self._strong
        if role == Roles.TextAlignmentRole and index.column() == MINUTES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Roles.EditRole and index.column() == REASON:
            return self._left_out.get(row.questions[0].id, "")
        if role in (Roles.ToolTipRole, Roles.AccessibleTextRole):
            return self._told(row, index.column(), role)
        return self.text(row, index.column()) if role == Roles.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:
        row = self.rows[index.row()]
        if role == Roles.CheckStateRole and index.column() == TEXT:
            questions, asked = self._wanted(row)
            if self._needs_reason(row):
                self.reason_needed.emit(index)
            else:
                self.ask_requested.emit(questions, asked)
            return True
        if role == Roles.EditRole and index.column() == REASON:
            self.reason_given.emit(row.questions[0], plain_line(str(value)).strip())
            return True
        return False

    def _needs_reason(self, row: Row) -> bool:
        return not row.is_section and row.questions[0].must_ask and row.questions[0].id not in self._left_out

    def _wanted(self, row: Row) -> tuple[list[Question], bool]:
        """The questions that pressing the mark of a row is about, and whether they would be asked.

        In a section those that must be asked stay: each is left out for a reason of its own.
        """
        free = [question for question in row.questions if not (row.is_section and question.must_ask)]
        asked = [question for question in free if question.id not in self._left_out]
        if asked:
            return asked, False
        return [question for question in row.questions if question.id in self._left_out], True

    def _told(self, row: Row, column: int, role: int) -> str:
        """What a cell says when one asks it: names in full, and how a question that must be asked is left out."""
        if column == AUDITOR:
            return self._auditors(row, whole=True)
        if column == REASON and role == Roles.ToolTipRole and self._needs_reason(row):
            return self._("Must be asked. To leave it out, press Space and write why.")
        return self.text(row, column)

    def text(self, row: Row, column: int) -> str:
        """What a cell shows."""
        if column == MINUTES:
            asked = [question for question in row.questions if question.id not in self._left_out]
            return str(sum(question.minutes for question in asked or ([] if row.is_section else row.questions)))
        if column == AUDITOR:
            return self._auditors(row)
        if column == REASON:
            return self._remark(row)
        if row.is_section:
            return self._.pick(row.section, "title")
        return f"{row.number}  {self._.pick(row.questions[0], 'text')}"

    def _remark(self, row: Row) -> str:
        if row.is_section:
            asked = sum(question.id not in self._left_out for question in row.questions)
            return self._("{asked} of {count} asked", asked=asked, count=len(row.questions))
        question = row.questions[0]
        reason = self._left_out.get(question.id)
        if reason is None:
            condition = self._conditions.get(question.id, "")
            only_if = self._("Only if: {condition}", condition=condition) if condition else ""
            must = self._("Must be asked") if question.must_ask else ""
            return ". ".join(filter(None, (must, only_if)))
        if question.must_ask:
            return self._("Must be asked, left out: {reason}", reason=reason)
        return reason or self._("Left out")

    def _auditors(self, row: Row, whole: bool = False) -> str:
        """Who asks the questions of a row, by initials or whole names."""
        asked = [question for question in row.questions if question.id not in self._left_out]
        ids = dict.fromkeys(self._shares.get(question.id, "") for question in asked)
        return ", ".join(self._names[id_][whole] for id_ in ids if id_)

    def _mark(self, row: Row) -> Qt.CheckState:
        asked = [question.id not in self._left_out for question in row.questions]
        if all(asked):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if any(asked) else Qt.CheckState.Unchecked


def list_rows(dossier: Dossier) -> list[Row]:
    """The sections and the questions in them, in the order of the day."""
    rows = []
    for section in dossier.sections:
        questions = tuple(question for question in dossier.questions if question.section_id == section.id)
        rows.append(Row(section, questions))
        rows += [Row(section, (question,), dossier.numbers[question.id]) for question in questions]
    return rows
