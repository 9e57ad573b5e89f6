"""Years: what a year of improvement days and audits gave and what it took, counted one way for page, paper and export.

What is counted: audits by their day. *Held* are those that came to a report. *In use* is a proposal with an action that
is implemented or closed. *Improvements per hour* sets what is in use against the hours of auditors and unit together.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

from qmsdesk.domain.actions import Action
from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.figures import IN_USE
from qmsdesk.domain.findings import Finding, FindingType, count_by_type
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.plan import Obstacle
from qmsdesk.domain.programmes import Programme
from qmsdesk.domain.times import Figure, TimePhase, TimeSide, minutes_spent

HELD = frozenset(
    {AuditState.DRAFT_REPORT, AuditState.FACT_CHECK, AuditState.FINAL, AuditState.FOLLOW_UP, AuditState.CLOSED}
)
BEST = 3
MINUTES_PER_HOUR = 60


@dataclass(frozen=True)
class YearAudit:
    """One audit of a year with what it gave; `times` are empty for one that was not held."""

    audit: Audit
    unit: Unit
    findings: tuple[Finding, ...] = ()
    actions: tuple[Action, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    times: tuple[Figure, ...] = ()

    @property
    def is_held(self) -> bool:
        return self.audit.state in HELD

    def actions_of(self, finding: Finding) -> list[Action]:
        return [action for action in self.actions if action.finding_id == finding.id]

    def in_use(self, finding: Finding) -> list[Action]:
        return [action for action in self.actions_of(finding) if action.state in IN_USE]


@dataclass(frozen=True)
class Improvement:
    """A proposal that is in use, and the action that brought it there."""

    unit: Unit
    audit: Audit
    finding: Finding
    action: Action


@dataclass(frozen=True)
class Year:
    """A year whole. `answered_on` tells when a proposal got its first answer, by the id of its finding."""

    organisation: str
    year: int
    programme: Programme | None = None
    units: tuple[Unit, ...] = ()
    audits: tuple[YearAudit, ...] = ()
    answered_on: Mapping[str, dt.date] = field(default_factory=dict)
    earlier: tuple["YearCounts", ...] = ()

    @cached_property
    def held(self) -> tuple[YearAudit, ...]:
        return tuple(each for each in self.audits if each.is_held)

    @property
    def cancelled(self) -> list[YearAudit]:
        return [each for each in self.audits if each.audit.state is AuditState.CANCELLED]

    @property
    def ahead(self) -> list[YearAudit]:
        """Those that are planned or under way and have no report yet."""
        return [each for each in self.audits if not each.is_held and each.audit.state is not AuditState.CANCELLED]

    @property
    def unvisited(self) -> list[Unit]:
        """The units where no day was held in the year."""
        visited = {each.unit.id for each in self.held}
        return [unit for unit in self.units if unit.id not in visited]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for each in self.held for finding in each.findings)

    @property
    def proposals(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.type is FindingType.IMPROVEMENT]

    @property
    def repeats(self) -> list[Finding]:
        """The findings that were found before."""
        return [finding for finding in self.findings if finding.repeat_of_id]

    @property
    def answered(self) -> list[Finding]:
        """The proposals that have had their yes, later or no, or were simply done."""
        return [proposal for proposal in self.proposals if proposal.id in self.answered_on]

    @cached_property
    def improvements(self) -> tuple[Improvement, ...]:
        """The proposals in use, the best first: see `best_first`."""
        found = [
            Improvement(each.unit, each.audit, finding, each.in_use(finding)[0])
            for each in self.held
            for finding in each.findings
            if finding.type is FindingType.IMPROVEMENT and each.in_use(finding)
        ]
        return tuple(best_first(found))

    @property
    def counts(self) -> "YearCounts":
        return YearCounts(self.year, len(self.held), len(self.proposals), len(self.improvements))

    @property
    def days_to_answer(self) -> int | None:
        """Half of the answered proposals had their first answer within so many days of the day they were made."""
        days = {each.audit.id: each.audit.date for each in self.held}
        waits = [(self.answered_on[each.id] - days[each.audit_id]).days for each in self.answered]
        return round(median(max(0, wait) for wait in waits)) if waits else None

    def minutes(self, side: TimeSide) -> int:
        return sum(minutes_spent(each.times, side) for each in self.held)

    @property
    def minutes_after(self) -> int:
        """What the auditors wrote after their days had ended: paperwork, which is to be none."""
        return sum(
            figure.share.total
            for each in self.held
            for figure in each.times
            if (figure.side, figure.phase) == (TimeSide.AUDITORS, TimePhase.AFTER)
        )

    @property
    def per_hour(self) -> float | None:
        return improvements_per_hour(len(self.improvements), sum(self.minutes(side) for side in TimeSide))

    @property
    def hours_each(self) -> float | None:
        """The hours that one improvement in use has taken."""
        minutes = sum(self.minutes(side) for side in TimeSide)
        return minutes / MINUTES_PER_HOUR / len(self.improvements) if self.improvements and minutes else None


@dataclass(frozen=True, slots=True)
class YearCounts:
    """The days held in a year, the improvement proposals they gave, and how many of those are in use."""

    year: int
    days: int = 0
    proposals: int = 0
    implemented: int = 0


def improvements_per_hour(implemented: int, minutes: int) -> float | None:
    """The measure of success; None where no time has been counted."""
    return implemented * MINUTES_PER_HOUR / minutes if minutes else None


def best_first(improvements: Iterable[Improvement]) -> list[Improvement]:
    """Those seen to have helped, then those others may learn from, then those that were in use soonest."""
    return sorted(
        improvements,
        key=lambda each: (
            each.action.is_effective is not True,
            not each.finding.may_be_shared,
            (each.action.done_on - each.audit.date).days if each.action.done_on else 10_000,
            each.audit.number,
            each.finding.number,
        ),
    )


def found_by_unit(audits: Sequence[YearAudit]) -> list[tuple[Unit, Mapping[FindingType, int]]]:
    """The findings of each unit by type, in the order the units were visited."""
    units = {each.unit.id: each.unit for each in audits}
    return [
        (unit, count_by_type(finding for each in audits if each.unit.id == id_ for finding in each.findings))
        for id_, unit in units.items()
    ]


def obstacles_again(audits: Iterable[YearAudit]) -> list[tuple[str, int]]:
    """What hindered more than one audit in the same words, the most frequent first."""
    texts: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for each in audits:
        said = {" ".join(obstacle.text.split()) for obstacle in each.obstacles if obstacle.text.strip()}
        texts |= {text.casefold().rstrip("."): text for text in said}
        counts.update({text.casefold().rstrip(".") for text in said})
    return [(texts[key], count) for key, count in counts.most_common() if count > 1]
