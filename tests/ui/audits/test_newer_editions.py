"""Prepare says that its checklist has a newer edition, and the lead moves the audit there."""

from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.editions import new_edition, publishing
from qmsdesk.domain.people import Person
from qmsdesk.domain.records import creation_of
from qmsdesk.store.audits import list_audits
from qmsdesk.store.checklists import load_own
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.audits.preparing.newer_editions import NewerEdition
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.editions import MoveDialog


def publish_next(desk: Desk, checklist_id: str) -> str:
    new = new_edition(load_own(desk.session.db, checklist_id), "1.1")
    desk.session.write([edit for record in new.records for edit in creation_of(record)])
    desk.session.write(publishing(new, []))
    desk.session.flush()
    return new.checklist.id


def open_audit(desk: Desk) -> str:
    """One that holds answers and may still change."""
    return next(line.audit.id for line in list_audits(desk.session.db) if line.answers and not line.audit.is_locked)


def dialog_of(desk: Desk, qtbot: QtBot, audit_id: str) -> tuple[NewerEdition, MoveDialog]:
    notice = NewerEdition(desk)
    qtbot.addWidget(notice)
    notice.show_dossier(load_dossier(desk.session.db, audit_id))
    assert "1.1" in notice.banner.text()
    notice.open_move()
    dialog = notice.findChild(MoveDialog)
    assert dialog is not None
    return notice, dialog


def test_the_lead_moves_an_audit_with_all_that_was_said(desk: Desk, qtbot: QtBot) -> None:
    audit_id = open_audit(desk)
    before = load_dossier(desk.session.db, audit_id)
    new_id = publish_next(desk, before.checklist.id)
    assert before.lead is not None
    desk.session.owner = before.lead
    _notice, dialog = dialog_of(desk, qtbot, audit_id)
    assert dialog.move_button.isEnabled()
    dialog.move_button.click()
    desk.session.flush()
    after = load_dossier(desk.session.db, audit_id)

    assert after.checklist.id == new_id
    told = [sorted(held.numbers[each.question_id] for each in held.answers) for held in (before, after)]
    assert told[0] == told[1] != []
    assert {each.question_id for each in after.findings} <= {None, *(question.id for question in after.questions)}
    desk.session.undo()
    desk.session.flush()
    assert load_dossier(desk.session.db, audit_id).answers == before.answers


def test_anybody_else_reads_why_not(desk: Desk, qtbot: QtBot) -> None:
    audit_id = open_audit(desk)
    publish_next(desk, load_dossier(desk.session.db, audit_id).checklist.id)
    desk.session.owner = Person("somebody", "Rolf")
    _notice, dialog = dialog_of(desk, qtbot, audit_id)

    assert not dialog.move_button.isEnabled()
    assert "lead auditor" in dialog.banner.text()


def test_without_a_newer_edition_nothing_is_said(desk: Desk, qtbot: QtBot) -> None:
    notice = NewerEdition(desk)
    qtbot.addWidget(notice)
    notice.show_dossier(load_dossier(desk.session.db, open_audit(desk)))

    assert notice.isHidden()


def test_a_locked_audit_stays_where_it_is(desk: Desk, qtbot: QtBot) -> None:
    lines = [line.audit for line in list_audits(desk.session.db) if line.audit.state is AuditState.CLOSED]
    dossier = load_dossier(desk.session.db, lines[0].id)
    publish_next(desk, dossier.checklist.id)
    notice = NewerEdition(desk)
    qtbot.addWidget(notice)
    notice.show_dossier(dossier)

    assert notice.isHidden()
