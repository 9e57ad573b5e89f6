"""The projection: state tables from the log. A rebuild gives the same rows as writing step by step did."""

from collections.abc import Iterable
from dataclasses import MISSING, fields
from functools import cache
from typing import Any

from qmsdesk.domain.changes import DELETED, Value
from qmsdesk.domain.records import KINDS, to_value
from qmsdesk.store.changes import live_values
from qmsdesk.store.database import Connection


@cache
def defaults(kind: str) -> dict[str, Value]:
    """What the fields of a kind hold until something is written to them; fields without a default are not named."""
    return {field.name: to_value(field.default) for field in fields(KINDS[kind]) if field.default is not MISSING}


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(KINDS[kind]))


def project(db: Connection, kind: str, entity: str) -> None:
    """Bring the row of one entity to what its live changes say.

    A kind this version does not know stays in the log only; so does an entity whose needed fields have not arrived.
    """
    if kind not in KINDS:
        return
    row = _row(kind, entity, live_values(db, entity))
    if row is not None:
        db.execute(_upsert(kind), row)


def rebuild(db: Connection) -> None:
    """Throw the state tables away and make them again from the log, inside the caller's transaction."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    for kind in KINDS:
        db.execute(f"DELETE FROM {kind}")
    for kind, entity in entities(db):
        project(db, kind, entity)


def entities(db: Connection) -> Iterable[tuple[str, str]]:
    """Every entity in the log with its kind."""
    rows: list[tuple[str, str]] = db.execute("SELECT DISTINCT kind, entity FROM change").fetchall()
    return rows


def _row(kind: str, entity: str, shown: dict[str, Value]) -> dict[str, Any] | None:
    held = {"id": entity, "is_deleted": shown.get(DELETED, 0)} | defaults(kind)
    held |= {name: value for name, value in shown.items() if name in _names(kind)}
    return held if all(name in held for name in _names(kind)) else None


@cache
def _upsert(kind: str) -> str:
    names = (*_names(kind), "is_deleted")
    places = ", ".join(f":{name}" for name in names)
    updates = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    return f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}"
