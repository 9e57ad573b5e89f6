"""Dossiers from the register: one audit whole, in about twenty small queries."""

from typing import TypeVar

from qmsdesk.domain.actions import Action
from qmsdesk.domain.agreements import standing
from qmsdesk.domain.answers import Answer
from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import Audit, AuditQuestion, TeamMember
from qmsdesk.domain.checklists import Checklist
from qmsdesk.domain.documents import Document
from qmsdesk.domain.dossiers import Dossier, EarlierAudit
from qmsdesk.domain.errors import AuditNotFound
from qmsdesk.domain.feedback import Feedback
from qmsdesk.domain.findings import Finding, FindingNote
from qmsdesk.domain.main_messages import MainMessage
from qmsdesk.domain.notes import Note, NoteLink
from qmsdesk.domain.openings import OpeningCheck, Participant
from qmsdesk.domain.organisation import Department
from qmsdesk.domain.plan import Obstacle, PlanSlot
from qmsdesk.domain.regradings import Regrading
from qmsdesk.domain.reopenings import Reopening
from qmsdesk.domain.reports import ReportIssue, SignOff
from qmsdesk.domain.samples import Sample
from qmsdesk.domain.times import TimeEntry
from qmsdesk.store.audits import last_audits, unit_of
from qmsdesk.store.checklists import questions_of, sections_of
from qmsdesk.store.database import Connection
from qmsdesk.store.organisation import certificates_of, the_organisation
from qmsdesk.store.people import everybody
from qmsdesk.store.requirements import requirement_titles
from qmsdesk.store.rows import get, referred, select
from qmsdesk.store.times import logged_work

R = TypeVar("R")


def load_dossier(db: Connection, audit_id: str) -> Dossier:
    """Everything one audit holds. Raises `AuditNotFound`."""
    audit = get(db, Audit, audit_id)
    if audit is None:
        raise AuditNotFound(audit=audit_id)
    unit = unit_of(db, audit)
    checklist = referred(db, Checklist, audit.checklist_id)

    def own(record_type: type[R], order: str = "id") -> tuple[R, ...]:
        return tuple(select(db, record_type, f"AND audit_id = ? ORDER BY {order}", (audit_id,)))

    findings, merged = standing(own(Finding, "position, id"))
    return Dossier(
        organisation=the_organisation(db),
        department=referred(db, Department, unit.department_id),
        unit=unit,
        audit=audit,
        checklist=checklist,
        sections=tuple(sections_of(db, checklist.id)),
        questions=tuple(questions_of(db, checklist.id)),
        audit_questions=own(AuditQuestion),
        answers=own(Answer),
        notes=own(Note, "at, id"),
        note_links=own(NoteLink),
        findings=findings,
        merged=merged,
        finding_notes=own(FindingNote),
        actions=own(Action, "due_on IS NULL, due_on, id"),
        attachments=own(Attachment),
        team=own(TeamMember, "position, id"),
        plan=own(PlanSlot, "starts_at, id"),
        obstacles=own(Obstacle),
        time_entries=own(TimeEntry),
        work=logged_work(db, audit),
        opening_checks=own(OpeningCheck),
        participants=own(Participant),
        documents=own(Document),
        samples=own(Sample),
        main_messages=own(MainMessage, "position, id"),
        regradings=own(Regrading, "at, id"),
        feedback=own(Feedback),
        reopenings=own(Reopening, "at, id"),
        sign_offs=own(SignOff, "signed_at, id"),
        report_issues=own(ReportIssue, "version, id"),
        certificates=tuple(certificates_of(db, unit.id)),
        people=everybody(db),
        requirement_titles=requirement_titles(db),
        earlier=next(iter(earlier_audits(db, audit, 1)), None),
    )


def earlier_audits(db: Connection, audit: Audit, most: int) -> list[EarlierAudit]:
    """The last audits of the same unit, the newest first."""
    return [_held(db, last) for last in last_audits(db, audit.unit_id, audit.date, most)]


def _held(db: Connection, audit: Audit) -> EarlierAudit:
    standing = "AND audit_id = ? AND merged_into_id IS NULL ORDER BY position, id"
    return EarlierAudit(
        audit,
        tuple(select(db, Finding, standing, (audit.id,))),
        tuple(select(db, Action, "AND audit_id = ? ORDER BY due_on, id", (audit.id,))),
    )
