"""What a report said, its copies say too, whatever has become of it since."""

import datetime as dt
from dataclasses import replace

import pytest

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.changes import DELETED
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.organisation import Certificate
from qmsdesk.domain.ready_texts import ReadyPlace, ReadyText
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.reopenings import Reopening
from qmsdesk.domain.reports import ReportIssue, SignOff
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.pasts import reported_dossier
from qmsdesk.store.register import Register
from tests.store.finals import final_of
from tests.store.town import ANNA, AUDIT, DAY, DEPARTMENT, MOMENT, ORGANISATION, TOWN, UNIT, creations

BEFORE = replace(AUDIT, id="a0", number="2025-01", date=DAY - dt.timedelta(days=365), state=AuditState.FOLLOW_UP)
PROPOSAL = Finding("f0", "a0", "A-01", FindingType.IMPROVEMENT, "Tavla")
OLD, UNDATED = Action("x0", "a0", "f0", "Sätt upp en tavla", due_on=DAY), Action("x00", "a0", "f0", "Fråga andra")
CLOSING = ReadyText("rt9", ReadyPlace.CLOSING, "Tack", "Thanks")
GONE = Action("x7", "a1", "f1", "Tas bort", due_on=DAY)


@pytest.fixture
def issued(register: Register) -> Register:
    """A register whose report has been issued, with everything in it that may go on after a report."""
    town = [each for each in TOWN if not isinstance(each, ReportIssue)]
    register.write(creations([*town, BEFORE, PROPOSAL, OLD, UNDATED, CLOSING, GONE]), guarded=False)
    register.write([edit_of(GONE, "owner", "Bo"), edit_of(GONE, "owner", "Bo Åberg")])
    register.write(final_of(register.path, AUDIT))
    return register


def test_a_copy_tells_of_everything_as_the_report_did(issued: Register) -> None:
    told = load_dossier(issued.db, "a1")
    assert reported_dossier(issued.db, "a1") == told

    action = next(each for each in told.actions if each.id != GONE.id)
    issued.write([edit_of(action, "text", "Något annat"), edit_of(action, "due_on", None), edit_of(GONE, DELETED, 1)])
    issued.write([edit_of(OLD, "state", ActionState.IMPLEMENTED), *creation_of(Action("x9", "a1", "f1", "Ny"))])
    issued.write(creation_of(SignOff("s9", "a1", "Bo", "Chef", MOMENT)))
    issued.write(
        [edit_of(UNIT, "name_sv", "Ny enhet"), edit_of(DEPARTMENT, "name_sv", "Ny"), edit_of(ANNA, "name", "A")]
    )
    issued.write([edit_of(ORGANISATION, "name", "Storkommun"), edit_of(ORGANISATION, "accent", "#aa0000")])
    issued.write([edit_of(CLOSING, "text_sv", "Hej"), *creation_of(ReadyText("rt8", ReadyPlace.METHOD, "Så"))])
    issued.write(creation_of(Certificate("z9", "u1", "ISO 14001", "2015")))

    now = load_dossier(issued.db, "a1")
    differing = ("actions", "sign_offs", "unit", "department", "people", "organisation", "ready_texts", "certificates")
    assert all(getattr(now, name) != getattr(told, name) for name in (*differing, "earlier", "trend"))
    assert reported_dossier(issued.db, "a1") == replace(told, work=now.work)


def test_what_is_a_draft_again_is_told_as_it_is(issued: Register) -> None:
    issued.write([edit_of(GONE, "text", "Nu")])
    issued.write([*creation_of(Reopening("o9", "a1", MOMENT)), edit_of(AUDIT, "state", AuditState.DRAFT_REPORT)])

    assert reported_dossier(issued.db, "a1") == load_dossier(issued.db, "a1")
