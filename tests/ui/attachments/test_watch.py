"""A watched folder: what is new there waits in the tray until somebody takes it. And the camera, where there is one."""

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit
from qmsdesk.store.attachments import attachments_of
from qmsdesk.ui.attachments.cameras import Camera, find_camera
from qmsdesk.ui.attachments.strip import PhotoStrip
from qmsdesk.ui.desk import Desk
from tests.ui.attachments.conftest import MakePhoto
from tests.ui.conduct.hands import click, settle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "DCIM" / "100PHONE"
    made.mkdir(parents=True)
    return made.parent


def put(photo: Path, folder: Path, name: str, taken: dt.date) -> Path:
    path = folder / "100PHONE" / name
    shutil.copyfile(photo, path)
    at = dt.datetime.combine(taken, dt.time(9)).timestamp()
    os.utime(path, (at, at))
    return path


def look(strip: PhotoStrip, times: int = 2) -> list[str]:
    """Look so often, and tell what is new."""
    for _ in range(times):
        strip.watch.look()
        strip.watch.wait()
        QApplication.processEvents()
    return [path.name for path in strip.watch.pictures]


def test_what_is_of_today_or_comes_later_is_new_and_the_rest_is_not(
    desk: Desk, strip: PhotoStrip, folder: Path, make_photo: MakePhoto
) -> None:
    put(make_photo(), folder, "old.jpg", dt.date(2026, 11, 1))
    put(make_photo(), folder, "today.jpg", desk.today)
    (folder / "notes.txt").write_text("no picture")
    strip.watch.start(folder)
    strip.watch.wait()
    assert look(strip) == ["today.jpg"]

    put(make_photo(), folder, "restored.jpg", dt.date(2026, 11, 2))
    assert sorted(look(strip)) == ["restored.jpg", "today.jpg"]
    strip.watch.stop()


def test_a_picture_half_written_waits(desk: Desk, strip: PhotoStrip, folder: Path, make_photo: MakePhoto) -> None:
    strip.watch.start(folder)
    strip.watch.wait()
    look(strip)
    path = put(make_photo(), folder, "new.jpg", desk.today)
    path.write_bytes(b"")
    assert look(strip) == []
    path.write_bytes(make_photo().read_bytes())

    assert look(strip) == ["new.jpg"]
    strip.watch.stop()


def test_nothing_is_taken_by_itself_and_what_is_chosen_comes_in(
    qtbot: QtBot, desk: Desk, strip: PhotoStrip, audit: Audit, folder: Path, make_photo: MakePhoto
) -> None:
    for n in range(3):
        put(make_photo(f"{n}.jpg"), folder, f"new{n}.jpg", desk.today)
    strip.watch.start(folder)
    strip.watch.wait()
    look(strip)
    assert strip.tray.pictures.count() == 3
    assert attachments_of(desk.session.db, audit.id) == []

    strip.tray.pictures.item(1).setSelected(True)
    with qtbot.waitSignal(strip.intake.finished):
        click(strip.tray.add_chosen)
    settle(desk)
    assert len(attachments_of(desk.session.db, audit.id)) == 1
    assert len(look(strip)) == 2

    click(strip.tray.end)
    assert strip.tray.isHidden()


def test_a_folder_that_goes_away_is_no_crash(strip: PhotoStrip, folder: Path) -> None:
    strip.watch.start(folder)
    shutil.rmtree(folder)

    assert look(strip) == []
    strip.watch.stop()


def test_the_folder_is_asked_for(strip: PhotoStrip, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    strip.ways.watch_folder()

    assert strip.watch.folder == folder
    assert strip.tray.isVisible()
    strip.watch.stop()


def test_the_camera_is_the_one_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_camera() is None

    program = tmp_path / "cheese"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    camera = find_camera()
    assert camera is not None
    assert (camera.start, camera.folder.name) == (str(program), "Webcam")


def test_taking_a_photo_starts_the_camera_and_watches_its_folder(
    strip: PhotoStrip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr("qmsdesk.ui.attachments.ways.find_camera", lambda: Camera("/usr/bin/cheese", tmp_path / "no"))
    monkeypatch.setattr(QProcess, "startDetached", lambda program, _: (bool(started.append(program)) or True, 1))
    strip.ways.take_photo()
    assert (started, strip.watch.folder) == (["/usr/bin/cheese"], tmp_path)
    strip.watch.stop()

    monkeypatch.setattr("qmsdesk.ui.attachments.ways.find_camera", lambda: None)
    strip.ways.take_photo()
    assert strip.said.startswith("The camera could not be started")
