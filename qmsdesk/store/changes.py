"""Changes: the append-only log, hash-chained per replica, and the rule that says which of its entries are live."""

import datetime as dt
import hashlib
import json
import os
import time
from dataclasses import dataclass

from qmsdesk.domain.changes import Change, Edit, Value
from qmsdesk.store.database import Connection

MARK_BYTES = 8
SALT_BYTES = 12


@dataclass(frozen=True, slots=True)
class Replica:
    """One incarnation, on one laptop, of the log of one audit or of the register's own."""

    id: int
    last_seq: int
    last_at: int
    chain: bytes


def encode(value: Value) -> str:
    """The text that is kept and hashed for a value: JSON, so that "5" and 5 stay apart."""
    return json.dumps(value, ensure_ascii=False)


def decode(text: str | None) -> Value:
    """The value of a kept text; an erased one reads as nothing."""
    value: Value = json.loads(text) if text is not None else None
    return value


def own_replica(db: Connection, audit_id: str | None, device: str) -> Replica:
    """This laptop's replica of a log, made when it is first needed."""
    row = db.execute(
        "SELECT id, last_seq, last_at, chain FROM replica WHERE is_own = 1 AND ifnull(audit_id, '') = ?",
        (audit_id or "",),
    ).fetchone()
    if row:
        return Replica(*row)
    fresh = Replica(int.from_bytes(os.urandom(8), "big", signed=True), 0, 0, b"")
    db.execute(
        "INSERT INTO replica (id, audit_id, device, is_own, created_at, chain) VALUES (?, ?, ?, 1, ?, ?)",
        (fresh.id, audit_id, device, time.time_ns() // 1000, fresh.chain),
    )
    return fresh


def append(db: Connection, replica: Replica, author_id: str, edit: Edit, at: dt.datetime | None) -> Replica:
    """Write one change, take its parents out of the live ones, and return the replica as it stands then."""
    value = encode(edit.value)
    salt = os.urandom(SALT_BYTES)
    promise = hashlib.sha256(salt + value.encode()).hexdigest()
    moment = int(at.timestamp() * 1e6) if at else max(time.time_ns() // 1000, replica.last_at + 1)
    parents = edit.parents if edit.parents is not None else live_ids(db, edit.entity, edit.field)
    seq = replica.last_seq + 1
    said = [seq, moment, author_id, edit.kind, edit.entity, edit.field, promise, list(parents)]
    line = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    chain = hashlib.sha256(replica.chain + line).digest()
    db.execute(
        "INSERT INTO change (replica, seq, mark, at, author_id, audit_id, kind, entity, field, value, salt, line)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (replica.id, seq, chain[:MARK_BYTES], moment, author_id, edit.audit_id, edit.kind)
        + (edit.entity, edit.field, value, salt, line),
    )
    for parent in parents:
        db.execute("UPDATE change SET is_live = 0 WHERE replica = ? AND seq = ? AND mark = ?", _key(parent))
    return Replica(replica.id, seq, max(moment, replica.last_at), chain)


def remember_head(db: Connection, replica: Replica) -> None:
    """Keep where the chain of a replica ends now."""
    db.execute(
        "UPDATE replica SET last_seq = ?, last_at = ?, chain = ? WHERE id = ?",
        (replica.last_seq, replica.last_at, replica.chain, replica.id),
    )


def forget_own_replicas(db: Connection) -> None:
    """Start new chains: this file is a copy or a restored backup, and its original may write on."""
    db.execute("UPDATE replica SET is_own = 0")


def head_id(replica: Replica) -> str:
    """The id of the last change of a replica."""
    return change_id(replica.id, replica.last_seq, replica.chain[:MARK_BYTES])


def change_id(replica: int, seq: int, mark: bytes) -> str:
    return f"{replica & 0xFFFFFFFFFFFFFFFF:016x}.{seq}.{mark.hex()}"


def _key(change: str) -> tuple[int, int, bytes]:
    replica, seq, mark = change.split(".")
    number = int(replica, 16)
    return (number - (1 << 64) if number >> 63 else number), int(seq), bytes.fromhex(mark)


def live_ids(db: Connection, entity: str, field: str) -> tuple[str, ...]:
    """The changes that no other change has superseded: the parents of whatever is written next."""
    rows = db.execute(
        "SELECT replica, seq, mark FROM change WHERE entity = ? AND field = ? AND is_live = 1 ORDER BY replica, seq",
        (entity, field),
    )
    return tuple(change_id(*row) for row in rows)


def live_values(db: Connection, entity: str) -> dict[str, Value]:
    """The shown value of each field of an entity: of several live ones the latest; ties by mark, never by chance."""
    rows = db.execute(
        "SELECT field, value FROM change WHERE entity = ? AND is_live = 1 ORDER BY at, mark, seq, replica", (entity,)
    )
    return {field: decode(value) for field, value in rows}


def history(db: Connection, entity: str, field: str | None = None) -> list[Change]:
    """Every change of an entity, or of one of its fields, oldest first."""
    rows = db.execute(
        "SELECT replica, seq, mark, at, author_id, audit_id, kind, entity, field, value, line, is_live FROM change"
        " WHERE entity = ? AND (? IS NULL OR field = ?) ORDER BY at, seq",
        (entity, field, field),
    )
    return [
        Change(
            id=change_id(*row[:3]),
            at=dt.datetime.fromtimestamp(row[3] / 1e6, dt.UTC),
            author_id=row[4],
            audit_id=row[5],
            kind=row[6],
            entity=row[7],
            field=row[8],
            value=decode(row[9]),
            parents=tuple(json.loads(row[10])[7]),
            is_live=bool(row[11]),
        )
        for row in rows
    ]


def broken_chains(db: Connection) -> list[int]:
    """The replicas whose log does not hash to the head it should have: something was altered or is missing."""
    broken = []
    for replica, head in db.execute("SELECT id, chain FROM replica").fetchall():
        chain = b""
        rows = db.execute("SELECT mark, line, value, salt FROM change WHERE replica = ? ORDER BY seq", (replica,))
        for mark, line, value, salt in rows:
            chain = hashlib.sha256(chain + line).digest()
            promise = json.loads(line)[6]
            erased = salt is None
            if chain[:MARK_BYTES] != mark or not (erased or _keeps(promise, salt, value)):
                break
        if chain != head:
            broken.append(replica)
    return broken


def _keeps(promise: str, salt: bytes, value: str) -> bool:
    return hashlib.sha256(salt + value.encode()).hexdigest() == promise
