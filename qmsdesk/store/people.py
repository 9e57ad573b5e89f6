"""People in the register."""

import datetime as dt

from qmsdesk.domain.people import Person
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import select


def list_people(db: Connection) -> list[Person]:
    """Everybody, by name."""
    return select(db, Person, "ORDER BY name")


def manager_of(db: Connection, unit_id: str, day: dt.date) -> Person | None:
    """Who manages a unit on a day."""
    rest = """
        AND id IN (SELECT person_id FROM tenure WHERE unit_id = ? AND NOT is_deleted
            AND ifnull(from_on, '') <= ? AND ifnull(until_on, '9999') >= ?) ORDER BY name
    """
    found = select(db, Person, rest, (unit_id, day.isoformat(), day.isoformat()))
    return found[0] if found else None
