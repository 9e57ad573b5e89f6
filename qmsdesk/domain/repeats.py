"""Repeats: what a question gave the last time it was asked in a unit, and a weakness that is found again."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.answers import Answer
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.i18n import N_

WEIGHTS = list(FindingType)
WEAKNESSES = (FindingType.NONCONFORMITY_MAJOR, FindingType.NONCONFORMITY_MINOR, FindingType.OBSERVATION)
REPEATABLE = (*WEAKNESSES, FindingType.IMPROVEMENT)


class Outcome(StrEnum):
    """What became of a finding, the most worrying first."""

    OVERDUE = "overdue"
    OPEN = "open"
    NO_EFFECT = "no_effect"
    NO_ACTION = "no_action"
    DECLINED = "declined"
    DONE = "done"
    HELPED = "helped"


OUTCOME_NAMES = {
    Outcome.OVERDUE: N_("action overdue"),
    Outcome.OPEN: N_("action open"),
    Outcome.NO_EFFECT: N_("action did not help"),
    Outcome.NO_ACTION: N_("no action"),
    Outcome.DECLINED: N_("action declined"),
    Outcome.DONE: N_("action done"),
    Outcome.HELPED: N_("action helped"),
}


@dataclass(frozen=True, slots=True)
class LastTime:
    """The audit in which the question was last asked, the answer that stood, what was found and what came of it."""

    audit: Audit
    answer: Answer | None = None
    findings: tuple[Finding, ...] = ()
    actions: tuple[Action, ...] = ()

    def actions_of(self, finding: Finding) -> list[Action]:
        return [action for action in self.actions if action.finding_id == finding.id]

    def outcome_of(self, finding: Finding, today: dt.date) -> Outcome | None:
        """Of several actions the one that went worst; None for a strength, of which nothing need become."""
        outcomes = [_outcome(action, today) for action in self.actions_of(finding)]
        if not outcomes and finding.type is FindingType.STRENGTH:
            return None
        return min(outcomes, key=list(Outcome).index, default=Outcome.NO_ACTION)

    @property
    def weightiest(self) -> Finding | None:
        return min(self.findings, key=lambda finding: WEIGHTS.index(finding.type), default=None)

    @property
    def repeatable(self) -> Finding | None:
        """The finding that may have come back: the weightiest that is not a strength."""
        found = self.weightiest
        return found if found and found.type in REPEATABLE else None


def again(finding: Finding, earlier: Finding) -> Finding:
    """A new finding as a repeat of an earlier one. What shows it must be seen anew, so evidence is not taken along."""
    return replace(
        finding,
        type=earlier.type,
        title=earlier.title,
        requirement=earlier.requirement or finding.requirement,
        repeat_of_id=earlier.id,
    )


def linked(finding: Finding, earlier: Finding) -> Finding:
    """A finding that was begun on its own, now said to be a repeat: what was written and chosen stays."""
    is_untouched = finding.type is FindingType.OBSERVATION
    return replace(
        finding,
        type=earlier.type if is_untouched else finding.type,
        title=finding.title.strip() or earlier.title,
        requirement=earlier.requirement if is_untouched and earlier.requirement else finding.requirement,
        repeat_of_id=earlier.id,
    )


def repeat_among(findings: Iterable[Finding], earlier: Finding) -> Finding | None:
    """The finding that says already that this one has come back."""
    return next((finding for finding in findings if finding.repeat_of_id == earlier.id), None)


def suggested_repeat(finding: Finding, others: Sequence[Finding], last_time: LastTime | None) -> Finding | None:
    """The earlier weakness that a new finding may be a repeat of, unless that has been said of it or of another."""
    earlier = last_time.repeatable if last_time else None
    if earlier is None or earlier.type not in WEAKNESSES or finding.type not in REPEATABLE:
        return None
    return None if finding.repeat_of_id or repeat_among(others, earlier) else earlier


def _outcome(action: Action, today: dt.date) -> Outcome:
    if action.is_overdue(today):
        return Outcome.OVERDUE
    if action.is_open:
        return Outcome.OPEN
    if action.state is ActionState.DECLINED:
        return Outcome.DECLINED
    if action.is_effective is None:
        return Outcome.DONE
    return Outcome.HELPED if action.is_effective else Outcome.NO_EFFECT
