"""A new audit: chosen, typed, refused where it must be, and then in the register whole."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit, AuditKind, AuditState, TeamRole
from qmsdesk.domain.checklists import Checklist, ChecklistState
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.renewals import texts_again
from qmsdesk.domain.treatments import treat
from qmsdesk.exchange.first_start import new_register
from qmsdesk.store.audits import count_audits, find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.people import list_people
from qmsdesk.ui.audits.new import NewAuditDialog
from qmsdesk.ui.audits.wishes import usual_day
from qmsdesk.ui.desk import Desk


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> NewAuditDialog:
    made = NewAuditDialog(desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def type_in(qtbot: QtBot, box: object, text: str) -> None:
    line = box.lineEdit()  # type: ignore[attr-defined]
    line.clear()
    qtbot.keyClicks(line, text)


def create(qtbot: QtBot, dialog: NewAuditDialog) -> str:
    with qtbot.waitSignal(dialog.created) as waited:
        qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    assert waited.args is not None
    return str(waited.args[0])


def title_of(dialog: NewAuditDialog) -> str:
    return dialog.checklist.currentText()


def test_a_certified_unit_gets_an_internal_audit_by_its_standard(
    qtbot: QtBot, desk: Desk, dialog: NewAuditDialog
) -> None:
    type_in(qtbot, dialog.unit.unit_box, "property division")
    assert dialog.kinds.kind() is AuditKind.INTERNAL_AUDIT
    assert "ISO 9001" in title_of(dialog)
    dossier = load_dossier(desk.session.db, create(qtbot, dialog))
    audit = dossier.audit
    assert (audit.number, audit.state, audit.kind) == ("2026-06", AuditState.PLANNED, AuditKind.INTERNAL_AUDIT)
    assert audit.objective
    assert "Property Division" in audit.scope
    assert "ISO 9001" in audit.criteria
    assert dossier.lead == desk.session.owner


def test_an_uncertified_unit_gets_an_improvement_day(qtbot: QtBot, dialog: NewAuditDialog) -> None:
    type_in(qtbot, dialog.unit.unit_box, "Adult Education")
    assert dialog.kinds.kind() is AuditKind.IMPROVEMENT_DAY
    assert "common core" in title_of(dialog)


def test_what_was_chosen_stays_whatever_the_unit(qtbot: QtBot, dialog: NewAuditDialog) -> None:
    qtbot.keyClick(dialog.kinds.cards[AuditKind.IMPROVEMENT_DAY], Qt.Key.Key_Space)
    type_in(qtbot, dialog.unit.unit_box, "Property Division")
    assert dialog.kinds.kind() is AuditKind.IMPROVEMENT_DAY


def test_unit_department_and_auditor_can_be_new(qtbot: QtBot, desk: Desk, dialog: NewAuditDialog) -> None:
    type_in(qtbot, dialog.unit.unit_box, "Fritidsgarden")
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    assert "department" in dialog.trouble.text()
    assert dialog.isVisible()
    type_in(qtbot, dialog.unit.department_box, "Kultur")
    type_in(qtbot, dialog.others[0].box, "Nils Ny")
    dossier = load_dossier(desk.session.db, create(qtbot, dialog))
    assert dossier.unit.name_sv == "Fritidsgarden"
    assert dossier.department.name_sv == "Kultur"
    named = [(dossier.person(m.person_id), m.role) for m in dossier.team]
    assert [(p.name, role) for p, role in named if p] == [
        (desk.session.owner.name, TeamRole.LEAD),
        ("Nils Ny", TeamRole.AUDITOR),
    ]


def test_nobody_audits_their_own_unit(qtbot: QtBot, desk: Desk, dialog: NewAuditDialog) -> None:
    own = next(p for p in list_people(desk.session.db) if p.unit_id and p.role.value == "auditor")
    unit = next(u for u in dialog._units if u.id == own.unit_id)
    before = count_audits(desk.session.db)
    type_in(qtbot, dialog.unit.unit_box, unit.name_en)
    place = next(n for n in range(dialog.lead.box.count()) if own.name in dialog.lead.box.itemText(n))
    assert "works in this unit" in dialog.lead.box.itemText(place)
    assert not dialog.lead.box.model().index(place, 0).flags() & Qt.ItemFlag.ItemIsEnabled
    type_in(qtbot, dialog.lead.box, own.name)
    assert own.name in dialog.lead.banner.text()
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert count_audits(desk.session.db) == before


def test_the_own_department_is_only_warned_about(qtbot: QtBot, desk: Desk, dialog: NewAuditDialog) -> None:
    units = {unit.id: unit for unit in dialog._units}
    near, unit = next(
        (person, unit)
        for person in list_people(desk.session.db)
        for unit in dialog._units
        if person.unit_id and person.unit_id != unit.id and units[person.unit_id].department_id == unit.department_id
        and person.role.value in ("auditor", "lead_auditor")
    )  # fmt: skip
    type_in(qtbot, dialog.unit.unit_box, unit.name_en)
    type_in(qtbot, dialog.lead.box, near.name)
    assert "same department" in dialog.lead.banner.text()
    assert load_dossier(desk.session.db, create(qtbot, dialog)).lead == near


def test_cancelling_writes_nothing(qtbot: QtBot, desk: Desk, dialog: NewAuditDialog) -> None:
    before = count_audits(desk.session.db)
    type_in(qtbot, dialog.unit.unit_box, "Fritidsgarden")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    desk.session.flush()
    assert not dialog.isVisible()
    assert count_audits(desk.session.db) == before


def test_the_first_audit_of_an_empty_register(qtbot: QtBot, open_desk: Callable[..., Desk], tmp_path: Path) -> None:
    path = tmp_path / "new.qmsdesk"
    new_register(path, "0123456789abcdef", "Karin Holm").close()
    desk = open_desk(path, language="sv")
    dialog = NewAuditDialog(desk)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.lead.box.text() == "Karin Holm"
    type_in(qtbot, dialog.unit.unit_box, "Biblioteken")
    type_in(qtbot, dialog.unit.department_box, "Kultur")
    audit = load_dossier(desk.session.db, create(qtbot, dialog)).audit
    assert isinstance(audit, Audit)
    assert audit.number == f"{audit.date.year}-01"


@pytest.mark.parametrize("day", [dt.date(2026, 11, n) for n in range(16, 23)])
def test_the_suggested_day_is_a_working_day(day: dt.date) -> None:
    assert usual_day(day).weekday() < 5
    assert (usual_day(day) - day).days >= 21


def test_a_day_in_the_past_is_told_and_not_blocked(qtbot: QtBot, desk: Desk, dialog: NewAuditDialog) -> None:
    assert not dialog.passed.isVisible()
    type_in(qtbot, dialog.unit.unit_box, "Adult Education")
    dialog.day.setDate(QDate(2026, 11, 20))
    assert dialog.passed.isVisible()
    assert load_dossier(desk.session.db, create(qtbot, dialog)).audit.date == dt.date(2026, 11, 20)


def test_a_checklist_without_questions_is_refused_in_a_sentence(
    qtbot: QtBot, desk: Desk, dialog: NewAuditDialog
) -> None:
    before = count_audits(desk.session.db)
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(
            creation_of(Checklist("empty", "empty", "1", "Tom lista", "Empty list", ChecklistState.PUBLISHED))
        )
    again = NewAuditDialog(desk, checklist_id="empty")
    again.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(again)
    again.show()
    type_in(qtbot, again.unit.unit_box, "Adult Education")
    qtbot.mouseClick(again.create_button, Qt.MouseButton.LeftButton)
    assert "has no questions yet" in again.trouble.text()
    assert again.isVisible()
    assert count_audits(desk.session.db) == before


def test_what_is_written_stays_whatever_is_suggested(qtbot: QtBot, desk: Desk, dialog: NewAuditDialog) -> None:
    type_in(qtbot, dialog.unit.unit_box, "Adult Education")
    dialog.purpose.edits["scope"].setPlainText("Only the office")
    dialog.number.setText("KS 2026/9")
    type_in(qtbot, dialog.unit.unit_box, "Property Division")
    audit = load_dossier(desk.session.db, create(qtbot, dialog)).audit
    assert (audit.scope, audit.registration_number) == ("Only the office", "KS 2026/9")
    assert "ISO 9001" in audit.criteria


def test_a_day_begins_with_what_was_planned_last_time(qtbot: QtBot, desk: Desk, dialog: NewAuditDialog) -> None:
    last = load_dossier(desk.session.db, find_audit(desk.session.db, "2026-04").id)
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(treat(last, last.questions[:2], is_left_out=True, reason="Asked in May"))
    assert not dialog.renewal.isVisible()
    type_in(qtbot, dialog.unit.unit_box, last.unit.name_en)
    assert "14 October 2026" in dialog.renewal.box.text()
    assert dialog.purpose.texts()["scope"] != last.audit.scope
    qtbot.keyClick(dialog.renewal.box, Qt.Key.Key_Space)
    new = load_dossier(desk.session.db, create(qtbot, dialog))
    assert texts_again(new.audit) == texts_again(last.audit)
    assert new.checklist == last.checklist
    reasons = {item.question_id: item.reason for item in new.audit_questions if item.is_left_out}
    assert {id_: reason for id_, reason in reasons.items() if reason == "Asked in May"} == {
        question.id: "Asked in May" for question in last.questions[:2]
    }
    assert new.left_out >= {question.id for question in last.questions[:2]}
    assert (last.answers, last.findings) != ((), ())
    assert (new.answers, new.findings, new.notes, new.audit.summary, new.plan) == ((), (), (), "", ())


def test_last_time_is_let_go_again(qtbot: QtBot, dialog: NewAuditDialog) -> None:
    type_in(qtbot, dialog.unit.unit_box, "Property Division")
    usual = dialog.purpose.texts()
    qtbot.keyClick(dialog.renewal.box, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.renewal.box, Qt.Key.Key_Space)
    assert dialog.purpose.texts() == usual
    qtbot.keyClick(dialog.renewal.box, Qt.Key.Key_Space)
    type_in(qtbot, dialog.unit.unit_box, "Contact")
    assert dialog.renewal.last() is None


def test_what_is_filled_in_by_itself_is_asked_for_only_when_wanted(dialog: NewAuditDialog) -> None:
    assert not dialog.number.isVisible()
    dialog.unfold.click()
    assert dialog.number.isVisible()
    assert dialog.focusWidget() is dialog.number
    assert dialog.purpose.isVisible()
    assert not dialog.unfold.isVisible()
