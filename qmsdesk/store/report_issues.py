"""Issued reports: their exact bytes beside the register, and the record of each in it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from qmsdesk.domain.changes import Edit
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.reports import ReportIssue
from qmsdesk.store.attachments import file_of, keep_file
from qmsdesk.store.database import Connection
from qmsdesk.store.register import Register
from qmsdesk.store.rows import select


def keep_report(register: Path, issue: ReportIssue, pdf: bytes) -> ReportIssue:
    """Put the bytes of a report on the disk and return its record, which is still to be written.

    Raises `FileNotWritable`; then nothing was kept.
    """
    return replace(issue, sha256=keep_file(register, pdf), size_bytes=len(pdf))


def issue_report(register: Register, issue: ReportIssue, pdf: bytes, also: Iterable[Edit] = ()) -> ReportIssue:
    """Keep a report and write its record, with what goes with it, in one transaction."""
    kept = keep_report(register.path, issue, pdf)
    register.write([*creation_of(kept), *also])
    return kept


def kept_report(register: Path, issue: ReportIssue) -> bytes | None:
    """The bytes that were issued; None where they are missing or no longer the same."""
    from hashlib import sha256  # see `store.attachments`

    path = file_of(register, issue.sha256)
    if path is None:
        return None
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if sha256(content).hexdigest() == issue.sha256 else None


def all_issues(db: Connection) -> list[ReportIssue]:
    """Every report that has left the house, oldest first."""
    return select(db, ReportIssue, "ORDER BY issued_at, id")
