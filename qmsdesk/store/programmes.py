"""Programmes in the register: the audits of the years, searched and filtered by the database."""

from dataclasses import dataclass

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.programmes import Programme
from qmsdesk.domain.records import field_types, from_row
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import columns, select


@dataclass(frozen=True, slots=True)
class Sought:
    """Which audits a list shows: those with every word of `text`, of one year, unit and state or of all."""

    text: str = ""
    year: int | None = None
    unit_id: str = ""
    state: AuditState | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """One audit of the programme, with its unit and how much it has led to."""

    audit: Audit
    unit: Unit
    findings: int
    open_actions: int


def programme_of(db: Connection, year: int) -> Programme | None:
    """The programme of a year, where there is one."""
    found = select(db, Programme, "AND year = ? ORDER BY id", (year,))
    return found[0] if found else None


def seek_audits(db: Connection, sought: Sought) -> list[ProgrammeLine]:
    """The audits that fit, newest day first."""
    db.create_function("folded", 1, str.casefold, deterministic=True)  # SQLite's own knows English letters only
    said = "folded(audit.number || ' ' || audit.registration_number || ' ' || unit.name_sv || ' ' || unit.name_en)"
    words = sought.text.casefold().split()
    query = f"""
        SELECT {columns(Audit)}, {columns(Unit)},
            (SELECT count(*) FROM finding WHERE audit_id = audit.id AND NOT is_deleted AND merged_into_id IS NULL),
            (SELECT count(*) FROM action WHERE audit_id = audit.id AND NOT is_deleted
                AND state IN ('proposed', 'in_progress'))
        FROM audit JOIN unit ON unit.id = audit.unit_id
        WHERE NOT audit.is_deleted AND (? = '' OR substr(audit.date, 1, 4) = ?) AND (? = '' OR unit.id = ?)
            AND (? = '' OR audit.state = ?) {" ".join(f"AND instr({said}, ?) > 0" for _ in words)}
        ORDER BY audit.date DESC, audit.number DESC
    """
    width = len(field_types(Audit))
    year, state = str(sought.year or ""), sought.state or ""
    values = (year, year, sought.unit_id, sought.unit_id, state, state, *words)
    return [
        ProgrammeLine(from_row(Audit, row[:width]), from_row(Unit, row[width:-2]), row[-2], row[-1])
        for row in db.execute(query, values)
    ]


def audit_years(db: Connection) -> list[int]:
    """The years there are audits in, the newest first."""
    found = db.execute("SELECT DISTINCT substr(date, 1, 4) FROM audit WHERE NOT is_deleted ORDER BY 1 DESC")
    return [int(year) for (year,) in found]
