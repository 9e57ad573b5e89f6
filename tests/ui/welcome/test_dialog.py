"""Welcome: a language, a name, a place, and nothing lost on the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qmsdesk.exchange.first_start import new_register
from qmsdesk.paths import default_register
from qmsdesk.policy import Policy, read_policy
from qmsdesk.settings import Settings, register_of
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.welcome.dialog import WelcomeDialog
from qmsdesk.ui.welcome.places import Place, judge_place


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, tmp_path: Path) -> WelcomeDialog:
    made = WelcomeDialog(theme, Settings(language="en"), tmp_path / "home" / "register.qmsdesk")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_name_and_enter_are_enough(qtbot: QtBot, dialog: WelcomeDialog, tmp_path: Path) -> None:
    qtbot.keyClicks(dialog.name, "Karin Holm")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert (dialog.person, dialog.language, dialog.wants_demo) == ("Karin Holm", "en", False)
    assert dialog.register == tmp_path / "home" / "register.qmsdesk"


def test_without_a_name_it_says_so_beside_the_field(qtbot: QtBot, dialog: WelcomeDialog) -> None:
    qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "Write your name" in dialog.name_trouble.text()
    assert dialog.name_trouble.isVisible()
    qtbot.keyClicks(dialog.name, "K")
    assert not dialog.name_trouble.isVisible()


def test_the_language_changes_at_once_and_keeps_what_was_typed(qtbot: QtBot, dialog: WelcomeDialog) -> None:
    qtbot.keyClicks(dialog.name, "Asa Oberg")
    english = dialog.begin.text()
    qtbot.mouseClick(dialog.languages["sv"], Qt.MouseButton.LeftButton)
    assert dialog.language == "sv"
    assert dialog.name.text() == "Asa Oberg"
    assert english == "Begin"


def test_the_demo_needs_no_name(qtbot: QtBot, dialog: WelcomeDialog) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.demo, Qt.MouseButton.LeftButton)
    assert dialog.wants_demo


def test_an_existing_register_knows_its_owner(qtbot: QtBot, dialog: WelcomeDialog, tmp_path: Path) -> None:
    path = tmp_path / "old.qmsdesk"
    new_register(path, "0123456789abcdef", "Eva").close()
    dialog.path.setText(str(path))
    with qtbot.waitSignal(dialog.accepted):
        dialog.begin.click()
    assert dialog.register == path


@pytest.mark.parametrize("kind", ["folder", "foreign", "under a file", "unwritable"])
def test_a_bad_place_is_refused_in_one_sentence_and_left_alone(
    dialog: WelcomeDialog, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = tmp_path / "shopping.txt"
    foreign.write_text("milk and bread, a list that is longer than a header of SQLite would be" * 20)
    places = {
        "folder": tmp_path,
        "foreign": foreign,
        "under a file": foreign / "register.qmsdesk",
        "unwritable": Path("/proc/nowhere/register.qmsdesk"),
    }
    dialog.name.setText("Karin")
    dialog.path.setText(str(places[kind]))
    dialog.begin.click()
    assert dialog.isVisible()
    assert dialog.path_trouble.isVisible()
    assert str(places[kind]) in dialog.path_trouble.text()
    assert dialog.name.text() == "Karin"
    assert foreign.read_text().startswith("milk")


def test_a_place_that_can_be_made_is_new(tmp_path: Path) -> None:
    assert judge_place(tmp_path / "a" / "b" / "c.qmsdesk") is Place.NEW
    assert not (tmp_path / "a").exists()


def policy(tmp_path: Path, **values: object) -> Policy:
    return read_policy(tmp_path / "none.toml", lambda hive: values if hive == "HKLM" else {})


@pytest.fixture
def cloud(tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive - Kommun"
    folder.mkdir()
    return folder / "register.qmsdesk"


def test_a_synced_folder_is_refused_until_another_is_chosen(
    qtbot: QtBot, dialog: WelcomeDialog, cloud: Path, tmp_path: Path
) -> None:
    dialog.name.setText("Karin")
    dialog.path.setText(str(cloud))
    dialog.begin.click()
    assert dialog.isVisible()
    assert "OneDrive syncs the folder" in dialog.path_trouble.text()
    dialog.path.setText(str(tmp_path / "local" / "register.qmsdesk"))
    assert not dialog.path_trouble.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        dialog.begin.click()


def test_a_synced_folder_is_warned_of_where_it_allows_one(
    qtbot: QtBot, theme: Theme, cloud: Path, tmp_path: Path
) -> None:
    dialog = WelcomeDialog(theme, Settings(language="en"), cloud, policy(tmp_path, synced_register=1))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("Karin")
    assert "OneDrive syncs the folder" in dialog.path_trouble.text()
    with qtbot.waitSignal(dialog.accepted):
        dialog.begin.click()
    assert dialog.register == cloud


def test_what_it_has_decided_is_not_asked(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    place = tmp_path / "theirs" / "register.qmsdesk"
    decided = policy(tmp_path, language="en", register=str(place), demo=0)
    dialog = WelcomeDialog(theme, Settings(language="en"), place, decided)
    qtbot.addWidget(dialog)
    dialog.show()
    asked = (*dialog.languages.values(), dialog.change, dialog.demo)
    assert not any(each.isVisible() for each in asked)
    qtbot.keyClicks(dialog.path, "x")
    qtbot.keyClicks(dialog.name, "Karin")
    with qtbot.waitSignal(dialog.accepted):
        dialog.begin.click()
    assert dialog.register == place


def test_a_place_of_it_that_cannot_be_written_to_stops_nobody(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    place = tmp_path / "a file" / "register.qmsdesk"
    decided = policy(tmp_path, register=str(place))
    dialog = WelcomeDialog(theme, Settings(language="en"), place, decided)
    qtbot.addWidget(dialog)
    dialog.show()
    assert f"Your organisation has chosen {place}, where nothing can be written now" in dialog._path_told.text()
    assert dialog.change.isVisible()
    dialog.name.setText("Karin")
    with qtbot.waitSignal(dialog.accepted):
        dialog.begin.click()
    assert dialog.register == default_register()
    dialog.register.touch()
    assert register_of(Settings(register=str(dialog.register)), decided) == default_register()
