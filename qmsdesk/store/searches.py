"""Full-text search over everything that was written: the index beside the state, and what it finds (SQLite FTS5)."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from qmsdesk.store.database import Connection

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "audit": ("objective", "scope", "criteria", "summary"),
    "question": ("text_sv", "text_en"),
    "note": ("text",),
    "answer": ("reason",),
    "finding": ("title", "statement", "evidence", "consequence", "requirement", "diverging_opinion"),
    "action": ("text", "owner", "done", "remark", "reply_reason"),
    "obstacle": ("text",),
    "document": ("title", "reference", "remark"),
    "sample": ("what",),
    "main_message": ("text",),
    "attachment": ("caption", "name"),
}
"""The texts of each kind of record that can be found."""

_WORDS = re.compile(r"\w+")
AROUND = 16
"""So many words of a text are shown with what was found in it."""

WEIGHED = 500
"""So many texts are weighed against each other: more would be felt at every key."""


class Hit(NamedTuple):
    """Where something was found; `text` is the passage around it, `audit_id` None for what belongs to no audit."""

    kind: str
    entity: str
    audit_id: str | None
    text: str


def index_row(db: Connection, kind: str, entity: str, row: Mapping[str, Any]) -> None:
    """Bring the index to what the row of an entity says; what is deleted is found no more."""
    if kind not in SEARCHED:
        return
    text = "" if row["is_deleted"] else "\n".join(row[name] for name in SEARCHED[kind] if row[name])
    held = db.execute("SELECT id, text FROM search_text WHERE entity = ?", (entity,)).fetchone()
    if (held[1] if held else "") == text:
        return
    if held:
        db.execute("INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)", held)
        db.execute("DELETE FROM search_text WHERE id = ?", held[:1])
    if text:
        audit_id = entity if kind == "audit" else row.get("audit_id")
        add = "INSERT INTO search_text (kind, entity, audit_id, text) VALUES (?, ?, ?, ?)"
        place = db.execute(add, (kind, entity, audit_id, text)).lastrowid
        db.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (place, text))


def forget_index(db: Connection) -> None:
    """Empty the index, to be made again."""
    db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    db.execute("DELETE FROM search_text")


def find_texts(db: Connection, said: str, limit: int) -> list[Hit]:
    """Texts that hold every word said, or words that begin so, the best first; å, ä and ö are letters of their own.

    Of a word that stands nearly everywhere only the newest texts are weighed.
    """
    words = _WORDS.findall(said)
    if not words:
        return []
    wanted = " ".join(f'"{word}"*' for word in words)
    query = """
        SELECT kind, entity, audit_id, snippet(search, 0, '', '', '…', ?)
        FROM search JOIN search_text ON search_text.id = search.rowid
        WHERE search MATCH ? AND search.rowid >= (
            SELECT min(id) FROM (SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?)
        )
        ORDER BY rank LIMIT ?
    """
    return [Hit(*row) for row in db.execute(query, (AROUND, wanted, wanted, WEIGHED, limit))]
