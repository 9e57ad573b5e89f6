"""Programmes in the register."""

from qmsdesk.domain.programmes import Programme
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import select


def programme_of(db: Connection, year: int) -> Programme | None:
    """The programme of a year, where there is one."""
    found = select(db, Programme, "AND year = ? ORDER BY id", (year,))
    return found[0] if found else None
