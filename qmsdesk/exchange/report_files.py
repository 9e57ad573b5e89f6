"""The report in other forms than PDF: to read in a browser, to edit, to count with."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qmsdesk.domain.audits import ISSUED
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.masking import masked
from qmsdesk.domain.reports import ReportForm, standing_issue
from qmsdesk.exchange.reports import photos_of
from qmsdesk.i18n import Words
from qmsdesk.store.attachments import file_of


def report_file(
    register: Path,
    dossier: Dossier,
    words: Words,
    *,
    now: dt.datetime,
    ending: str,
    form: ReportForm = ReportForm.FULL,
) -> bytes:
    """The report of an audit as .html, .docx or .xlsx; of an issued one with the date of that."""
    standing = standing_issue(dossier.report_issues) if dossier.audit.state in ISSUED else None
    stamp = standing.issued_at.astimezone(now.tzinfo) if standing else now
    if form is ReportForm.MASKED:
        dossier = masked(dossier, words)
    if ending == ".xlsx":
        from qmsdesk.report.workbook import audit_workbook

        return audit_workbook(dossier, words, stamp=stamp, form=form)
    with TemporaryDirectory(prefix="qmsdesk-") as folder:
        given: dict[str, Any] = {"stamp": stamp, "form": form, "logo": file_of(register, dossier.organisation.logo)}
        given["photos"] = photos_of(register, dossier, Path(folder))
        if ending == ".docx":
            from qmsdesk.report.word import audit_word  # python-docx and lxml, which nothing else needs

            return audit_word(dossier, words, **given)
        from qmsdesk.report.html import audit_html

        return audit_html(dossier, words, **given).encode()
