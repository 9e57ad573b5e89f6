"""What is changed before everybody's eyes: a wording, a diverging opinion, a first improvement. Saves itself."""

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from qmsdesk.domain.actions import Action
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.records import edit_of
from qmsdesk.i18n import N_
from qmsdesk.ui.actions.days import DayField
from qmsdesk.ui.closings.stage import Stage
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.undo import TypingUndo

WORDING = {
    "title": (N_("Title"), 42, 700),
    "statement": (N_("What we saw"), 28, 400),
    "evidence": (N_("Evidence"), 22, 400),
}
OPINION = {"diverging_opinion": (N_("Diverging opinion"), 26, 400)}
OWNER_WIDTH, DUE_WIDTH = 300, 220


class StageEdit(GrowingEdit):
    """A large editor; Enter goes on to the next where a line is all there is room for in a report."""

    def __init__(self, stage: Stage, size: float, weight: int, is_one_line: bool) -> None:
        super().__init__(stage.theme, min_lines=1, max_lines=8)
        self._is_one_line = is_one_line
        self.setStyleSheet(f"font-size:{stage.px(size)}px;font-weight:{weight};")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class TextEditing(QWidget):
    """Some texts of a finding, in place."""

    def __init__(self, desk: Desk, stage: Stage, texts: dict[str, tuple[str, int, int]], finding: Finding) -> None:
        super().__init__()
        self._finding_id = finding.id
        self._fields: dict[str, Field] = {}
        self.editors: dict[str, StageEdit] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(stage.px(6))
        for name, (text, size, weight) in texts.items():
            editor = StageEdit(stage, size, weight, name == "title")
            editor.setAccessibleName(desk.words(text))
            TypingUndo(editor)
            named = label(desk.words(text), "small")
            named.setBuddy(editor)
            layout.addWidget(named)
            layout.addWidget(editor)
            self.editors[name] = editor
            self._fields[name] = Field(desk.session, editor)
            self._fields[name].show_record(finding, name)
        self.first: QWidget = next(iter(self.editors.values()))

    def show_dossier(self, dossier: Dossier) -> bool:
        """Show what has come in; False where the finding is gone."""
        finding = next((each for each in dossier.findings if each.id == self._finding_id), None)
        for name, field in self._fields.items():
            if finding is not None:
                field.show_record(finding, name)
        return finding is not None

    def begin(self) -> None:
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        for editor in self.editors.values():
            editor.moveCursor(editor.textCursor().MoveOperation.End)

    def commit(self) -> None:
        for field in self._fields.values():
            field.seal()


class ActionEditing(QWidget):
    """What is done first, who by role, and until when."""

    def __init__(self, desk: Desk, stage: Stage, action: Action, roles: Iterable[str]) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._action = action
        theme = stage.theme
        self.text = StageEdit(stage, 26, 600, is_one_line=True)
        self.owner = QLineEdit()
        self.due = DayField(theme, self._, self._("Due date"), desk.today)
        self.remove = Button(theme, self._("Remove action"), "quiet", "trash-2")
        self.editors: dict[str, QLineEdit | StageEdit] = {"text": self.text, "owner": self.owner}
        self.first: QWidget = self.text if action.owner.strip() and action.due_on else self.owner
        self._fields = {name: Field(desk.session, editor) for name, editor in self.editors.items()}
        self._name(roles, stage)
        self._lay_out(stage)
        self._show(action)
        self.due.chosen.connect(self._set_due)
        self.remove.clicked.connect(self._remove)

    def show_dossier(self, dossier: Dossier) -> bool:
        """Show what has come in; False where the action is gone."""
        action = next((each for each in dossier.actions if each.id == self._action.id), None)
        if action is not None:
            self._show(action)
        return action is not None

    def begin(self) -> None:
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def commit(self) -> None:
        self.due.commit()
        for field in self._fields.values():
            field.seal()

    def _show(self, action: Action) -> None:
        self._action = action
        for name, field in self._fields.items():
            field.show_record(action, name)
        self.due.show_day(action.due_on)

    def _name(self, roles: Iterable[str], stage: Stage) -> None:
        names = {"text": self._("What is to be done"), "owner": self._("Owner (role)")}
        for name, editor in self.editors.items():
            editor.setAccessibleName(names[name])
            TypingUndo(editor)
        self.owner.setPlaceholderText(self._("A role, not a name"))
        completer = QCompleter(QStringListModel(sorted(set(roles)), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        for line in (self.owner, self.due.editor):
            line.setStyleSheet(f"font-size:{max(stage.px(22), stage.theme.px(16))}px;")

    def _lay_out(self, stage: Stage) -> None:
        theme = stage.theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(stage.px(6))
        layout.addWidget(label(self._("First improvement"), "small"))
        layout.addWidget(self.text)
        flow = FlowLayout(theme, gap=12)
        theme.size(self.owner, width=OWNER_WIDTH)
        theme.size(self.due, width=DUE_WIDTH)
        for name, control in (
            (self._("Owner (role)"), self.owner),
            (self._("Due date"), self.due),
            ("", self.remove),  # level with the fields
        ):
            held = QWidget()
            inner = QVBoxLayout(held)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(theme.px(4))
            inner.addWidget(label(name, "small"))
            inner.addWidget(control)
            flow.addWidget(held)
        layout.addLayout(flow)

    def _set_due(self, day: dt.date | None) -> None:
        self._desk.session.write([edit_of(self._action, "due_on", day)])

    def _remove(self) -> None:
        self._desk.session.write([Edit("action", self._action.id, DELETED, 1, self._action.audit_id)])


Editing = TextEditing | ActionEditing
