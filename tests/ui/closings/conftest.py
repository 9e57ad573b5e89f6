"""The demo's improvement day with findings of all types, as it is when the unit comes in."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from qmsdesk.domain.actions import Action
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.main_messages import MainMessage
from qmsdesk.domain.notes import Note
from qmsdesk.domain.records import creation_of
from qmsdesk.store.audits import find_audit
from qmsdesk.ui.closings.page import ClosingPage
from qmsdesk.ui.desk import Desk
from tests.ui.conftest import NOW

SECRET, NOTED = "Brister i behörigheten", "Någon sade något"


def finding(audit: Audit, type_: FindingType, title: str, **held: object) -> Finding:
    return Finding(title, audit.id, "A-01", type_, title, position=title, **held)  # type: ignore[arg-type]


@pytest.fixture
def audit(desk: Desk) -> Audit:
    """Its findings have their titles for ids."""
    audit = find_audit(desk.session.db, "2026-05")
    kinds = FindingType
    records = [
        finding(audit, kinds.NONCONFORMITY_MINOR, "Rutin saknas", requirement="ISO9001:8.5.1", evidence="Tre av åtta"),
        finding(audit, kinds.IMPROVEMENT, "Visa tavlan i mobilen", statement="Den hänger i ett rum"),
        finding(audit, kinds.IMPROVEMENT, "Sluta skriva ut"),
        finding(audit, kinds.STRENGTH, "Brukarna rings upp"),
        finding(audit, kinds.OBSERVATION, SECRET, evidence=f"{SECRET} igen", is_confidential=True),
        Action("done", audit.id, "Sluta skriva ut", "Ta bort skrivaren", "Enhetschef", due_on=dt.date(2027, 1, 15)),
        Action("hidden", audit.id, SECRET, "Byt lås", "IT-chef", due_on=dt.date(2027, 1, 15)),
        MainMessage("m", audit.id, "Ni lyssnar", "m"),
        Note("n", audit.id, desk.session.owner.id, NOW, NOTED),
    ]
    desk.session.write([edit for record in records for edit in creation_of(record)])
    desk.session.flush()
    return audit


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, audit: Audit) -> ClosingPage:
    made = ClosingPage(desk, audit.id)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.turns.finish()
    return made
