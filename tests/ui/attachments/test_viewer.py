"""The viewer: shapes by hand and by key, undo and redo, the original untouched."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.layers import Arrow, Blur, Crop, Pen, parse_layer
from qmsdesk.store.attachments import attachments_of, file_of
from qmsdesk.ui.attachments.canvas import Tool
from qmsdesk.ui.attachments.strip import PhotoStrip
from qmsdesk.ui.attachments.viewer import PhotoViewer
from qmsdesk.ui.desk import Desk
from tests.ui.attachments.conftest import MakePhoto, add
from tests.ui.conduct.hands import CTRL, press, settle, type_text

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def viewer(qtbot: QtBot, desk: Desk, strip: PhotoStrip, make_photo: MakePhoto) -> PhotoViewer:
    """Two photos of 1600 × 1200, the first one open."""
    add(qtbot, desk, strip, *(make_photo(f"{n}.jpg", (1600, 1200)) for n in range(2)))
    return opened(qtbot, desk, list(strip.attachments))


def opened(qtbot: QtBot, desk: Desk, photos: list[Attachment], is_read_only: bool = False) -> PhotoViewer:
    viewer = PhotoViewer(
        desk, photos, 0, is_read_only, QApplication.activeWindow() or QApplication.topLevelWidgets()[0]
    )
    qtbot.addWidget(viewer)
    viewer.show()
    viewer.activateWindow()
    qtbot.waitUntil(lambda: viewer.isActiveWindow() and viewer.canvas.size_of_photo[0] > 0)
    viewer.canvas.setFocus()
    return viewer


def layer_of(desk: Desk, viewer: PhotoViewer) -> tuple[object, ...]:
    """What is on the disk."""
    settle(desk)
    kept = attachments_of(desk.session.db, viewer.attachment.audit_id)
    return parse_layer(next(each.layer for each in kept if each.id == viewer.attachment.id)).shapes


def drag(viewer: PhotoViewer, *points: tuple[float, float]) -> None:
    """Press at the first point, given in parts of the photo, go through the others, let go at the last."""
    canvas = viewer.canvas
    places = [QPoint(round(x * canvas.width()), round(y * canvas.height())) for x, y in points]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])


@pytest.mark.parametrize(("key", "kind"), [("P", Pen), ("A", Arrow), ("B", Blur), ("C", Crop)])
def test_each_tool_draws_its_shape_by_hand(viewer: PhotoViewer, desk: Desk, key: str, kind: type) -> None:
    press(getattr(Qt.Key, f"Key_{key}"))
    drag(viewer, (0.2, 0.2), (0.4, 0.5), (0.6, 0.6))

    (shape,) = layer_of(desk, viewer)
    assert isinstance(shape, kind)


def test_a_shape_is_made_moved_stretched_and_removed_by_keys_alone(viewer: PhotoViewer, desk: Desk) -> None:
    press(Qt.Key.Key_B)
    press(Qt.Key.Key_Return)
    (blur,) = layer_of(desk, viewer)
    assert blur == Blur(533, 400, 533, 400)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down, CTRL)
    press(Qt.Key.Key_Left, SHIFT)
    assert layer_of(desk, viewer) == (Blur(573, 404, 493, 400),)

    press(Qt.Key.Key_A)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_N)
    assert viewer.canvas.chosen == 0
    press(Qt.Key.Key_Delete)
    assert [type(shape) for shape in layer_of(desk, viewer)] == [Arrow]


def test_undo_and_redo_walk_through_what_was_drawn(viewer: PhotoViewer, desk: Desk) -> None:
    press(Qt.Key.Key_A)
    drag(viewer, (0.2, 0.2), (0.4, 0.4))
    drag(viewer, (0.6, 0.6), (0.8, 0.8))
    press(Qt.Key.Key_Z, CTRL)
    assert len(layer_of(desk, viewer)) == 1
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert layer_of(desk, viewer) == ()
    press(Qt.Key.Key_Y, CTRL)
    assert len(layer_of(desk, viewer)) == 1
    drag(viewer, (0.1, 0.8), (0.3, 0.9))
    assert not viewer.buttons["redo"].isEnabled()


def test_a_shape_is_taken_and_moved_by_hand(viewer: PhotoViewer, desk: Desk) -> None:
    press(Qt.Key.Key_B)
    drag(viewer, (0.2, 0.2), (0.4, 0.4))
    (before,) = layer_of(desk, viewer)
    press(Qt.Key.Key_V)
    drag(viewer, (0.3, 0.3), (0.35, 0.35), (0.5, 0.5))
    (after,) = layer_of(desk, viewer)

    assert isinstance(before, Blur)
    assert isinstance(after, Blur)
    assert (after.width, after.height) == (before.width, before.height)
    assert after.x - before.x == pytest.approx(320, abs=4)


def test_the_file_stays_whole_and_the_original_can_be_seen(viewer: PhotoViewer, desk: Desk) -> None:
    path = file_of(desk.session.path, viewer.attachment.sha256)
    assert path is not None
    before = path.read_bytes()
    press(Qt.Key.Key_B)
    press(Qt.Key.Key_Return)
    assert layer_of(desk, viewer)
    drawn = viewer.canvas.grab().toImage()
    press(Qt.Key.Key_O)

    assert viewer.canvas.grab().toImage() != drawn
    assert path.read_bytes() == before
    assert [each for each in Path(path).parent.iterdir() if each.suffix == ".part"] == []


def test_the_caption_is_written_here_too_and_its_letters_are_no_tools(viewer: PhotoViewer, desk: Desk) -> None:
    viewer.caption.setFocus()
    type_text("A path by the crop, open")
    press(Qt.Key.Key_Return)
    settle(desk)

    assert viewer.canvas.tool is Tool.SELECT
    assert viewer.canvas.hasFocus()
    kept = attachments_of(desk.session.db, viewer.attachment.audit_id)
    assert kept[0].caption == "A path by the crop, open"


def test_one_goes_to_the_next_photo_and_back(qtbot: QtBot, viewer: PhotoViewer, desk: Desk) -> None:
    press(Qt.Key.Key_A)
    press(Qt.Key.Key_Return)
    settle(desk)
    press(Qt.Key.Key_PageDown)
    desk.jobs.wait()
    QApplication.processEvents()
    assert viewer.canvas.layer.shapes == ()
    press(Qt.Key.Key_PageUp)
    desk.jobs.wait()
    QApplication.processEvents()
    assert len(viewer.canvas.layer.shapes) == 1


def test_a_locked_photo_is_only_looked_at(qtbot: QtBot, desk: Desk, viewer: PhotoViewer) -> None:
    locked = opened(qtbot, desk, [viewer.attachment], is_read_only=True)
    press(Qt.Key.Key_B)
    press(Qt.Key.Key_Return)
    drag(locked, (0.2, 0.2), (0.4, 0.4))

    assert layer_of(desk, locked) == ()
    assert all(button.isHidden() for button in locked.tools.values())


def test_a_damaged_file_is_said(qtbot: QtBot, desk: Desk, strip: PhotoStrip, make_photo: MakePhoto) -> None:
    add(qtbot, desk, strip, make_photo())
    path = file_of(desk.session.path, strip.attachments[0].sha256)
    assert path is not None
    path.write_bytes(b"no picture")
    viewer = PhotoViewer(desk, list(strip.attachments), 0, False, strip.window())
    qtbot.addWidget(viewer)
    viewer.show()

    qtbot.waitUntil(viewer._missing.isVisible)


def test_the_photo_fits_the_window_and_can_be_enlarged(viewer: PhotoViewer) -> None:
    fitting = viewer.canvas.width()
    assert fitting <= viewer._scroll.viewport().width()
    press(Qt.Key.Key_Plus, CTRL)
    assert viewer.canvas.width() > fitting
    press(Qt.Key.Key_0, CTRL)
    assert viewer.canvas.width() == fitting
