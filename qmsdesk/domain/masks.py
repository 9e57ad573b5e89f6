"""Masks: what is left out of a copy that is handed out, and by which provision."""

from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.errors import MaskIsTooShort, MaskWithoutReason
from qmsdesk.i18n import N_, Words

SHORTEST = 2
"""A single letter would take every word with it."""

LEGAL_REASONS = (
    N_("OSL 26:1, social services"),
    N_("OSL 25:1, health care"),
    N_("OSL 23:1, school"),
    N_("OSL 39:1, staff matters"),
    N_("OSL 21:7, personal data"),
    N_("OSL 18:8, security measures"),
    N_("OSL 17:1, planned inspections"),
    N_("OSL 31:16, business relations"),
)
"""Provisions of the Swedish Public Access to Information and Secrecy Act (2009:400) that findings fall under most."""


class Covers(StrEnum):
    """What a mask takes away: a whole finding, a photo, or some words wherever they stand."""

    FINDING = "finding"
    ATTACHMENT = "attachment"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Mask:
    """`target_id` is the finding or attachment; `passage` the words to the letter; `reason` stands in their place."""

    id: str
    audit_id: str
    covers: Covers
    target_id: str = ""
    passage: str = ""
    reason: str = ""


def refuse_mask(mask: Mask) -> None:
    """Raise `MaskWithoutReason`, or `MaskIsTooShort` for words that stand in every other one."""
    if not mask.reason.strip():
        raise MaskWithoutReason()
    if mask.covers is Covers.PASSAGE and len(mask.passage.strip()) < SHORTEST:
        raise MaskIsTooShort(least=SHORTEST)


def say_mask(mask: Mask, _: Words) -> str:
    """What stands in the place of what is masked."""
    return _("[Masked: {reason}]", reason=mask.reason) if mask.reason.strip() else _("[Masked]")
