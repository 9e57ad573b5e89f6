"""Ready texts in the register."""

from qmsdesk.domain.ready_texts import ReadyText
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import select


def ready_texts_of(db: Connection, audit_id: str | None) -> tuple[ReadyText, ...]:
    """Those of the audit before those of the organisation; without an audit those of the organisation alone."""
    either = "AND (audit_id IS NULL OR audit_id = ?) ORDER BY place, audit_id IS NULL, id"
    return tuple(select(db, ReadyText, either, (audit_id,)))
