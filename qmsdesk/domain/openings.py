"""The opening of a day: what has been said, and who was there by role."""

from dataclasses import dataclass

from qmsdesk.domain.identity import derived_id


@dataclass(frozen=True, slots=True)
class OpeningCheck:
    """A card of the opening script, named by its key, that has been gone through."""

    id: str
    audit_id: str
    card: str
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """So many people of one role took part; never a name."""

    id: str
    audit_id: str
    role: str = ""
    people: int = 1


def opening_check_id(audit_id: str, card: str) -> str:
    return derived_id("opening check", audit_id, card)
