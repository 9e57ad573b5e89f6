"""Regradings: when a reason is asked for, and what is kept."""

import datetime as dt
from dataclasses import replace

import pytest

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.regradings import Regrading, needs_reason, regrading_of, regradings_of

AT = dt.datetime(2026, 11, 25, 14, 0, tzinfo=dt.UTC)
AUDIT = Audit("audit", "2026-05", "unit", "list", dt.date(2026, 11, 25))
FINDING = Finding("f", "audit", "A-01", FindingType.OBSERVATION)


@pytest.mark.parametrize(
    ("state", "asks"),
    [(AuditState.PREPARING, False), (AuditState.IN_PROGRESS, False), (AuditState.CONFERRING, True)],
)
def test_a_reason_is_asked_for_when_the_auditors_confer(state: AuditState, asks: bool) -> None:
    assert needs_reason(replace(AUDIT, state=state)) is asks


def test_a_regrading_keeps_was_becomes_reason_and_author() -> None:
    edits = regrading_of(FINDING, FindingType.NONCONFORMITY_MINOR, " Law ", AT, "anna")
    said = {(edit.kind, edit.field): edit.value for edit in edits}

    assert said["finding", "type"] == "nonconformity_minor"
    assert said["regrading", "was"] == "observation"
    assert said["regrading", "becomes"] == "nonconformity_minor"
    assert said["regrading", "reason"] == "Law"
    assert said["regrading", "author_id"] == "anna"


def test_the_history_of_one_finding_is_its_own() -> None:
    mine = Regrading("r1", "audit", "f", FindingType.OBSERVATION, FindingType.STRENGTH, AT)

    assert regradings_of(FINDING, [mine, replace(mine, id="r2", finding_id="g")]) == [mine]
