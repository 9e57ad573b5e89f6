"""The form of one action: every field saves itself."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from qmsdesk.domain.actions import (
    ACTION_STATE_NAMES,
    PROPOSAL_REPLY_NAMES,
    Action,
    ActionState,
    ProposalReply,
    refuse_close,
)
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.records import edit_of
from qmsdesk.i18n import N_
from qmsdesk.ui.actions.days import DayField
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.fields import Field
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.banners import Banner
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.edits import GrowingEdit
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.undo import TypingUndo

NO_REPLY = "none"
EFFECTS = {
    None: ("unchecked", N_("Not checked yet")),
    True: ("yes", N_("Effective")),
    False: ("no", N_("Not effective")),
}
E = TypeVar("E", QLineEdit, GrowingEdit)
DONE = (ActionState.IMPLEMENTED, ActionState.CLOSED)


class ActionForm(QWidget):
    """`text` is its first field; the panel gives it the keyboard."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._action: Action | None = None
        self._finding: Finding | None = None
        self._fields: dict[str, Field] = {}
        self.days: dict[str, DayField] = {}
        self.refusal = Banner(desk.theme, "", "danger")
        self.reply = self._choices(
            self._("Answer"), [(NO_REPLY, self._("No answer yet")), *self._named(PROPOSAL_REPLY_NAMES)]
        )
        self.reason = self._text("reply_reason", GrowingEdit(desk.theme, min_lines=1))
        self.text = self._text("text", GrowingEdit(desk.theme, min_lines=2))
        self.owner = self._text("owner", QLineEdit())
        self.state = self._choices(self._("State"), self._named(ACTION_STATE_NAMES))
        self.done = self._text("done", GrowingEdit(desk.theme, min_lines=2))
        self.effect = self._choices(self._("Effect"), [(key, self._(name)) for key, name in EFFECTS.values()])
        self.remark = self._text("remark", GrowingEdit(desk.theme, min_lines=1))
        self._lacks_reason = label(self._("Say why, in a sentence."), "small", wrap=True)
        self._roles = QStringListModel(self)
        self._complete_owner()
        self._arrange()
        self.reply.chosen.connect(self._choose_reply)
        self.state.chosen.connect(self._choose_state)
        self.effect.chosen.connect(self._choose_effect)

    # Showing

    def show_action(self, action: Action, finding: Finding, roles: Iterable[str]) -> None:
        """Show an action; of the one already shown, nothing that is being typed is touched."""
        if self._action is None or self._action.id != action.id:
            self._commit_days()
            self.refusal.hide()
        self._action, self._finding = action, finding
        for name, field in self._fields.items():
            field.show_record(action, name)
        for name, day in self.days.items():
            day.show_day(getattr(action, name))
        self.reply.set_current(action.reply or NO_REPLY)
        self.state.set_current(action.state)
        self.effect.set_current(EFFECTS[action.is_effective][0])
        if self._roles.stringList() != list(roles):
            self._roles.setStringList(list(roles))
        is_proposal = finding.type is FindingType.IMPROVEMENT
        self._answer.setVisible(is_proposal or action.state is ActionState.DECLINED)
        self.reply.setVisible(is_proposal)
        self._reply_label.setVisible(is_proposal)
        self._lacks_reason.setVisible(action.lacks_reason)

    def clear(self) -> None:
        """Hand in what was typed and let the action go."""
        self._commit_days()
        for field in self._fields.values():
            field.clear()
        self._action = None

    def _commit_days(self) -> None:
        for day in self.days.values():
            day.commit()

    # Changing

    def _write(self, **held: Any) -> None:
        """Write fields as one step; the next rule goes by them, although the register answers a moment later."""
        assert self._action is not None, "nothing can be changed where no action is shown"
        self.refusal.hide()
        self._desk.session.write([edit_of(self._action, name, value) for name, value in held.items()])
        self._action = replace(self._action, **held)

    def _set_day(self, name: str, day: dt.date | None) -> None:
        if self._action is not None:
            self._write(**{name: day})

    def _choose_reply(self, value: str) -> None:
        assert self._action is not None, "the box is shown with an action only"
        reply = None if value == NO_REPLY else ProposalReply(value)
        declines = reply is ProposalReply.NO and self._action.is_open
        self._write(reply=reply, **({"state": ActionState.DECLINED} if declines else {}))
        if reply in (ProposalReply.LATER, ProposalReply.NO):
            self.reason.setFocus()

    def _choose_state(self, value: str) -> None:
        """Closing is refused where the rule says so; what is done without a day was done today."""
        action, state = self._action, ActionState(value)
        assert action is not None, "the box is shown with an action only"
        if state is ActionState.CLOSED and self._is_refused(action):
            self.state.set_current(action.state)
            return
        was_done_today = state in DONE and action.done_on is None
        self._write(state=state, **({"done_on": self._desk.today} if was_done_today else {}))

    def _choose_effect(self, value: str) -> None:
        """Who says whether it helped, and when, is kept with it."""
        action = self._action
        assert action is not None, "the box is shown with an action only"
        is_effective = next(effect for effect, (key, _) in EFFECTS.items() if key == value)
        if action.state is ActionState.CLOSED and self._is_refused(replace(action, is_effective=is_effective)):
            self.effect.set_current(EFFECTS[action.is_effective][0])
            return
        if is_effective is None:
            self._write(is_effective=None, effect_checked_by=None)
        else:
            checked_on = action.effect_check_on or self._desk.today
            checked_by = self._desk.session.owner.id or None
            self._write(is_effective=is_effective, effect_checked_by=checked_by, effect_check_on=checked_on)

    def _is_refused(self, action: Action) -> bool:
        assert self._finding is not None, "every action is shown with its finding"
        try:
            refuse_close(action, self._finding)
        except Refusal as refusal:
            self.refusal.show_message(refusal.say(self._), "danger")
            return True
        return False

    def _remove(self) -> None:
        if self._action is not None:
            action, self._action = self._action, None
            self._desk.session.write([Edit("action", action.id, DELETED, 1, action.audit_id)])

    # Building

    def _named(self, names: dict[Any, str]) -> list[tuple[str, str]]:
        return [(str(value), self._(name)) for value, name in names.items()]

    def _choices(self, name: str, entries: Iterable[tuple[str, str]]) -> ChoiceBox:
        box = ChoiceBox(name)
        box.set_choices([Choice(key, text) for key, text in entries])
        return box

    def _text(self, name: str, editor: E) -> E:
        self._fields[name] = Field(self._desk.session, editor)
        TypingUndo(editor)
        return editor

    def _day(self, name: str, text: str) -> DayField:
        day = DayField(self._desk.theme, self._, text, self._desk.today)
        day.chosen.connect(lambda chosen: self._set_day(name, chosen))
        self._desk.session.seal_requested.connect(day.commit)
        self.days[name] = day
        return day

    def _complete_owner(self) -> None:
        completer = QCompleter(self._roles, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        self.owner.setPlaceholderText(self._("A role, not a name"))

    def _arrange(self) -> None:
        theme, _ = self._desk.theme, self._
        layout = column(theme, self, gap=14)
        layout.addWidget(self.refusal)
        layout.addWidget(self._answer_part())
        layout.addLayout(labelled(theme, _("What is to be done"), self.text))
        layout.addLayout(self._pair((_("Owner (role)"), self.owner), (_("Due"), self._day("due_on", _("Due")))))
        done_on = self._day("done_on", _("Done on"))
        layout.addLayout(self._pair((_("State"), self.state), (_("Done on"), done_on)))
        layout.addLayout(labelled(theme, _("What was done"), self.done))
        check_on = self._day("effect_check_on", _("Effect check on"))
        layout.addLayout(self._pair((_("Effect check on"), check_on), (_("Did it help?"), self.effect)))
        layout.addLayout(labelled(theme, _("Remark"), self.remark))
        remove = Button(theme, _("Remove action"), "quiet", "trash-2")
        remove.clicked.connect(self._remove)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()

    def _answer_part(self) -> QWidget:
        self._answer = QWidget()
        layout = column(self._desk.theme, self._answer, gap=8)
        self._reply_label = label(self._("Answer to the proposal"), "small")
        self._reply_label.setBuddy(self.reply)
        layout.addWidget(self._reply_label)
        layout.addWidget(self.reply)
        layout.addLayout(labelled(self._desk.theme, self._("Reason"), self.reason))
        layout.addWidget(self._lacks_reason)
        return self._answer

    def _pair(self, *parts: tuple[str, QWidget]) -> QHBoxLayout:
        """Two controls side by side, their labels in line."""
        pair = row(self._desk.theme, gap=12)
        for text, control in parts:
            held: QVBoxLayout = labelled(self._desk.theme, text, control)
            held.addStretch()
            pair.addLayout(held, 1)
        return pair
