"""Places: what syncs a folder or holds it elsewhere is known by its name, its mark or its mount."""

from pathlib import Path

import pytest

from qmsdesk.store.places import Risk, risk_of


@pytest.mark.parametrize(
    ("folder", "owner"),
    [
        ("OneDrive - Granälva kommun/Dokument", "OneDrive"),
        ("OneDrive", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Kommun", "OneDrive"),
        ("Library/CloudStorage/Box-Box", "macOS"),
        ("Dropbox (Privat)/x", "Dropbox"),
        ("iCloudDrive", "iCloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("nextcloud", "Nextcloud"),
        ("Google Drive/My Drive", "Google Drive"),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, folder: str, owner: str) -> None:
    found = risk_of(tmp_path / folder / "register.qmsdesk", lambda: "")
    assert found == (Risk.SYNCED, owner)


@pytest.mark.parametrize(
    ("mark", "owner"),
    [
        (".dropbox.cache", "Dropbox"),
        (".sync_0a1b2c3d.db", "Nextcloud"),
        ("._sync_0a1b2c3d.db", "Nextcloud"),
        (".stfolder", "Syncthing"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    ],
)
def test_a_synced_folder_is_known_by_its_mark(tmp_path: Path, mark: str, owner: str) -> None:
    (tmp_path / mark).mkdir()
    assert risk_of(tmp_path / "a" / "b" / "register.qmsdesk", lambda: "") == (Risk.SYNCED, owner)


def test_a_folder_moved_to_onedrive_is_known_behind_its_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cloud = tmp_path / "work cloud"
    (cloud / "Documents").mkdir(parents=True)
    (tmp_path / "Documents").symlink_to(cloud / "Documents")
    monkeypatch.setenv("OneDriveCommercial", str(cloud))
    assert risk_of(tmp_path / "Documents" / "register.qmsdesk", lambda: "") == (Risk.SYNCED, "OneDrive")


def test_a_share_is_known_by_its_mount(tmp_path: Path) -> None:
    share = tmp_path / "our share"
    share.mkdir()
    mounts = f"/dev/sda1 / ext4 rw 0 0\n//server/x {str(share).replace(' ', chr(92) + '040')} cifs rw 0 0\n"
    assert risk_of(share / "new" / "register.qmsdesk", lambda: mounts) == (Risk.NETWORK, str(share))
    assert risk_of(tmp_path / "register.qmsdesk", lambda: mounts) is None


def test_a_share_of_windows_is_known_before_anybody_looks_there() -> None:
    found = risk_of(Path("\\\\server\\share\\register.qmsdesk"), lambda: "")
    assert found is not None
    assert found.risk is Risk.NETWORK


@pytest.mark.parametrize("folder", ["boxes", "onedriver", "My dropbox notes", ".config/nextcloud-notes"])
def test_other_names_are_left_alone(tmp_path: Path, folder: str) -> None:
    assert risk_of(tmp_path / folder / "register.qmsdesk", lambda: "") is None


def test_the_folder_where_dropbox_keeps_its_own_things_is_no_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".dropbox").mkdir()
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert risk_of(tmp_path / "register.qmsdesk", lambda: "") is None
