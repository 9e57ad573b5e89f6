"""`demo`, `doctor`, `backup` and `restore`: a register made, looked at, copied, put back; and bad ones refused."""

import datetime as dt
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from qmsdesk.domain.changes import Edit
from qmsdesk.settings import load_settings, settings_file
from qmsdesk.store.attachments import files_folder
from qmsdesk.store.register import Register
from tests.cli.conftest import Command
from tests.store.town import ANNA, TOWN, creations


def test_the_demo_is_made_and_its_day_is_today(command: Command, tmp_path: Path) -> None:
    made = command("demo", "--register", tmp_path / "new" / "demo.qmsdesk")

    assert made.code == 0
    assert f"qmsdesk --register {tmp_path / 'new' / 'demo.qmsdesk'}" in made.out
    newest = command("audits", "--json", "--register", tmp_path / "new" / "demo.qmsdesk").json[0]
    assert newest["date"] == dt.datetime.now().astimezone().date().isoformat()
    assert newest["objective"].startswith("Find out")


def test_the_demo_overwrites_nothing(command: Command, own: Path) -> None:
    before = own.read_bytes()

    refused = command("demo", "--register", own)

    assert refused.code == 1
    assert refused.err.startswith(f"There is already a register at {own}")
    assert own.read_bytes() == before


@pytest.mark.parametrize("place", ["file/demo.qmsdesk", "."])
def test_the_demo_is_refused_where_it_cannot_be(command: Command, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()

    refused = command("demo", "--register", tmp_path / place)

    assert refused.code == 1
    assert refused.err.count("\n") == 1


def test_without_a_register_the_users_own_is_taken(command: Command) -> None:
    assert command("demo").code == 0
    assert len(command("audits", "--json").json) == 14


def test_the_register_may_stand_before_the_command_and_in_the_settings(command: Command, demo: Path) -> None:
    assert len(command("--register", demo, "audits", "--json").json) == 14
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(json.dumps({"register": str(demo)}), encoding="utf-8")
    assert len(command("audits", "--json").json) == 14


def test_this_computer_keeps_the_name_it_was_given(command: Command, tmp_path: Path) -> None:
    command("demo", "--register", tmp_path / "demo.qmsdesk")

    assert load_settings().device == load_settings().device
    register = Register(tmp_path / "demo.qmsdesk", load_settings().device)
    assert register.db.execute("SELECT DISTINCT device FROM replica WHERE is_own = 1").fetchall() == [
        (load_settings().device,)
    ]
    register.close()


def bad_registers(demo: Path, folder: Path) -> dict[str, Path]:
    """One of each kind of file that is no register, or no longer one."""
    made = {name: folder / name for name in ("text", "empty", "foreign", "newer", "truncated", "damaged", "missing")}
    made["text"].write_text("not a database, only words\n" * 200)
    made["empty"].touch()
    foreign = sqlite3.connect(made["foreign"])
    foreign.execute("CREATE TABLE something (else_ TEXT)")
    foreign.close()
    shutil.copy(demo, made["newer"])
    newer = sqlite3.connect(made["newer"])
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    content = bytearray(demo.read_bytes())
    made["truncated"].write_bytes(content[: len(content) // 3])
    content[8192 : len(content) // 2] = b"A" * (len(content) // 2 - 8192)
    made["damaged"].write_bytes(content)
    return made | {"folder": folder, "below a file": made["text"] / "x"}


SAID = {
    "text": "is not a qmsdesk register",
    "empty": "is not a qmsdesk register",
    "foreign": "is not a qmsdesk register",
    "newer": "newer version of qmsdesk",
    "truncated": "is damaged",
    "damaged": "is damaged",
    "missing": "There is no register",
    "below a file": "There is no register",
    "folder": "is a folder",
}


@pytest.mark.parametrize("kind", SAID)
@pytest.mark.parametrize(
    "words",
    ["audits", "audit 2026-03", "findings", "actions --json", "checklist list", "backup", "report 2026-03 -o x.pdf"],
)
def test_a_bad_register_is_refused_in_one_sentence_and_left_alone(
    command: Command, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = bad_registers(demo, tmp_path)[kind]
    before = path.read_bytes() if path.is_file() else None

    refused = command(*words.split(), "--register", path)

    assert refused.code == 1
    assert SAID[kind] in refused.err or (kind == "damaged" and words == "backup")
    assert refused.err.count("\n") == 1
    assert "Traceback" not in refused.err
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("kind", SAID)
def test_the_doctor_says_what_is_wrong_and_ends_with_1(command: Command, demo: Path, tmp_path: Path, kind: str) -> None:
    path = bad_registers(demo, tmp_path)[kind]

    found = command("doctor", "--json", "--register", path)

    assert found.code == 1
    assert SAID[kind] in found.json["problems"][0]
    assert found.json["register"]["is_sound"] is False
    assert found.err.splitlines() == found.json["problems"]


def test_the_doctor_finds_a_good_register_good(command: Command, own: Path) -> None:
    found = command("doctor", "--json", "--register", own)

    assert (found.code, found.err, found.json["problems"]) == (0, "", [])
    assert found.json["register"] | {"size_bytes": 0} == {
        "is_there": True,
        "is_sound": True,
        "is_complete": True,
        "drafts": 0,
        "missing_files": 0,
        "size_bytes": 0,
    }
    assert found.json["paths"]["register"] == str(own)
    assert found.json["versions"].keys() == {"qmsdesk", "python", "sqlite", "system"}
    text = command("doctor", "--register", own).out
    assert "All is well." in text
    assert "There is no backup yet" in text


def test_the_doctor_sees_a_history_that_was_altered(command: Command, own: Path) -> None:
    command("backup", "--register", own)
    tampered = sqlite3.connect(own)
    tampered.execute("UPDATE change SET value = '\"Allt är bra\"' WHERE kind = 'finding' AND field = 'title'")
    tampered.commit()
    tampered.close()

    found = command("doctor", "--json", "--register", own)

    assert found.code == 1
    assert found.json["register"]["is_complete"] is False
    assert "was altered or is incomplete" in found.json["problems"][0]
    assert "qmsdesk restore" in found.json["problems"][1]


def test_the_doctor_counts_texts_that_wait(command: Command, own: Path) -> None:
    register = Register(own, "laptop-1")
    audit = command("audit", "2026-05", "--json", "--register", own).json["id"]
    register.keep_draft(Edit("audit", audit, "summary", "half a sen", audit, ()))

    found = command("doctor", "--json", "--register", own).json

    register.close()
    assert found["register"]["drafts"] == 1
    assert found["advice"][0].startswith("Text waits")


def test_a_backup_can_be_put_back(command: Command, own: Path, tmp_path: Path) -> None:
    made = Path(command("backup", tmp_path / "usb", "--register", own).out.strip())
    assert made.parent == tmp_path / "usb"
    own.write_bytes(b"ruined")

    restored = command("restore", made, "--register", own)

    assert restored.code == 0
    assert len(command("audits", "--json", "--register", own).json) == 14
    (kept,) = tmp_path.glob("*.replaced")
    assert kept.read_bytes() == b"ruined"
    assert str(kept) in restored.out


def test_a_backup_is_made_beside_an_open_window(command: Command, own: Path) -> None:
    register = Register(own, "laptop-1")

    made = command("backup", "--register", own)
    refused = command("restore", made.out.strip(), "--register", own)

    register.close()
    assert made.code == 0
    assert refused.code == 1
    assert "already open" in refused.err


def test_what_is_no_backup_is_not_put_back(command: Command, own: Path, tmp_path: Path) -> None:
    before = own.read_bytes()
    (tmp_path / "text").write_text("words " * 1000)

    assert "not a usable backup" in command("restore", tmp_path / "text", "--register", own).err
    assert "There is no file" in command("restore", tmp_path / "none", "--register", own).err
    assert own.read_bytes() == before


def test_a_backup_that_cannot_be_written_is_refused(command: Command, own: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    refused = command("backup", tmp_path / "file" / "x", "--register", own)

    assert refused.code == 1
    assert "could not be written: a part of the path is a file" in refused.err


def test_the_doctor_counts_the_photos_that_are_missing(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "town.qmsdesk"
    register = Register(path, "laptop-1", create=True)
    register.set_owner(ANNA.id)
    register.write(creations(TOWN), at=None)
    register.close()

    found = command("doctor", "--json", "--register", path)

    assert found.code == 1
    assert found.json["register"]["missing_files"] == 3  # a photo, a report and the logo
    assert str(files_folder(path)) in found.err
