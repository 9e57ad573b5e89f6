"""Commands follow what IT has decided, and the doctor says what that is, from where, and what of it is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from qmsdesk.cli.commands import run
from qmsdesk.policy import read_policy
from qmsdesk.settings import Settings, save_settings
from qmsdesk.store.backups import backups, second_folder
from tests.cli.conftest import Outcome


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


@pytest.fixture
def decided(file: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run one command under a policy."""

    def carry_out(text: str, *words: object) -> Outcome:
        file.write_text(text, encoding="utf-8")
        code = run(list(map(str, words)), read_policy(file, lambda _: {}))
        return Outcome(code, *capsys.readouterr())

    return carry_out


def test_the_doctor_says_what_is_in_force_and_from_where(decided: Any, own: Path, file: Path) -> None:
    text = (
        f"language = 'en'\nregister = '{own}'\nbackup_days = 30\nexchange_folder = '/srv/x'\nchangeable = ['language']"
    )
    found = decided(text, "doctor", "--json")

    assert (found.code, found.err) == (0, "")
    said = json.loads(found.out)
    assert said["paths"]["register"] == str(own)
    assert said["policy"]["places"] == [str(file)]
    assert said["policy"]["keys"]["backup_days"] == {
        "value": 30,
        "from": str(file),
        "is_locked": True,
        "is_used": True,
    }
    assert said["policy"]["keys"]["language"]["is_locked"] is False
    assert said["policy"]["keys"]["exchange_folder"]["is_used"] is False
    shown = decided(text, "doctor").out
    assert f"  backup_days = 30  (locked, {file})" in shown
    assert f"  exchange_folder = /srv/x  (not used yet, {file})" in shown
    assert "All is well." in shown


def test_a_faulty_policy_is_a_problem_for_the_doctor_and_for_nobody_else(decided: Any, own: Path) -> None:
    text = f"langage = 'sv'\nlogo = '{own.parent}/gone.png'\nregister = '{own}'"

    found = decided(text, "doctor", "--lang", "en")
    assert found.code == 1
    assert "“langage”" in found.err
    assert "gone.png" in found.err
    assert len(found.err.splitlines()) == 2
    assert decided(text, "audits", "--json").code == 0


def test_the_register_and_the_language_are_those_of_the_policy(decided: Any, own: Path, tmp_path: Path) -> None:
    save_settings(Settings(language="sv", register=str(tmp_path / "another.qmsdesk")))
    found = decided(f"language = 'en'\nregister = '{own}'", "audits", "--help")
    assert "Example" in found.out
    assert decided(f"register = '{own}'", "audits", "--json").code == 0


def test_a_backup_by_hand_has_its_copy_too(decided: Any, own: Path, tmp_path: Path) -> None:
    made = decided(f"backup_folder = '{tmp_path}/share'", "backup", "--register", own)

    (copy,) = backups(own, second_folder(own, tmp_path / "share"))
    assert made.code == 0
    assert made.out.splitlines() == [str(backups(own)[0]), str(copy)]
    (tmp_path / "share").rename(tmp_path / "gone")
    (tmp_path / "share").write_text("a file", encoding="utf-8")
    refused = decided(f"backup_folder = '{tmp_path}/share'", "backup", "--register", own, "--lang", "en")
    assert refused.code == 1
    assert "The backup is made" in refused.err


def test_the_demo_can_be_switched_off(decided: Any, tmp_path: Path) -> None:
    refused = decided("demo = false", "demo", "--register", tmp_path / "demo.qmsdesk", "--lang", "en")
    assert refused.code == 1
    assert "switched the demo off" in refused.err
    assert not (tmp_path / "demo.qmsdesk").exists()


def test_the_doctor_warns_of_a_synced_folder(decided: Any, own: Path, tmp_path: Path) -> None:
    (tmp_path / "OneDrive - Kommun").mkdir()
    path = own.rename(tmp_path / "OneDrive - Kommun" / "r.qmsdesk")
    assert "OneDrive syncs the folder" in decided("", "doctor", "--register", path, "--lang", "en").err
    allowed = decided("synced_register = true", "doctor", "--register", path, "--lang", "en")
    assert allowed.code == 0
    assert "OneDrive syncs the folder" in allowed.out
