"""The pad: a hand, a pen and a finger draw the same."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.ui.closings.pad import SignaturePad
from qmsdesk.ui.theme.theme import Theme

DRAWN = (((200, 100), (600, 200)),)


def pad_of(qtbot: QtBot, theme: Theme) -> SignaturePad:
    made = SignaturePad(theme, "Drawn signature", "Draw here")
    qtbot.addWidget(made)
    made.resize(500, 150)
    made.show()
    return made


def pen(pad: SignaturePad, kind: QEvent.Type, x: float, y: float) -> None:
    none = Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    at = QPointF(x, y)
    device = QPointingDevice.primaryPointingDevice()
    QApplication.sendEvent(pad, QTabletEvent(kind, device, at, at, 0.5, 0, 0, 0, 0, 0, none, button, button))


def test_a_mouse_draws_and_delete_clears(qtbot: QtBot, theme: Theme) -> None:
    pad = pad_of(qtbot, theme)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    QTest.mouseMove(pad, QPoint(300, 100))
    with qtbot.waitSignal(pad.changed):
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    assert pad.strokes == DRAWN
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.strokes == ()


def test_a_pen_draws(qtbot: QtBot, theme: Theme) -> None:
    pad = pad_of(qtbot, theme)
    pen(pad, QEvent.Type.TabletPress, 100, 50)
    pen(pad, QEvent.Type.TabletMove, 300, 100)
    pen(pad, QEvent.Type.TabletRelease, 300, 100)
    assert pad.strokes == DRAWN


def test_a_finger_draws(qtbot: QtBot, theme: Theme) -> None:
    pad = pad_of(qtbot, theme)
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, QPoint(100, 50)).commit()
    QTest.touchEvent(pad, device).move(0, QPoint(300, 100)).commit()
    QTest.touchEvent(pad, device).release(0, QPoint(300, 100)).commit()
    (stroke,) = pad.strokes
    offs = [abs(a - b) for at, meant in zip(stroke, DRAWN[0], strict=True) for a, b in zip(at, meant, strict=True)]
    assert max(offs) < 6  # Qt takes the finger's width off


def test_a_dot_is_a_stroke_and_the_field_keeps_its_proportions(qtbot: QtBot, theme: Theme) -> None:
    pad = pad_of(qtbot, theme)
    pad.resize(500, 400)
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(250, 200))
    assert pad.strokes == (((500, 150),),)
    assert pad.heightForWidth(1000) == 300
    pad.grab()
