"""The time a day takes: what the plan and the log propose for each side and phase, and what people put right."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from qmsdesk.domain.audits import Audit, AuditState, TeamMember, TeamRole
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.openings import Participant, people_present
from qmsdesk.domain.plan import USUAL_DAY, PlanSlot
from qmsdesk.domain.records import edit_of, whole_of
from qmsdesk.i18n import N_

SITTING = dt.timedelta(minutes=10)
"""Changes less than this apart belong to one sitting."""
COUNTED_ROLES = frozenset({TeamRole.LEAD, TeamRole.AUDITOR, TeamRole.TRAINEE})
"""Who gives the whole day. Observers come for their own sake and experts for a part of it: count them by hand."""
NO_WORK_KINDS = frozenset({"action", "feedback", "time_entry"})
"""What is written here is the unit's follow-up, or this very counting, and no paperwork of the auditors."""


class TimeSide(StrEnum):
    AUDITORS = "auditors"
    UNIT = "unit"


class TimePhase(StrEnum):
    BEFORE = "before"
    DAY = "day"
    AFTER = "after"


SIDE_NAMES = {TimeSide.AUDITORS: N_("The auditors"), TimeSide.UNIT: N_("The unit")}
PHASE_NAMES = {
    TimePhase.BEFORE: N_("Before the day"),
    TimePhase.DAY: N_("The day"),
    TimePhase.AFTER: N_("After the day"),
}
Place = tuple[TimeSide, TimePhase]


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """`minutes` by the clock, times `people` who spent them. Kept where a person has put the proposal right."""

    id: str
    audit_id: str
    side: TimeSide
    minutes: int
    people: int = 1
    what: str = ""
    phase: TimePhase = TimePhase.DAY


def time_entry_id(audit_id: str, side: TimeSide, phase: TimePhase) -> str:
    """The same on every laptop: each side has one figure for each phase."""
    return derived_id("time entry", audit_id, side, phase)


class Share(NamedTuple):
    """So many minutes for each of so many people."""

    minutes: int = 0
    people: int = 1

    @property
    def total(self) -> int:
        return self.minutes * self.people


class Work(NamedTuple):
    """Minutes in which somebody wrote in an audit before its day began and after it had ended, from the log."""

    before: int = 0
    after: int = 0


NO_WORK = Work()


class Held(NamedTuple):
    """What an audit knows that its times follow from."""

    audit: Audit
    plan: Sequence[PlanSlot] = ()
    team: Sequence[TeamMember] = ()
    participants: Sequence[Participant] = ()
    work: Work = NO_WORK


class Figure(NamedTuple):
    """The time of one side in one phase: what counts, and what is proposed."""

    side: TimeSide
    phase: TimePhase
    share: Share
    proposal: Share
    is_corrected: bool = False


# The log


def worked_minutes(moments: Iterable[dt.datetime]) -> int:
    """How long one author wrote: each sitting from its first change to its last, and at least a minute."""
    seconds = 0.0
    for sitting in _sittings(sorted(moments)):
        seconds += max(60.0, (sitting[-1] - sitting[0]).total_seconds())
    return round(seconds / 60)


def _sittings(moments: list[dt.datetime]) -> list[list[dt.datetime]]:
    sittings = [moments[:1]] if moments else []
    for before, now in pairwise(moments):
        if now - before < SITTING:
            sittings[-1].append(now)
        else:
            sittings.append([now])
    return sittings


def prepared_until(audit: Audit) -> dt.datetime:
    """When preparing ends: as the day is opened, or at its planned start where nobody opens it."""
    return audit.opened_at or dt.datetime.combine(audit.date, audit.starts_at or USUAL_DAY[0].starts_at).astimezone()


# The proposal


def proposals(held: Held) -> dict[Place, Share]:
    """What each side is proposed for each phase.

    The auditors: writing time of the log before and after; on the day the time from opening to closing, or the span
    of the plan where that is not known, for each of `COUNTED_ROLES`. The unit: see `_unit_day`; what it does before
    and after does not pass through the program.
    """
    took_place = not held.audit.is_ahead and held.audit.state is not AuditState.CANCELLED
    counted = sum(member.role in COUNTED_ROLES for member in held.team)
    return {
        (TimeSide.AUDITORS, TimePhase.BEFORE): Share(held.work.before),
        (TimeSide.UNIT, TimePhase.BEFORE): Share(),
        (TimeSide.AUDITORS, TimePhase.DAY): Share(_day_minutes(held), counted) if took_place else Share(),
        (TimeSide.UNIT, TimePhase.DAY): _unit_day(held) if took_place else Share(),
        (TimeSide.AUDITORS, TimePhase.AFTER): Share(held.work.after),
        (TimeSide.UNIT, TimePhase.AFTER): Share(),
    }


def _day_minutes(held: Held) -> int:
    opened, closed = held.audit.opened_at, held.audit.closed_at
    if opened and closed:
        return max(0, round((closed - opened).total_seconds() / 60))
    if held.plan:
        first = min(slot.starts_at for slot in held.plan)
        return _between(first, max(slot.ends_at or slot.starts_at for slot in held.plan))
    starts, ends = held.audit.starts_at, held.audit.ends_at
    return _between(starts, ends) if starts and ends else 0


def _unit_day(held: Held) -> Share:
    """Where the plan says how many take part, their hours in all, shared among those who came.

    Where it does not, everybody who came took part in the first and the last line of the plan: opening and closing.
    """
    present = people_present(held.participants)
    spent = sum(_length(slot) * slot.unit_people for slot in held.plan)
    if spent:
        people = present or max(slot.unit_people for slot in held.plan)
        return Share(round(spent / people), people)
    meetings = held.plan if len(held.plan) < 3 else (held.plan[0], held.plan[-1])
    minutes = sum(_length(slot) for slot in meetings)
    if not held.plan:
        minutes = sum(_between(slot.starts_at, slot.ends_at) for slot in (USUAL_DAY[0], USUAL_DAY[-1]))
    return Share(minutes, present) if present else Share()


def _length(slot: PlanSlot) -> int:
    return _between(slot.starts_at, slot.ends_at) if slot.ends_at else 0


def _between(starts: dt.time, ends: dt.time) -> int:
    return max(0, (ends.hour - starts.hour) * 60 + ends.minute - starts.minute)


# What counts


def times_of(held: Held, entries: Iterable[TimeEntry]) -> tuple[Figure, ...]:
    """Every figure of an audit, phase by phase: a person's own wins over the proposal."""
    entries = list(entries)
    proposed = proposals(held)
    return tuple(
        _figure(side, phase, proposed[side, phase], [e for e in entries if (e.side, e.phase) == (side, phase)])
        for phase in TimePhase
        for side in TimeSide
    )


def _figure(side: TimeSide, phase: TimePhase, proposal: Share, entries: list[TimeEntry]) -> Figure:
    if not entries:
        return Figure(side, phase, proposal, proposal)
    if len(entries) == 1:
        return Figure(side, phase, Share(entries[0].minutes, entries[0].people), proposal, True)
    return Figure(side, phase, Share(sum(entry.minutes * entry.people for entry in entries)), proposal, True)


def minutes_spent(figures: Iterable[Figure], side: TimeSide) -> int:
    """The minutes of one side in all, each person's counted."""
    return sum(figure.share.total for figure in figures if figure.side is side)


def correct(audit: Audit, entries: Iterable[TimeEntry], place: Place, share: Share) -> list[Edit]:
    """The edits by which a person's own figure takes the place of the proposal."""
    entry = TimeEntry(time_entry_id(audit.id, *place), audit.id, place[0], *share, phase=place[1])
    others = (held for held in entries if (held.side, held.phase) == place and held.id != entry.id)
    return [*(edit_of(held, DELETED, 1) for held in others), *whole_of(entry)]


def withdraw(entries: Iterable[TimeEntry], place: Place) -> list[Edit]:
    """The edits that let the proposal count again."""
    return [edit_of(held, DELETED, 1) for held in entries if (held.side, held.phase) == place]
