"""The policy: what IT has decided for this computer, where each of it was said, and what of it makes no sense."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple

from qmsdesk.i18n import N_, Words
from qmsdesk.paths import policy_file
from qmsdesk.policy_keys import CHANGEABLE, KEYS

KEY_OF_REGISTRY = r"Software\Policies\qmsdesk"
HIVES = ("HKLM", "HKCU")
READ_64 = 0x20019 | 0x0100
"""To read (KEY_READ) what 64-bit programs see (KEY_WOW64_64KEY)."""
EXCEPTIONS = "changeable"
"""Names the keys that are only where a person begins."""

Values = Mapping[str, Any]
ReadRegistry = Callable[[str], Values]


class Fault(NamedTuple):
    """Something wrong with a policy; `key` is empty where all of it is."""

    place: str
    key: str
    sentence: str
    fields: Mapping[str, Any]

    def say(self, _: Words) -> str:
        """What is wrong and what to do about it."""
        said = {name: _(text) if isinstance(text, str) else text for name, text in self.fields.items()}
        return _(self.sentence, place=self.place, key=self.key, **said)


class Origin(NamedTuple):
    """Where a key is set, and whether a person may choose otherwise."""

    place: str
    is_locked: bool


@dataclass(frozen=True, slots=True)
class Policy:
    """None where a key is not set, and everything is as usual. `origins` are by key; `places` are those that were read.

    `exchange_folder` and `central_register` are reserved: they are read and shown, and nothing uses them yet.
    """

    language: str | None = None
    register: Path | None = None
    synced_register: bool | None = None
    backup_folder: Path | None = None
    backup_days: int | None = None
    backup_months: int | None = None
    organisation: str | None = None
    logo: Path | None = None
    accent: str | None = None
    checklists: tuple[str, ...] | None = None
    photo_size: int | None = None
    camera: bool | None = None
    folder_watch: bool | None = None
    mail: bool | None = None
    demo: bool | None = None
    exchange_folder: Path | None = None
    central_register: str | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    places: tuple[str, ...] = ()

    def locks(self, key: str) -> bool:
        """Whether a person can choose nothing else."""
        return key in self.origins and self.origins[key].is_locked

    def forbids(self, feature: str) -> bool:
        """Whether the `camera`, the `folder_watch`, the `mail` or the `demo` is switched off."""
        return getattr(self, feature) is False

    @property
    def is_set(self) -> bool:
        return bool(self.origins or self.faults)


NO_POLICY = Policy()


def read_policy(file: Path | None = None, registry: ReadRegistry | None = None) -> Policy:
    """The policy of this computer: the registry's machine before its user before the file, key by key.

    What is wrong is among the `faults`, and everything else holds.
    """
    values: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    faults: list[Fault] = []
    places: list[str] = []
    for place, said in _said(file or policy_file(), registry or _read_registry, faults):
        places.append(place)
        held = _checked(place, said, faults)
        free = _exceptions(place, said, faults)
        for key in KEYS:
            if key in held and key not in values:
                values[key] = held[key]
                origins[key] = Origin(place, key not in free)
    return Policy(**values, origins=origins, faults=tuple(faults), places=tuple(places))


def missing_places(policy: Policy) -> list[Fault]:
    """Files and folders of the policy that cannot be reached now; a network place may keep one waiting."""
    missing = []
    for key in ("logo", "backup_folder", "register"):
        path = getattr(policy, key)
        if path is not None and not _is_there(key, path):
            missing.append(_fault(policy.origins[key].place, key, NOT_THERE, path=path))
    for said in policy.checklists or ():
        path = checklist_path(said)
        if path and not os.path.exists(path):  # noqa: PTH110 - says no, too, where one may not look
            missing.append(_fault(policy.origins["checklists"].place, "checklists", NOT_THERE, path=path))
    return missing


def checklist_path(said: str) -> Path | None:
    """Where an entry of `checklists` lies; nothing where it is the code of one that ships with the program."""
    path = Path(os.path.expandvars(said)).expanduser()
    return path if path.is_absolute() else None


def _is_there(key: str, path: Path) -> bool:
    """A folder is made where it is wanted, on a disk or share that is there."""
    try:
        return path.is_file() if key == "logo" else Path(path.anchor).exists() and _can_be_made(path)
    except OSError:
        return False


def _can_be_made(path: Path) -> bool:
    nearest = next((each for each in (path, *path.parents) if each.exists()), None)
    return nearest is not None and (nearest == path or os.access(nearest, os.W_OK))


# Reading

UNREADABLE = N_("The policy {place} cannot be read: {reason}. Nothing of it holds; let everybody read the file.")
NO_TOML = N_("Line {line} of the policy {place} is not written as it should be. Nothing of it holds; mend that line.")
BACKSLASH = N_(
    "Line {line} of the policy {place} is not written as it should be. Nothing of it holds; put a path with \\ between"
    " single quotes."
)
UNKNOWN = N_(
    "The policy {place} has the key “{key}”, which does not exist. It is left out; see the IT guide for the keys."
)
ALIKE = N_("The policy {place} has the key “{key}”, which does not exist. It is left out; is “{near}” meant?")
UNFIT = N_("In the policy {place}, “{key}” must be {wanted}. It is left out; mend it.")
NOT_CHANGEABLE = N_(
    "In the policy {place}, “{named}” is named under “{key}”, but only {known} can be. It stays locked; take it out."
)
NOT_THERE = N_("In the policy {place}, “{key}” points to {path}, which cannot be reached. Mend the path, or make it.")
NOT_OFFERED = N_(
    "In the policy {place}, “{key}” names “{named}”, and no checklist of that code comes with qmsdesk: {known} do. A"
    " file needs its whole path."
)


def _said(file: Path, registry: ReadRegistry, faults: list[Fault]) -> Iterable[tuple[str, Values]]:
    """What each place says, the strongest first."""
    for hive in HIVES:
        values = registry(hive)
        if values:
            yield f"{hive}\\{KEY_OF_REGISTRY}", values
    written = _of_file(file, faults)
    if written is not None:
        yield str(file), written


def _of_file(file: Path, faults: list[Fault]) -> Values | None:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or N_("it is not text in UTF-8")
        faults.append(_fault(str(file), "", UNREADABLE, reason=reason))
        return None
    import tomllib  # most computers have no policy

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        faults.append(_in_line(str(file), text.splitlines(), str(error)))
    return None


def _in_line(place: str, lines: list[str], reason: str) -> Fault:
    """The reason itself is for programmers, and in English."""
    found = re.search(r"at line (\d+)", reason)
    number = int(found[1]) if found else len(lines)
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    return _fault(place, "", BACKSLASH if "\\" in line else NO_TOML, line=number)


def _checked(place: str, said: Values, faults: list[Fault]) -> dict[str, Any]:
    """The keys that are as they should be; the others go to `faults`."""
    held = {}
    for key, value in said.items():
        if key == EXCEPTIONS:
            continue
        if key not in KEYS:
            faults.append(_unknown(place, key))
            continue
        read = KEYS[key].read(value)
        if read is None:
            faults.append(_fault(place, key, UNFIT, wanted=KEYS[key].wanted))
        else:
            held[key] = read
    return held


def _unknown(place: str, key: str) -> Fault:
    from difflib import get_close_matches  # as `tomllib`

    near = get_close_matches(key.casefold(), (*KEYS, EXCEPTIONS), 1)
    return _fault(place, key, ALIKE, near=near[0]) if near else _fault(place, key, UNKNOWN)


def _exceptions(place: str, said: Values, faults: list[Fault]) -> frozenset[str]:
    named = said.get(EXCEPTIONS, [])
    if not isinstance(named, list) or not all(isinstance(each, str) for each in named):
        faults.append(_fault(place, EXCEPTIONS, UNFIT, wanted=KEYS["checklists"].wanted))
        return frozenset()
    wrong = [each for each in named if each not in CHANGEABLE]
    faults += [_fault(place, EXCEPTIONS, NOT_CHANGEABLE, named=each, known=", ".join(CHANGEABLE)) for each in wrong]
    return frozenset(named)


def _fault(place: str, key: str, sentence: str, **said: Any) -> Fault:
    return Fault(place, key, sentence, said)


def _read_registry(hive: str) -> Values:
    """The values of a hive's key for our policies, which is there where Group Policy has written something."""
    values: dict[str, Any] = {}
    if sys.platform == "win32":
        import winreg

        root = winreg.HKEY_LOCAL_MACHINE if hive == "HKLM" else winreg.HKEY_CURRENT_USER
        with suppress(OSError), winreg.OpenKey(root, KEY_OF_REGISTRY, 0, READ_64) as key:
            for place in range(winreg.QueryInfoKey(key)[1]):
                name, value, _kind = winreg.EnumValue(key, place)
                if name:  # the key's own value has none
                    values[name] = value
    return values


assert {each.name for each in fields(Policy)} - {"origins", "faults", "places"} == set(KEYS)
