"""The parts of a finding's form: a name, a field that saves itself, and a mark while it is still needed."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QPlainTextEdit, QWidget

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.references import references_of, say_with_title
from qmsdesk.domain.requirements import Requirement
from qmsdesk.store.requirements import later_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.spelling_marks import watch_spelling
from qmsdesk.ui.targets import TallLine
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.undo import TypingUndo


class Part(QWidget):
    """`changed` follows every key."""

    changed = Signal()

    def __init__(self, desk: Desk, name: str, is_one_line: bool) -> None:
        super().__init__()
        self._ = desk.words
        self.editor: QLineEdit | GrowingEdit = (
            TallLine(desk.theme) if is_one_line else GrowingEdit(desk.theme, min_lines=1)
        )
        self.editor.setAccessibleName(name)
        if isinstance(self.editor, GrowingEdit):
            watch_spelling(desk, self.editor)
        self._name = name
        self._field = Field(desk.session, self.editor)
        TypingUndo(self.editor)
        self._label, self._needed = label(name, "small"), Chip(desk.theme, self._("needed"), "observation", "")
        self._needed.hide()
        desk.theme.size(self._label, min_height=24)
        self._label.setBuddy(self.editor)
        self.body = column(desk.theme, self, gap=3)
        head = row(desk.theme, gap=6)
        head.addWidget(self._label)
        head.addWidget(self._needed)
        head.addStretch()
        self.body.addLayout(head)
        self.body.addWidget(self.editor)
        self.editor.textChanged.connect(lambda *_: self.changed.emit())

    @property
    def text(self) -> str:
        return self._field.text

    def show_record(self, record: Any, field: str, is_read_only: bool) -> None:
        self._field.show_record(record, field)
        self.editor.setReadOnly(is_read_only)
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.setTabChangesFocus(True)

    def show_missing(self, is_missing: bool) -> None:
        self._needed.setVisible(is_missing)
        self.editor.setAccessibleDescription(self._("needed") if is_missing else "")

    def take(self, text: str) -> None:
        """Put a text in as if it had been typed, as one step; the cursor comes after it."""
        editor = self.editor
        editor.setText(text) if isinstance(editor, QLineEdit) else editor.setPlainText(text)
        self._field.seal()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, QPlainTextEdit):
            editor.moveCursor(QTextCursor.MoveOperation.End)

    def seal(self) -> None:
        self._field.seal()


class RequirementPart(Part):
    """A requirement, completed from the references of the checklist and their titles; the title is shown below."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk, name, is_one_line=True)
        self._db = desk.session.db
        self._dossier: Dossier | None = None
        self._title = label("", "small", wrap=True)
        self.body.addWidget(self._title)
        assert isinstance(self.editor, QLineEdit)
        self._completer = QCompleter([], self.editor)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setUniformItemSizes(True)
        self._completer.setPopup(popup)
        self._completer.activated.connect(self.take, Qt.ConnectionType.QueuedConnection)
        self.editor.setCompleter(self._completer)
        self.changed.connect(self._show_title)

    @property
    def title_text(self) -> str:
        return self._title.text()

    def set_dossier(self, dossier: Dossier) -> None:
        if self._dossier is None or self._dossier.questions != dossier.questions:
            self._references = {f"{each}  {self._say(dossier, each)}": each for each in references_of(dossier)}
            self._completer.setModel(QStringListModel(list(self._references), self._completer))
        self._dossier = dossier
        self._show_title()

    def _say(self, dossier: Dossier, reference: str) -> str:
        return say_with_title(dossier, reference, self._)

    def _say_later(self, reference: str) -> Iterator[str]:
        for source, clause in later_of(self._db, reference):
            yield self._("In edition {edition}: {clause}", edition=source.edition, clause=self._clause(clause))

    def _clause(self, clause: Requirement) -> str:
        return f"{clause.clause} {self._.pick(clause, 'title')}".strip()

    def take(self, chosen: str) -> None:
        """The completion shows a title too; the field holds the reference alone."""
        assert isinstance(self.editor, QLineEdit)
        self.editor.setText(self._references.get(chosen, chosen))

    def _show_title(self) -> None:
        text = self.text.strip()
        said = self._say(self._dossier, text) if self._dossier and text else ""
        lines = [said if said != text else "", *self._say_later(text)]
        self._title.setText("\n".join(filter(None, lines)))
        self._title.setVisible(bool(self._title.text()))
