"""Checklists in the register: the editions there are, and one whole, with the core it extends or as it stands alone."""

from dataclasses import dataclass

from qmsdesk.domain.checklists import Checklist, ChecklistState, Question, Section, without_doubles
from qmsdesk.domain.editions import Edition, edition_key
from qmsdesk.domain.errors import ChecklistNotFound
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import get, referred, select


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
        ChecklistLine(checklist, *_asked(db, checklist), _audits(db, checklist.id))
        for checklist in select(db, Checklist, "ORDER BY title_sv COLLATE swedish, edition")
    ]


def _asked(db: Connection, checklist: Checklist) -> tuple[int, int]:
    if checklist.extends_id:
        questions = questions_of(db, checklist.id)
        return len(questions), sum(question.minutes for question in questions)
    count, minutes = db.execute(
        "SELECT count(*), ifnull(sum(minutes), 0) FROM question JOIN section ON section.id = section_id"
        " WHERE checklist_id = ? AND NOT question.is_deleted AND NOT section.is_deleted",
        (checklist.id,),
    ).fetchone()
    return int(count), int(minutes)


def _audits(db: Connection, checklist_id: str) -> int:
    query = "SELECT count(*) FROM audit WHERE checklist_id = ? AND NOT is_deleted"
    return int(db.execute(query, (checklist_id,)).fetchone()[0])


def find_checklist(db: Connection, code_or_id: str) -> Checklist:
    """The newest edition with that code, drafts last, or the one with that id. Raises `ChecklistNotFound`."""
    found = select(db, Checklist, "AND (id = ? OR code = ?)", (code_or_id, code_or_id))
    if not found:
        raise ChecklistNotFound(checklist=code_or_id)
    return max(found, key=lambda each: (each.state is ChecklistState.PUBLISHED, edition_key(each.edition)))


def published_editions(db: Connection, code: str) -> list[Checklist]:
    """The published editions of a checklist, the newest first."""
    found = select(db, Checklist, "AND code = ? AND state = ?", (code, ChecklistState.PUBLISHED))
    return sorted(found, key=lambda each: edition_key(each.edition), reverse=True)


def newer_edition(db: Connection, checklist: Checklist) -> Checklist | None:
    """The newest published edition, where it came after this one."""
    newest = next(iter(published_editions(db, checklist.code)), checklist)
    return newest if edition_key(newest.edition) > edition_key(checklist.edition) else None


def edition_before(db: Connection, checklist: Checklist) -> Checklist | None:
    """The published edition that this one follows."""
    earlier = published_editions(db, checklist.code)
    return next((each for each in earlier if edition_key(each.edition) < edition_key(checklist.edition)), None)


# What is asked


def sections_of(db: Connection, checklist_id: str) -> list[Section]:
    """The sections of a day: those of the core, then the checklist's own as far as they ask something more."""
    own = own_sections(db, checklist_id)
    core_id = _core_id(db, checklist_id)
    if core_id is None:
        return own
    asking = {question.section_id for question in questions_of(db, checklist_id)}
    return [*own_sections(db, core_id), *(section for section in own if section.id in asking)]


def questions_of(db: Connection, checklist_id: str) -> list[Question]:
    """The questions of a day, section by section in order; what the core asks is not asked again."""
    own = own_questions(db, checklist_id)
    core_id = _core_id(db, checklist_id)
    if core_id is None:
        return own
    core = own_questions(db, core_id)
    return [*core, *without_doubles(core, own)]


def load_edition(db: Connection, checklist_id: str) -> Edition:
    """All that a day with this checklist asks."""
    checklist = referred(db, Checklist, checklist_id)
    return Edition(checklist, tuple(sections_of(db, checklist_id)), tuple(questions_of(db, checklist_id)))


def load_own(db: Connection, checklist_id: str) -> Edition:
    """What stands in this checklist itself, without what it extends."""
    checklist = referred(db, Checklist, checklist_id)
    return Edition(checklist, tuple(own_sections(db, checklist_id)), tuple(own_questions(db, checklist_id)))


def _core_id(db: Connection, checklist_id: str) -> str | None:
    checklist = get(db, Checklist, checklist_id)
    return checklist.extends_id if checklist and checklist.extends_id != checklist_id else None


def own_sections(db: Connection, checklist_id: str) -> list[Section]:
    return select(db, Section, "AND checklist_id = ? ORDER BY position, id", (checklist_id,))


def own_questions(db: Connection, checklist_id: str) -> list[Question]:
    """The questions of all sections of its own, section by section in order."""
    rest = """
        AND section_id IN (SELECT id FROM section WHERE checklist_id = ? AND NOT is_deleted)
        ORDER BY (SELECT position FROM section WHERE section.id = section_id), section_id, position, id
    """
    return select(db, Question, rest, (checklist_id,))
