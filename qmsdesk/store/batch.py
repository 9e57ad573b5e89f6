"""A batch: edits written together, as log entries and rows, with what would take them back."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from qmsdesk.domain.changes import DELETED, Changed, Edit, Value
from qmsdesk.store import changes
from qmsdesk.store.changes import Live
from qmsdesk.store.database import Connection
from qmsdesk.store.projection import defaults, project


@dataclass(slots=True)
class _Step:
    """What takes the place of some changes again when they are undone: every value that was shown before."""

    edit: Edit
    before: list[Value]
    written: list[str] = field(default_factory=list)


class Batch:
    """Lives inside one transaction: `add` each edit, then `finish`."""

    def __init__(self, db: Connection, device: str, author_id: str, at: dt.datetime | None = None) -> None:
        self._db = db
        self._device = device
        self._author_id = author_id
        self._at = at
        self._heads: dict[str | None, changes.Replica] = {}
        self._live: dict[str, dict[str, list[Live]]] = {}
        self._touched: dict[str, str] = {}
        self._written: set[str] = set()
        self._anew: set[str] = set()
        self._steps: dict[tuple[str, str], _Step] = {}

    def add(self, edit: Edit) -> str | None:
        """Write an edit to the log and return the id of the change; None where the field says just that already.

        One that takes back is always written: it may be the first of several values that were shown together.
        """
        live = self._live_of(edit.entity)
        shown = live.get(edit.field, [])
        is_said = all(held.value == edit.value for held in shown) and (shown or _says_nothing(edit))
        if is_said and not edit.takes_back:
            return None
        if edit.field == DELETED and edit.parents == ():
            self._anew.add(edit.entity)
        if edit.entity in self._anew:
            edit = replace(edit, parents=None)
        written = self._append(edit, live)
        if edit.field == DELETED and edit.entity in self._anew:
            self._empty(edit, live)
        return written

    def _append(self, edit: Edit, live: dict[str, list[Live]]) -> str:
        head = self._heads.get(edit.audit_id) or changes.own_replica(self._db, edit.audit_id, self._device)
        parents = self._seen(edit, live, head.id)
        step = self._step(edit, live)
        head = changes.append(self._db, head, self._author_id, replace(edit, parents=parents), self._at)
        written = changes.head_id(head)
        self._heads[edit.audit_id] = head
        self._touched[edit.entity] = edit.kind
        self._written.add(written)
        step.written.append(written)
        still = [held for held in live.get(edit.field, []) if held.id not in parents]
        live[edit.field] = [*still, Live(written, head.id, self._author_id, edit.value)]
        return written

    def _empty(self, edit: Edit, live: dict[str, list[Live]]) -> None:
        """What is created anew does not take up what it held when it was deleted."""
        for name, value in defaults(edit.kind).items():
            if name in live:
                self.add(replace(edit, field=name, value=value))

    def finish(self) -> Changed:
        """Bring the rows to what the log now says."""
        for head in self._heads.values():
            changes.remember_head(self._db, head)
        for entity, kind in self._touched.items():
            live = self._live[entity]
            is_plain = all(len(held) == 1 for held in live.values())  # of several the log says which is shown
            project(self._db, kind, entity, live if is_plain else None)
        return Changed(frozenset(self._touched.values()), frozenset(self._touched), tuple(self._undo()))

    def _live_of(self, entity: str) -> dict[str, list[Live]]:
        if entity not in self._live:
            self._live[entity] = changes.live_changes(self._db, entity)
        return self._live[entity]

    def _seen(self, edit: Edit, live: dict[str, list[Live]], replica: int) -> tuple[str, ...]:
        """What the author had before their eyes; whoever deletes something has all of it."""
        shown = live.get(edit.field, [])
        if edit.takes_back and edit.parents is not None:
            own = (h.id for h in shown if (h.replica, h.author_id) == (replica, self._author_id))
            return (*edit.parents, *(mine for mine in own if mine not in self._written | {*edit.parents}))
        if edit.parents is not None:
            return edit.parents
        if edit.field == DELETED and edit.value:
            return tuple(held.id for of_field in live.values() for held in of_field)
        return tuple(held.id for held in shown)

    def _step(self, edit: Edit, live: dict[str, list[Live]]) -> _Step:
        created = self._steps.get((edit.entity, ""))
        if created or not live:
            return created or self._steps.setdefault((edit.entity, ""), _Step(replace(edit, field=DELETED), [1]))
        shown = live.get(edit.field, [])
        step = _Step(edit, [held.value for held in shown] or [_unwritten(edit)])
        if edit.field == DELETED:  # what a delete had seen belongs to it when it is put back
            step.written += [seen for held in shown for seen in changes.parents_of(self._db, held.id)]
        return self._steps.setdefault((edit.entity, edit.field), step)

    def _undo(self) -> Iterator[Edit]:
        """Each field gets back what it showed, a conflict all its values; what is new is deleted."""
        for step in reversed(self._steps.values()):
            for value in dict.fromkeys(step.before):
                yield replace(step.edit, value=value, parents=tuple(step.written), takes_back=True)


def _says_nothing(edit: Edit) -> bool:
    """Whether an edit only says of something new that it is not deleted."""
    return edit.field == DELETED and not edit.value


def _unwritten(edit: Edit) -> Value:
    return 0 if edit.field == DELETED else defaults(edit.kind).get(edit.field)
