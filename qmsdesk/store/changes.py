"""Changes: the append-only log, hash-chained per replica, and the rule that says which of its entries are live."""

import datetime as dt
import json
import os
import time
from collections import defaultdict
from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Live:
    """A change that no other has superseded: what its field shows, alone or in conflict with others."""

    id: str
    replica: int
    author_id: str
    value: Value


def encode(value: Value) -> str:
    """The text that is kept and hashed for a value: JSON, so that "5" and 5 stay apart. Refuses floats and truths."""
    if isinstance(value, bool) or not isinstance(value, str | int | None):
        raise TypeError(f"the log cannot hold {type(value).__name__}")
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
    promise = _sha256(salt + value.encode()).hex()
    moment = int(at.timestamp() * 1e6) if at else max(time.time_ns() // 1000, replica.last_at + 1)
    parents = edit.parents if edit.parents is not None else live_ids(db, edit.entity, edit.field)
    seq = replica.last_seq + 1
    said = [seq, moment, author_id, edit.kind, edit.entity, edit.field, promise, list(parents)]
    line = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    chain = _sha256(replica.chain + line)
    key = replica.id, seq, chain[:MARK_BYTES]
    db.execute(
        "INSERT INTO change (replica, seq, mark, at, author_id, audit_id, kind, entity, field, value, salt, line)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*key, moment, author_id, edit.audit_id, edit.kind, edit.entity, edit.field, value, salt, line),
    )
    for parent in parents:
        db.execute(
            "UPDATE change SET is_live = 0 WHERE replica = ? AND seq = ? AND mark = ? AND entity = ? AND field = ?",
            (*_key(parent), edit.entity, edit.field),
        )
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


def live_changes(db: Connection, entity: str) -> dict[str, list[Live]]:
    """The live changes of each field of an entity; the last of each is the one shown."""
    rows = db.execute(
        "SELECT field, replica, seq, mark, author_id, value FROM change WHERE entity = ? AND is_live = 1"
        " ORDER BY at, mark, seq, replica",
        (entity,),
    )
    live: defaultdict[str, list[Live]] = defaultdict(list)
    for field, replica, seq, mark, author_id, value in rows:
        live[field].append(Live(change_id(replica, seq, mark), replica, author_id, decode(value)))
    return dict(live)


def live_values(db: Connection, entity: str) -> dict[str, Value]:
    """The shown value of each field of an entity: of several live ones the latest; ties by mark, never by chance."""
    return {field: live[-1].value for field, live in live_changes(db, entity).items()}


def parents_of(db: Connection, change: str) -> tuple[str, ...]:
    """What the author of a change had seen when it was written."""
    (line,) = db.execute("SELECT line FROM change WHERE replica = ? AND seq = ? AND mark = ?", _key(change)).fetchone()
    return tuple(json.loads(line)[7])


def erase(db: Connection, audit_id: str | None, entity: str, fields: Iterable[str]) -> None:
    """Take every value that fields of an entity ever held out of the log, with its salt: the chain still verifies."""
    for field in fields:
        db.execute(
            "UPDATE change SET value = NULL, salt = NULL WHERE audit_id IS ? AND entity = ? AND field = ?",
            (audit_id, entity, field),
        )


def find_live(db: Connection) -> None:
    """Work out anew, from the lines of the log alone, which changes are live."""
    db.execute(
        """
        WITH superseded AS MATERIALIZED (
            SELECT json_array(entity, field, parent.value) AS place
            FROM change, json_each(CAST(line AS TEXT), '$[7]') AS parent
        ), truth AS MATERIALIZED (
            SELECT replica, seq, mark, is_live,
                json_array(entity, field, printf('%016x.%d.%s', replica, seq, lower(hex(mark))))
                    NOT IN (SELECT place FROM superseded) AS is_shown
            FROM change
        )
        UPDATE change SET is_live = 1 - change.is_live FROM truth
        WHERE truth.is_live <> truth.is_shown
            AND (change.replica, change.seq, change.mark) = (truth.replica, truth.seq, truth.mark)
        """
    )


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


def count_changes(db: Connection, audit_id: str, kinds: Iterable[str]) -> int:
    """How many changes the records of some kinds have seen in one audit; it only ever rises."""
    (count,) = db.execute(
        "SELECT count(*) FROM change WHERE audit_id = ? AND kind IN (SELECT value FROM json_each(?))",
        (audit_id, json.dumps(list(kinds))),
    ).fetchone()
    return int(count)


def broken_chains(db: Connection) -> list[int]:
    """The replicas whose log does not hash to the head it should have: something was altered or is missing."""
    return [replica for replica, audit_id, head in _replicas(db) if not _is_whole(db, replica, audit_id, head)]


def _replicas(db: Connection) -> list[tuple[int, str | None, bytes]]:
    rows: list[tuple[int, str | None, bytes]] = db.execute("SELECT id, audit_id, chain FROM replica").fetchall()
    return rows


def _is_whole(db: Connection, replica: int, audit_id: str | None, head: bytes) -> bool:
    chain = b""
    rows = db.execute(
        "SELECT line, mark, audit_id, value, salt, json_array(seq, at, author_id, kind, entity, field) FROM change"
        " WHERE replica = ? ORDER BY seq",
        (replica,),
    )
    for line, mark, of_audit, value, salt, columns in rows:
        chain = _sha256(chain + line)
        said = json.loads(line)
        is_told_true = chain[:MARK_BYTES] == mark and of_audit == audit_id and json.loads(columns) == said[:6]
        if not is_told_true or not _keeps(said[6], salt, value):
            return False
    return chain == head


def _keeps(promise: str, salt: bytes | None, value: str | None) -> bool:
    """Whether a value is the one that was promised; one that was erased together with its salt keeps nothing."""
    if salt is None or value is None:
        return salt is None and value is None
    return _sha256(salt + value.encode()).hex() == promise


def _sha256(said: bytes) -> bytes:
    from hashlib import sha256  # brings in OpenSSL: 4 ms of a start, which hashes nothing

    return sha256(said).digest()
