"""Where things lie: shipped resources, the user's register, settings and logs."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
DOCS = RESOURCES.with_name("docs")
BUNDLE = RESOURCES.parent.parent
"""The folder of an installed program; of one that runs from its sources, it is some folder above them."""
LICENCES = BUNDLE / "licences"
POLICY_VARIABLE = "QMSDESK_POLICY"


def resource(*parts: str) -> Path:
    """A file that ships with the program, `resource("fonts", "SourceSans3-Regular.ttf")`."""
    return RESOURCES.joinpath(*parts)


def guide(language: str) -> Path:
    """The user's guide in a language; `docs` lies beside the package as `resources` does."""
    return DOCS / "guide" / f"{language}.md"


@cache
def _folders() -> "PlatformDirs":
    from platformdirs import PlatformDirs  # not needed where QMSDESK_HOME says it all

    return PlatformDirs("qmsdesk", appauthor=False, roaming=False)


def settings_folder() -> Path:
    """The folder of settings and window geometry; QMSDESK_HOME moves everything that belongs to the user."""
    home = os.environ.get("QMSDESK_HOME")
    return Path(home) / "settings" if home else Path(_folders().user_config_dir)


def data_folder() -> Path:
    """The local, never synced folder of the register, its photos, backups and logs."""
    home = os.environ.get("QMSDESK_HOME")
    return Path(home) / "data" if home else Path(_folders().user_data_dir)


def default_register() -> Path:
    return data_folder() / "register.qmsdesk"


def demo_register() -> Path:
    return data_folder() / "demo" / "granalva.qmsdesk"


def policy_file() -> Path:
    """Where IT puts its policy; where there is none, QMSDESK_POLICY may name one, to try it out."""
    if sys.platform == "win32":
        usual = Path(_folders().site_config_dir)  # the system is asked, as by the installer
    elif sys.platform == "darwin":
        usual = Path("/Library/Application Support/qmsdesk")
    else:
        usual = Path("/etc/qmsdesk")
    named = os.environ.get(POLICY_VARIABLE)
    file = usual / "policy.toml"
    return Path(named) if named and not os.path.lexists(file) else file
