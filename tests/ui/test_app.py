"""The application: settings that cannot be kept and backups that cannot be made are said so, and the day goes on."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.errors import DemoIsOff, FileNotWritable, Refusal
from qmsdesk.exchange.first_start import new_register
from qmsdesk.paths import default_register, demo_register
from qmsdesk.policy import Policy, read_policy
from qmsdesk.settings import Settings, settings_file
from qmsdesk.store.backups import backups
from qmsdesk.store.organisation import the_organisation
from qmsdesk.ui.app import App, run
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


def policy(tmp_path: Path, **values: Any) -> Policy:
    return read_policy(tmp_path / "none.toml", lambda hive: values if hive == "HKLM" else {})


@pytest.mark.expects_log
def test_what_it_has_locked_is_in_the_register_soon_and_a_share_that_is_away_is_no_trouble(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, said: list[Refusal]
) -> None:
    place = tmp_path / "r.qmsdesk"
    new_register(place, "0123456789abcdef", "Karin").close()
    (tmp_path / "share").write_text("a file where the folder should be", encoding="utf-8")
    decided = policy(tmp_path, organisation="Granälva kommun", accent="#1d4f91", backup_folder=str(tmp_path / "share"))
    app = App(qapp, Settings(register=str(place)), policy=decided)
    assert app.open(place)
    assert app.session is not None
    db = app.session.db
    qtbot.waitUntil(lambda: the_organisation(db).name == "Granälva kommun", timeout=10_000)
    assert the_organisation(db).accent == "#1d4f91"
    qtbot.waitUntil(lambda: len(backups(place)) == 1, timeout=10_000)
    app.close()
    assert said == []


def test_the_demo_is_not_opened_where_it_is_switched_off(
    qapp: QApplication, tmp_path: Path, said: list[Refusal], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path | None, bool]] = []
    monkeypatch.setattr(App, "open", lambda _, path, demo: bool(opened.append((path, demo))))
    run(["--demo"], policy(tmp_path, demo=0))
    assert [type(refusal) for refusal in said] == [DemoIsOff]
    assert opened == [(None, False)]
    assert not default_register().exists()
