"""The database: the only place that opens SQLite, sets it up, and turns its errors into sentences."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qmsdesk.domain import errors
from qmsdesk.i18n import N_
from qmsdesk.store.alphabet import compare

if TYPE_CHECKING:
    import sqlite3
else:
    try:  # Debian's SQLite 3.40.1 can lose pages when several connections checkpoint; 3.51.3 and later cannot
        from pysqlite3 import dbapi2 as sqlite3
    except ImportError:  # macOS: its Python brings a newer SQLite
        import sqlite3

__all__ = ["Connection", "sqlite3"]

Connection = sqlite3.Connection

SQLITE_VERSION: str = sqlite3.sqlite_version

APPLICATION_ID = 0x514D5331  # "QMS1"
SCHEMA = 1
"""The newest shape of the register this program knows, kept in `PRAGMA user_version`."""


NOT_OPENED = N_("it or a file beside it cannot be opened")

ROOM_NEEDED = 1 << 20
"""Below this an error of reading or writing is put down to a full disk: SQLite cannot always tell."""


def connect(path: Path | str, *, read_only: bool = False, must_exist: bool = True) -> Connection:
    """A connection with foreign keys on and, for writing, every commit on the disk before it returns.

    Raises a `Refusal` for a path that cannot be a register.
    """
    path = Path(path)
    if os.path.isdir(path):  # noqa: PTH112 - pathlib's own raises where the path is too long or not ours to read
        raise errors.RegisterIsFolder(path=path)
    if must_exist and not os.path.exists(path):  # noqa: PTH110
        raise errors.RegisterIsMissing(path=path)
    mode = "ro" if read_only else "rw" if must_exist else "rwc"
    with explained(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=5,
            check_same_thread=False,
        )
        try:
            _set_up(connection, read_only)
            if must_exist:
                _refuse_foreign(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_up(connection: Connection, read_only: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.create_collation("swedish", compare)
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")


def _refuse_foreign(connection: Connection, path: Path) -> None:
    """Leave alone what is not a register, what is newer than this program, and what has been cut off."""
    (identity,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    if identity != APPLICATION_ID:
        raise errors.NotARegister(path=path)
    if schema > SCHEMA:
        raise errors.RegisterIsNewer(path=path)
    _refuse_truncated(connection, path)


def _refuse_truncated(connection: Connection, path: Path) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    log = Path(f"{path}-wal")
    waiting = log.stat().st_size if log.exists() else 0
    if not waiting and path.stat().st_size < pages * page_size:
        raise errors.RegisterIsDamaged(path=path)


def remove_database(path: Path) -> None:
    """Remove a database that nobody has open, with what SQLite keeps beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        beside = Path(f"{path}{suffix}")
        if beside.exists():  # `missing_ok` does not cover a path through a file
            beside.unlink(missing_ok=True)


def schema_of(connection: Connection) -> int:
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    return int(schema)


def sweep(connection: Connection) -> bool:
    """Write the file anew without what was deleted or overwritten in it, also where that was moved about before.

    False where somebody still reads the file as it was.
    """
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")  # words of deleted texts stay until merged
    connection.execute("VACUUM")
    (is_busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy


def is_sound(connection: Connection) -> bool:
    """Whether every page and index can be read and agrees; reads the whole file."""
    try:
        return connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        return False


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing. (sqlite-utils' `with db.conn` is no transaction.)"""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's word for a full disk, a locked, damaged or foreign file into the refusal that says so."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        refusal = _refusal(error, path)
        if refusal is None:
            raise
        raise refusal from error


def _refusal(error: sqlite3.DatabaseError, path: Path) -> errors.Refusal | None:
    name = getattr(error, "sqlite_errorname", None) or _NAMES.get(str(error), "")
    for known, refusal in _KNOWN.items():
        if name.startswith(known):
            return refusal(path=path)
    if name.startswith("SQLITE_IOERR"):
        return _refusal_of_disk(path)
    if name.startswith("SQLITE_CANTOPEN") and os.path.exists(path) and not os.access(path, os.R_OK):  # noqa: PTH110
        return errors.RegisterNotReadable(path=path, reason=errors.reason_of(PermissionError(errno.EACCES, "")))
    if name.startswith("SQLITE_CANTOPEN") and not os.access(path.parent, os.W_OK):
        return errors.RegisterNotWritable(path=path)
    if name.startswith("SQLITE_CANTOPEN"):
        return errors.RegisterNotReadable(path=path, reason=NOT_OPENED)
    return None


def _refusal_of_disk(path: Path) -> errors.Refusal:
    if place_of(path) is None:
        return errors.RegisterIsAway(path=path)
    if shutil.disk_usage(path.parent).free < ROOM_NEEDED:
        return errors.DiskIsFull(path=path)
    return errors.DiskFails(path=path)


def place_of(path: Path) -> tuple[int, int] | None:
    """What tells the file at a path from any other; None where there is none, or where it cannot be reached."""
    try:
        held = os.stat(path)  # noqa: PTH116 - asked before every write, and pathlib's own takes twice the time
    except OSError:
        return None
    return held.st_dev, held.st_ino


_NAMES = {  # a backup that fails gives no name with its error
    "database or disk is full": "SQLITE_FULL",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "database is locked": "SQLITE_BUSY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "disk I/O error": "SQLITE_IOERR",
}
_KNOWN = {
    "SQLITE_FULL": errors.DiskIsFull,
    "SQLITE_READONLY": errors.RegisterNotWritable,
    "SQLITE_NOTADB": errors.NotARegister,
    "SQLITE_CORRUPT": errors.RegisterIsDamaged,
    "SQLITE_BUSY": errors.RegisterInUse,
}
