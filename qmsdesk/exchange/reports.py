"""Reports on their way out: made with their photos, or fetched as they were issued."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from qmsdesk.domain.audits import ISSUED
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.masking import masked
from qmsdesk.domain.reports import ReportForm, ReportIssue, standing_copy, standing_issue
from qmsdesk.domain.versions import next_masked
from qmsdesk.i18n import Words
from qmsdesk.store.attachments import file_of
from qmsdesk.store.report_issues import keep_report, kept_report


class Report(NamedTuple):
    """A report as it can be handed out; `issue` says which issued one it is, to the byte."""

    pdf: bytes
    issue: ReportIssue | None = None


def report_of(
    register: Path, dossier: Dossier, words: Words, *, now: dt.datetime, form: ReportForm = ReportForm.FULL
) -> Report:
    """The report of an audit: while it is locked the very bytes that were issued, where there are any, else a new one.

    A new one that is another form or language of an issued report bears the date of that. A masked copy is always new:
    what an earlier one masked was for somebody else.
    """
    standing = standing_issue(dossier.report_issues) if dossier.audit.state in ISSUED else None
    is_kept = standing is not None and form is not ReportForm.MASKED
    copy = standing_copy(dossier.report_issues, form, words.language) if is_kept else None
    kept = kept_report(register, copy) if copy else None
    if kept is not None:
        return Report(kept, copy)
    stamp = standing.issued_at.astimezone(now.tzinfo) if standing else now
    return Report(make_report(register, dossier, words, stamp=stamp, form=form))


def masked_copy(register: Path, dossier: Dossier, words: Words, *, now: dt.datetime, given_to: str) -> Report:
    """A masked copy to be handed out; its bytes are kept, and its record is still to be written.

    Raises `CopyWithoutMasks`, `CopyWithoutReceiver` or `FileNotWritable`; then nothing was kept.
    """
    issue = next_masked(dossier, words.language, now, given_to)
    made = report_of(register, dossier, words, now=now, form=ReportForm.MASKED)
    return Report(made.pdf, keep_report(register, issue, made.pdf))


def make_report(
    register: Path, dossier: Dossier, words: Words, *, stamp: dt.datetime, form: ReportForm = ReportForm.FULL
) -> bytes:
    """The report as the audit is now, with its photos and the logo."""
    from qmsdesk.report.audits import audit_report  # brings in ReportLab, which a start does without

    if form is ReportForm.MASKED:
        dossier = masked(dossier, words)
    logo = file_of(register, dossier.organisation.logo)
    with TemporaryDirectory(prefix="qmsdesk-") as folder:
        photos = photos_of(register, dossier, Path(folder))
        return audit_report(dossier, words, stamp=stamp, form=form, photos=photos, logo=logo)


def photos_of(register: Path, dossier: Dossier, folder: Path) -> dict[str, Path]:
    """The pictures to be printed; Pillow comes in only where there are any."""
    if not dossier.attachments:
        return {}
    from qmsdesk.exchange.photos import print_photos

    return print_photos(register, dossier.attachments, folder)
