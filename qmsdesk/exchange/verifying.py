"""Verifying: whether a PDF is a report that this register issued, and whether it is still the same."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from qmsdesk.domain.errors import FileNotFound, FileNotReadable, reason_of
from qmsdesk.domain.reports import ReportIssue
from qmsdesk.i18n import N_
from qmsdesk.store.database import Connection
from qmsdesk.store.report_issues import all_issues


class Standing(StrEnum):
    """How a file stands to what was issued; `extended` means the issued bytes whole, and something after them."""

    ISSUED = "issued"
    EXTENDED = "extended"
    CHANGED = "changed"
    UNKNOWN = "unknown"


STANDING_SENTENCES = {
    Standing.ISSUED: N_("This is a report that this register issued, unchanged."),
    Standing.EXTENDED: N_(
        "This report was issued by this register, with something added after, such as a signature. What was added may "
        "alter what one sees: compare it with the report in the register."
    ),
    Standing.CHANGED: N_("This says it is a report of this register, but it is not the same as the one issued."),
    Standing.UNKNOWN: N_("This register has not issued this file."),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of it; `issue` is the report that it is, begins with, or says to be."""

    standing: Standing
    sha256: str
    issue: ReportIssue | None = None


def verify(db: Connection, path: Path) -> Verdict:
    """Hold a file against every report the register issued. Raises `FileNotFound` or `FileNotReadable`."""
    content = _read(path)
    digest, issues = sha256(content).hexdigest(), all_issues(db)
    for issue in issues:
        if issue.sha256 == digest:
            return Verdict(Standing.ISSUED, digest, issue)
    extended = _begun_with(content, issues)
    if extended:
        return Verdict(Standing.EXTENDED, digest, extended)
    claimed = _claimed(carried_data(content), issues)
    return Verdict(Standing.CHANGED if claimed else Standing.UNKNOWN, digest, claimed)


def carried_data(pdf: bytes) -> dict[str, Any] | None:
    """The data that a report carries within itself; None where there is none that can be read."""
    import pypdfium2  # see `qmsdesk.exchange.reports`

    from qmsdesk.report.data import FILE_NAME

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return None
    try:
        held = (document.get_attachment(n) for n in range(document.count_attachments()))
        found = next((bytes(each.get_data()) for each in held if each.get_name() == FILE_NAME), b"")
        data = json.loads(found)
    except (ValueError, RecursionError, pypdfium2.PdfiumError):
        return None
    finally:
        document.close()
    return data if isinstance(data, dict) else None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileNotFound(path=path) from error
    except OSError as error:
        raise FileNotReadable(path=path, reason=reason_of(error)) from error


def _begun_with(content: bytes, issues: Iterable[ReportIssue]) -> ReportIssue | None:
    """The longest issued report whose bytes stand whole at the beginning; read through once for all of them."""
    found, running, read = None, sha256(), 0
    for issue in sorted(issues, key=lambda each: each.size_bytes):
        if 0 < issue.size_bytes < len(content):
            running.update(memoryview(content)[read : issue.size_bytes])
            read = issue.size_bytes
            found = issue if running.hexdigest() == issue.sha256 else found
    return found


def _claimed(data: dict[str, Any] | None, issues: Iterable[ReportIssue]) -> ReportIssue | None:
    """The issued report that the data of a file names."""
    audit, report = ((data or {}).get(name) for name in ("audit", "report"))
    if not isinstance(audit, dict) or not isinstance(report, dict):
        return None
    said = (audit.get("id"), report.get("version"), report.get("form"), report.get("language"))
    return next((each for each in issues if (each.audit_id, each.version, each.form, each.language) == said), None)
