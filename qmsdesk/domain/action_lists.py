"""Action lists: what is to be done by whom, in the order a unit works through it."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from qmsdesk.domain.actions import Action, ActionState, Gathering
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.organisation import Unit


class ListedAction(NamedTuple):
    """One action with the finding it answers; without an action, a finding that still needs one."""

    unit: Unit
    audit: Audit
    finding: Finding
    action: Action | None

    @property
    def owner(self) -> str:
        return self.action.owner.strip() if self.action else ""


@dataclass(frozen=True)
class ActionList:
    """What was listed on a day, and by which gathering and words it was chosen."""

    organisation: str
    made_on: dt.date
    listed: tuple[ListedAction, ...] = ()
    gathering: Gathering = Gathering.OPEN
    search: str = ""

    @property
    def owners(self) -> list[str]:
        """Everybody who owns something in it, each once, in the order of the list."""
        return list(dict.fromkeys(each.owner for each in self.listed if each.owner))

    @property
    def units(self) -> list[Unit]:
        return list({each.unit.id: each.unit for each in self.listed}.values())


def in_working_order(
    listed: Iterable[ListedAction], name: Callable[[Unit], str], key: Callable[[str], str]
) -> tuple[ListedAction, ...]:
    """By unit and owner, what has no owner last; then open and overdue first, by due date, and what is over last.

    `key` is what a language sorts names by.
    """
    return tuple(
        sorted(
            listed,
            key=lambda each: (key(name(each.unit)), each.unit.id, not each.owner, key(each.owner), *_urgency(each)),
        )
    )


def _urgency(each: ListedAction) -> tuple[int, dt.date, str, str]:
    if each.action is None:
        return 0, dt.date.max, each.audit.number, each.finding.number
    place = 0 if each.action.is_open else 1 if each.action.state is ActionState.IMPLEMENTED else 2
    return place, each.action.due_on or dt.date.max, each.audit.number, each.finding.number
