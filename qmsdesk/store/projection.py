"""The projection: state tables from the log. A rebuild gives the same rows as writing step by step did."""

from collections.abc import Iterable
from dataclasses import MISSING, fields
from functools import cache
from typing import Any

from qmsdesk.domain.changes import DELETED, Value
from qmsdesk.domain.records import KINDS, to_value
from qmsdesk.store.changes import Live, find_live, live_changes, parents_of
from qmsdesk.store.database import Connection
from qmsdesk.store.searches import forget_index, index_row


@cache
def defaults(kind: str) -> dict[str, Value]:
    """What the fields of a kind hold until something is written to them; fields without a default are not named."""
    if kind not in KINDS:
        return {}
    return {field.name: to_value(field.default) for field in fields(KINDS[kind]) if field.default is not MISSING}


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(KINDS[kind]))


def project(db: Connection, kind: str, entity: str, live: dict[str, list[Live]] | None = None) -> None:
    """Bring the row of one entity to what its live changes say, which are read unless the caller holds them.

    A kind this version does not know stays in the log only; so does an entity whose needed fields have not arrived.
    """
    if kind not in KINDS:
        return
    live = live_changes(db, entity) if live is None else live
    row = row_of(kind, {name: held[-1].value for name, held in live.items()})
    if row is not None:
        row |= {"id": entity, "is_deleted": _is_deleted(db, live)}
        db.execute(_upsert(kind), row)
        index_row(db, kind, entity, row)


def rebuild(db: Connection) -> None:
    """Throw the state tables away and make them again from the log, inside the caller's transaction."""
    find_live(db)
    for kind in reversed(KINDS):  # what refers to others goes before them
        db.execute(f"DELETE FROM {kind}")
    forget_index(db)
    for kind, entity in entities(db):
        project(db, kind, entity)


def entities(db: Connection) -> Iterable[tuple[str, str]]:
    """Every entity in the log with its kind."""
    rows: list[tuple[str, str]] = db.execute("SELECT DISTINCT kind, entity FROM change").fetchall()
    return rows


def row_of(kind: str, shown: dict[str, Value]) -> dict[str, Any] | None:
    """What the fields but the id hold, in their order; None where one that is needed has not been written."""
    said, names = dict(defaults(kind)), _names(kind)[1:]
    for name in names:
        if name in shown:  # an erased value leaves the field as if nothing had been written, a needed text empty
            said[name] = said.get(name, "") if shown[name] is None else shown[name]
    return {name: said[name] for name in names} if len(said) == len(names) else None


def _is_deleted(db: Connection, live: dict[str, list[Live]]) -> bool:
    """Whether everybody who wrote to an entity is known to those who deleted it; what they had not seen keeps it."""
    marks = live.get(DELETED, [])
    if not marks or not all(mark.value for mark in marks):
        return False
    seen = {parent for mark in marks for parent in parents_of(db, mark.id)}
    own = {(mark.replica, mark.author_id) for mark in marks}
    others = (held for name, of_field in live.items() if name != DELETED for held in of_field)
    return all(held.id in seen or (held.replica, held.author_id) in own for held in others)


@cache
def _upsert(kind: str) -> str:
    names = (*_names(kind), "is_deleted")
    places = ", ".join(f":{name}" for name in names)
    updates = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    return f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}"
