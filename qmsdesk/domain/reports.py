"""Issued reports and who signed for what."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.i18n import N_


class ReportForm(StrEnum):
    FULL = "full"
    SHORT = "short"
    FACT_CHECK = "fact_check"
    MASKED = "masked"


@dataclass(frozen=True, slots=True)
class ReportIssue:
    """A report as it left the house, with the hash of its exact bytes, which are kept beside the register.

    `changes` says what differs from the version before, `given_to` who got a masked copy.
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
