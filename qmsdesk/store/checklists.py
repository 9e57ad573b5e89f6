"""Checklists in the register: the editions there are, and one whole."""

from dataclasses import dataclass

from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.errors import ChecklistNotFound
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import select


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One edition in a list, with how much it asks and in how many audits it has been used."""

    checklist: Checklist
    questions: int
    minutes: int
    audits: int


def list_checklists(db: Connection) -> list[ChecklistLine]:
    """Every edition, by title and edition."""
    return [
        ChecklistLine(checklist, *_counts(db, checklist.id))
        for checklist in select(db, Checklist, "ORDER BY title_sv COLLATE swedish, edition")
    ]


def _counts(db: Connection, checklist_id: str) -> tuple[int, int, int]:
    questions, minutes = db.execute(
        "SELECT count(*), ifnull(sum(minutes), 0) FROM question JOIN section ON section.id = section_id"
        " WHERE checklist_id = ? AND NOT question.is_deleted AND NOT section.is_deleted",
        (checklist_id,),
    ).fetchone()
    (audits,) = db.execute(
        "SELECT count(*) FROM audit WHERE checklist_id = ? AND NOT is_deleted", (checklist_id,)
    ).fetchone()
    return questions, minutes, audits


def find_checklist(db: Connection, code_or_id: str) -> Checklist:
    """The newest edition with that code, or the one with that id. Raises `ChecklistNotFound`."""
    found = select(db, Checklist, "AND (id = ? OR code = ?) ORDER BY edition DESC", (code_or_id, code_or_id))
    if not found:
        raise ChecklistNotFound(checklist=code_or_id)
    return found[0]


def sections_of(db: Connection, checklist_id: str) -> list[Section]:
    return select(db, Section, "AND checklist_id = ? ORDER BY position, id", (checklist_id,))


def questions_of(db: Connection, checklist_id: str) -> list[Question]:
    """The questions of all sections, section by section in order."""
    rest = """
        AND section_id IN (SELECT id FROM section WHERE checklist_id = ? AND NOT is_deleted)
        ORDER BY (SELECT position FROM section WHERE section.id = section_id), section_id, position, id
    """
    return select(db, Question, rest, (checklist_id,))
