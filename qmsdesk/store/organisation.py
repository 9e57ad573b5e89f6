"""The organisation in the register: the municipality, its departments and units."""

from qmsdesk.domain.organisation import Certificate, Department, Organisation, Unit
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import select


def the_organisation(db: Connection) -> Organisation:
    """The one organisation the register belongs to; nameless until somebody names it."""
    found = select(db, Organisation, "ORDER BY id")
    return found[0] if found else Organisation(id="", name="")


def list_departments(db: Connection) -> list[Department]:
    return select(db, Department, "ORDER BY name_sv COLLATE swedish, id")


def list_units(db: Connection) -> list[Unit]:
    return select(db, Unit, "ORDER BY name_sv COLLATE swedish, id")


def certificates_of(db: Connection, unit_id: str) -> list[Certificate]:
    return select(db, Certificate, "AND unit_id = ? ORDER BY standard", (unit_id,))
