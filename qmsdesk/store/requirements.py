"""Requirements in the register: the titles behind references such as `ISO9001:7.3`."""

from qmsdesk.domain.requirements import (
    Requirement,
    RequirementMatch,
    RequirementSource,
    UnitSource,
    later_clauses,
    split_reference,
)
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import get, referred, select


def requirement_titles(db: Connection) -> dict[str, tuple[str, str]]:
    """Swedish and English title of each clause by its reference, and of each source by its code alone.

    Of several editions the first to have a clause names it: `later_of` tells what became of it.
    """
    titles = {
        code: (title_sv, title_en)
        for code, title_sv, title_en in db.execute(
            "SELECT code, title_sv, title_en FROM requirement_source WHERE NOT is_deleted ORDER BY edition DESC, id"
        )
    }
    clauses = db.execute(
        "SELECT code, clause, requirement.title_sv, requirement.title_en FROM requirement"
        " JOIN requirement_source ON requirement_source.id = source_id"
        " WHERE NOT requirement.is_deleted AND NOT requirement_source.is_deleted ORDER BY edition DESC, requirement.id"
    )
    return titles | {f"{code}:{clause}": (title_sv, title_en) for code, clause, title_sv, title_en in clauses}


def requirement_editions(db: Connection) -> dict[str, str]:
    """The edition that names each clause, by its reference, where the register has several editions of its source."""
    query = """
        SELECT code, clause, edition FROM requirement JOIN requirement_source ON requirement_source.id = source_id
        WHERE NOT requirement.is_deleted AND NOT requirement_source.is_deleted AND code IN (
            SELECT code FROM requirement_source WHERE NOT is_deleted GROUP BY code HAVING count(DISTINCT edition) > 1
        ) ORDER BY edition DESC, requirement.id
    """
    return {f"{code}:{clause}": edition for code, clause, edition in db.execute(query)}


def sources_of(db: Connection, unit_id: str) -> list[RequirementSource]:
    """The requirement sources that apply to a unit."""
    rest = "AND id IN (SELECT source_id FROM unit_source WHERE unit_id = ? AND NOT is_deleted) ORDER BY code"
    return select(db, RequirementSource, rest, (unit_id,))


def list_sources(db: Connection) -> list[RequirementSource]:
    """Every source, by code; its latest edition last."""
    return select(db, RequirementSource, "ORDER BY code COLLATE swedish, edition, id")


def clauses_of(db: Connection, source_id: str) -> list[Requirement]:
    """The clauses of a source as people count them: 7.10 comes after 7.9."""
    found = select(db, Requirement, "AND source_id = ? ORDER BY clause, id", (source_id,))
    return sorted(found, key=lambda each: _counted(each.clause))


def _counted(clause: str) -> list[tuple[bool, int, str]]:
    return [(not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in clause.split(".")]


def unit_sources_of(db: Connection, source_id: str) -> list[UnitSource]:
    """In which units a source applies."""
    return select(db, UnitSource, "AND source_id = ? ORDER BY id", (source_id,))


def list_matches(db: Connection) -> list[RequirementMatch]:
    return select(db, RequirementMatch, "ORDER BY id")


def later_of(db: Connection, reference: str) -> list[tuple[RequirementSource, Requirement]]:
    """What takes the place of a reference in the latest edition of its source, where somebody has said so."""
    code, clause = split_reference(reference)
    rest = "AND clause = ? AND source_id IN (SELECT id FROM requirement_source WHERE code = ? AND NOT is_deleted)"
    meant = select(db, Requirement, f"{rest} ORDER BY id", (clause, code)) if clause else []
    matches = list_matches(db) if meant else []
    ids = dict.fromkeys(later for each in meant for later in later_clauses(each.id, matches))
    clauses = [held for id_ in ids if (held := get(db, Requirement, id_))]
    return [(referred(db, RequirementSource, each.source_id), each) for each in clauses]
