"""Audits in the register: lists, counts, and what is found by number or id."""

import datetime as dt
from dataclasses import replace

import pytest

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import Audit, AuditQuestion, AuditState, TeamMember, TeamRole
from qmsdesk.domain.changes import DELETED
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.errors import AuditNotFound
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.records import edit_of
from qmsdesk.store.actions import count_open, count_overdue, list_actions
from qmsdesk.store.audits import (
    audit_before,
    audits_ahead,
    audits_in_draft,
    audits_missed,
    audits_of_day,
    audits_of_person,
    count_audits,
    find_audit,
    list_audits,
    planned_minutes,
    taken_numbers,
    team_of,
    unit_of,
)
from qmsdesk.store.register import Register
from tests.store.town import ANNA, AUDIT, DAY, FINDING, UNIT, creations

LATER = replace(
    AUDIT, id="a2", number="2026-02", date=DAY + dt.timedelta(days=7), state=AuditState.PLANNED, starts_at=None
)
EARLIER = replace(AUDIT, id="a3", number="2025-09", date=DAY - dt.timedelta(days=365), state=AuditState.CLOSED)
DRAFT = replace(AUDIT, id="a4", number="2026-03", date=DAY - dt.timedelta(days=9), state=AuditState.DRAFT_REPORT)
MISSED = replace(AUDIT, id="a5", number="2026-04", date=DAY - dt.timedelta(days=3), state=AuditState.PREPARING)
CANCELLED = replace(AUDIT, id="a6", number="2026-05", state=AuditState.CANCELLED)
DELETED_ONE = replace(AUDIT, id="a7", number="2026-06")
OTHERS = [LATER, EARLIER, DRAFT, MISSED, CANCELLED, DELETED_ONE]


@pytest.fixture
def year(town: Register) -> Register:
    town.write(creations(OTHERS), guarded=False)
    town.write([edit_of(DELETED_ONE, DELETED, 1)])
    return town


def ids(audits: list[Audit]) -> list[str]:
    return [audit.id for audit in audits]


def test_the_list_has_the_newest_day_first_and_nothing_deleted(year: Register) -> None:
    lines = list_audits(year.db)

    assert [line.audit.id for line in lines] == ["a2", "a6", "a1", "a5", "a4", "a3"]
    assert lines[2].audit == AUDIT
    assert lines[2].unit == UNIT
    assert count_audits(year.db) == 6


def test_a_line_counts_what_the_audit_holds(town: Register) -> None:
    open_action = Action("x2", "a1", "f1", state=ActionState.IN_PROGRESS)
    taken_back = Answer("an2", "a1", "q1", "p2", None)
    gone = Finding("f2", "a1", "A-02")
    town.write(creations([open_action, taken_back, gone, Action("x3", "a1", "f2")]))
    (before,) = list_audits(town.db)
    assert (before.findings, before.open_actions, before.answers) == (2, 2, 1)

    town.write([edit_of(gone, DELETED, 1)])

    (line,) = list_audits(town.db)
    assert (line.findings, line.open_actions, line.answers) == (1, 1, 1)
    assert count_open(town.db, "a1") == 1


@pytest.mark.parametrize("wanted", ["a1", "2026-01"])
def test_an_audit_is_found_by_number_or_id(year: Register, wanted: str) -> None:
    assert find_audit(year.db, wanted) == AUDIT


@pytest.mark.parametrize("wanted", ["", "2026-06", "a7", "2026-99"])
def test_an_audit_that_is_not_there_is_said_to_be_missing(year: Register, wanted: str) -> None:
    with pytest.raises(AuditNotFound):
        find_audit(year.db, wanted)


def test_what_lies_ahead(year: Register) -> None:
    assert ids(audits_ahead(year.db, DAY)) == ["a1", "a2"]
    assert ids(audits_ahead(year.db, DAY + dt.timedelta(days=1))) == ["a2"]
    assert ids(audits_of_person(year.db, ANNA.id, DAY)) == ["a1"]
    assert ids(audits_of_person(year.db, "p2", DAY)) == []
    year.write(
        creations([TeamMember("m2", "a2", "p2", TeamRole.AUDITOR, "k"), TeamMember("m3", "a6", "p2")]), guarded=False
    )
    assert ids(audits_of_person(year.db, "p2", DAY)) == ["a2"]


def test_what_the_day_and_the_past_ask_for(year: Register) -> None:
    assert ids(audits_of_day(year.db, DAY)) == ["a1"]
    assert ids(audits_of_day(year.db, DAY + dt.timedelta(days=7))) == ["a1", "a2"]
    assert ids(audits_missed(year.db, DAY)) == ["a5"]
    assert ids(audits_in_draft(year.db)) == ["a4"]
    before = audit_before(year.db, AUDIT)
    assert before is not None
    assert before.id == "a4"
    assert audit_before(year.db, EARLIER) is None


def test_the_team_stands_in_its_order(town: Register) -> None:
    town.write(creations([TeamMember("m2", "a1", "p2", position="a"), TeamMember("m3", "a1", "p2", position="z")]))

    assert [member.id for member in team_of(town.db, "a1")] == ["m2", "m1", "m3"]


def test_a_number_is_taken_for_ever(year: Register) -> None:
    assert "2026-06" in taken_numbers(year.db)


def test_an_audit_keeps_its_unit_though_the_unit_is_gone(town: Register) -> None:
    town.write([edit_of(UNIT, DELETED, 1)])

    assert unit_of(town.db, AUDIT) == UNIT


def test_planned_minutes_leave_out_what_is_left_out(town: Register) -> None:
    town.write(creations([Question("q2", "s1", "A2", "k"), Question("q3", "s1", "A3", "l", minutes=20)]))
    assert planned_minutes(town.db, AUDIT) == (3, 37)

    town.write(creations([AuditQuestion("aq3", "a1", "q3", is_left_out=True)]))
    assert planned_minutes(town.db, AUDIT) == (2, 17)


def test_actions_stand_as_they_are_due_and_overdue_ones_are_counted_as_listed(town: Register) -> None:
    gone = Finding("f2", "a1", "A-02")
    town.write(
        creations(
            [
                gone,
                replace(LATER, state=AuditState.FINAL),
                Finding("f3", "a2", "A-03"),
                Action("open-late", "a1", "f1", due_on=DAY),
                Action("open-later", "a1", "f1", due_on=DAY + dt.timedelta(days=30)),
                Action("open-sometime", "a1", "f1"),
                Action("of-nothing", "a1", "f2", due_on=DAY),
                Action("elsewhere", "a2", "f3", due_on=DAY - dt.timedelta(days=1)),
                Action("closed", "a1", "f1", due_on=DAY, state=ActionState.CLOSED),
            ]
        ),
        guarded=False,
    )
    today = DAY + dt.timedelta(days=1)
    town.write([edit_of(gone, DELETED, 1)])

    lines = list_actions(town.db)

    order = ["elsewhere", "open-late", "open-later", "open-sometime", "x1", "closed"]
    assert [line.action.id for line in lines] == order
    assert (lines[1].finding, lines[1].audit, lines[1].unit) == (FINDING, AUDIT, UNIT)
    assert [line.action.id for line in list_actions(town.db, "a2")] == ["elsewhere"]
    assert count_overdue(town.db, today.isoformat()) == sum(line.action.is_overdue(today) for line in lines) == 2

    town.write([edit_of(LATER, DELETED, 1)], guarded=False)
    assert count_overdue(town.db, today.isoformat()) == 1


def test_verdicts_are_counted_once_for_each_question(town: Register) -> None:
    town.write(creations([Answer("an2", "a1", "q1", "p2", Verdict.PARTLY)]))

    assert list_audits(town.db)[0].answers == 1
