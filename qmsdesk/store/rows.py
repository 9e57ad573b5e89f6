"""Rows: from a table to records and back, for every kind of record alike."""

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from qmsdesk.domain.records import from_row, kind_of
from qmsdesk.store.database import Connection

R = TypeVar("R")


@cache
def columns(record_type: type[Any]) -> str:
    """The columns of a record's table in the order of its fields."""
    table = kind_of(record_type)
    return ", ".join(f"{table}.{field.name}" for field in fields(record_type))


def select(db: Connection, record_type: type[R], rest: str = "", values: Sequence[Any] = ()) -> list[R]:
    """The records that are not deleted; `rest` goes on after WHERE NOT is_deleted, such as `AND audit_id = ?`."""
    table = kind_of(record_type)
    named = columns(record_type)  # type: ignore[arg-type]  # a class is hashable
    query = f"SELECT {named} FROM {table} WHERE NOT {table}.is_deleted {rest}"
    return [from_row(record_type, row) for row in db.execute(query, values)]


def ids_ever(db: Connection, record_type: type[Any]) -> set[str]:
    """The ids of all records of a kind there have ever been, those that were deleted too."""
    return {id_ for (id_,) in db.execute(f"SELECT id FROM {kind_of(record_type)}")}


def referred(db: Connection, record_type: type[R], record_id: str) -> R:
    """The record that another refers to, also where it was deleted since: what once took place keeps its names."""
    table = kind_of(record_type)
    query = f"SELECT {columns(record_type)} FROM {table} WHERE id = ?"  # type: ignore[arg-type]  # a class is hashable
    row = db.execute(query, (record_id,)).fetchone()
    assert row, "a foreign key holds it"
    return from_row(record_type, row)


def get(db: Connection, record_type: type[R], record_id: str) -> R | None:
    """The record with that id, unless it is deleted or was never there."""
    found = select(db, record_type, "AND id = ?", (record_id,))
    return found[0] if found else None
