"""Where a person's things lie on Windows, as the system's own folders have been moved about there."""

import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import pytest
from platformdirs.windows import Windows

from qmsdesk import paths

LOCAL = r"C:\Users\Åsa Öberg\AppData\Local"
FOLDERS = {
    "LOCAL_APPDATA": LOCAL,
    "APPDATA": r"\\server\profiler\asa\AppData\Roaming",
    "PERSONAL": r"C:\Users\Åsa Öberg\OneDrive - Granälva kommun\Dokument",
    "DESKTOPDIRECTORY": r"C:\Users\Åsa Öberg\OneDrive - Granälva kommun\Skrivbord",
    "COMMON_APPDATA": r"C:\ProgramData",
}


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer with a roaming profile, where OneDrive has taken Documents and Desktop."""
    monkeypatch.delenv("QMSDESK_HOME", raising=False)
    for name, folder in FOLDERS.items():
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", folder)
    monkeypatch.setattr("platformdirs.PlatformDirs", Windows)
    paths._folders.cache_clear()
    yield
    paths._folders.cache_clear()


@pytest.mark.usefixtures("windows")
def test_on_windows_nothing_of_a_person_roams_or_is_synced() -> None:
    own = PureWindowsPath(LOCAL, "qmsdesk")
    for place in (paths.settings_folder(), paths.data_folder()):
        assert PureWindowsPath(place) == own
    assert PureWindowsPath(paths.default_register()) == own / "register.qmsdesk"
    assert PureWindowsPath(paths.demo_register()).is_relative_to(own)


@pytest.mark.usefixtures("windows")
def test_on_windows_the_policy_lies_where_the_installer_puts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert PureWindowsPath(paths.policy_file()) == PureWindowsPath(r"C:\ProgramData\qmsdesk\policy.toml")


def test_qmsdesk_home_moves_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QMSDESK_HOME", str(tmp_path))
    assert paths.settings_folder() == tmp_path / "settings"
    assert paths.default_register() == tmp_path / "data" / "register.qmsdesk"
