"""The state of a day: what it allows, the ways on, back and out, and that nothing is skipped unseen."""

import os
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidgetAction
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.records import edit_of
from qmsdesk.domain.reports import ReportIssue
from qmsdesk.exchange.verifying import carried_data
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.report_issues import kept_report
from qmsdesk.store.rows import get, select
from qmsdesk.ui.audits.finalising import FinalDialog
from qmsdesk.ui.audits.page import AuditPage
from qmsdesk.ui.audits.prepare import PreparePage
from qmsdesk.ui.audits.reasons import ReasonDialog
from qmsdesk.ui.audits.states import StateButton
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.page import ReportPage
from qmsdesk.ui.theme.buttons import StepButton
from tests.report.pdf_walk import failures
from tests.report.reading import printed_pages

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


def make_final(number: str = "KS 2026/77", changes: str = "") -> Callable[[QDialog], None]:
    def make(dialog: QDialog) -> None:
        assert isinstance(dialog, FinalDialog)
        dialog.number.setText(number)
        if changes:
            dialog.changes.setPlainText(changes)
        dialog.accept_button.click()

    return make


def issues_of(desk: Desk, button: StateButton) -> tuple[ReportIssue, ...]:
    return load_dossier(desk.session.db, button._audit_id).report_issues


def test_a_final_report_is_kept_to_the_byte(
    qtbot: QtBot, desk: Desk, open_button: Callable[[AuditState], StateButton]
) -> None:
    button = open_button(AuditState.DRAFT_REPORT)
    choose(qtbot, desk, button, "On to “Fact check”")

    answer(make_final())
    choose(qtbot, desk, button, "Make the report final…")

    (issue,) = issues_of(desk, button)
    assert (issue.version, issue.is_final, issue.registration_number, issue.changes) == (1, True, "KS 2026/77", "")
    pdf = kept_report(desk.session.path, issue)
    assert pdf is not None
    assert len(pdf) == issue.size_bytes
    data = carried_data(pdf)
    assert data is not None
    assert (data["report"]["version"], data["audit"]["state"]) == (1, "final")
    assert failures(pdf) == []

    assert not desk.session.can_undo  # or the state before could be had back without a reason
    page = ReportPage(desk, button._audit_id)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.pdf == pdf)


def test_a_full_disk_leaves_the_report_a_draft(
    qtbot: QtBot, desk: Desk, open_button: Callable[[AuditState], StateButton], monkeypatch: pytest.MonkeyPatch
) -> None:
    button = open_button(AuditState.DRAFT_REPORT)

    def full(_handle: int) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(os, "fsync", full)
    said: list[str] = []

    def make(dialog: QDialog) -> None:
        make_final()(dialog)
        assert isinstance(dialog, FinalDialog)
        dialog.reject()  # not while it is being made
        assert dialog.isVisible()
        qtbot.waitUntil(dialog.accept_button.isEnabled)
        said.append(dialog.told.text())
        dialog.reject()

    answer(make)
    button.make_final()

    assert said[0].endswith("could not be written: the disk is full. Choose another place.")
    assert audit_of(desk, button).state is AuditState.DRAFT_REPORT
    assert audit_of(desk, button).registration_number != "KS 2026/77"
    assert issues_of(desk, button) == ()


def test_a_new_version_says_what_changed(
    qtbot: QtBot, desk: Desk, open_button: Callable[[AuditState], StateButton]
) -> None:
    button = open_button(AuditState.DRAFT_REPORT)
    dossier = load_dossier(desk.session.db, button._audit_id)
    assert dossier.lead
    desk.session.owner = dossier.lead
    answer(make_final())
    choose(qtbot, desk, button, "Make the report final…")
    answer(give_reason("Ett datum är fel."))
    choose(qtbot, desk, button, "Reopen…")
    assert not desk.session.can_undo
    finding = dossier.findings[0]
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write([edit_of(finding, "title", "Rättad")])
    proposed: list[str] = []

    def correct(dialog: QDialog) -> None:
        assert isinstance(dialog, FinalDialog)
        assert not dialog.accept_button.isEnabled()
        qtbot.waitUntil(dialog.accept_button.isEnabled)
        proposed.append(dialog.changes.toPlainText())
        make_final(changes="Datumet är rättat.")(dialog)

    answer(correct)
    choose(qtbot, desk, button, "Make the report final…")

    assert proposed == [f"Ett datum är fel.\nFindings changed: {finding.number}."]
    first, second = issues_of(desk, button)
    assert (first.version, second.version, second.changes) == (1, 2, "Datumet är rättat.")
    pdf = kept_report(desk.session.path, second) or b""
    printed = " ".join(" ".join(printed_pages(pdf)).split())
    assert "Version 2" in printed
    assert "Datumet är rättat." in printed


def test_another_language_of_an_issued_report_is_made_once(
    qtbot: QtBot, desk: Desk, open_button: Callable[[AuditState], StateButton]
) -> None:
    button = open_button(AuditState.DRAFT_REPORT)
    answer(make_final())
    choose(qtbot, desk, button, "Make the report final…")
    (issue,) = issues_of(desk, button)
    page = ReportPage(desk, button._audit_id)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(page.pdf))

    page._choose_language("sv")
    qtbot.waitUntil(lambda: len(issues_of(desk, button)) == 2)
    qtbot.waitUntil(lambda: page.pdf == kept_report(desk.session.path, issues_of(desk, button)[-1]))
    copy = issues_of(desk, button)[-1]
    assert (copy.version, copy.language, copy.is_final) == (1, "sv", False)
    assert copy.sha256 != issue.sha256


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
