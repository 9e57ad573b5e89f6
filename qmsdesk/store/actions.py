"""Actions in the register: the list of what is to be done, with the finding and unit each belongs to."""

from dataclasses import dataclass
from typing import TypeVar

from qmsdesk.domain.actions import Action
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.changes import Value
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.records import field_types, from_row
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import columns

R = TypeVar("R")


_IS_OPEN = """NOT is_deleted AND state IN ('proposed', 'in_progress')
    AND finding_id IN (SELECT id FROM finding WHERE NOT is_deleted)"""


@dataclass(frozen=True, slots=True)
class ActionLine:
    action: Action
    finding: Finding
    audit: Audit
    unit: Unit


def list_actions(db: Connection, audit_id: str | None = None) -> list[ActionLine]:
    """Actions of one audit or of all: the open ones first, and of those the one due first."""
    query = f"""
        SELECT {columns(Action)}, {columns(Finding)}, {columns(Audit)}, {columns(Unit)}
        FROM action JOIN finding ON finding.id = action.finding_id
            JOIN audit ON audit.id = action.audit_id JOIN unit ON unit.id = audit.unit_id
        WHERE NOT action.is_deleted AND NOT finding.is_deleted AND NOT audit.is_deleted
            AND (:audit IS NULL OR action.audit_id = :audit)
        ORDER BY action.state NOT IN ('proposed', 'in_progress'), action.state NOT IN ('implemented'),
            action.due_on IS NULL, action.due_on, action.id
    """
    return [_line(row) for row in db.execute(query, {"audit": audit_id})]


def _line(row: tuple[Value, ...]) -> ActionLine:
    rest = list(row)

    def take(record_type: type[R]) -> R:
        width = len(field_types(record_type))  # type: ignore[arg-type]  # a class is hashable
        taken, rest[:] = rest[:width], rest[width:]
        return from_row(record_type, taken)

    return ActionLine(take(Action), take(Finding), take(Audit), take(Unit))


def count_overdue(db: Connection, today: str) -> int:
    """How many open actions have passed their due date."""
    (count,) = db.execute(
        f"SELECT count(*) FROM action WHERE {_IS_OPEN} AND due_on < ?"
        " AND audit_id IN (SELECT id FROM audit WHERE NOT is_deleted)",
        (today,),
    ).fetchone()
    return int(count)


def count_open(db: Connection, audit_id: str) -> int:
    """How many actions of an audit are still to be done."""
    (count,) = db.execute(
        f"SELECT count(*) FROM action WHERE audit_id = ? AND {_IS_OPEN}",
        (audit_id,),
    ).fetchone()
    return int(count)
