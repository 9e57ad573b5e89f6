"""Handovers from the register: one unit with its last audits and all that is promised there."""

import datetime as dt
from dataclasses import replace

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.dossiers import EarlierAudit
from qmsdesk.domain.handovers import Handover
from qmsdesk.domain.organisation import Department, Unit
from qmsdesk.domain.requirements import Requirement, RequirementSource, UnitRequirement
from qmsdesk.store.audits import last_audits
from qmsdesk.store.database import Connection
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.organisation import certificates_of, the_organisation
from qmsdesk.store.people import manager_of
from qmsdesk.store.requirements import sources_of
from qmsdesk.store.rows import referred, select
from qmsdesk.store.trends import counts_of

MOST = 6
"""Enough for two turns of a programme of three years; what is older has been answered or has come back."""


def handover_of(db: Connection, unit: Unit, today: dt.date) -> Handover:
    """Everything a new manager of a unit takes over, as it stands on a day."""
    last = last_audits(db, unit.id, today + dt.timedelta(days=1), MOST)
    return Handover(
        the_organisation(db),
        referred(db, Department, unit.department_id),
        unit,
        today,
        manager_of(db, unit.id, today),
        tuple(certificates_of(db, unit.id)),
        tuple(sources_of(db, unit.id)),
        _needs(db, unit),
        tuple(_gathered(db, audit) for audit in last),
        counts_of(db, last),
        tuple(_ahead(db, unit, today)),
    )


def _gathered(db: Connection, audit: Audit) -> EarlierAudit:
    """Its standing findings, each action with the finding through which it counts."""
    dossier = load_dossier(db, audit.id)
    actions = tuple(
        replace(action, finding_id=finding.id) for finding in dossier.findings for action in dossier.actions_of(finding)
    )
    return EarlierAudit(dossier.audit, dossier.findings, actions)


def _ahead(db: Connection, unit: Unit, today: dt.date) -> list[Audit]:
    rest = "AND unit_id = ? AND date >= ? AND state IN ('planned', 'preparing') ORDER BY date, number"
    return select(db, Audit, rest, (unit.id, today.isoformat()))


def _needs(db: Connection, unit: Unit) -> tuple[tuple[UnitRequirement, Requirement, RequirementSource], ...]:
    held = select(db, UnitRequirement, "AND unit_id = ? ORDER BY id", (unit.id,))
    whole = []
    for each in held:
        requirement = referred(db, Requirement, each.requirement_id)
        whole.append((each, requirement, referred(db, RequirementSource, requirement.source_id)))
    return tuple(sorted(whole, key=lambda need: (need[2].code, need[1].clause)))
