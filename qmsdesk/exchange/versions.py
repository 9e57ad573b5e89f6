"""Versions: what a report that is about to be final changes in the one that was issued."""

from pathlib import Path

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import ReportIssue
from qmsdesk.domain.versions import LONGEST_CHANGES, propose_changes
from qmsdesk.exchange.verifying import carried_data
from qmsdesk.i18n import Words, words
from qmsdesk.store.report_issues import kept_report


def proposed_changes(register: Path, dossier: Dossier, before: ReportIssue, said_in: Words) -> str:
    """A proposal for the person to correct; only the reasons of the reopening where the old report cannot be read."""
    from qmsdesk.report.data import report_data  # see `qmsdesk.exchange.reports`

    reasons = [each.reason for each in dossier.reopenings if each.at >= before.issued_at]
    old = carried_data(kept_report(register, before) or b"")
    new = report_data(dossier, words(before.language), stamp=before.issued_at, form=before.form)
    return propose_changes(old or new, new, reasons, said_in)[:LONGEST_CHANGES]
