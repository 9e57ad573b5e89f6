"""Issued reports and who signed for what."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.i18n import N_


class ReportForm(StrEnum):
    FULL = "full"
    SHORT = "short"
    FACT_CHECK = "fact_check"
    MASKED = "masked"


FORM_NAMES = {
    ReportForm.FULL: N_("Full report"),
    ReportForm.SHORT: N_("Short report"),
    ReportForm.FACT_CHECK: N_("Report for fact check"),
    ReportForm.MASKED: N_("Masked copy"),
}


@dataclass(frozen=True, slots=True)
class ReportIssue:
    """A report as it left the house, with the hash of its exact bytes, which are kept beside the register.

    `changes` says what differs from the version before, `given_to` who got a masked copy. One report of each version is
    final; the others are copies of it in another language or form.
    """

    id: str
    audit_id: str
    version: int
    form: ReportForm
    language: str
    issued_at: dt.datetime
    sha256: str
    is_final: bool = False
    registration_number: str = ""
    size_bytes: int = 0
    changes: str = ""
    given_to: str = ""


def standing_issue(issues: Iterable[ReportIssue]) -> ReportIssue | None:
    """The newest final report; copies of it in other languages and forms bear its version."""
    finals = [issue for issue in issues if issue.is_final]
    return max(finals, key=lambda issue: (issue.version, issue.issued_at, issue.id), default=None)


def standing_copy(issues: Iterable[ReportIssue], form: ReportForm, language: str) -> ReportIssue | None:
    """The newest final report, or the first copy that was made of it, in a form and language."""
    held = list(issues)
    standing = standing_issue(held)
    if standing is None or (standing.form, standing.language) == (form, language):
        return standing
    alike = [each for each in held if (each.version, each.form, each.language) == (standing.version, form, language)]
    return min(alike, key=lambda issue: (issue.issued_at, issue.id), default=None)


class Signer(StrEnum):
    """For whom one signs."""

    UNIT = "unit"
    AUDITORS = "auditors"


ACKNOWLEDGEMENTS = {
    Signer.UNIT: N_("I have received the findings and confirm the facts. I need not agree with every assessment."),
    Signer.AUDITORS: N_("The report gives what we saw and agreed."),
}


@dataclass(frozen=True, slots=True)
class SignOff:
    """Someone acknowledged something: the manager the receipt and the facts, never agreement.

    `signature` holds the drawn strokes as domain/signatures packs them, empty where the name was enough.
    """

    id: str
    audit_id: str
    name: str
    role: str
    signed_at: dt.datetime
    what: str = ""
    signature: str = ""
