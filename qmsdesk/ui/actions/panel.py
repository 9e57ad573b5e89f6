"""The panel beside the list: the finding of the chosen line, and its action or the way to one."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from qmsdesk.domain.actions import Action
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.people import ROLE_NAMES, PersonRole
from qmsdesk.store.people import list_people
from qmsdesk.ui.actions.findings import FindingHead, NoActionYet
from qmsdesk.ui.actions.form import ActionForm
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import muted
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll


class ActionPanel(QFrame):
    """`reply_chosen` asks for an action, with the answer to a proposal or None; `audit_requested` carries its id."""

    reply_chosen = Signal(object)
    audit_requested = Signal(str)

    def __init__(self, desk: Desk, has_audit: bool) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._audit_id = ""
        self.setProperty("kind", "side")
        self._has_audit = has_audit
        self._nothing = muted(self._("Choose an action to see and change it."))
        self._nothing.hide()  # until there is something to choose
        self._scroll = PageScroll(desk.theme, margins=(20, 16, 20, 16), gap=16)
        self.back = Button(desk.theme, self._("Back to the list"), "quiet", "arrow-left", key_of("actions", "list"))
        self._scroll.body.addWidget(self._nothing)
        self._scroll.content.setAutoFillBackground(False)  # QScrollArea has turned it on again
        layout = column(desk.theme, self, margins=(0, 4, 0, 0), gap=0)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._scroll, 1)

    def build(self) -> Iterator[None]:
        """What lines are shown in, part by part; nothing can be shown before."""
        self.head = FindingHead(self._desk, self._has_audit)
        self.head.audit_requested.connect(lambda: self.audit_requested.emit(self._audit_id))
        self._add(self.head)
        self.none_yet = NoActionYet(self._desk)
        self.none_yet.reply_chosen.connect(self.reply_chosen)
        self._add(self.none_yet)
        yield
        self.form = ActionForm(self._desk)
        self._add(self.form)
        self._scroll.body.addStretch()
        yield

    def _add(self, part: QWidget) -> None:
        part.hide()
        self._scroll.body.addWidget(part)

    def show_line(self, action: Action | None, finding: Finding, audit: Audit, unit: Unit) -> None:
        """Show a finding with its action, or with the way to a first one."""
        if audit.id != self._audit_id:
            self._audit_id = audit.id
        self.head.show_finding(finding, audit, unit)
        if action is None:
            self.form.clear()
            self.none_yet.show_finding(finding)
        else:
            self.form.show_action(action, finding, self._roles(unit))
        self._set_visible(has_line=True, has_action=action is not None)

    def show_nothing(self) -> None:
        self.form.clear()
        self._set_visible(has_line=False, has_action=False)

    def focus_form(self) -> None:
        """Give the keyboard to the first field, or to the button that makes the first action."""
        if self.form.isVisibleTo(self):
            self.form.text.setFocus()
            self._scroll.ensureWidgetVisible(self.form.text)
        elif self.none_yet.isVisibleTo(self):
            self.none_yet.first().setFocus()

    def _set_visible(self, has_line: bool, has_action: bool) -> None:
        self._nothing.setVisible(not has_line)
        self.head.setVisible(has_line)
        self.form.setVisible(has_action)
        self.none_yet.setVisible(has_line and not has_action)

    def _roles(self, unit: Unit) -> list[str]:
        """Who may own an action: the roles that people of the unit have."""
        titles = {
            self._.pick(person, "title") for person in list_people(self._desk.session.db) if person.unit_id == unit.id
        }
        return sorted(titles - {""} | {self._(ROLE_NAMES[PersonRole.MANAGER])})
