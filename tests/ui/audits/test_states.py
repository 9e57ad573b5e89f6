"""The state of a day: what it allows, the ways on, back and out, and that nothing is skipped unseen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidgetAction
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.records import edit_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.rows import get, select
from qmsdesk.ui.audits.finalising import FinalDialog
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.audits.prepare import PreparePage
from qmsdesk.ui.audits.reasons import ReasonDialog
from qmsdesk.ui.audits.states import StateButton
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.buttons import StepButton

Told = list[str]


@pytest.fixture
def told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Told:
    """The sentences of refusals, which would otherwise wait for somebody to close their box."""
    said: Told = []
    monkeypatch.setattr(desk.messages, "refuse", lambda refusal: said.append(refusal.say(desk.words)))
    return said


@pytest.fixture
def open_button(qtbot: QtBot, desk: Desk) -> Callable[[AuditState], StateButton]:
    def open_(state: AuditState) -> StateButton:
        audit = next(audit for audit in select(desk.session.db, Audit) if audit.state is state)
        button = StateButton(desk, audit.id)
        qtbot.addWidget(button)
        button.show()
        return button

    return open_


def audit_of(desk: Desk, button: StateButton) -> Audit:
    audit = get(desk.session.db, Audit, button._audit_id)
    assert audit
    return audit


def ways(menu: QMenu) -> list[str]:
    return [
        entry.text() for entry in menu.actions() if not entry.isSeparator() and not isinstance(entry, QWidgetAction)
    ]


def choose(qtbot: QtBot, desk: Desk, button: StateButton, text: str) -> None:
    entry = next(entry for entry in button.menu_of_ways().actions() if entry.text() == text)
    with qtbot.waitSignal(desk.session.changed):
        entry.trigger()


def answer(act: Callable[[QDialog], None]) -> None:
    """Do something in the dialog that is about to open."""

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        act(dialog)

    QTimer.singleShot(0, find)


def give_reason(reason: str) -> Callable[[QDialog], None]:
    def give(dialog: QDialog) -> None:
        assert isinstance(dialog, ReasonDialog)
        assert not dialog.accept_button.isEnabled()
        dialog.editor.setPlainText(reason)
        dialog.accept_button.click()

    return give


def test_each_state_says_what_it_allows_and_where_it_leads(open_button: Callable[[AuditState], StateButton]) -> None:
    button = open_button(AuditState.PREPARING)
    menu = button.menu_of_ways()

    assert button.text() == "Preparing"
    assert menu.actions()[0].text() == "Team, questions and plan are being made ready."
    assert ways(menu) == ["On to “In progress”", "Back to “Planned”", "Cancel the day…"]
    assert ways(open_button(AuditState.FINAL).menu_of_ways()) == ["On to “Follow-up”", "Reopen…"]
    assert "Make the report final…" in ways(open_button(AuditState.DRAFT_REPORT).menu_of_ways())


def test_on_and_back_again(qtbot: QtBot, desk: Desk, open_button: Callable[[AuditState], StateButton]) -> None:
    button = open_button(AuditState.DRAFT_REPORT)

    choose(qtbot, desk, button, "On to “Fact check”")
    assert audit_of(desk, button).state is AuditState.FACT_CHECK
    assert button.text() == "Fact check"
    choose(qtbot, desk, button, "Back to “Draft report”")
    assert audit_of(desk, button).state is AuditState.DRAFT_REPORT


def test_a_cancelled_day_says_why_and_can_be_taken_up_again(
    qtbot: QtBot, desk: Desk, open_button: Callable[[AuditState], StateButton]
) -> None:
    button = open_button(AuditState.PREPARING)
    lead = load_dossier(desk.session.db, button._audit_id).lead
    assert lead
    desk.session.owner = lead

    answer(give_reason("Chefen är sjuk."))
    choose(qtbot, desk, button, "Cancel the day…")
    assert audit_of(desk, button).is_locked
    assert button.menu_of_ways().actions()[0].text() == "The day was cancelled: Chefen är sjuk."

    answer(give_reason("Ny dag bokad."))
    choose(qtbot, desk, button, "Reopen…")
    dossier = load_dossier(desk.session.db, button._audit_id)
    assert dossier.audit.state is AuditState.PREPARING
    assert [held.reason for held in dossier.reopenings] == ["Ny dag bokad."]


def test_a_final_report_asks_for_its_number_and_locks(
    qtbot: QtBot, desk: Desk, open_button: Callable[[AuditState], StateButton]
) -> None:
    button = open_button(AuditState.DRAFT_REPORT)

    def register(dialog: QDialog) -> None:
        assert isinstance(dialog, FinalDialog)
        dialog.number.setText(" KS 2026/77 ")
        dialog.accept_button.click()

    answer(register)
    choose(qtbot, desk, button, "Make the report final…")

    audit = audit_of(desk, button)
    assert (audit.state, audit.registration_number) == (AuditState.FINAL, "KS 2026/77")
    assert not desk.session.can_undo
    with qtbot.waitSignal(desk.session.failed):
        desk.session.write([edit_of(audit, "scope", "Something else")])


def test_only_the_lead_reopens_and_it_leaves_a_trace(
    qtbot: QtBot, desk: Desk, told: Told, open_button: Callable[[AuditState], StateButton]
) -> None:
    button = open_button(AuditState.FINAL)
    dossier = load_dossier(desk.session.db, button._audit_id)
    assert dossier.lead
    others = [person for person in (dossier.people or {}).values() if person != dossier.lead]

    desk.session.owner = others[0]
    answer(give_reason("Ett datum är fel."))
    button.reopen()
    assert told == [f"Audit {dossier.audit.number} can be reopened by its lead auditor only. Ask them."]
    assert audit_of(desk, button).state is AuditState.FINAL

    desk.session.owner = dossier.lead
    answer(give_reason("Ett datum är fel."))
    choose(qtbot, desk, button, "Reopen…")
    after = load_dossier(desk.session.db, button._audit_id)
    assert after.audit.state is AuditState.DRAFT_REPORT
    assert [(held.reason, held.person_id) for held in after.reopenings] == [("Ett datum är fel.", dossier.lead.id)]


def test_follow_up_does_not_end_while_something_is_open(
    desk: Desk, told: Told, open_button: Callable[[AuditState], StateButton]
) -> None:
    button = open_button(AuditState.FOLLOW_UP)

    button.go_to(AuditState.CLOSED)

    assert len(told) == 1
    assert "still has something open" in told[0]
    assert audit_of(desk, button).state is AuditState.FOLLOW_UP


def test_what_does_not_follow_is_refused(
    desk: Desk, told: Told, open_button: Callable[[AuditState], StateButton]
) -> None:
    button = open_button(AuditState.FOLLOW_UP)

    button.go_to(AuditState.CONFERRING)

    assert "cannot go to “Conferring”" in told[0]
    assert audit_of(desk, button).state is AuditState.FOLLOW_UP


def test_prepare_can_be_written_in_again_once_the_day_is_reopened(qtbot: QtBot, desk: Desk) -> None:
    audit = next(audit for audit in select(desk.session.db, Audit) if audit.state is AuditState.FINAL)
    page = AuditPage(desk, audit.id)
    qtbot.addWidget(page)
    page.show_step("prepare")
    page.show()
    assert isinstance(page.step, PreparePage)
    assert page.step.facts.number.isReadOnly()
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write([edit_of(audit, "state", AuditState.DRAFT_REPORT)])
    assert isinstance(page.step, PreparePage)
    assert page.step_key == "prepare"
    assert not page.step.facts.number.isReadOnly()
    qtbot.waitUntil(lambda: isinstance(page.step, PreparePage) and page.step.plan.add.isVisible())


def test_a_step_that_is_over_is_ticked_off_and_says_so(qtbot: QtBot, desk: Desk) -> None:
    audit = next(audit for audit in select(desk.session.db, Audit) if audit.state is AuditState.PREPARING)
    page = AuditPage(desk, audit.id)
    qtbot.addWidget(page)
    ticked = [button for button in page.findChildren(StepButton) if button.is_done]
    assert not ticked
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write([edit_of(audit, "state", AuditState.IN_PROGRESS)])
    ticked = [button for button in page.findChildren(StepButton) if button.is_done]
    assert [button.accessibleName() for button in ticked] == [desk.words("{step}, done", step=desk.words("Prepare"))]
