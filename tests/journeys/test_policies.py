"""What IT has locked stays as it is, whatever the program is started with and whatever is pressed."""

import shutil
from pathlib import Path

import pytest

from qmsdesk.domain.errors import RegisterIsDecided
from qmsdesk.i18n import words
from qmsdesk.store.organisation import the_organisation
from tests.journeys.conftest import Boxes, Program
from tests.journeys.person import Person


def test_neither_a_flag_nor_undo_changes_what_is_locked(
    program: Program, boxes: Boxes, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Path(shutil.copyfile(demo, tmp_path / "theirs.qmsdesk"))
    file = tmp_path / "policy.toml"
    file.write_text(f"language = 'sv'\nregister = '{theirs}'\norganisation = 'Annan kommun'", encoding="utf-8")
    monkeypatch.setenv("QMSDESK_POLICY", str(file))
    seen: list[Path] = []

    def look(person: Person) -> None:
        person.find("Start the day")
        session = person.main_window._desk.session
        seen.append(session.path)
        person.wait(lambda: the_organisation(session.db).name == "Annan kommun", "the locked name")
        person.press("Ctrl+Z")
        person.settle()
        session.flush()
        assert the_organisation(session.db).name == "Annan kommun"

    program.language = "sv"
    assert program.run(["--register", demo, "--lang", "en"], look) == 0
    assert boxes.take() == [RegisterIsDecided(path=theirs).say(words("sv"))]
    assert seen == [theirs]
