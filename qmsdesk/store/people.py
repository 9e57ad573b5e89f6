"""People in the register."""

import datetime as dt

from qmsdesk.domain.people import Person
from qmsdesk.domain.records import from_row
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import columns, select


def list_people(db: Connection) -> list[Person]:
    """Everybody, by name."""
    return select(db, Person, "ORDER BY name COLLATE swedish, id")


def everybody(db: Connection) -> dict[str, Person]:
    """Who is and who once was in the register, by id, for what names them."""
    rows = db.execute(f"SELECT {columns(Person)} FROM person")
    return {person.id: person for person in (from_row(Person, row) for row in rows)}


def manager_of(db: Connection, unit_id: str, day: dt.date) -> Person | None:
    """Who manages a unit on a day."""
    rest = """
        AND id IN (SELECT person_id FROM tenure WHERE unit_id = ? AND NOT is_deleted
            AND ifnull(from_on, '') <= ? AND ifnull(until_on, '9999') >= ?) ORDER BY name COLLATE swedish
    """
    found = select(db, Person, rest, (unit_id, day.isoformat(), day.isoformat()))
    return found[0] if found else None
