"""The plan of a day: its slots, what hindered it, and how much of it is there for questions."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qmsdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class PlanSlot:
    """A line of the day's plan, in local times of the audit's day; `unit_people` of the unit take part."""

    id: str
    audit_id: str
    starts_at: dt.time
    ends_at: dt.time | None = None
    what: str = ""
    who: str = ""
    place: str = ""
    unit_people: int = 0

    @property
    def ends_too_early(self) -> bool:
        return self.ends_at is not None and self.ends_at < self.starts_at

    @property
    def minutes(self) -> int:
        """How long it takes; 0 where its end is unknown or wrong."""
        return minutes_between(self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What lowered the reliability of the audit (ISO 19011:2018 6.5.1 asks for it in the report)."""

    id: str
    audit_id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class UsualSlot:
    """A line of the day as it usually goes; `what` and `who` are catalogue texts."""

    starts_at: dt.time
    ends_at: dt.time
    what: str
    who: str


THE_AUDITORS = N_("The auditors")
_STAFF, _MANAGER = N_("Manager and staff"), N_("The manager")
USUAL_DAY: Sequence[UsualSlot] = (
    UsualSlot(dt.time(8, 30), dt.time(8, 45), N_("Opening meeting over coffee"), _STAFF),
    UsualSlot(
        dt.time(8, 45), dt.time(9, 45), N_("Conversation with the manager: mission, leadership, risks"), _MANAGER
    ),
    UsualSlot(dt.time(9, 45), dt.time(10, 0), N_("Coffee break"), N_("Everybody")),
    UsualSlot(
        dt.time(10, 0),
        dt.time(11, 30),
        N_("Group conversation: workflow, people, learning"),
        N_("Three to six employees, without the manager"),
    ),
    UsualSlot(dt.time(11, 30), dt.time(12, 15), N_("Lunch, and a short word between the auditors"), THE_AUDITORS),
    UsualSlot(dt.time(12, 15), dt.time(13, 15), N_("Walk-round: follow a case"), N_("An employee as guide")),
    UsualSlot(dt.time(13, 15), dt.time(14, 0), N_("Second conversation, and a sample of records"), N_("Two employees")),
    UsualSlot(dt.time(14, 0), dt.time(14, 45), N_("The auditors confer"), THE_AUDITORS),
    UsualSlot(
        dt.time(14, 45), dt.time(15, 30), N_("Closing meeting: strengths, findings, the first improvement"), _STAFF
    ),
)
USUAL_OBSTACLES: Sequence[str] = (
    N_("The manager could not take part"),
    N_("Fewer employees than planned could take part"),
    N_("The documents came too late to be read"),
    N_("The day was interrupted"),
    N_("Time ran out before all questions were asked"),
)


_NOT_FOR_QUESTIONS = re.compile(
    r"\b(opening|welcome|introduction|coffee|break|lunch|confer\b|closing|debrief|travel"
    r"|öppning|uppstart|välkom|kaffe|fika|paus|rast(er)?\b|bensträck|matpaus"
    r"|avstämning|återkoppling|slutmöte|avslut|restid|resa\b|förflyttning)",
    re.IGNORECASE,
)


def is_for_questions(slot: PlanSlot) -> bool:
    """Whether it is a conversation: anything but openings, breaks, the auditors' own time and closings."""
    return slot.minutes > 0 and not _NOT_FOR_QUESTIONS.search(slot.what)


def minutes_for_questions(plan: Iterable[PlanSlot]) -> int:
    """The minutes of the conversations; what lies at the same time counts once."""
    talks = sorted((_minutes(s.starts_at), _minutes(s.ends_at)) for s in plan if s.ends_at and is_for_questions(s))
    total = until = 0
    for begins, ends in talks:
        total += max(0, ends - max(begins, until))
        until = max(until, ends)
    return total


def overlaps(plan: Sequence[PlanSlot]) -> dict[str, PlanSlot]:
    """For each slot that begins while another one still goes on, by its id, that other one."""
    found: dict[str, PlanSlot] = {}
    running, until = None, dt.time.min
    for slot in sorted(plan, key=lambda slot: (slot.starts_at, slot.id)):
        if running and slot.starts_at < until:
            found[slot.id] = running
        if slot.ends_at and slot.minutes and slot.ends_at > until:
            running, until = slot, slot.ends_at
    return found


def minutes_between(starts_at: dt.time | None, ends_at: dt.time | None) -> int:
    """The minutes from one time of a day to a later one; 0 where one of them is not known."""
    if starts_at is None or ends_at is None:
        return 0
    return max(0, _minutes(ends_at) - _minutes(starts_at))


def usual_plan(starts_at: dt.time | None) -> list[UsualSlot]:
    """The usual day, moved so that it begins when this one does; what would pass midnight is left out."""
    begins = starts_at or USUAL_DAY[0].starts_at
    shift = _minutes(begins) - _minutes(USUAL_DAY[0].starts_at)
    return [
        UsualSlot(_moved(slot.starts_at, shift), _moved(slot.ends_at, shift), slot.what, slot.who)
        for slot in USUAL_DAY
        if _minutes(slot.ends_at) + shift < 24 * 60
    ]


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def _moved(time: dt.time, minutes: int) -> dt.time:
    hour, minute = divmod(_minutes(time) + minutes, 60)
    return dt.time(hour, minute)
