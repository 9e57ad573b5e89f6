"""Requirements in the register: the titles behind references such as `ISO9001:7.3`."""

from qmsdesk.store.database import Connection


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
