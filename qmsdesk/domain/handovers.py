"""Handovers: what a new manager of a unit needs to know of what was found, decided and promised."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from qmsdesk.domain.actions import Action
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.dossiers import EarlierAudit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.organisation import Certificate, Department, Organisation, Unit
from qmsdesk.domain.people import Person
from qmsdesk.domain.repeats import LastTime, Outcome
from qmsdesk.domain.requirements import Applicability, Requirement, RequirementSource, UnitRequirement
from qmsdesk.domain.trends import AuditCounts


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a finding by an action that was answered or declined."""

    audit: Audit
    finding: Finding
    action: Action | None = None


@dataclass(frozen=True)
class Handover:
    """`audits` are those that came to a report, the newest first; `trend` the same in figures, the oldest first."""

    organisation: Organisation
    department: Department
    unit: Unit
    made_on: dt.date
    manager: Person | None = None
    certificates: tuple[Certificate, ...] = ()
    sources: tuple[RequirementSource, ...] = ()
    needs: tuple[tuple[UnitRequirement, Requirement, RequirementSource], ...] = ()
    audits: tuple[EarlierAudit, ...] = ()
    trend: tuple[AuditCounts, ...] = ()
    ahead: tuple[Audit, ...] = ()

    @cached_property
    def open(self) -> tuple[Decision, ...]:
        """The actions still to be done, of all the audits, the one due first first."""
        found = [each for each in self._all() if each.action and each.action.is_open]
        return tuple(sorted(found, key=lambda each: (_due(each), each.audit.number, each.finding.number)))

    @property
    def overdue(self) -> list[Decision]:
        return [each for each in self.open if each.action and each.action.is_overdue(self.made_on)]

    @property
    def decided(self) -> list[Decision]:
        """What was answered or declined, with or without its reason."""
        return [each for each in self._all() if each.action and (each.action.reply or each.action.reply_reason.strip())]

    @property
    def unanswered(self) -> list[Decision]:
        """The improvement proposals for which nobody has decided anything."""
        return [each for each in self._all() if not each.action and each.finding.type is FindingType.IMPROVEMENT]

    @property
    def strengths(self) -> list[Finding]:
        """Those of the last audit that noted any: what to keep."""
        found = ([each for each in audit.findings if each.type is FindingType.STRENGTH] for audit in self.audits)
        return next((strengths for strengths in found if strengths), [])

    @property
    def settled_needs(self) -> list[tuple[UnitRequirement, Requirement, RequirementSource]]:
        return [each for each in self.needs if each[0].applicability is not Applicability.UNDECIDED]

    def outcome_of(self, audit: EarlierAudit, finding: Finding) -> Outcome | None:
        return LastTime(audit.audit, None, audit.findings, audit.actions).outcome_of(finding, self.made_on)

    def _all(self) -> Iterator[Decision]:
        """Every finding with each of its actions, or alone where it has none."""
        for audit in self.audits:
            for finding in audit.findings:
                actions = [action for action in audit.actions if action.finding_id == finding.id]
                yield from (Decision(audit.audit, finding, action) for action in actions)
                if not actions:
                    yield Decision(audit.audit, finding)


def _due(each: Decision) -> dt.date:
    return each.action.due_on or dt.date.max if each.action else dt.date.max
