"""Bookmarks: where this laptop stands in a register, such as whose it is and which question was open."""

from qmsdesk.store.database import Connection


def bookmark(db: Connection, name: str) -> str | None:
    row = db.execute("SELECT value FROM bookmark WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None


def set_bookmark(db: Connection, name: str, value: str) -> None:
    db.execute(
        "INSERT INTO bookmark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
