"""Places: whether a folder belongs to a program that syncs it or lies on another computer, where a register is lost."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from qmsdesk.domain.errors import Refusal, RegisterIsSynced, RegisterOnShare


class Risk(Enum):
    SYNCED = "synced"
    NETWORK = "network"


class RiskyPlace(NamedTuple):
    """`owner` is the program that syncs, or the share."""

    risk: Risk
    owner: str


ONEDRIVE, DROPBOX, ICLOUD, NEXTCLOUD, GOOGLE = "OneDrive", "Dropbox", "iCloud", "Nextcloud", "Google Drive"
_NAMES = {
    re.compile(r"onedrive( - .+)?"): ONEDRIVE,
    re.compile(r"onedrive-.+"): ONEDRIVE,
    re.compile(r"googledrive-.+"): GOOGLE,
    re.compile(r"dropbox( \(.+\))?"): DROPBOX,
    re.compile(r"iclouddrive|icloud drive|mobile documents|com~apple~clouddocs"): ICLOUD,
    re.compile(r"nextcloud\d*"): NEXTCLOUD,
    re.compile(r"owncloud\d*"): "ownCloud",
    re.compile(r"google ?drive|drivefs"): GOOGLE,
    re.compile(r"box sync"): "Box",
    re.compile(r"synologydrive"): "Synology Drive",
    re.compile(r"pclouddrive"): "pCloud",
    re.compile(r"cloudstorage"): "macOS",
}
_MARKS = {
    ".849C9593-D756-4E56-8D6E-42412F2A707B": ONEDRIVE,
    ".dropbox": DROPBOX,
    ".dropbox.cache": DROPBOX,
    ".nextcloudsync.log": NEXTCLOUD,
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".tmp.drivedownload": GOOGLE,
    ".SynologyWorkingDirectory": "Synology Drive",
}
_SYNC_DATABASE = re.compile(r"\._?sync_[0-9a-f]+\.db")
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK = frozenset(
    ("afpfs", "afs", "ceph", "cifs", "davfs", "fuse.rclone", "fuse.sshfs", "glusterfs", "nfs", "nfs4", "smb3", "smbfs")
)
_REMOTE_DRIVE = 4
"""What Windows calls the letter of a share."""


def refusal_of(path: Path) -> Refusal | None:
    """The sentence about a place where a register would lose what is written; nothing where it is safe."""
    risk = risk_of(path)
    if risk is None:
        return None
    if risk.risk is Risk.SYNCED:
        return RegisterIsSynced(path=path, owner=risk.owner)
    return RegisterOnShare(path=path, share=risk.owner)


def risk_of(path: Path, mounts: Callable[[], str] | None = None) -> RiskyPlace | None:
    """Why a register would not be safe in that place; nothing where it is on this computer alone."""
    if str(path).startswith("\\\\"):  # of Windows; to look there while it is typed could take half a minute
        return RiskyPlace(Risk.NETWORK, path.drive or str(path))
    real = _real(path)
    owner = _owner(real)
    if owner:
        return RiskyPlace(Risk.SYNCED, owner)
    share = _share(real, mounts or _mounts)
    return RiskyPlace(Risk.NETWORK, share) if share else None


def _real(path: Path) -> Path:
    """Behind links, such as a Documents folder that was moved."""
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _owner(path: Path) -> str:
    for name, variable in ((ONEDRIVE, os.environ.get(each)) for each in _VARIABLES):
        if variable and path.is_relative_to(variable):
            return name
    parts = [part.casefold() for part in reversed(path.parts)]
    named = (owner for part in parts for form, owner in _NAMES.items() if form.fullmatch(part))
    return next(named, "") or next(filter(None, map(_mark, path.parents)), "")


def _mark(folder: Path) -> str:
    """Whose mark lies in a folder; the `.dropbox` at home is where that program keeps its own things."""
    try:
        with os.scandir(folder) as entries:
            names = {entry.name for entry in entries if entry.name.startswith(".")}
    except OSError:
        return ""
    if folder == Path.home():
        names.discard(".dropbox")
    found = next((owner for mark, owner in _MARKS.items() if mark in names), "")
    return found or (NEXTCLOUD if any(map(_SYNC_DATABASE.fullmatch, names)) else "")


def _share(path: Path, mounts: Callable[[], str]) -> str:
    if path.drive.startswith("\\\\"):
        return path.drive
    if sys.platform == "win32":
        import ctypes

        return path.drive if ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE else ""
    held = _mounted(mounts().splitlines())
    nearest = next((each for each in (path, *path.parents) if str(each) in held), None)
    return str(nearest) if nearest is not None and held[str(nearest)] in _NETWORK else ""


def _mounted(lines: Iterable[str]) -> Mapping[str, str]:
    """The kind of file system by where it hangs; a space in a path is written as \\040."""
    split = (line.split() for line in lines)
    return {parts[1].replace("\\040", " "): parts[2] for parts in split if len(parts) > 2}


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
