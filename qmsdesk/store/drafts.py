"""Drafts: text that is being typed, on the disk at every pause, sealed into one change when the field is left."""

import json

from qmsdesk.domain.changes import Edit
from qmsdesk.store.changes import live_ids
from qmsdesk.store.database import Connection


def keep_draft(db: Connection, edit: Edit, author_id: str) -> None:
    """Keep the newest text of a field; the parents stay those the editor showed when it was opened."""
    parents = edit.parents if edit.parents is not None else live_ids(db, edit.entity, edit.field)
    db.execute(
        "INSERT INTO draft (entity, field, kind, audit_id, author_id, value, parents) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (entity, field) DO UPDATE SET value = excluded.value",
        (edit.entity, edit.field, edit.kind, edit.audit_id, author_id, edit.value, json.dumps(parents)),
    )


def drafts(db: Connection) -> list[tuple[Edit, str]]:
    """The drafts that wait to be sealed, each with its author."""
    rows = db.execute("SELECT kind, entity, field, value, audit_id, parents, author_id FROM draft")
    return [
        (Edit(kind, entity, field, value, audit_id, tuple(json.loads(parents))), author_id)
        for kind, entity, field, value, audit_id, parents, author_id in rows
    ]


def parents_of_draft(db: Connection, edit: Edit) -> tuple[str, ...] | None:
    """What the editor of a field showed when its draft was begun, where there is one."""
    row = db.execute("SELECT parents FROM draft WHERE entity = ? AND field = ?", (edit.entity, edit.field)).fetchone()
    return tuple(json.loads(row[0])) if row else None


def drop_draft(db: Connection, entity: str, field: str) -> None:
    db.execute("DELETE FROM draft WHERE entity = ? AND field = ?", (entity, field))
