"""Actions in the register: the list of what is to be done, with the finding and unit each belongs to."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.changes import Value
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.records import field_types, from_row
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import columns

if TYPE_CHECKING:
    from qmsdesk.domain.actions import Action
    from qmsdesk.domain.findings import Finding

_IS_OPEN = """NOT is_deleted AND state IN ('proposed', 'in_progress')
    AND EXISTS (SELECT 1 FROM finding WHERE id = finding_id AND NOT is_deleted)"""


class ActionLine(NamedTuple):
    action: "Action"
    finding: "Finding"
    audit: Audit
    unit: Unit


def list_actions(db: Connection, audit_id: str | None = None) -> list[ActionLine]:
    """Actions of one audit or of all: the open ones first, and of those the one due first."""
    from qmsdesk.domain.actions import Action  # the first window counts actions and needs no more of them
    from qmsdesk.domain.findings import Finding

    query = f"""
        SELECT {columns(Action)}, {columns(Finding)}, {columns(Audit)}, {columns(Unit)}
        FROM action JOIN finding ON finding.id = action.finding_id
            JOIN audit ON audit.id = action.audit_id JOIN unit ON unit.id = audit.unit_id
        WHERE NOT action.is_deleted AND NOT finding.is_deleted AND NOT audit.is_deleted
            AND (:audit IS NULL OR action.audit_id = :audit)
        ORDER BY action.state NOT IN ('proposed', 'in_progress'), action.state NOT IN ('implemented'),
            action.due_on IS NULL, action.due_on, action.id
    """
    types = (Action, Finding, Audit, Unit)
    return [ActionLine(*_records(row, types)) for row in db.execute(query, {"audit": audit_id})]


def _records(row: Sequence[Value], types: Sequence[Any]) -> Iterator[Any]:
    start = 0
    for record_type in types:
        width = len(field_types(record_type))
        yield from_row(record_type, row[start : start + width])
        start += width


def count_overdue(db: Connection, today: str) -> int:
    """How many open actions have passed their due date."""
    (count,) = db.execute(
        f"SELECT count(*) FROM action WHERE {_IS_OPEN} AND due_on < ?"
        " AND EXISTS (SELECT 1 FROM audit WHERE id = audit_id AND NOT is_deleted)",
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
