"""The main messages of a day: what the unit should remember, three at most."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.positions import position_between

USUAL_MESSAGES = 3


@dataclass(frozen=True, slots=True)
class MainMessage:
    id: str
    audit_id: str
    text: str = ""
    position: str = ""


def said(messages: Iterable[MainMessage]) -> list[MainMessage]:
    """The messages that say something; one that was emptied again keeps its place only."""
    return [message for message in messages if message.text.strip()]


def position_at(messages: Sequence[MainMessage], place: int) -> str:
    """The key that puts another message before the one at `place`, or last."""
    before = messages[place - 1].position if place > 0 else ""
    after = messages[place].position if place < len(messages) else ""
    return position_between(before, after if after > before else "")


def moved_position(messages: Sequence[MainMessage], message_id: str, way: int) -> str | None:
    """The key that moves a message up (-1) or down (1) by one; None where there is no further to go."""
    place = next(n for n, message in enumerate(messages) if message.id == message_id)
    if not 0 <= place + way < len(messages):
        return None
    rest = [message for message in messages if message.id != message_id]
    return position_at(rest, place + way)


def offered_drafts(findings: Iterable[Finding], messages: Iterable[MainMessage]) -> list[Finding]:
    """The findings a message may start from, strengths first, then nonconformities; those already told left out."""
    told = {message.text.strip() for message in messages}
    untold = [finding for finding in findings if finding.title.strip() and finding.title.strip() not in told]
    strengths = [finding for finding in untold if finding.type is FindingType.STRENGTH]
    return [*strengths, *(finding for finding in untold if finding.type.is_nonconformity)]
