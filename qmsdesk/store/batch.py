"""A batch: edits written together, as log entries and rows, with what would take them back."""

import datetime as dt
from dataclasses import replace

from qmsdesk.domain.changes import DELETED, Changed, Edit, Value
from qmsdesk.store import changes
from qmsdesk.store.database import Connection
from qmsdesk.store.projection import defaults, project


class Batch:
    """Lives inside one transaction: `add` each edit, then `finish`."""

    def __init__(self, db: Connection, device: str, author_id: str, at: dt.datetime | None = None) -> None:
        self._db = db
        self._device = device
        self._author_id = author_id
        self._at = at
        self._heads: dict[str | None, changes.Replica] = {}
        self._shown: dict[str, dict[str, Value]] = {}
        self._created: set[str] = set()
        self._touched: dict[str, str] = {}
        self._undo: list[Edit] = []

    def add(self, edit: Edit) -> str | None:
        """Write an edit to the log, unless the field already says so, and return the id of the change."""
        shown = self._shown_by(edit.entity)
        if edit.field in shown and shown[edit.field] == edit.value:
            return None
        self._remember_undo(edit, shown)
        head = self._heads.get(edit.audit_id) or changes.own_replica(self._db, edit.audit_id, self._device)
        self._heads[edit.audit_id] = changes.append(self._db, head, self._author_id, edit, self._at)
        shown[edit.field] = edit.value
        self._touched[edit.entity] = edit.kind
        return changes.head_id(self._heads[edit.audit_id])

    def finish(self) -> Changed:
        """Bring the rows to what the log now says."""
        for head in self._heads.values():
            changes.remember_head(self._db, head)
        for entity, kind in self._touched.items():
            project(self._db, kind, entity)
        return Changed(frozenset(self._touched.values()), frozenset(self._touched), tuple(reversed(self._undo)))

    def _shown_by(self, entity: str) -> dict[str, Value]:
        if entity not in self._shown:
            self._shown[entity] = changes.live_values(self._db, entity)
        return self._shown[entity]

    def _remember_undo(self, edit: Edit, shown: dict[str, Value]) -> None:
        if not shown:
            self._created.add(edit.entity)
            self._undo.append(replace(edit, field=DELETED, value=1, parents=None))
        elif edit.entity not in self._created:
            before = shown.get(edit.field, defaults(edit.kind).get(edit.field, 0 if edit.field == DELETED else None))
            self._undo.append(replace(edit, value=before, parents=None))
