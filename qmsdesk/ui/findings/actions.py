"""The first action of a finding, agreed in the room: what, who by role, and until when."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.actions import Action
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.ui.clocks import DayEdit, make_read_only
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.targets import TallButton, TallLine
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.undo import TypingUndo

USUAL_DAYS = 30


class FirstAction(QWidget):
    """The record comes into being with the first character, or with its date."""

    written = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._action: Action | None = None
        self._is_blank, self._was_seen = True, False
        self.what, self.owner = self._line(self._("What is to be done")), self._line(self._("Owner (role)"))
        self._fields = {"text": Field(desk.session, self.what), "owner": Field(desk.session, self.owner)}
        self.due = DayEdit(self._, self._("Due date"))
        self.set_due = TallButton(desk.theme, self._("Set due date"), "secondary", "calendar-days")
        self._rest = label("", "small", wrap=True)
        layout = column(desk.theme, self, gap=6)
        layout.addWidget(label(self._("First action"), "small"))
        layout.addWidget(self.what)
        flow = FlowLayout(desk.theme, gap=8)
        for part in (self.owner, self.due, self.set_due):
            flow.addWidget(part)
        desk.theme.size(self.owner, min_width=220)
        layout.addLayout(flow)
        layout.addWidget(self._rest)
        for editor in (self.what, self.owner):
            editor.textChanged.connect(self._on_text_changed)
        self.set_due.clicked.connect(self._set_usual_date)
        self.due.chosen.connect(self._give_date)

    def _line(self, name: str) -> TallLine:
        editor = TallLine(self._desk.theme)
        editor.setPlaceholderText(name)
        editor.setAccessibleName(name)
        TypingUndo(editor)
        return editor

    def show_finding(self, dossier: Dossier, finding: Finding, is_read_only: bool) -> None:
        actions = dossier.actions_of(finding)
        is_other = self._action is None or self._action.finding_id != finding.id
        if actions:
            self._action, self._is_blank, self._was_seen = actions[0], False, True
        elif is_other or self._was_seen:
            self._action, self._is_blank, self._was_seen = Action(new_id(), finding.audit_id, finding.id), True, False
        assert self._action is not None
        for name, field in self._fields.items():
            field.show_record(self._action, name)
        for editor in (self.what, self.owner):
            editor.setReadOnly(is_read_only)
        self._show_date(self._action.due_on, is_read_only)
        self._rest.setText("\n".join(action.text for action in actions[1:]))
        self._rest.setVisible(len(actions) > 1)

    def seal(self) -> None:
        for field in self._fields.values():
            field.seal()

    def _show_date(self, due_on: dt.date | None, is_read_only: bool) -> None:
        self.due.setVisible(due_on is not None)
        make_read_only(self.due, is_read_only)
        self.set_due.setVisible(due_on is None and not is_read_only)
        if due_on is not None:
            self.due.show_day(due_on)

    def _on_text_changed(self, text: str) -> None:
        if self._is_blank and text.strip() and self._action is not None:
            self._create(self._action)

    def _create(self, action: Action) -> None:
        self._is_blank = False
        self._action = action
        self._desk.session.write(creation_of(action))
        self.written.emit()

    def _set_usual_date(self) -> None:
        assert self._action is not None
        """A change that is still on its way to the disk would bring the action back without a date, and take away the
        field that one has begun to type in."""
        due_on = self._desk.today + dt.timedelta(days=USUAL_DAYS)
        self._give_date(due_on)
        self._desk.session.flush()
        self._show_date(due_on, False)
        self.due.setFocus(Qt.FocusReason.TabFocusReason)

    def _give_date(self, due_on: dt.date) -> None:
        assert self._action is not None
        if self._is_blank:
            self._create(replace(self._action, due_on=due_on))
        elif due_on != self._action.due_on:
            self._desk.session.write([edit_of(self._action, "due_on", due_on)])
