"""Notes: what an auditor hears and sees; each belongs to the one who wrote it."""

import datetime as dt
from dataclasses import dataclass

from qmsdesk.domain.identity import derived_id


@dataclass(frozen=True, slots=True)
class Note:
    """A note of one author; `speaker_role` says whose words they are by role, never by name."""

    id: str
    audit_id: str
    author_id: str
    at: dt.datetime
    text: str = ""
    speaker_role: str = ""
    is_parked: bool = False
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A note answers a question; one note may answer many."""

    id: str
    audit_id: str
    note_id: str
    question_id: str


def note_link_id(note_id: str, question_id: str) -> str:
    return derived_id("note link", note_id, question_id)
