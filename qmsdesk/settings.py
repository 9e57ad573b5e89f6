"""Settings: what this person chose on this computer, in one readable file, as far as IT leaves the choice."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from qmsdesk.i18n import LANGUAGES
from qmsdesk.paths import default_register, demo_register, settings_folder
from qmsdesk.policy import NO_POLICY, Policy

MODES = ("system", "light", "dark")
TEXT_SCALES = (100, 125, 150, 175, 200)
SPELLING = ("on", "off")


@dataclass(frozen=True, slots=True)
class Settings:
    """`text_scale` is in per cent; `register` is empty until one was chosen; `device` names this computer at random."""

    language: str = "sv"
    mode: str = "system"
    text_scale: int = 100
    register: str = ""
    device: str = ""
    spelling: str = "on"


def settings_file() -> Path:
    return settings_folder() / "settings.json"


def unreadable_file() -> Path:
    """Where a file of settings is put aside that says nothing one can use."""
    return settings_file().with_name("settings.unreadable.json")


def load_settings(policy: Policy = NO_POLICY) -> Settings:
    """The settings of this computer; what the file does not say, or says wrongly, is at its default.

    A computer that has no name yet gets one here, and keeps it.
    """
    own = _held()
    settings = Settings(**own)
    if not settings.device:
        settings = replace(settings, device=os.urandom(8).hex())
        with suppress(OSError):  # a place that cannot be written is no reason not to start
            if not own and settings_file().exists():
                settings_file().replace(unreadable_file())  # it may still tell where the register is
            _write(own | {"device": settings.device})
    if policy.language and (policy.locks("language") or "language" not in own):
        settings = replace(settings, language=policy.language)
    return settings


def save_settings(settings: Settings, policy: Policy = NO_POLICY) -> None:
    """Write all of them, or none; what the policy decides does not become the person's own choice."""
    own, chosen = _held(), asdict(settings)
    is_own = "language" in own and not policy.locks("language")
    if policy.language and (settings.language == policy.language or policy.locks("language")) and not is_own:
        chosen.pop("language")
        chosen |= {"language": own["language"]} if "language" in own else {}
    _write(chosen)


def register_of(settings: Settings, policy: Policy = NO_POLICY) -> Path:
    """The person's own register: where the policy says, else where they chose, else at the usual place.

    One that is in use elsewhere since before the policy stays where it is: nobody begins anew without knowing.
    """
    own = Path(settings.register) if settings.register else None
    if policy.register is None:
        return own or default_register()
    if own is None or (policy.locks("register") and (is_there(policy.register) or not is_there(own))):
        return policy.register
    return own


def may_write(register: Path, settings: Settings, policy: Policy) -> bool:
    """Whether that is a register a person works in: any one, unless the policy locks where theirs is."""
    if not policy.locks("register"):
        return True
    allowed = [policy.register, register_of(settings, policy), None if policy.forbids("demo") else demo_register()]
    return _place(register) in map(_place, filter(None, allowed))


def _place(path: Path) -> str:
    """However it was written."""
    return os.path.normcase(os.path.realpath(path))


def is_there(path: Path) -> bool:
    """Whether there is a file, and one may look."""
    return os.path.exists(path)  # noqa: PTH110 - a `Path` raises where one may not look


_NAMES = tuple(field.name for field in fields(Settings))
_ALLOWED = {"language": LANGUAGES, "mode": MODES, "text_scale": TEXT_SCALES, "spelling": SPELLING}


def _held() -> dict[str, Any]:
    """What the file says, as far as it fits."""
    try:
        held = json.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: held[name] for name in _NAMES if isinstance(held, dict) and _fits(name, held.get(name))}


def _write(held: dict[str, Any]) -> None:
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(held, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(path)


def _fits(name: str, held: Any) -> bool:
    return held in _ALLOWED[name] if name in _ALLOWED else isinstance(held, str)
