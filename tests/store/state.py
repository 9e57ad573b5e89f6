"""The state of a register as plain rows, to compare one way of getting there with another."""

from typing import Any

from qmsdesk.domain.records import KINDS
from qmsdesk.store.database import Connection

Rows = dict[str, list[tuple[Any, ...]]]


def rows(db: Connection) -> Rows:
    """Every state table, what can be found, and which changes are live."""
    tables = {kind: db.execute(f"SELECT * FROM {kind} ORDER BY id").fetchall() for kind in KINDS}
    texts = db.execute("SELECT entity, kind, audit_id, text FROM search_text ORDER BY entity").fetchall()
    live = db.execute("SELECT replica, seq, mark FROM change WHERE is_live ORDER BY replica, seq, mark").fetchall()
    return tables | {"search_text": texts, "live": live}
