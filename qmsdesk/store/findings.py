"""Findings in the register: those of one audit or of all, each with the audit and unit it belongs to."""

from dataclasses import dataclass

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.records import field_types, from_row
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import columns

STANDS = "NOT finding.is_deleted AND finding.merged_into_id IS NULL"
"""One that another finding has taken in counts through that one."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    finding: Finding
    audit: Audit
    unit: Unit


def list_findings(db: Connection, audit_id: str | None = None) -> list[FindingLine]:
    """Findings of one audit or of all, the newest audit first and in the order of its report."""
    query = f"""
        SELECT {columns(Finding)}, {columns(Audit)}, {columns(Unit)}
        FROM finding JOIN audit ON audit.id = finding.audit_id JOIN unit ON unit.id = audit.unit_id
        WHERE {STANDS} AND NOT audit.is_deleted AND (:audit IS NULL OR finding.audit_id = :audit)
        ORDER BY audit.date DESC, audit.number DESC, finding.position, finding.id
    """
    first, second = len(field_types(Finding)), len(field_types(Finding)) + len(field_types(Audit))
    return [
        FindingLine(from_row(Finding, row[:first]), from_row(Audit, row[first:second]), from_row(Unit, row[second:]))
        for row in db.execute(query, {"audit": audit_id})
    ]
