"""Keys of the policy: their names, what each may hold, and how a value of the file or the registry is understood."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from qmsdesk.i18n import LANGUAGES, N_


class Key(NamedTuple):
    """`read` gives the value as it is used, or None where it is not what is `wanted`."""

    wanted: str
    read: Callable[[Any], Any]


COLOUR = re.compile(r"#[0-9a-f]{6}")
LONGEST_TEXT = 200
REGISTER_SUFFIX = ".qmsdesk"
DAYS, MONTHS, PIXELS = range(1, 3651), range(241), range(800, 6001)


def _language(said: Any) -> str | None:
    return said if said in LANGUAGES else None


def _text(said: Any) -> str | None:
    text = said.strip() if isinstance(said, str) else ""
    return text if 0 < len(text) <= LONGEST_TEXT and text.isprintable() else None


def whole_path(said: Any) -> Path | None:
    """With variables and ~ filled in; nothing where it begins somewhere else than at a root."""
    if not isinstance(said, str) or "\0" in said:
        return None
    path = Path(os.path.expandvars(said.strip()))
    try:
        path = path.expanduser()
    except RuntimeError:  # a user nobody knows
        return None
    return path if path.is_absolute() else None


def _register(said: Any) -> Path | None:
    path = whole_path(said)
    return path if path is not None and path.suffix == REGISTER_SUFFIX else None


def _colour(said: Any) -> str | None:
    colour = said.strip().lower() if isinstance(said, str) else ""
    return colour if COLOUR.fullmatch(colour) else None


def _texts(said: Any) -> tuple[str, ...] | None:
    """Group Policy may leave empty lines."""
    if not isinstance(said, list) or not all(isinstance(each, str) for each in said):
        return None
    return tuple(each.strip() for each in said if each.strip())


def _yes_no(said: Any) -> bool | None:
    """The registry has no other yes and no than 1 and 0."""
    return bool(said) if said in (0, 1) and isinstance(said, int) else None


def _within(limits: range) -> Callable[[Any], int | None]:
    def read(said: Any) -> int | None:
        return said if isinstance(said, int) and not isinstance(said, bool) and said in limits else None

    return read


_A_PATH = N_("the whole path of a folder")
_A_TEXT = N_("a text of at most 200 characters on one line")
_YES_NO = N_("true or false")

KEYS = {
    "language": Key(N_("sv or en"), _language),
    "register": Key(N_("the whole path of a file that ends in .qmsdesk"), _register),
    "synced_register": Key(_YES_NO, _yes_no),
    "backup_folder": Key(_A_PATH, whole_path),
    "backup_days": Key(N_("a whole number from 1 to 3650"), _within(DAYS)),
    "backup_months": Key(N_("a whole number from 0 to 240"), _within(MONTHS)),
    "organisation": Key(_A_TEXT, _text),
    "logo": Key(N_("the whole path of a picture"), whole_path),
    "accent": Key(N_("a colour as #rrggbb"), _colour),
    "checklists": Key(N_("a list of texts"), _texts),
    "photo_size": Key(N_("a whole number from 800 to 6000"), _within(PIXELS)),
    "camera": Key(_YES_NO, _yes_no),
    "folder_watch": Key(_YES_NO, _yes_no),
    "mail": Key(_YES_NO, _yes_no),
    "demo": Key(_YES_NO, _yes_no),
    "exchange_folder": Key(_A_PATH, whole_path),
    "central_register": Key(_A_TEXT, _text),
}
CHANGEABLE = ("language", "register", "organisation", "logo", "accent")
"""What a person can choose in the window at all."""
RESERVED = ("exchange_folder", "central_register")
