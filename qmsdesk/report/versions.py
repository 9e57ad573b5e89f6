"""Versions: which one a final report is, and what it changes in the one before."""

from qmsdesk.domain.audits import ISSUED
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.reports import standing_issue
from qmsdesk.i18n import Words
from qmsdesk.report.cards import Callout
from qmsdesk.report.pages import Block


def what_changed(dossier: Dossier, _: Words) -> list[Block]:
    """What a reader of an earlier version has to know first; nothing in the first version and in drafts."""
    issue = standing_issue(dossier.report_issues)
    if issue is None or not issue.changes.strip() or dossier.audit.state not in ISSUED:
        return []
    head = _(
        "Version {version}, {date}. What changed:",
        version=issue.version,
        date=_.date(issue.issued_at.astimezone().date()),
    )
    return [Callout(f"{head}\n{issue.changes.strip()}")]
