"""Times: sittings from the log, proposals from plan and clock, and a person's own figure before them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.audits import Audit, AuditState, TeamMember, TeamRole
from qmsdesk.domain.changes import DELETED
from qmsdesk.domain.openings import Participant
from qmsdesk.domain.plan import PlanSlot
from qmsdesk.domain.times import (
    Held,
    Share,
    TimeEntry,
    TimePhase,
    TimeSide,
    Work,
    correct,
    minutes_spent,
    prepared_until,
    proposals,
    time_entry_id,
    times_of,
    withdraw,
    worked_minutes,
)

DAY = dt.date(2026, 11, 25)
OPENED = dt.datetime(2026, 11, 25, 8, 32, tzinfo=dt.UTC)
AUDITORS_DAY, UNIT_DAY = (TimeSide.AUDITORS, TimePhase.DAY), (TimeSide.UNIT, TimePhase.DAY)
AUDITORS_AFTER = TimeSide.AUDITORS, TimePhase.AFTER
LEAD, AUDITOR = TeamMember("1", "a", "p1", TeamRole.LEAD), TeamMember("2", "a", "p2")


def audit(state: AuditState = AuditState.DRAFT_REPORT, opened: bool = False, minutes: int | None = None) -> Audit:
    closed = OPENED + dt.timedelta(minutes=minutes) if minutes is not None else None
    return Audit(
        "a",
        "2026-05",
        "u",
        "c",
        DAY,
        state=state,
        starts_at=dt.time(8),
        ends_at=dt.time(15),
        opened_at=OPENED if opened else None,
        closed_at=closed,
    )


def slot(starts: str, ends: str | None, people: int = 0) -> PlanSlot:
    until = dt.time.fromisoformat(ends) if ends else None
    return PlanSlot(starts, "a", dt.time.fromisoformat(starts), until, unit_people=people)


def moments(*minutes: float) -> list[dt.datetime]:
    return [OPENED + dt.timedelta(minutes=each) for each in minutes]


# --- the log ---


@pytest.mark.parametrize(
    ("written", "worked"),
    [
        ((), 0),
        ((0,), 1),
        ((0, 9.9), 10),
        ((0, 10), 2),
        ((0, 5, 12, 60, 61.5), 14),
        ((30, 0, 9, 18, 27), 30),
    ],
)
def test_changes_close_to_each_other_are_one_sitting(written: tuple[float, ...], worked: int) -> None:
    assert worked_minutes(moments(*written)) == worked


@given(st.lists(st.floats(0, 600), min_size=1))
def test_nobody_worked_longer_than_from_first_to_last(written: list[float]) -> None:
    assert 1 <= worked_minutes(moments(*written)) <= max(max(written) - min(written), len(written)) + 1


def test_preparing_ends_when_the_day_begins_or_was_to_begin() -> None:
    assert prepared_until(audit(opened=True)) == OPENED
    assert prepared_until(audit()) == dt.datetime(2026, 11, 25, 8).astimezone()


# --- the proposal ---


def test_the_auditors_day_goes_from_opening_to_closing_for_each_of_them() -> None:
    trainee, observer = TeamMember("3", "a", "p3", TeamRole.TRAINEE), TeamMember("4", "a", "p4", TeamRole.OBSERVER)
    held = Held(audit(opened=True, minutes=414), [slot("08:00", "12:00")], [LEAD, AUDITOR, trainee, observer])

    assert proposals(held)[AUDITORS_DAY] == Share(414, 3)


@pytest.mark.parametrize(
    ("plan", "minutes"),
    [([], 420), ([slot("08:30", "08:45"), slot("14:45", "15:30")], 420), ([slot("09:00", "12:00")], 180)],
)
def test_where_the_clock_did_not_run_the_plan_says_it(plan: list[PlanSlot], minutes: int) -> None:
    for known in (audit(), audit(opened=True)):
        assert proposals(Held(known, plan, [LEAD, AUDITOR]))[AUDITORS_DAY] == Share(minutes, 2)


def test_a_day_that_ended_before_it_began_took_no_time() -> None:
    assert proposals(Held(audit(opened=True, minutes=-5), team=[LEAD]))[AUDITORS_DAY].total == 0


@pytest.mark.parametrize("state", [AuditState.PLANNED, AuditState.PREPARING, AuditState.CANCELLED])
def test_what_has_not_taken_place_took_no_time(state: AuditState) -> None:
    held = Held(audit(state), [slot("08:30", "12:00", 4)], [LEAD], [Participant("1", "a", "Manager")], Work(25, 0))

    assert [place for place, share in proposals(held).items() if share.total] == [(TimeSide.AUDITORS, TimePhase.BEFORE)]


def test_the_units_hours_are_those_of_the_plan_shared_among_those_who_came() -> None:
    plan = [slot("08:30", "08:45", 7), slot("08:45", "09:45", 1), slot("10:00", "11:30", 5), slot("12:00", None, 9)]
    spent = 15 * 7 + 60 + 90 * 5

    alone = proposals(Held(audit(), plan))[UNIT_DAY]
    shared = proposals(Held(audit(), plan, participants=[Participant("1", "a", "Employees", 5)]))[UNIT_DAY]
    assert alone == Share(round(spent / 9), 9)
    assert shared == Share(spent // 5, 5)


@pytest.mark.parametrize(
    ("plan", "minutes"),
    [
        ([], 15 + 45),
        ([slot("08:30", "09:00")], 30),
        ([slot("08:30", "08:50"), slot("09:00", "12:00"), slot("14:00", "14:40")], 60),
    ],
)
def test_without_numbers_in_the_plan_all_were_at_the_opening_and_the_closing(
    plan: list[PlanSlot], minutes: int
) -> None:
    came = [Participant("1", "a", "Manager"), Participant("2", "a", "Employees", 5)]

    assert proposals(Held(audit(), plan, participants=came))[UNIT_DAY] == Share(minutes, 6)
    assert proposals(Held(audit(), plan))[UNIT_DAY].total == 0


# --- what counts ---


def entry(minutes: int, people: int, id_: str = "") -> TimeEntry:
    return TimeEntry(id_ or time_entry_id("a", *AUDITORS_DAY), "a", TimeSide.AUDITORS, minutes, people)


def figure_of(held: Held, entries: list[TimeEntry]) -> tuple[Share, Share, bool]:
    figure = next(each for each in times_of(held, entries) if (each.side, each.phase) == AUDITORS_DAY)
    return figure.share, figure.proposal, figure.is_corrected


def test_a_persons_own_figure_wins_also_when_it_is_nothing() -> None:
    held = Held(audit(), team=[LEAD, AUDITOR])

    assert figure_of(held, []) == (Share(420, 2), Share(420, 2), False)
    assert figure_of(held, [entry(400, 2)]) == (Share(400, 2), Share(420, 2), True)
    assert figure_of(held, [entry(0, 0)]) == (Share(0, 0), Share(420, 2), True)


def test_several_figures_for_one_place_are_added_up() -> None:
    assert figure_of(Held(audit()), [entry(60, 2, "x"), entry(30, 3, "y")])[0] == Share(210)


def test_the_minutes_of_a_side_are_those_of_all_its_people() -> None:
    figures = times_of(Held(audit(), team=[LEAD, AUDITOR], work=Work(12, 25)), [])

    assert len(figures) == 6
    assert minutes_spent(figures, TimeSide.AUDITORS) == 12 + 840 + 25
    assert minutes_spent(figures, TimeSide.UNIT) == 0


def test_a_correction_takes_the_place_of_all_there_was() -> None:
    after = TimeEntry("old", "a", TimeSide.AUDITORS, 45, phase=TimePhase.AFTER)

    edits = correct(audit(), [after, entry(1, 1)], AUDITORS_AFTER, Share(25, 1))
    gone, *written = edits
    assert (gone.entity, gone.field, gone.value) == ("old", DELETED, 1)
    assert {edit.entity for edit in written} == {time_entry_id("a", *AUDITORS_AFTER)}
    assert {edit.field: edit.value for edit in written}["minutes"] == 25
    assert all(edit.parents is None for edit in written)


def test_the_proposal_counts_again_when_the_own_figure_is_withdrawn() -> None:
    held = [entry(1, 1), TimeEntry("other", "a", TimeSide.UNIT, 5)]

    assert [(edit.entity, edit.field) for edit in withdraw(held, AUDITORS_DAY)] == [(held[0].id, DELETED)]
