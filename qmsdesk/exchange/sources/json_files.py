"""JSON files of others: read whole, with numbers left as texts, and asked for parts that may not be there."""

import json
from pathlib import Path
from typing import Any

from qmsdesk.domain.errors import ChecklistNotReadable, FileNotFound, FileNotReadable, NoChecklistInFile, reason_of
from qmsdesk.i18n import N_

LARGEST = 50_000_000
Held = dict[str, Any]


def read_json(path: Path) -> Held:
    """The object a JSON file holds. Raises `NoChecklistInFile` or `ChecklistNotReadable`."""
    content = read_whole(path)
    try:
        held = json.loads(content, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise ChecklistNotReadable(file=path.name, reason=N_("it is not valid JSON"), line=error.lineno) from error
    except UnicodeError as error:
        raise NoChecklistInFile(file=path.name, reason=N_("it is not text in UTF-8")) from error
    except RecursionError as error:
        raise NoChecklistInFile(file=path.name, reason=N_("it is nested too deeply")) from error
    if not isinstance(held, dict):
        raise NoChecklistInFile(file=path.name, reason=N_("it has no parts with names"))
    return held


def read_whole(path: Path) -> bytes:
    """The bytes of a file that is not too large for one. Raises `NoChecklistInFile` and what says why it fails."""
    try:
        if path.stat().st_size > LARGEST:
            raise NoChecklistInFile(file=path.name, reason=N_("it is larger than 50 MB"))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileNotFound(path=path) from error
    except OSError as error:
        raise FileNotReadable(path=path, reason=reason_of(error)) from error


def text_at(held: Held, *names: str) -> str:
    """The first text that one of these names holds, without the space around it."""
    for name in names:
        found = held.get(name)
        if isinstance(found, bool):
            return str(found).lower()
        if isinstance(found, str) and found.strip() and found.strip() not in ("null", "~"):
            return found.strip()
    return ""


def parts_at(held: Held, name: str) -> list[Held]:
    """The objects in the list of that name."""
    found = held.get(name)
    return [part for part in found if isinstance(part, dict)] if isinstance(found, list) else []


def texts_at(held: Held, name: str) -> list[str]:
    """The texts in the list of that name."""
    found = held.get(name)
    return [part.strip() for part in found if isinstance(part, str) and part.strip()] if isinstance(found, list) else []
