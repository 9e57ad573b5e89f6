"""Makings: the report that is wanted, made or fetched as it was issued, off the window's thread."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSizeF

from qmsdesk.domain.audits import ISSUED
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import ReportForm, ReportIssue
from qmsdesk.domain.versions import next_copy
from qmsdesk.exchange.reports import Report, make_report, report_of
from qmsdesk.i18n import words
from qmsdesk.store.report_issues import keep_report
from qmsdesk.ui.reports.files import report_name
from qmsdesk.ui.reports.pdf_pages import page_sizes

KEPT_FORMS = (ReportForm.FULL, ReportForm.SHORT)
"""Of an issued report these are kept as they were first made; the others are made anew as they are wanted."""


class Wanted(NamedTuple):
    """The report that is to be shown: of these records, in this form and language."""

    dossier: Dossier
    form: ReportForm
    language: str


class Shown(NamedTuple):
    """A report as it is shown, and what it was made of; `issue` says which issued one it is, to the byte."""

    wanted: Wanted
    pdf: bytes
    sizes: list[QSizeF]
    made_at: dt.datetime
    issue: ReportIssue | None = None

    @property
    def name(self) -> str:
        """What its file is called."""
        dossier, form, language = self.wanted
        return report_name(dossier, form, words(language), self.issue.version if self.issue else 0)


def make_shown(register: Path, wanted: Wanted, now: dt.datetime) -> Shown:
    """Make it, or fetch the one that was issued; the bytes of its first copy in another form or language are kept."""
    report = make_or_fetch(register, wanted, now)
    return Shown(wanted, report.pdf, page_sizes(report.pdf), now, report.issue)


def make_or_fetch(register: Path, wanted: Wanted, now: dt.datetime) -> Report:
    """The same without looking at its pages; the record of a copy that is kept now is still to be written."""
    dossier, form, said = wanted.dossier, wanted.form, words(wanted.language)
    if form not in KEPT_FORMS:
        return Report(make_report(register, dossier, said, stamp=now, form=form))
    report = report_of(register, dossier, said, now=now, form=form)
    is_issued = dossier.audit.state in ISSUED
    copy = next_copy(dossier, form, wanted.language, now) if is_issued and not report.issue else None
    return report._replace(issue=keep_report(register, copy, report.pdf)) if copy else report
