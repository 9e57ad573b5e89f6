"""Backups: copies of the register made while it is open, checked when made, kept by age; its files go beside them."""

import datetime as dt
import getpass
import os
import platform
import re
import shutil
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from qmsdesk.domain.errors import (
    BackupNotCopied,
    BackupNotUsable,
    BackupNotVerified,
    FileNotWritable,
    Refusal,
    RegisterIsAway,
    RegisterIsDamaged,
    reason_of,
)
from qmsdesk.policy import Policy
from qmsdesk.store.attachments import copy_files, files_folder
from qmsdesk.store.changes import forget_own_replicas
from qmsdesk.store.database import Connection, connect, explained, is_sound, remove_database, sqlite3, transaction
from qmsdesk.store.lock import RegisterLock

DAILY = "daily"
DAYS_KEPT = 14
MONTHS_KEPT = 24


class Keeping(NamedTuple):
    """How long backups are kept, and the second place that a copy of each goes to."""

    days: int = DAYS_KEPT
    months: int = MONTHS_KEPT
    folder: Path | None = None


USUAL = Keeping()


def keeping_of(policy: Policy) -> Keeping:
    """What IT has decided about backups, and the rest as usual."""
    months = MONTHS_KEPT if policy.backup_months is None else policy.backup_months
    return Keeping(policy.backup_days or DAYS_KEPT, months, policy.backup_folder)


_NAME = re.compile(r"(?P<stem>.+)\.(?P<day>\d{4}-\d{2}-\d{2})T(?P<time>\d{6})\.(?P<why>[a-z-]+)\.backup$")


def backup_folder(register: Path) -> Path:
    return register.parent / "backups"


def kept_files(backup: Path) -> Path:
    """The folder beside a backup with the photos and documents of all backups of that register."""
    return backup.with_name(f"{_parts(backup).get('stem', backup.stem)}.files")


def back_up(db: Connection, register: Path, why: str, folder: Path | None = None) -> Path:
    """Copy an open register page by page, check the copy, and only then give it its name; then its new files.

    Raises `RegisterIsAway` where its disk was taken out, `FileNotWritable` or `BackupNotVerified`; earlier backups are
    not touched by a failure.
    """
    _refuse_without(register)
    folder = folder or backup_folder(register)
    target = folder / f"{register.stem}.{dt.datetime.now(dt.UTC).astimezone():%Y-%m-%dT%H%M%S}.{why}.backup"
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        remove_database(part)
        with explained(target):
            _copy(db, part)
        part.replace(target)
        copy_files(files_folder(register), kept_files(target))
    except RegisterIsDamaged as error:
        raise BackupNotVerified(path=target) from error
    except OSError as error:
        _refuse_without(register)
        raise FileNotWritable(path=target, reason=reason_of(error)) from error
    finally:
        remove_database(part)
    return target


def _refuse_without(register: Path) -> None:
    """A folder may stand where a disk was; a backup in it would be lost when the disk comes back over it."""
    if not register.exists():
        raise RegisterIsAway(path=register)


def _copy(db: Connection, part: Path) -> None:
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        db.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if not is_sound(copy):
            raise BackupNotVerified(path=part)
    finally:
        copy.close()


def back_up_daily(db: Connection, register: Path, today: dt.date, keeping: Keeping = USUAL) -> Path | None:
    """Make today's backup unless there is one, then let the old ones go; the newest has a copy in the second place.

    Raises `BackupNotCopied` where only that copy failed.
    """
    made = None
    if not any(_parts(path)["day"] == today.isoformat() for path in backups(register)):
        made = back_up(db, register, DAILY)
        _let_go(backups(register), today, keeping)
    copy_newest(register, today, keeping)
    return made


def _let_go(newest_first: list[Path], today: dt.date, keeping: Keeping) -> None:
    for path in too_old(newest_first, today, keeping):
        path.unlink(missing_ok=True)


def backups(register: Path, folder: Path | None = None) -> list[Path]:
    """The backups of a register, or those in its second place, newest first."""
    found = (folder or backup_folder(register)).glob("*.backup")
    own = [path for path in found if _parts(path).get("stem") == register.stem]
    return sorted(own, key=lambda path: _parts(path)["day"] + _parts(path)["time"], reverse=True)


def second_folder(register: Path, folder: Path) -> Path:
    """Where in a folder that many share the backups of this register go: nobody's are taken for another's."""
    told = f"{_user()}-{platform.node()}-{sha256(str(register.absolute()).encode()).hexdigest()[:8]}"
    return folder / re.sub(r'[<>:"/\\|?*\s]', "_", told)


def _user() -> str:
    """Some have a number and no name that the computer knows."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # one a version of Python
        return str(os.getuid()) if hasattr(os, "getuid") else "user"


def copy_newest(register: Path, today: dt.date, keeping: Keeping) -> Path | None:
    """Put the newest backup and its files in the second place, unless they are there. Raises `BackupNotCopied`."""
    made = backups(register)
    if keeping.folder is None or not made:
        return None
    folder = second_folder(register, keeping.folder)
    copy = folder / made[0].name
    part = copy.with_suffix(".part")
    try:
        if not copy.exists():
            folder.mkdir(parents=True, exist_ok=True)
            copy_files(kept_files(made[0]), kept_files(copy))
            shutil.copyfile(made[0], part)
            part.replace(copy)
        _let_go(backups(register, folder), today, keeping)
    except (OSError, FileNotWritable) as error:
        reason = reason_of(error) if isinstance(error, OSError) else error.fields["reason"]
        raise BackupNotCopied(folder=keeping.folder, reason=reason) from error
    return copy


def too_old(newest_first: list[Path], today: dt.date, keeping: Keeping = USUAL) -> list[Path]:
    """Those to let go: kept are all of some days, the newest of each month for some months, and always the newest."""
    kept_months: set[str] = set()
    old = []
    for path in newest_first[1:]:
        age = (today - dt.date.fromisoformat(_parts(path)["day"])).days
        month = _parts(path)["day"][:7]
        if age <= keeping.days:
            continue
        if age <= keeping.months * 31 and month not in kept_months:
            kept_months.add(month)
        else:
            old.append(path)
    return old


def last_good_backup(register: Path, keeping: Keeping = USUAL) -> Path | None:
    """The newest backup that can be read from end to end, beside the register or else in the second place."""
    beside = next(filter(_is_usable, backups(register)), None)
    if beside or keeping.folder is None:
        return beside
    return next(filter(_is_usable, backups(register, second_folder(register, keeping.folder))), None)


def restore(register: Path, backup: Path) -> Path | None:
    """Put a backup in the register's place and return where the file that was there is kept now.

    Raises `BackupNotUsable` for a copy that is no sound register, and `RegisterInUse` where a program has it open.
    """
    if not _is_usable(backup):
        raise BackupNotUsable(path=backup)
    lock = RegisterLock(register)
    try:
        copy_files(kept_files(backup), files_folder(register))
        fresh = register.with_suffix(".restoring")
        shutil.copyfile(backup, fresh)
        _start_new_chains(fresh)
        kept = _put_aside(register)
        fresh.replace(register)
    except OSError as error:
        raise FileNotWritable(path=register, reason=reason_of(error)) from error
    finally:
        lock.release()
    return kept


def _put_aside(register: Path) -> Path | None:
    if not register.exists():
        return None
    kept = register.with_name(f"{register.stem}.{dt.datetime.now(dt.UTC).astimezone():%Y-%m-%dT%H%M%S%f}.replaced")
    for suffix in ("-wal", "-shm"):
        beside = Path(f"{register}{suffix}")
        if beside.exists():
            beside.replace(f"{kept}{suffix}")
    return register.replace(kept)


def _start_new_chains(path: Path) -> None:
    copy = connect(path)
    try:
        with transaction(copy):
            forget_own_replicas(copy)
    finally:
        copy.close()


def _is_usable(path: Path) -> bool:
    try:
        copy = connect(path, read_only=True)
    except Refusal:
        return False
    try:
        return is_sound(copy)
    finally:
        copy.close()


def _parts(path: Path) -> dict[str, str]:
    match = _NAME.match(path.name)
    return match.groupdict() if match else {}
