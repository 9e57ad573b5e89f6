"""Settings: chosen at once, names that save themselves, backups that are really there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.people import Person
from qmsdesk.settings import Settings
from qmsdesk.store.backups import backups
from qmsdesk.store.organisation import the_organisation
from qmsdesk.store.rows import get
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.settings.page import SettingsPage


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SettingsPage:
    made = SettingsPage(desk, Settings(language="en", device="d"))
    qtbot.addWidget(made)
    made.resize(1158, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize(
    ("button", "field", "value"),
    [("language/sv", "language", "sv"), ("mode/dark", "mode", "dark"), ("text_scale/150", "text_scale", 150)],
)
def test_a_choice_is_announced_and_keeps_the_others(
    qtbot: QtBot, page: SettingsPage, button: str, field: str, value: str | int
) -> None:
    with qtbot.waitSignal(page.settings_changed) as waited:
        qtbot.mouseClick(page.looks.buttons[button], Qt.MouseButton.LeftButton, pos=page.looks.rect().topLeft())
    assert waited.args is not None
    assert getattr(waited.args[0], field) == value
    assert waited.args[0].device == "d"


def test_names_save_themselves(qtbot: QtBot, desk: Desk, page: SettingsPage) -> None:
    for edit, name in ((page.names.mine, "Samira Holm"), (page.names.organisation, "Granby kommun")):
        edit.setFocus()
        edit.clear()
        qtbot.keyClicks(edit, name)
    desk.session.flush()
    owner = get(desk.session.db, Person, desk.session.owner.id)
    assert owner is not None
    assert owner.name == "Samira Holm"
    assert the_organisation(desk.session.db).name == "Granby kommun"


def test_a_backup_is_made_checked_and_listed(qtbot: QtBot, desk: Desk, page: SettingsPage) -> None:
    assert "no backup yet" in page.backups.last.text()
    qtbot.mouseClick(page.backups.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.backups.now.isEnabled)
    assert len(backups(desk.session.path)) == 1
    assert "The last backup was made" in page.backups.last.text()
    assert "made and checked" in page.backups.banner.text()


def test_a_backup_that_cannot_be_made_is_refused_on_the_page(qtbot: QtBot, desk: Desk, page: SettingsPage) -> None:
    (desk.session.path.parent / "backups").write_text("a file in the way")
    qtbot.mouseClick(page.backups.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.backups.now.isEnabled)
    assert "could not be written" in page.backups.banner.text()


def test_the_path_can_be_copied(qtbot: QtBot, desk: Desk, page: SettingsPage) -> None:
    qtbot.mouseClick(page.register.copy, Qt.MouseButton.LeftButton)
    assert Path(QGuiApplication.clipboard().text()) == desk.session.path
