"""Requirements in the register: the titles behind references such as `ISO9001:7.3`."""

from qmsdesk.domain.requirements import RequirementSource
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import select


def requirement_titles(db: Connection) -> dict[str, tuple[str, str]]:
    """Swedish and English title of each clause by its reference, and of each source by its code alone."""
    titles = {
        code: (title_sv, title_en)
        for code, title_sv, title_en in db.execute(
            "SELECT code, title_sv, title_en FROM requirement_source WHERE NOT is_deleted"
        )
    }
    clauses = db.execute(
        "SELECT code, clause, requirement.title_sv, requirement.title_en FROM requirement"
        " JOIN requirement_source ON requirement_source.id = source_id"
        " WHERE NOT requirement.is_deleted AND NOT requirement_source.is_deleted"
    )
    return titles | {f"{code}:{clause}": (title_sv, title_en) for code, clause, title_sv, title_en in clauses}


def sources_of(db: Connection, unit_id: str) -> list[RequirementSource]:
    """The requirement sources that apply to a unit."""
    rest = "AND id IN (SELECT source_id FROM unit_source WHERE unit_id = ? AND NOT is_deleted) ORDER BY code"
    return select(db, RequirementSource, rest, (unit_id,))
