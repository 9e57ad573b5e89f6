"""Settings: what this person chose on this computer, in one readable file."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from qmsdesk.i18n import LANGUAGES
from qmsdesk.paths import settings_folder

MODES = ("system", "light", "dark")
TEXT_SCALES = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Settings:
    """`text_scale` is in per cent; `register` is empty until one was chosen; `device` names this computer at random."""

    language: str = "sv"
    mode: str = "system"
    text_scale: int = 100
    register: str = ""
    device: str = ""


def settings_file() -> Path:
    return settings_folder() / "settings.json"


def load_settings() -> Settings:
    """The settings of this computer; what the file does not say, or says wrongly, is at its default.

    A computer that has no name yet gets one here, and keeps it.
    """
    try:
        held = json.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        held = {}
    known = {name: held[name] for name in _NAMES if isinstance(held, dict) and _fits(name, held.get(name))}
    settings = Settings(**known)
    if not settings.device:
        settings = replace(settings, device=os.urandom(8).hex())
        with suppress(OSError):  # a place that cannot be written is no reason not to start
            save_settings(settings)
    return settings


def save_settings(settings: Settings) -> None:
    """Write all of them, or none."""
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(asdict(settings), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(path)


_NAMES = tuple(field.name for field in fields(Settings))
_ALLOWED = {"language": LANGUAGES, "mode": MODES, "text_scale": TEXT_SCALES}


def _fits(name: str, held: Any) -> bool:
    return held in _ALLOWED[name] if name in _ALLOWED else isinstance(held, str)
