"""The organisation in the register: the municipality, its departments and units."""

from qmsdesk.domain.errors import UnitNotFound
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


def find_unit(db: Connection, name_or_id: str) -> Unit:
    """The unit with that id or name, in either language, or the only one whose name has it. Raises `UnitNotFound`."""
    units, sought = list_units(db), " ".join(name_or_id.casefold().split())
    exact = [unit for unit in units if sought in (unit.id, unit.name_sv.casefold(), unit.name_en.casefold())]
    alike = [unit for unit in units if sought and sought in f"{unit.name_sv}\n{unit.name_en}".casefold()]
    for found in (exact, alike):
        if len(found) == 1:
            return found[0]
    raise UnitNotFound(unit=name_or_id, units=[unit.name_sv for unit in units])


def certificates_of(db: Connection, unit_id: str) -> list[Certificate]:
    return select(db, Certificate, "AND unit_id = ? ORDER BY standard", (unit_id,))
