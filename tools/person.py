"""A person at the keyboard: finds things by what they are called, presses keys, types any letter, and waits."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from qmsdesk.ui.turns import Turns

W = TypeVar("W", bound=QWidget)
PATIENCE_MS = 10_000


def wait(milliseconds: int) -> None:
    """Let the program work. (`QTest.qWait` would hold Python's lock, and nothing beside the window could run.)"""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for something to come true. Raises `TimeoutError` after ten seconds."""
    clock = QElapsedTimer()
    clock.start()
    while not is_so():
        if clock.elapsed() > PATIENCE_MS:
            raise TimeoutError("what should have come did not")
        wait(20)


def settle(window: QWidget) -> None:
    """Wait until what is shown has been built, and painted."""
    wait_until(lambda: all(turns.is_finished for turns in window.findChildren(Turns) if turns.page.isVisible()))
    wait(100)


def find(root: QWidget, kind: type[W], name: str) -> W:
    """The visible widget of a kind with that accessible name or text, waited for. Raises `LookupError`."""
    try:
        wait_until(lambda: _seen(root, kind, name) is not None)
    except TimeoutError:
        raise LookupError(f"nobody would find a {kind.__name__} called {name!r}") from None
    found = _seen(root, kind, name)
    assert found is not None
    return found


def _seen(root: QWidget, kind: type[W], name: str) -> W | None:
    for widget in root.findChildren(kind):
        said = (widget.accessibleName(), widget.text() if isinstance(widget, QAbstractButton) else "")
        if widget.isVisible() and name in said:
            return widget
    return None


def press(root: QWidget, name: str) -> None:
    """Press a button by its name."""
    settle(root)
    find(root, QAbstractButton, name).click()
    wait(50)


def draw(widget: QWidget, points: Sequence[QPoint]) -> None:
    """Draw one line with the mouse."""
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, button, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(widget, point)
    QTest.mouseRelease(widget, button, pos=points[-1])


def front(window: QWidget) -> QWidget:
    """What stands before a window: a dialog, or the window itself."""
    return QApplication.activeModalWidget() or window


def focus() -> QWidget:
    """Where keys go. Raises `LookupError` where nothing has the focus."""
    if QApplication.activeWindow() is None:  # without a window manager nobody gives it back when a dialog closes
        next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()).activateWindow()
        QApplication.processEvents()
    widget = QApplication.focusWidget()
    if widget is None:
        raise LookupError("nothing has the focus")
    return widget


def key(*names: str) -> None:
    """Press keys by the names they have in menus, `key("Ctrl+F4", "Tab")`."""
    for name in names:
        pressed = QKeySequence(name)[0]  # type: ignore[index]  # forgotten in its stub
        QTest.keyClick(focus(), pressed.key(), pressed.keyboardModifiers())
        wait(30)


def write(text: str) -> None:
    """Type a text where the focus is, letter by letter, whatever the letters are."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    wait(10)
