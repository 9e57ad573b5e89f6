"""The names in the register, which are spelled as they stand there."""

from collections.abc import Iterator

from qmsdesk.domain.checklists import Checklist
from qmsdesk.domain.organisation import Department, Organisation, Unit
from qmsdesk.domain.people import Person
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import select

KINDS = frozenset({"organisation", "department", "unit", "person", "checklist"})


def names_held(db: Connection, language: str) -> Iterator[str]:
    """Of the organisation, its units, everybody in it, and its checklists, as they are in a language."""
    yield from (organisation.name for organisation in select(db, Organisation))
    yield from (person.name for person in select(db, Person))
    for place in (*select(db, Department), *select(db, Unit)):
        yield getattr(place, f"name_{language}")
    for checklist in select(db, Checklist):
        yield getattr(checklist, f"title_{language}")
