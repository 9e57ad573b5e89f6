"""The application: settings that cannot be kept and backups that cannot be made are said so, and the day goes on."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.errors import FileNotWritable, Refusal
from qmsdesk.paths import demo_register
from qmsdesk.settings import Settings, settings_file
from qmsdesk.ui.app import App
from qmsdesk.ui.messages import Messages


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[Refusal]:
    heard: list[Refusal] = []
    monkeypatch.setattr(Messages, "refuse", lambda _, refusal: heard.append(refusal))
    return heard


def test_settings_that_cannot_be_kept_take_effect_and_are_said_so(qapp: QApplication, said: list[Refusal]) -> None:
    app = App(qapp, Settings(mode="light"))
    settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_file().parent.write_text("a file where the folder should be", encoding="utf-8")
    app.change_settings(replace(app.settings, mode="dark"))
    app.close()
    assert app.theme.mode == "dark"
    assert [type(refusal) for refusal in said] == [FileNotWritable]


def test_a_backup_that_cannot_be_made_is_said_so(qtbot: QtBot, qapp: QApplication, said: list[Refusal]) -> None:
    folder = demo_register().parent / "backups"
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be", encoding="utf-8")
    app = App(qapp, Settings())
    assert app.open(demo_register(), demo=True)
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    app.close()
    assert [type(refusal) for refusal in said] == [FileNotWritable]
