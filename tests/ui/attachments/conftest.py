"""The Conduct page with photos at hand: real files, a real register, and the hands that add them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit
from qmsdesk.store.audits import find_audit
from qmsdesk.ui.attachments.intake import from_file
from qmsdesk.ui.attachments.strip import PhotoStrip
from qmsdesk.ui.conduct.page import ConductPage
from qmsdesk.ui.desk import Desk

MakePhoto = Callable[..., Path]


@pytest.fixture
def audit(desk: Desk) -> Audit:
    return find_audit(desk.session.db, "2026-05")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, audit: Audit) -> ConductPage:
    page = ConductPage(desk, audit.id)
    page.turns.finish()
    qtbot.addWidget(page)
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    page.resize(1158, 712)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QApplication.processEvents()
    return page


@pytest.fixture
def strip(page: ConductPage) -> PhotoStrip:
    return page.questions.card.photos


@pytest.fixture
def make_photo(tmp_path: Path) -> MakePhoto:
    """A photo as a phone takes it, with its place in it; each name has its own picture."""

    def make(name: str = "IMG_1.jpg", size: tuple[int, int] = (400, 300)) -> Path:
        exif = Image.Exif()
        exif[ExifTags.Base.Model] = "Kamera 4711"
        exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (60.0, 40.0, 12.0)})
        path = tmp_path / name
        colour = sum(name.encode()) * 7919 % 0xFFFFFF
        Image.new("RGB", size, f"#{colour:06x}").save(path, "JPEG", exif=exif)
        return path

    return make


def add(qtbot: QtBot, desk: Desk, strip: PhotoStrip, *paths: Path) -> None:
    """Add files, and wait until they are on the disk and shown."""
    with qtbot.waitSignal(strip.intake.finished):
        strip.take([from_file(path) for path in paths])
    desk.session.flush()
    QApplication.processEvents()
