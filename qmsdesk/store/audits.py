"""Audits in the register: the list with its counts, and one found by number or id."""

import datetime as dt
from typing import NamedTuple

from qmsdesk.domain.answers import Answer, standing_answers
from qmsdesk.domain.audits import Audit, TeamMember, TeamRole
from qmsdesk.domain.conditions import unmet
from qmsdesk.domain.errors import AuditNotFound
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.records import field_types, from_row
from qmsdesk.store.checklists import questions_of
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import columns, referred, select


class AuditLine(NamedTuple):
    """One audit in a list, with its unit and how much it holds."""

    audit: Audit
    unit: Unit
    findings: int
    open_actions: int
    answers: int


def list_audits(db: Connection) -> list[AuditLine]:
    """Every audit, newest day first."""
    query = f"""
        SELECT {columns(Audit)}, {columns(Unit)},
            (SELECT count(*) FROM finding WHERE audit_id = audit.id AND NOT is_deleted AND merged_into_id IS NULL),
            (SELECT count(*) FROM action WHERE audit_id = audit.id AND NOT is_deleted
                AND state IN ('proposed', 'in_progress')
                AND finding_id IN (SELECT id FROM finding WHERE NOT is_deleted)),
            (SELECT count(DISTINCT question_id) FROM answer WHERE audit_id = audit.id AND NOT is_deleted
                AND verdict IS NOT NULL)
        FROM audit JOIN unit ON unit.id = audit.unit_id
        WHERE NOT audit.is_deleted ORDER BY audit.date DESC, audit.number DESC
    """
    width = len(field_types(Audit))
    return [
        AuditLine(from_row(Audit, row[:width]), from_row(Unit, row[width:-3]), *row[-3:]) for row in db.execute(query)
    ]


class AuditName(NamedTuple):
    """What people call an audit by."""

    id: str
    number: str
    date: dt.date
    unit: Unit


def audit_names(db: Connection) -> list[AuditName]:
    """Every audit by its names, newest day first; lighter than `list_audits`."""
    query = f"""
        SELECT audit.id, audit.number, audit.date, {columns(Unit)} FROM audit JOIN unit ON unit.id = audit.unit_id
        WHERE NOT audit.is_deleted ORDER BY audit.date DESC, audit.number DESC
    """
    return [
        AuditName(key, number, dt.date.fromisoformat(day), from_row(Unit, unit))
        for key, number, day, *unit in db.execute(query)
    ]


def find_audit(db: Connection, number_or_id: str) -> Audit:
    """The audit with that number or id. Raises `AuditNotFound`."""
    found = select(db, Audit, "AND (id = ? OR number = ?)", (number_or_id, number_or_id))
    if not found:
        raise AuditNotFound(audit=number_or_id)
    return found[0]


def audits_of_person(db: Connection, person_id: str, from_day: dt.date) -> list[Audit]:
    """The audits ahead of a day, that day's own among them, in which a person takes part; the next one first."""
    rest = """
        AND date >= ? AND state NOT IN ('cancelled', 'closed')
        AND id IN (SELECT audit_id FROM team_member WHERE person_id = ? AND NOT is_deleted) ORDER BY date, starts_at
    """
    return select(db, Audit, rest, (from_day.isoformat(), person_id))


def audits_ahead(db: Connection, from_day: dt.date) -> list[Audit]:
    """The audits on a day and after it, the next one first."""
    return select(
        db,
        Audit,
        "AND date >= ? AND state NOT IN ('cancelled', 'closed') ORDER BY date, starts_at",
        (from_day.isoformat(),),
    )


def audits_of_day(db: Connection, day: dt.date) -> list[Audit]:
    """The audits of a day, and those that were begun on another and not ended, the earliest first."""
    rest = """
        AND (date = ? AND state <> 'cancelled' OR state IN ('in_progress', 'conferring'))
        ORDER BY date, ifnull(starts_at, ''), number
    """
    return select(db, Audit, rest, (day.isoformat(),))


def audits_missed(db: Connection, today: dt.date) -> list[Audit]:
    """The audits whose day has passed without being started, the oldest first."""
    return select(db, Audit, "AND date < ? AND state IN ('planned', 'preparing') ORDER BY date", (today.isoformat(),))


def audits_in_draft(db: Connection) -> list[Audit]:
    """The audits whose report has not been made final, the oldest first."""
    return select(db, Audit, "AND state IN ('draft_report', 'fact_check') ORDER BY date")


def audit_before(db: Connection, audit: Audit) -> Audit | None:
    """The last audit of the same unit that came to a report."""
    return next(iter(last_audits(db, audit.unit_id, audit.date, 1)), None)


def last_audits(db: Connection, unit_id: str, before: dt.date, most: int) -> list[Audit]:
    """The audits of a unit before a day that came to a report, the last one first."""
    rest = """
        AND unit_id = ? AND date < ? AND state IN ('draft_report', 'fact_check', 'final', 'follow_up', 'closed')
        ORDER BY date DESC LIMIT ?
    """
    return select(db, Audit, rest, (unit_id, before.isoformat(), most))


def planned_minutes(db: Connection, audit: Audit) -> tuple[int, int]:
    """How many questions an audit asks, those left out and those whose condition is not met not counted, and
    the minutes they usually take."""
    query = "SELECT question_id FROM audit_question WHERE audit_id = ? AND is_left_out AND NOT is_deleted"
    left_out = {id_ for (id_,) in db.execute(query, (audit.id,))}
    questions = questions_of(db, audit.checklist_id)
    answers = _answers_standing(db, audit.id) if any(question.condition for question in questions) else {}
    left_out |= unmet(questions, left_out, answers)
    asked = [question for question in questions if question.id not in left_out]
    return len(asked), sum(question.minutes for question in asked)


def _answers_standing(db: Connection, audit_id: str) -> dict[str, Answer]:
    leads = [member.person_id for member in team_of(db, audit_id) if member.role is TeamRole.LEAD]
    return standing_answers(select(db, Answer, "AND audit_id = ?", (audit_id,)), next(iter(leads), None))


def count_audits(db: Connection) -> int:
    (count,) = db.execute("SELECT count(*) FROM audit WHERE NOT is_deleted").fetchone()
    return int(count)


def team_of(db: Connection, audit_id: str) -> list[TeamMember]:
    return select(db, TeamMember, "AND audit_id = ? ORDER BY position, id", (audit_id,))


def unit_of(db: Connection, audit: Audit) -> Unit:
    return referred(db, Unit, audit.unit_id)


def taken_numbers(db: Connection) -> list[str]:
    """Every audit number ever given, deleted audits included, so that none is given twice."""
    return [number for (number,) in db.execute("SELECT number FROM audit")]
