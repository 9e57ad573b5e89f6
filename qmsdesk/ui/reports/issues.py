"""Issued reports in words."""

from qmsdesk.domain.reports import ReportIssue
from qmsdesk.i18n import Words

SHOWN_DIGITS = 12


def say_issue(issue: ReportIssue, _: Words) -> str:
    """Which report it is that one sees, and by which mark it can be told from every other."""
    said = {
        "version": issue.version,
        "date": _.date(issue.issued_at.astimezone().date()),
        "sha256": issue.sha256[:SHOWN_DIGITS],
    }
    if issue.is_final:
        return _("Version {version} of {date}, as it was issued. Its SHA-256 begins with {sha256}.", **said)
    return _("A copy of version {version} of {date}, as it was first made. Its SHA-256 begins with {sha256}.", **said)
