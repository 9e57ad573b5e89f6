"""What a test writes to make an audit final: its report, kept, and the state."""

import datetime as dt
from pathlib import Path

from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.store.report_issues import keep_report

ISSUED_AT = dt.datetime(2026, 11, 26, 10, tzinfo=dt.UTC)


def final_of(register: Path, audit: Audit, state: AuditState = AuditState.FINAL) -> list[Edit]:
    """The edits that make an audit final, once its report lies beside the register."""
    issue = ReportIssue(f"issue-{audit.id}", audit.id, 1, ReportForm.FULL, "sv", ISSUED_AT, sha256="", is_final=True)
    return [*creation_of(keep_report(register, issue, b"%PDF-1.7")), edit_of(audit, "state", state)]
