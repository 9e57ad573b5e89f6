"""Guards: what may not be written, however it is asked for."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from qmsdesk.domain.audits import ISSUED, Audit, refuse_if_locked
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.errors import FinalWithoutReport
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import get

FOLLOW_UP_KINDS = frozenset({"action", "mask", "reopening", "report_issue", "sign_off", "time_entry"})
"""What may still be written about an audit whose content is locked."""
_STANDING = """
    SELECT sha256 FROM report_issue WHERE audit_id = ? AND is_final AND NOT is_deleted AND issued_at >= (
        SELECT ifnull(max(at), '') FROM reopening WHERE reopening.audit_id = report_issue.audit_id AND NOT is_deleted
    )
"""


def refuse_locked(db: Connection, edits: Iterable[Edit]) -> None:
    """Raise `AuditIsFinal` where edits would change the content of an audit that is final."""
    guarded = (
        edit for edit in edits if edit.kind not in FOLLOW_UP_KINDS and (edit.kind, edit.field) != ("audit", "state")
    )
    for audit_id in {edit.audit_id for edit in guarded}:
        audit = get(db, Audit, audit_id) if audit_id else None
        if audit:
            refuse_if_locked(audit)


def refuse_final_without_report(db: Connection, register: Path, edits: Sequence[Edit]) -> None:
    """Raise `FinalWithoutReport` where an audit would become final and no report of it is kept to the byte.

    The report is in the same batch, or was written since the audit was last opened again.
    """
    for edit in edits:
        if (edit.kind, edit.field) == ("audit", "state") and edit.value in ISSUED:
            audit = get(db, Audit, edit.entity)
            if audit and audit.state in ISSUED:
                continue
            if not _is_kept(register, _finals(db, edit.entity, edits)):
                raise FinalWithoutReport(number=audit.number if audit else _number(edit.entity, edits))


def _is_kept(register: Path, digests: Iterable[str]) -> bool:
    from qmsdesk.store.attachments import file_of  # a start, which makes nothing final, does without

    return any(file_of(register, digest) for digest in digests)


def _finals(db: Connection, audit_id: str, edits: Sequence[Edit]) -> list[str]:
    """The hashes of the final reports of an audit."""
    of_audit = [edit for edit in edits if (edit.kind, edit.audit_id) == ("report_issue", audit_id)]
    final = {edit.entity for edit in of_audit if edit.field == "is_final" and edit.value}
    coming = [str(edit.value) for edit in of_audit if edit.field == "sha256" and edit.entity in final]
    return [*coming, *(sha256 for (sha256,) in db.execute(_STANDING, (audit_id,)))]


def _number(audit_id: str, edits: Iterable[Edit]) -> str:
    numbers = (edit.value for edit in edits if (edit.entity, edit.field) == (audit_id, "number"))
    return str(next(numbers, ""))
