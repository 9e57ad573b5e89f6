"""Masks: what is left out of a copy that is handed out, and by which provision."""

from dataclasses import dataclass
from enum import StrEnum


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
