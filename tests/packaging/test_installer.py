"""The command behind `make installer`: the kinds asked for, or those of this system, and always the sums."""

import tarfile
from pathlib import Path

import installer
import pytest


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder that stands for a bundle."""
    folder = tmp_path / "qmsdesk-1.0-linux-x86_64"
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / "a.txt").write_text("å", encoding="utf-8")
    return folder


@pytest.mark.parametrize("kinds", [["tar"], []])
def test_what_is_asked_for_is_made_and_listed(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kinds: list[str]
) -> None:
    monkeypatch.setitem(installer.USUAL, installer.sys.platform, ("tar",))
    made = [tmp_path / name for name in ("first", "second")]

    assert [installer.main([*kinds, "--bundle", str(bundle), "--to", str(to)]) for to in made] == [0, 0]

    archives = [to / f"{bundle.name}.tar.xz" for to in made]
    assert archives[0].read_bytes() == archives[1].read_bytes()
    assert (made[0] / "SHA256SUMS").read_text().endswith(f"  {bundle.name}.tar.xz\n")
    with tarfile.open(archives[0]) as archive:
        assert f"{bundle.name}/lib/a.txt" in archive.getnames()
        assert {entry.uname for entry in archive} == {"root"}


def test_a_kind_there_is_not_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        installer.main(["rpm"])

    assert ended.value.code == 2
    assert "choose among deb, tar, msi, setup, dmg" in capsys.readouterr().err
