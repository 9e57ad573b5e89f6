"""Commands follow what IT has decided, and the doctor says what that is, from where, and what of it is wrong."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from qmsdesk.cli.commands import run
from qmsdesk.policy import read_policy
from qmsdesk.settings import Settings, save_settings
from qmsdesk.store.backups import backups, second_folder
from qmsdesk.store.register import Register
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


def test_a_locked_register_is_the_only_one_that_is_written_to(decided: Any, own: Path, tmp_path: Path) -> None:
    other = Path(shutil.copyfile(own, tmp_path / "other.qmsdesk"))
    before = other.read_bytes()
    sheet = tmp_path / "list.csv"
    sheet.write_text("Question\nIs the door locked?\n", encoding="utf-8")
    words = ("checklist", "import", sheet, "--lang", "en", "--register")

    refused = decided(f"register = '{own}'", *words, other)
    assert refused.code == 1
    assert refused.err.startswith(f"Your organisation has decided that the register is {own}")
    assert other.read_bytes() == before
    assert decided(f"register = '{own}'", *words, own).code == 0
    assert decided(f"register = '{own}'", "audits", "--register", other).code == 0  # a copy may be looked into
    looked = decided(f"register = '{own}'", "doctor", "--lang", "en", "--register", other)
    assert "The policy wants the register" not in looked.out


def test_a_report_of_ones_own_register_bears_the_locked_name_and_no_copy_is_touched(
    decided: Any, own: Path, tmp_path: Path
) -> None:
    save_settings(Settings(register=str(own)))
    copy = Path(shutil.copyfile(own, tmp_path / "copy.qmsdesk"))
    before, page = copy.read_bytes(), tmp_path / "report.html"
    text = "organisation = 'Annan kommun'"

    assert decided(text, "audits").code == 0
    assert decided(text, "report", "2026-05", "-o", page, "--register", copy).code == 0
    assert "Annan kommun" not in page.read_text(encoding="utf-8")
    assert copy.read_bytes() == before
    assert decided(text, "report", "2026-05", "-o", page).code == 0
    assert "Annan kommun" in page.read_text(encoding="utf-8")
    held = Register(own, "0123456789abcdef")  # as a window that is open has it
    assert decided("accent = '#8a1c1c'", "report", "2026-05", "-o", page).code == 0
    held.close()


def test_before_the_first_start_nothing_is_wrong(decided: Any, tmp_path: Path) -> None:
    place = tmp_path / "where" / "register.qmsdesk"
    place.parent.mkdir()
    found = decided(f"register = '{place}'", "doctor", "--lang", "en")

    assert (found.code, found.err) == (0, "")
    assert "There is no register yet." in found.out
    assert "File is whole" not in found.out
    save_settings(Settings(register=str(place)))  # it was in use, and is gone
    assert decided(f"register = '{place}'", "doctor").code == 1


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


def test_a_disk_that_is_nearly_full_is_told(decided: Any, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=12_345_678))
    told = decided("", "doctor", "--register", own, "--lang", "en")
    assert (told.code, told.err) == (0, "")
    assert "Only 12 MB are free" in told.out


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
