"""The state of a day in its bar: what it allows now, and the ways on, back and out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from qmsdesk.domain.actions import refuse_end_of_follow_up
from qmsdesk.domain.audits import (
    BEFORE_THE_DAY,
    STATE_NAMES,
    Audit,
    AuditState,
    next_state,
    refuse_state,
    state_before,
)
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.reopenings import Reopening, refuse_reopening, reopened_state
from qmsdesk.domain.versions import finalising
from qmsdesk.i18n import N_
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.rows import get
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.languages import report_language
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column

ALLOWS = {
    AuditState.PLANNED: N_("Everything can still be changed. Nobody has been told yet."),
    AuditState.PREPARING: N_("Team, questions and plan are being made ready."),
    AuditState.IN_PROGRESS: N_("The day is on: questions, notes and findings."),
    AuditState.CONFERRING: N_("The auditors agree on answers, findings and messages."),
    AuditState.DRAFT_REPORT: N_("The report is a draft; everything in it can be changed."),
    AuditState.FACT_CHECK: N_("The unit checks the facts; the report can be corrected."),
    AuditState.FINAL: N_("The report is final: read only. Actions go on."),
    AuditState.FOLLOW_UP: N_("Actions are followed up; the report is read only."),
    AuditState.CLOSED: N_("Everything is settled. Read only."),
    AuditState.CANCELLED: N_("The day was cancelled. Read only."),
}


class StateButton(Button):
    """Names the state; opens a menu that says what it allows and where one can go from it."""

    def __init__(self, desk: Desk, audit_id: str) -> None:
        super().__init__(desk.theme, "", "quiet", "chevron-down")
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the text
        self.clicked.connect(self.open_menu)
        desk.session.changed.connect(self._show_state)
        self._show_state()

    def open_menu(self) -> None:
        """What the state allows, and the ways out of it."""
        menu = self.menu_of_ways()
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_of_ways(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        audit = self._audit()
        menu.addAction(self._told(menu, self._say_state(audit)))
        menu.addSeparator()
        for text, run in self._ways(audit):
            menu.addAction(text, run)
        return menu

    def _ways(self, audit: Audit) -> Sequence[tuple[str, Callable[[], None]]]:
        later, earlier = next_state(audit.state), state_before(audit.state)
        ways: list[tuple[str, Callable[[], None]]] = []
        if later and later is not AuditState.FINAL:
            ways.append((self._("On to “{state}”", state=self._(STATE_NAMES[later])), self._goer(later)))
        if earlier:
            ways.append((self._("Back to “{state}”", state=self._(STATE_NAMES[earlier])), self._goer(earlier)))
        if not audit.is_locked and audit.state not in BEFORE_THE_DAY:
            ways.append((self._("Make the report final…"), self.make_final))
        if not audit.is_locked:
            ways.append((self._("Cancel the day…"), self.cancel_day))
        else:
            ways.append((self._("Reopen…"), self.reopen))
        return ways

    def _goer(self, state: AuditState) -> Callable[[], None]:
        return lambda: self.go_to(state)

    def go_to(self, state: AuditState) -> None:
        """Bring the audit into another state, or say why not."""
        dossier = self._dossier()
        try:
            refuse_state(dossier.audit, state)
            if state is AuditState.CLOSED:
                refuse_end_of_follow_up(dossier.audit, dossier.findings, dossier.actions)
        except Refusal as refusal:
            self._desk.messages.refuse(refusal)
            return
        self._write(dossier.audit, state)

    def make_final(self) -> None:
        """Lock the audit, once the person has seen what is still open and the report is made and kept."""
        from qmsdesk.ui.audits.finalising import FinalDialog  # see `AuditPage._build`

        self._desk.session.flush()
        dossier = self._dossier()
        language = report_language(self._desk, self._audit_id)
        dialog = FinalDialog(self._desk, dossier, language, self.window())
        if dialog.exec() and dialog.issue:
            self._desk.session.settle(finalising(dossier.audit, dialog.issue), self._audit_id)
        dialog.deleteLater()

    def cancel_day(self) -> None:
        audit = self._audit()
        reason = self._ask_reason(
            self._("Cancel the day"),
            self._("What has been written stays, read only. The day can be taken up again later."),
            self._("Cancel the day"),
        )
        if reason:
            self._write(audit, AuditState.CANCELLED, edit_of(audit, "cancellation", reason))

    def reopen(self) -> None:
        """Open a locked audit again: the lead auditor says why, and the reason is kept."""
        dossier = self._dossier()
        reason = self._ask_reason(
            self._("Reopen"),
            self._("The report becomes a draft again. Who opened it, when and why is kept."),
            self._("Reopen"),
        )
        if not reason:
            return
        owner = self._desk.session.owner.id
        try:
            refuse_reopening(dossier.audit, dossier.team, owner, reason)
        except Refusal as refusal:
            self._desk.messages.refuse(refusal)
            return
        trace = Reopening(new_id(), self._audit_id, self._desk.now(), reason, owner)
        state = edit_of(dossier.audit, "state", reopened_state(dossier.audit))
        self._desk.session.settle([*creation_of(trace), state], self._audit_id)

    def _ask_reason(self, title: str, told: str, yes: str) -> str:
        from qmsdesk.ui.audits.reasons import ReasonDialog  # see `AuditPage._build`

        dialog = ReasonDialog(self._desk, title, told, yes, self.window())
        reason = dialog.reason() if dialog.exec() else ""
        dialog.deleteLater()
        return reason

    def _write(self, audit: Audit, state: AuditState, *more: Edit) -> None:
        self._desk.session.write([*more, edit_of(audit, "state", state)])

    def _say_state(self, audit: Audit) -> str:
        if audit.state is AuditState.CANCELLED and audit.cancellation.strip():
            return self._("The day was cancelled: {reason}", reason=audit.cancellation)
        return self._(ALLOWS[audit.state])

    def _told(self, menu: QMenu, text: str) -> QWidgetAction:
        held = QWidget()
        layout = column(self._desk.theme, held, margins=(16, 8), gap=0)
        line = label(text, "muted", wrap=True)
        self._desk.theme.size(line, width=280)
        layout.addWidget(line)
        action = QWidgetAction(menu)
        action.setDefaultWidget(held)
        action.setText(text)
        return action

    def _show_state(self) -> None:
        state = self._(STATE_NAMES[self._audit().state])
        self.setText(state)
        self.setAccessibleName(self._("State: {state}", state=state))

    def _audit(self) -> Audit:
        audit = get(self._desk.session.db, Audit, self._audit_id)
        assert audit is not None, "audits are never removed while their page is open"
        return audit

    def _dossier(self) -> Dossier:
        return load_dossier(self._desk.session.db, self._audit_id)
