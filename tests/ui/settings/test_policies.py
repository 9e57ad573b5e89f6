"""What IT has decided is shown as such, cannot be changed here, and does what it says."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qmsdesk.log import log_file
from qmsdesk.policy import Policy, read_policy
from qmsdesk.settings import Settings
from qmsdesk.store.attachments import attachments_of
from qmsdesk.store.audits import find_audit
from qmsdesk.ui.attachments.cameras import Camera
from qmsdesk.ui.attachments.intake import Intake, Place, from_file
from qmsdesk.ui.attachments.watch import Watch
from qmsdesk.ui.attachments.ways import Ways
from qmsdesk.ui.audits.preparing.invitations import InvitationForm
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.reports.toolbar import ReportBar
from qmsdesk.ui.settings.locked import LockedLine
from qmsdesk.ui.settings.page import SettingsPage
from qmsdesk.ui.theme.banners import Banner
from tests.ui.conftest import finish_turns


def policy(tmp_path: Path, **values: Any) -> Policy:
    return read_policy(tmp_path / "none.toml", lambda hive: values if hive == "HKLM" else {})


def open_settings(qtbot: QtBot, desk: Desk) -> SettingsPage:
    page = SettingsPage(desk, Settings(language="en"))
    qtbot.addWidget(page)
    page.resize(1158, 712)
    with qtbot.waitExposed(page):
        page.show()
    finish_turns(page)
    return page


def test_what_is_locked_only_shows_and_says_why(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    decided = policy(
        tmp_path,
        language="en",
        register=str(desk.session.path),
        organisation="Granälva kommun",
        logo=str(tmp_path / "logo.png"),
        accent="#1d4f91",
        backup_folder=str(tmp_path / "share"),
        camera=0,
        exchange_folder=str(tmp_path),
    )
    page = open_settings(qtbot, desk._replace(policy=decided))

    languages = [button for name, button in page.looks.buttons.items() if name.startswith("language/")]
    assert [(button.text(), button.isEnabled()) for button in languages if button.isVisible()] == [("English", False)]
    assert page.looks.buttons["mode/dark"].isEnabled()
    assert page.names.organisation.isReadOnly()
    assert not page.names.mine.isReadOnly()
    assert not page.reports.logo.choose.isVisible()
    assert not page.reports.logo.remove.isVisible()
    assert not page.reports.accent.hex.isVisible()
    assert not any(button.isVisible() for button in page.reports.accent.buttons.values())
    lines = [line for line in page.findChildren(LockedLine) if line.isVisible()]
    assert len(lines) == 5
    assert {line.told.text() for line in lines} == {"Set by your organisation. Ask IT if it should be otherwise."}
    assert "Set by your organisation" in page.names.organisation.accessibleDescription()


def test_every_decision_and_every_fault_is_listed(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    decided = policy(tmp_path, camera=0, organisatoin="x", logo=str(tmp_path / "gone.png"), changeable=["logo"])
    page = open_settings(qtbot, desk._replace(policy=decided))

    def said() -> list[str]:
        return [banner.text() for banner in page.policy.faults.findChildren(Banner)]

    qtbot.waitUntil(lambda: len(said()) == 2)
    assert "is “organisation” meant?" in said()[0]
    assert "gone.png" in said()[1]
    assert page.policy.isVisible()
    assert page.policy.body.count() == 5  # heading, faults, two keys, where they are said


def test_a_register_in_another_place_than_the_locked_one_says_so(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    def said(register: Path) -> list[str]:
        page = open_settings(qtbot, desk._replace(policy=policy(tmp_path, register=str(register))))
        return [banner.text() for banner in page.register.findChildren(Banner)]

    assert said(desk.session.path) == []
    assert said(tmp_path / "r.qmsdesk") == [
        f"The policy wants the register in {tmp_path}/r.qmsdesk. Close it and move it there."
    ]


def test_without_a_policy_nothing_is_said_of_one(qtbot: QtBot, desk: Desk) -> None:
    page = open_settings(qtbot, desk)
    assert not page.policy.isVisible()
    assert page.findChildren(LockedLine) == []


def menu_of(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    monkeypatch.setattr("qmsdesk.ui.attachments.ways.find_camera", lambda: Camera("true", Path("/tmp")))
    holder = SettingsPage(desk, Settings())
    qtbot.addWidget(holder)
    ways = Ways(desk, Watch(desk, holder), holder)
    ways.more.setParent(holder)
    ways.add.setParent(holder)
    ways.more.click()
    return [action.text().split("\t")[0] for action in ways.menu.actions()]


def test_camera_and_watching_can_be_switched_off(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = menu_of(qtbot, desk, monkeypatch)
    without_camera = menu_of(qtbot, desk._replace(policy=policy(tmp_path, camera=0)), monkeypatch)
    without_watch = menu_of(qtbot, desk._replace(policy=policy(tmp_path, folder_watch=0)), monkeypatch)

    assert usual == ["Paste photo", "Take a photo", "Watch a folder for pictures"]
    assert without_camera == ["Paste photo", "Watch a folder for pictures"]
    assert without_watch == ["Paste photo"]


def test_mail_can_be_switched_off(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    bar = ReportBar(desk.theme, desk.words, has_mail=False)
    form = InvitationForm(desk._replace(policy=policy(tmp_path, mail=0)), lambda *_: None)
    for widget in (bar, form):
        qtbot.addWidget(widget)
        widget.resize(1400, 300)
        widget.show()
        QApplication.processEvents()
    assert (bar.send.isVisible(), bar.print.isVisible()) == (False, True)
    assert (form.mail.isVisible(), form.copy.isVisible()) == (False, True)
    assert form.mail not in form.stops


def test_photos_are_as_small_as_it_wants_them(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    photo = tmp_path / "IMG_1.jpg"
    Image.new("RGB", (3000, 1500), "#123456").save(photo, "JPEG")
    audit = find_audit(desk.session.db, "2026-05")
    holder = SettingsPage(desk, Settings())
    qtbot.addWidget(holder)
    intake = Intake(desk._replace(policy=policy(tmp_path, photo_size=1200)), holder)

    with qtbot.waitSignal(intake.finished):
        intake.take([from_file(photo)], Place(audit.id))
    desk.session.flush()

    newest = max(attachments_of(desk.session.db, audit.id), key=lambda each: each.id)
    assert (newest.width, newest.height) == (1200, 600)


def test_the_log_is_shown_or_its_folder_where_nothing_shows_it(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(shown.append(url.toLocalFile())))
    page = open_settings(qtbot, desk)
    log_file().parent.mkdir(parents=True)
    log_file().touch()
    page.register.log.click()
    assert shown == [str(log_file()), str(log_file().parent)]
