"""Moving an audit that has begun to another edition of its checklist: what goes along, and what stays behind."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from qmsdesk.domain.answers import Answer, agreed_answer_id, answer_id
from qmsdesk.domain.audits import AuditQuestion, refuse_if_locked
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.checklists import ChecklistState, Question, refuse_empty
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.editions import Edition, Fate, compare_editions
from qmsdesk.domain.errors import ChecklistIsDraft, OnlyTheLeadMoves
from qmsdesk.domain.notes import NoteLink, note_link_id
from qmsdesk.domain.records import edit_of, kind_of, whole_of
from qmsdesk.domain.treatments import audit_question_id

GOES_ALONG = frozenset({Fate.UNCHANGED, Fate.MOVED})


def refuse_move(dossier: Dossier, new: Edition, person_id: str) -> None:
    """Raise the `Refusal` where this person may not move this audit to that edition."""
    checklist = new.checklist
    refuse_if_locked(dossier.audit)
    if dossier.lead is None or dossier.lead.id != person_id:
        raise OnlyTheLeadMoves(number=dossier.audit.number)
    if checklist.state is not ChecklistState.PUBLISHED:
        raise ChecklistIsDraft(title=checklist.title_sv or checklist.title_en, edition=checklist.edition)
    refuse_empty(checklist, new.questions)


def move_audit(dossier: Dossier, new: Edition, person_id: str) -> list[Edit]:
    """The edits that bring an audit to another edition; raises what `refuse_move` raises.

    All that was said of a question goes along where the same is asked again. What was said of any other is taken back
    and stays in the log; its findings, photos and notes stay in the audit without a question.
    """
    refuse_move(dossier, new, person_id)
    ways = _ways(dossier, new)
    return [
        edit_of(dossier.audit, "checklist_id", new.checklist.id),
        *_rehung(dossier, ways),
        *_renamed(dossier, ways),
    ]


def left_behind(dossier: Dossier, new: Edition) -> list[Question]:
    """The questions of which something was said that does not go along."""
    ways = _ways(dossier, new)
    hung: tuple[Any, ...] = (*dossier.note_links, *dossier.samples, *dossier.findings, *dossier.merged)
    answered = (answer.question_id for answer in dossier.answers if answer.verdict is not None)
    treated = (each.question_id for each in dossier.audit_questions if each.is_left_out or each.auditor_id)
    said = frozenset((*answered, *treated, *(each.question_id for each in (*hung, *dossier.attachments))))
    return [question for question in dossier.questions if question.id in said and question.id not in ways]


def _ways(dossier: Dossier, new: Edition) -> dict[str, str]:
    """The new question of each old one that asks the same, by id."""
    old = Edition(dossier.checklist, dossier.sections, dossier.questions)
    differences = compare_editions(old, new)
    return {each.old.id: each.new.id for each in differences if each.fate in GOES_ALONG and each.old and each.new}


def _renamed(dossier: Dossier, ways: dict[str, str]) -> Iterator[Edit]:
    """Records that are named by their question come anew under the new name."""
    held: tuple[Answer | NoteLink | AuditQuestion, ...]
    held = (*dossier.answers, *dossier.note_links, *dossier.audit_questions)
    for record in held:
        new = ways.get(record.question_id)
        if new == record.question_id:
            continue
        yield Edit(kind_of(type(record)), record.id, DELETED, 1, dossier.audit.id)
        if new is not None:
            yield from whole_of(replace(record, id=_name(record, new), question_id=new))


def _name(record: Answer | NoteLink | AuditQuestion, question_id: str) -> str:
    if isinstance(record, NoteLink):
        return note_link_id(record.note_id, question_id)
    if isinstance(record, AuditQuestion):
        return audit_question_id(record.audit_id, question_id)
    if record.is_agreed:
        return agreed_answer_id(record.audit_id, question_id)
    return answer_id(record.audit_id, question_id, record.author_id or "")


def _rehung(dossier: Dossier, ways: dict[str, str]) -> Iterator[Edit]:
    """Records with names of their own keep them; a sample says nothing without its question."""
    held: tuple[Any, ...] = (*dossier.findings, *dossier.merged, *dossier.attachments, *dossier.samples)
    for record in held:
        new = ways.get(record.question_id) if record.question_id else None
        if new == record.question_id:
            continue
        if new is None and record in dossier.samples:
            yield Edit("sample", record.id, DELETED, 1, dossier.audit.id)
        else:
            yield edit_of(record, "question_id", new)
