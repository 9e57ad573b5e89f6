"""Trends: what audits gave, counted in the register."""

from collections import Counter
from collections.abc import Sequence

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.trends import AuditCounts
from qmsdesk.store.database import Connection


def counts_of(db: Connection, audits: Sequence[Audit]) -> tuple[AuditCounts, ...]:
    """What each of the audits gave, given the newest first, handed back the oldest first."""
    if not audits:
        return ()
    found: dict[str, Counter[FindingType]] = {audit.id: Counter() for audit in audits}
    implemented: Counter[str] = Counter()
    query = f"""
        SELECT audit_id, type, count(*), sum(EXISTS (SELECT 1 FROM action
            WHERE finding_id = finding.id AND NOT is_deleted AND state IN ('implemented', 'closed')))
        FROM finding WHERE audit_id IN ({",".join("?" * len(audits))}) AND NOT is_deleted AND merged_into_id IS NULL
        GROUP BY audit_id, type
    """
    for audit_id, type_, count, used in db.execute(query, tuple(found)):
        found[audit_id][FindingType(type_)] = count
        if type_ == FindingType.IMPROVEMENT:
            implemented[audit_id] = used
    return tuple(AuditCounts(each.number, each.date, found[each.id], implemented[each.id]) for each in audits[::-1])
