"""Renewals: a new audit that begins where the unit's last one left off. Answers, findings and notes stay there."""

from collections.abc import Iterable

from qmsdesk.domain.audits import Audit, AuditQuestion
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.treatments import audit_question_id

TEXTS = ("objective", "scope", "criteria")


def texts_again(last: Audit) -> dict[str, str]:
    """What the last audit was for, what it covered and what it was measured against."""
    return {name: getattr(last, name) for name in TEXTS}


def left_out_again(
    audit_id: str, items: Iterable[AuditQuestion], then: Iterable[Question], now: Iterable[Question]
) -> list[AuditQuestion]:
    """Of the questions of `now` those that were left out last time, with the same reasons.

    In a newer edition a question is known again by what it asks.
    """
    reasons = {item.question_id: item.reason for item in items if item.is_left_out}
    by_content = {q.content_hash: reasons[q.id] for q in then if q.content_hash and q.id in reasons}
    return [
        AuditQuestion(audit_question_id(audit_id, q.id), audit_id, q.id, True, reason)
        for q in now
        if (reason := reasons.get(q.id, by_content.get(q.content_hash))) is not None
    ]
