"""A new audit: chosen, typed, refused where it must be, and then in the register whole."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit, AuditKind, AuditState, TeamRole
from qmsdesk.exchange.first_start import new_register
from qmsdesk.store.audits import count_audits
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
