"""Judging where a register shall lie, before anything is written there."""

import os
from enum import Enum
from pathlib import Path
from tempfile import TemporaryFile

from qmsdesk.domain.errors import RegisterIsFolder, RegisterNotWritable
from qmsdesk.store.places import refusal_of
from qmsdesk.store.register import open_reader


class Place(Enum):
    NEW = "new"
    EXISTING = "existing"


def judge_place(path: Path, may_be_lost: bool = False) -> Place:
    """Whether a register would be made there or one is there. Raises the `Refusal` that says why neither.

    A place that is synced or on another computer will do only where that is allowed.
    """
    risk = refusal_of(path)
    if risk is not None and not may_be_lost:
        raise risk
    try:
        if path.is_dir():
            raise RegisterIsFolder(path=path)
        if path.exists():
            open_reader(path).close()
            return Place.EXISTING
    except OSError as error:
        raise RegisterNotWritable(path=path) from error
    nearest = next((folder for folder in path.parents if folder.exists()), path.parent)
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        raise RegisterNotWritable(path=path)
    return Place.NEW


def make_room(path: Path) -> None:
    """Make the folder of a new register and try to write there: what the system says of it beforehand can be wrong.

    Raises `RegisterNotWritable`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise RegisterNotWritable(path=path) from error
