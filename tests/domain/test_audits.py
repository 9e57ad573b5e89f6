"""Audits: the way through their states, impartial teams and numbers."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.audits import (
    KIND_NAMES,
    STATE_NAMES,
    TEAM_ROLE_NAMES,
    Audit,
    AuditKind,
    AuditState,
    TeamRole,
    may_follow,
    next_number,
    refuse_if_locked,
    refuse_own_unit,
    refuse_state,
)
from qmsdesk.domain.errors import AuditIsFinal, AuditorAuditsOwnUnit, StateCannotFollow
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.people import Person

# One line for each state an audit is in, one mark for each it might go to, both in their order.
TABLE = """
    planned       . x x x x x x x x x
    preparing     x . x x x x x x x x
    in_progress   . x . x x x x x x x
    conferring    . . x . x x x x x x
    draft_report  . . . x . x x x x x
    fact_check    . . . . x . x x x x
    final         . . . . . . . x x .
    follow_up     . . . . . . . . x .
    closed        . . . . . . . . . .
    cancelled     . . . . . . . . . .
"""
LOCKED = {"final", "follow_up", "closed", "cancelled"}


def audit(state: AuditState = AuditState.PLANNED) -> Audit:
    return Audit("a", "2026-01", "u", "c", dt.date(2026, 11, 22), state=state)


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_the_way_through_the_states(line: str) -> None:
    now, *marks = line.split()

    assert [may_follow(AuditState(now), later) for later in AuditState] == [mark == "x" for mark in marks]


def test_a_state_that_cannot_follow_is_refused_by_name() -> None:
    refuse_state(audit(), AuditState.PREPARING)
    with pytest.raises(StateCannotFollow, match="“Final” and cannot go to “In progress”"):
        refuse_state(audit(AuditState.FINAL), AuditState.IN_PROGRESS)


@pytest.mark.parametrize("state", AuditState)
def test_final_and_after_is_read_only(state: AuditState) -> None:
    assert audit(state).is_locked == (state in LOCKED)
    assert audit(state).is_ahead == (state in ("planned", "preparing"))
    if state not in LOCKED:
        refuse_if_locked(audit(state))
        return
    with pytest.raises(AuditIsFinal):
        refuse_if_locked(audit(state))


def test_nobody_audits_their_own_unit() -> None:
    unit = Unit("u", "d", "Hemtjänst")
    colleague, own = Person("1", "Anna", unit_id="other"), Person("2", "Björn Åkesson", unit_id="u")

    refuse_own_unit([colleague, Person("3", "From outside")], unit)
    with pytest.raises(AuditorAuditsOwnUnit, match="Björn Åkesson works in this unit"):
        refuse_own_unit([colleague, own], unit)


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ([], "2026-01"),
        (["2026-01", "2026-07", "2025-90"], "2026-08"),
        (["2026-99"], "2026-100"),
        (["2026-x", "2026-²", "2026", "12026-04"], "2026-01"),
    ],
)
def test_the_next_number_of_a_year(taken: list[str], following: str) -> None:
    assert next_number(2026, taken) == following


@given(st.lists(st.builds("2026-{}".format, st.text(alphabet="0123456789²x", max_size=3))))
def test_a_number_is_never_given_twice(taken: list[str]) -> None:
    assert next_number(2026, taken) not in taken


def test_everything_a_person_sees_has_a_name() -> None:
    assert set(STATE_NAMES) == set(AuditState)
    assert set(KIND_NAMES) == set(AuditKind)
    assert set(TEAM_ROLE_NAMES) == set(TeamRole)
