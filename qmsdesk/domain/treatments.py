"""Treatments: what one audit does with the questions of its checklist, beforehand."""

from collections.abc import Iterable
from typing import Any

from qmsdesk.domain.audits import AuditQuestion
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.records import creation_of, edit_of


def treat(dossier: Dossier, questions: Iterable[Question], **fields: Any) -> list[Edit]:
    """The edits that say the same of each of these questions: `is_left_out`, `reason` or `auditor_id`."""
    held = {item.question_id: item for item in dossier.audit_questions}
    edits: list[Edit] = []
    for question in questions:
        item = held.get(question.id)
        if item is None:
            id_ = audit_question_id(dossier.audit.id, question.id)
            edits += creation_of(AuditQuestion(id_, dossier.audit.id, question.id, **fields))
        else:
            edits += [edit_of(item, name, value) for name, value in fields.items() if getattr(item, name) != value]
    return edits


def audit_question_id(audit_id: str, question_id: str) -> str:
    """The same on every laptop: an audit treats a question in one way."""
    return derived_id("audit question", audit_id, question_id)


def musts_left_out(dossier: Dossier) -> list[Question]:
    """The questions that must be asked and are left out all the same."""
    return [question for question in dossier.questions if question.must_ask and question.id in dossier.left_out]
