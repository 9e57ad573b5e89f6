"""Phrases in the register: kept texts, in the order of the alphabet."""

from qmsdesk.domain.phrases import Phrase
from qmsdesk.store.database import Connection
from qmsdesk.store.rows import select


def list_phrases(db: Connection) -> list[Phrase]:
    """All of them, by what they are for and then by their text."""
    return select(db, Phrase, "ORDER BY use, ifnull(nullif(text_sv, ''), text_en) COLLATE swedish, id")
