"""Openings: the script of each kind of day, and the start of its clock."""

import datetime as dt

import pytest

from qmsdesk.domain.audits import Audit, AuditKind, AuditState
from qmsdesk.domain.errors import AuditIsFinal
from qmsdesk.domain.openings import (
    OpeningCheck,
    Participant,
    begin_day,
    cards_done,
    opening_check_id,
    people_present,
    script_of,
)

NINE = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)


def audit(state: AuditState) -> Audit:
    return Audit("a", "2026-05", "u", "c", dt.date(2026, 11, 25), state=state)


def test_each_kind_of_day_has_its_own_words() -> None:
    friendly, formal = (script_of(kind) for kind in (AuditKind.IMPROVEMENT_DAY, AuditKind.INTERNAL_AUDIT))

    assert [card.key for card in friendly] == ["who", "purpose", "day", "notes", "roles", "facts", "feedback"]
    assert {card.key for card in formal} - {card.key for card in friendly} == {"grades"}
    assert not {card.text for card in friendly} & {card.text for card in formal}


@pytest.mark.parametrize("kind", AuditKind)
def test_a_card_is_short_enough_to_be_said(kind: AuditKind) -> None:
    for card in script_of(kind):
        sentences = sum(card.text.count(end) for end in (". ", "? ")) + 1
        assert 2 <= sentences <= 4, card.key
        assert len(card.text) < 230, card.key


def test_what_was_checked_and_unchecked() -> None:
    checks = [
        OpeningCheck(opening_check_id("a", key), "a", key, on)
        for key, on in (("who", True), ("day", False), ("notes", True))
    ]

    assert cards_done(checks) == {"who", "notes"}
    assert opening_check_id("a", "who") != opening_check_id("b", "who")


def test_the_sum_of_those_present() -> None:
    assert people_present([Participant("1", "a", "Manager"), Participant("2", "a", "Employees", 6)]) == 7
    assert people_present([]) == 0


@pytest.mark.parametrize("state", [AuditState.PLANNED, AuditState.PREPARING])
def test_the_start_of_the_day_brings_the_audit_into_progress(state: AuditState) -> None:
    edits = {edit.field: edit.value for edit in begin_day(audit(state), NINE)}

    assert edits == {"opened_at": "2026-11-25T09:00:00.000+00:00", "state": "in_progress"}


@pytest.mark.parametrize("state", [AuditState.IN_PROGRESS, AuditState.CONFERRING, AuditState.DRAFT_REPORT])
def test_a_late_start_of_the_clock_takes_no_audit_back(state: AuditState) -> None:
    assert [edit.field for edit in begin_day(audit(state), NINE)] == ["opened_at"]


def test_what_is_final_does_not_begin() -> None:
    with pytest.raises(AuditIsFinal):
        begin_day(audit(AuditState.FINAL), NINE)
