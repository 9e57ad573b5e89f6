"""The main messages of a day: what the unit should remember, three at most."""

from dataclasses import dataclass

USUAL_MESSAGES = 3


@dataclass(frozen=True, slots=True)
class MainMessage:
    id: str
    audit_id: str
    text: str = ""
    position: str = ""
