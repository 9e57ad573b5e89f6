"""The last time a question was asked in a unit, from the register: in this edition of its checklist or another."""

from collections.abc import Sequence

from qmsdesk.domain.actions import Action
from qmsdesk.domain.answers import Answer, Verdict, standing_answers
from qmsdesk.domain.audits import Audit, TeamRole
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.repeats import LastTime
from qmsdesk.store.audits import team_of
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import referred, select

_SAME_QUESTIONS = """
    SELECT question.id FROM checklist AS mine
        JOIN checklist AS core ON core.id = mine.id OR core.id = mine.extends_id
        JOIN checklist ON checklist.code = core.code JOIN section ON section.checklist_id = checklist.id
        JOIN question ON question.section_id = section.id
    WHERE mine.id = ? AND NOT question.is_deleted
        AND (question.id = ? OR question.code = ? OR question.content_hash <> '' AND question.content_hash = ?)
"""
_CAME_TO_A_REPORT = """
    AND unit_id = ? AND date < ? AND state IN ('draft_report', 'fact_check', 'final', 'follow_up', 'closed')
    AND (EXISTS (SELECT 1 FROM answer WHERE audit_id = audit.id AND question_id IN ({same}) AND NOT is_deleted
            AND verdict IN ('fulfilled', 'partly', 'not_fulfilled', 'not_applicable'))
        OR EXISTS (SELECT 1 FROM finding WHERE audit_id = audit.id AND question_id IN ({same}) AND NOT is_deleted))
    ORDER BY date DESC, number DESC LIMIT 1
"""
_OF_AUDIT = "AND audit_id = ? AND question_id IN ({same})"


def last_time_of(db: Connection, audit: Audit, question: Question) -> LastTime | None:
    """What a question of an audit gave when the unit was last asked it, in an audit that came to a report."""
    asked = (audit.checklist_id, question.id, question.code, question.content_hash)
    same = [id_ for (id_,) in db.execute(_SAME_QUESTIONS, asked)]
    marks = ", ".join("?" for _ in same)
    day = audit.date.isoformat()
    found = select(db, Audit, _CAME_TO_A_REPORT.format(same=marks), (audit.unit_id, day, *same, *same))
    if not found:
        return None
    last = found[0]
    findings = select(
        db,
        Finding,
        f"{_OF_AUDIT.format(same=marks)} AND merged_into_id IS NULL ORDER BY position, id",
        (last.id, *same),
    )
    answers = select(db, Answer, _OF_AUDIT.format(same=marks), (last.id, *same))
    return LastTime(last, _standing(db, last, answers), tuple(findings), _actions(db, findings))


def _standing(db: Connection, audit: Audit, answers: Sequence[Answer]) -> Answer | None:
    """What counted then; where only one of two editions of a question was asked, what was said of that one."""
    leads = [member.person_id for member in team_of(db, audit.id) if member.role is TeamRole.LEAD]
    standing = standing_answers(answers, leads[0] if leads else None).values()
    asked = [answer for answer in standing if answer.verdict not in (Verdict.NOT_ASKED, Verdict.PARKED)]
    return next(iter(asked or standing), None)


def _actions(db: Connection, findings: Sequence[Finding]) -> tuple[Action, ...]:
    marks = ", ".join("?" for _ in findings)
    rest = f"AND finding_id IN ({marks}) ORDER BY due_on IS NULL, due_on, id"
    return tuple(select(db, Action, rest, [finding.id for finding in findings]))


def origin_of(db: Connection, finding: Finding) -> tuple[Finding, Audit] | None:
    """The finding that this one repeats, with its audit; also where it has been deleted since."""
    if finding.repeat_of_id is None:
        return None
    origin = referred(db, Finding, finding.repeat_of_id)
    return origin, referred(db, Audit, origin.audit_id)
