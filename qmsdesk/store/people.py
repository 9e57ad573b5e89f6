"""People in the register."""

from qmsdesk.domain.people import Person
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import select


def list_people(db: Connection) -> list[Person]:
    """Everybody, by name."""
    return select(db, Person, "ORDER BY name")
