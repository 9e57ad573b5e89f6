"""The policy: what IT has decided for this computer, where each of it was said, and what of it makes no sense."""

import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple

from qmsdesk.i18n import N_, Words
from qmsdesk.paths import POLICY_VARIABLE, policy_file
from qmsdesk.policy_keys import CHANGEABLE, KEYS, whole_path

KEY_OF_REGISTRY = r"Software\Policies\qmsdesk"
HIVES = ("HKLM", "HKCU")
READ_64 = 0x20019 | 0x0100
"""To read (KEY_READ) what 64-bit programs see (KEY_WOW64_64KEY)."""
EXCEPTIONS = "changeable"
"""Names the keys that are only where a person begins."""
LARGEST_BYTES = 100_000
"""Many times the example with all keys; to read more would only make each start slow."""

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

    @property
    def locks_organisation(self) -> bool:
        """Whether its name, logo or colour is IT's to choose."""
        return any(map(self.locks, ("organisation", "logo", "accent")))

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
    """Files and folders of the policy that cannot be used now; a network place may keep one waiting."""
    missing = []
    for key in ("logo", "backup_folder", "register"):
        path = getattr(policy, key)
        trouble = _trouble(key, path) if path is not None else ""
        if trouble:
            missing.append(_fault(policy.origins[key].place, key, trouble, path=path))
    for said in policy.checklists or ():
        path = whole_path(said)
        if path and not os.path.exists(path):  # noqa: PTH110 - says no, too, where one may not look
            missing.append(_fault(policy.origins["checklists"].place, "checklists", NOT_THERE, path=path))
    return missing


def _trouble(key: str, path: Path) -> str:
    """What is wrong with a place. A folder is made where it is wanted, on a disk or share that is there."""
    try:
        if path.is_file() and key in ("logo", "register"):
            return ""
        nearest = next((each for each in (path, *path.parents) if each.exists()), None)
    except OSError:
        return NOT_THERE
    if nearest is None or key == "logo":
        return NOT_THERE
    is_taken = key == "register" and nearest == path
    if nearest.is_dir() and os.access(nearest, os.W_OK) and not is_taken:
        return ""
    return NO_ENTRY if nearest in (path, path.parent) else NOT_THERE


# Reading

UNREADABLE = N_(
    "The policy {place} cannot be read: {reason}. Nothing of it holds; put a text file there that everybody may read."
)
NO_TEXT = N_("Line {line} of the policy {place} is not text in UTF-8. Nothing of it holds; save the file as UTF-8.")
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
NO_ENTRY = N_(
    "In the policy {place}, “{key}” points to {path}, where nothing can be written. Let those who use qmsdesk write"
    " there, or name another place."
)
NO_PICTURE = N_(
    "In the policy {place}, “{key}” points to {path}, which cannot be used as a logo. Name a PNG or JPEG file."
)
NO_CHECKLIST = N_(
    "In the policy {place}, “{key}” points to {path}, which cannot be used. “qmsdesk checklist import --dry-run” says"
    " what is wrong with it."
)
SYNCED = N_(
    "In the policy {place}, “{key}” points to {path}, and {owner} syncs that folder: a register loses rows there. Name"
    " a folder on this computer alone, or allow it with “synced_register”."
)
ON_SHARE = N_(
    "In the policy {place}, “{key}” points to {path}, which is on another computer ({share}): a register loses rows"
    " there. Name a folder on this computer alone, or allow it with “synced_register”."
)
NOT_OFFERED = N_(
    "In the policy {place}, “{key}” names “{named}”, and no checklist of that code comes with qmsdesk: {known} do. A"
    " file needs its whole path."
)
LEADS_NOWHERE = N_("it is a link that leads nowhere")
_REASONS = {
    errno.EACCES: N_("you lack permission"),
    errno.EPERM: N_("you lack permission"),
    errno.ELOOP: LEADS_NOWHERE,
}


def _said(file: Path, registry: ReadRegistry, faults: list[Fault]) -> Iterable[tuple[str, Values]]:
    """What each place says, the strongest first."""
    for hive in HIVES:
        place = f"{hive}\\{KEY_OF_REGISTRY}"
        try:
            values = registry(hive)
        except OSError as error:
            faults.append(_fault(place, "", UNREADABLE, reason=_reason(error)))
            continue
        if values:
            yield place, values
    written = _of_file(file, faults)
    if written is not None:
        yield str(file), written


def _of_file(file: Path, faults: list[Fault]) -> Values | None:
    try:
        held = file.stat()
        reason = _oddity(held)
        text = "" if reason else _decoded(file.read_bytes(), str(file), faults)
    except (FileNotFoundError, NotADirectoryError):
        reason, text = _absence(file), None
    except OSError as error:
        reason, text = _reason(error), None
    if reason:
        faults.append(_fault(str(file), "", UNREADABLE, reason=reason))
    return _parsed(str(file), text, faults) if text is not None and not reason else None


def _oddity(held: os.stat_result) -> str:
    """Why a thing is not opened at all: a pipe would never end, and a huge file is no policy."""
    if stat.S_ISDIR(held.st_mode):
        return N_("it is a folder")
    if not stat.S_ISREG(held.st_mode):
        return N_("it is no file")
    return N_("it is larger than 100 kB") if held.st_size > LARGEST_BYTES else ""


def _absence(file: Path) -> str:
    """No file is the usual case, unless somebody put a link there or named one to try."""
    if os.path.lexists(file):
        return LEADS_NOWHERE
    return N_("it is not there") if os.environ.get(POLICY_VARIABLE) == str(file) else ""


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


def _decoded(content: bytes, place: str, faults: list[Fault]) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.append(_fault(place, "", NO_TEXT, line=error.object[: error.start].count(b"\n") + 1))
    return None


def _parsed(place: str, text: str, faults: list[Fault]) -> Values | None:
    import tomllib  # most computers have no policy

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        faults.append(_in_line(place, text.splitlines(), str(error)))
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
        with suppress(FileNotFoundError), winreg.OpenKey(root, KEY_OF_REGISTRY, 0, READ_64) as key:
            for place in range(winreg.QueryInfoKey(key)[1]):
                name, value, _kind = winreg.EnumValue(key, place)
                if name:  # the key's own value has none
                    values[name] = value
    return values


assert {each.name for each in fields(Policy)} - {"origins", "faults", "places"} == set(KEYS)
