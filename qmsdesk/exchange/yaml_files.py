"""YAML files: read as texts, lists and mappings only, by the fast parser where there is one."""

from pathlib import Path
from typing import Any

import yaml

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""A loader that leaves every scalar a text: in YAML 1.1 an unquoted `sv: Nej` or `version: 1.0` would be none."""


def read_yaml(path: Path) -> Any:
    """What a shipped file holds; a fault in it is a bug of ours."""
    with path.open("rb") as file:
        return yaml.load(file, Loader)  # noqa: S506 - it makes nothing but text, lists and mappings
