"""Dossiers from the register: one audit whole, in about twenty small queries."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

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
from qmsdesk.domain.masks import Mask
from qmsdesk.domain.notes import Note, NoteLink
from qmsdesk.domain.openings import OpeningCheck, Participant
from qmsdesk.domain.organisation import Department
from qmsdesk.domain.plan import Obstacle, PlanSlot
from qmsdesk.domain.records import kind_of
from qmsdesk.domain.regradings import Regrading
from qmsdesk.domain.reopenings import Reopening
from qmsdesk.domain.reports import ReportIssue, SignOff
from qmsdesk.domain.samples import Sample
from qmsdesk.domain.times import TimeEntry
from qmsdesk.domain.trends import AUDITS
from qmsdesk.store.audits import last_audits, unit_of
from qmsdesk.store.checklists import questions_of, sections_of
from qmsdesk.store.database import Connection
from qmsdesk.store.organisation import certificates_of, the_organisation
from qmsdesk.store.people import everybody
from qmsdesk.store.ready_texts import ready_texts_of
from qmsdesk.store.requirements import requirement_editions, requirement_titles
from qmsdesk.store.rows import get, referred, select
from qmsdesk.store.times import logged_work
from qmsdesk.store.trends import counts_of

_HELD: Mapping[str, tuple[type[Any], str]] = {
    "audit_questions": (AuditQuestion, "id"),
    "answers": (Answer, "id"),
    "notes": (Note, "at, id"),
    "note_links": (NoteLink, "id"),
    "finding_notes": (FindingNote, "id"),
    "actions": (Action, "due_on IS NULL, due_on, id"),
    "attachments": (Attachment, "id"),
    "team": (TeamMember, "position, id"),
    "plan": (PlanSlot, "starts_at, id"),
    "obstacles": (Obstacle, "id"),
    "time_entries": (TimeEntry, "id"),
    "opening_checks": (OpeningCheck, "id"),
    "participants": (Participant, "id"),
    "documents": (Document, "id"),
    "samples": (Sample, "id"),
    "main_messages": (MainMessage, "position, id"),
    "regradings": (Regrading, "at, id"),
    "feedback": (Feedback, "id"),
    "reopenings": (Reopening, "at, id"),
    "sign_offs": (SignOff, "signed_at, id"),
    "report_issues": (ReportIssue, "version, issued_at, id"),
    "masks": (Mask, "id"),
}
"""What belongs to the audit alone: its part of the dossier, and in which order."""
_AROUND = frozenset(
    {"audit", "organisation", "department", "unit", "certificate", "person"}
    | {"checklist", "section", "question", "requirement", "requirement_source", "ready_text"}
)
"""Kinds on which more of a dossier rests than one part."""


def load_dossier(db: Connection, audit_id: str) -> Dossier:
    """Everything one audit holds. Raises `AuditNotFound`."""
    audit = get(db, Audit, audit_id)
    if audit is None:
        raise AuditNotFound(audit=audit_id)
    unit = unit_of(db, audit)
    checklist = referred(db, Checklist, audit.checklist_id)

    held: dict[str, Any] = {name: _own(db, audit_id, *of_kind) for name, of_kind in _HELD.items()}
    return Dossier(
        organisation=the_organisation(db),
        department=referred(db, Department, unit.department_id),
        unit=unit,
        audit=audit,
        checklist=checklist,
        sections=tuple(sections_of(db, checklist.id)),
        questions=tuple(questions_of(db, checklist.id)),
        work=logged_work(db, audit),
        certificates=tuple(certificates_of(db, unit.id)),
        people=everybody(db),
        requirement_titles=requirement_titles(db),
        requirement_editions=requirement_editions(db),
        ready_texts=ready_texts_of(db, audit_id),
        **_findings_of(db, audit),
        **held,
    )


def refresh_dossier(db: Connection, dossier: Dossier, kinds: Collection[str]) -> Dossier:
    """The dossier as it stands now that records of `kinds` have changed. What the log tells of working time stays."""
    if not _AROUND.isdisjoint(kinds):
        return load_dossier(db, dossier.audit.id)
    changed = {name: held for name, held in _HELD.items() if kind_of(held[0]) in kinds}
    parts: dict[str, Any] = {name: _own(db, dossier.audit.id, *held) for name, held in changed.items()}
    if "finding" in kinds or "action" in kinds:
        parts |= _findings_of(db, dossier.audit)
    return replace(dossier, **parts)


def _own(db: Connection, audit_id: str, record_type: type[Any], order: str) -> tuple[Any, ...]:
    return tuple(select(db, record_type, f"AND audit_id = ? ORDER BY {order}", (audit_id,)))


def _findings_of(db: Connection, audit: Audit) -> dict[str, Any]:
    """Those of the audit, those of the last one in the unit, and how many the last ones gave."""
    findings, merged = standing(_own(db, audit.id, Finding, "position, id"))
    before = last_audits(db, audit.unit_id, audit.date, AUDITS)
    earlier = _held(db, before[0]) if before else None
    return {"findings": findings, "merged": merged, "earlier": earlier, "trend": counts_of(db, before)}


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
