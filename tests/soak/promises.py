"""What the program said was saved, from life to life: held against the register and never forgotten."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qmsdesk.domain.changes import DELETED
from qmsdesk.domain.records import KINDS
from qmsdesk.store.database import Connection

BOOKMARK = "bookmark"
Key = tuple[str, str, str]
"""Kind, entity and field; of a bookmark its name for the entity."""


class Promises:
    """A field that was `kept` must say that, or what it was `tried` to be given since."""

    def __init__(self) -> None:
        self.kept: dict[Key, Any] = {}
        self.tried: dict[Key, list[Any]] = {}
        self.made = 0

    def keep(self, key: Key, held: Any) -> None:
        """What was tried before is settled by it."""
        self.made += 1
        self.kept[key] = held
        self.tried.pop(key, None)

    def attempt(self, key: Key, held: Any) -> None:
        self.tried.setdefault(key, []).append(held)

    def doubt(self, key: Key) -> None:
        """A draft was dropped: nobody said what the field says now."""
        self.kept.pop(key, None)
        self.tried.pop(key, None)

    def take_found(self, key: Key, held: Any) -> None:
        """The kill let an attempt through, or did not: from here on the field says what was found."""
        self.kept[key] = held
        self.tried.pop(key, None)

    def broken(self, key: Key, found: Any) -> str:
        """What is wrong with a field that says `found`; nothing where the promise holds."""
        allowed = [self.kept[key], *self.tried.get(key, ())] if key in self.kept else []
        if not allowed or found in allowed:
            return ""
        return f"{' '.join(key)} says {found!r}; allowed: {allowed!r}"

    def save(self, path: Path) -> None:
        kept = [[*key, held] for key, held in self.kept.items()]
        tried = [[*key, held] for key, values in self.tried.items() for held in values]
        path.write_text(json.dumps([kept, tried]), "utf-8")

    @classmethod
    def load(cls, path: Path) -> "Promises":
        promises = cls()
        kept, tried = json.loads(path.read_text("utf-8"))
        for said in kept:
            promises.kept[key_of(said)] = said[-1]
        for said in tried:
            promises.attempt(key_of(said), said[-1])
        return promises


def key_of(said: Sequence[Any]) -> Key:
    """The key at the head of what was told."""
    kind, entity, field = said[:3]
    return kind, entity, field


MISSING = "– there is no such record –"


def read_field(db: Connection, key: Key) -> Any:
    """What the register says."""
    kind, entity, field = key
    if kind == BOOKMARK:
        row = db.execute("SELECT value FROM bookmark WHERE name = ?", (entity,)).fetchone()
    else:
        assert kind in KINDS, kind
        column = "is_deleted" if field == DELETED else field
        row = db.execute(f"SELECT {column} FROM {kind} WHERE id = ?", (entity,)).fetchone()
    return row[0] if row else MISSING
