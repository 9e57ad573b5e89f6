"""A person before the screen: sees what is painted, presses keys where the focus is, clicks what can be clicked.

`hands` counts what the hands do: every key but those that write a character of a text, and every click."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from qmsdesk.i18n import Words
from qmsdesk.ui.closings.presentation import Presentation
from qmsdesk.ui.turns import Turns
from qmsdesk.ui.window import MainWindow

PATIENCE = 5.0
MOST_TABS = 400
MOST_TOLD = 4000


class Person:
    """Names are the catalogue's English texts; whoever sits there reads them in the language of the screen."""

    def __init__(self, words: Words) -> None:
        self._ = words
        self.hands = 0

    # Waiting

    def wait(self, condition: Callable[[], object], what: str = "", seconds: float = PATIENCE) -> None:
        """Let the program run until something is so. (QTest.qWait would hold Python's lock and starve the writer.)"""
        ends = time.monotonic() + seconds
        while not condition():
            told = f"waited {seconds} s in vain: {what or condition}"
            assert time.monotonic() < ends, f"{told}\n{self.screen()[:MOST_TOLD]}"
            pause(5)

    def rest(self, milliseconds: int) -> None:
        """Do nothing for a while, as people do."""
        pause(milliseconds)

    def settle(self) -> None:
        """Until all is on the disk and shown."""
        session = self.main_window._desk.session
        pause(1)
        self.wait(lambda: session._waiting == 0, "everything on the disk")
        QApplication.processEvents()

    # Seeing

    def see_whole(self) -> None:
        """Until the page has come in all its turns: nobody aims at what still moves."""
        self.wait(lambda: all(each.is_finished for each in self._turns()), "the page to be whole")

    def _turns(self) -> list[Turns]:
        return [each for each in self.window.findChildren(Turns) if each.page.isVisible()]

    @property
    def window(self) -> QWidget:
        """What is in front: a dialog, else a presentation, else the main window."""
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]
        windows = sorted((w for w in shown if isinstance(w, MainWindow | Presentation)), key=_is_main)
        front = QApplication.activeModalWidget() or next(iter(windows), None)
        assert front is not None, "no window is open"
        return front

    @property
    def main_window(self) -> MainWindow:
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())

    def visible(self, kind: type[QObject] = QWidget) -> Iterator[QWidget]:
        for widget in self.window.findChildren(kind):
            assert isinstance(widget, QWidget)
            if widget.isVisible() and widget.window() is self.window:
                yield widget

    def screen(self) -> str:
        """Every text there is to be read."""
        return "\n".join(said for widget in self.visible() for said in texts_of(widget) if said.strip())

    def sees(self, text: str) -> bool:
        return text in self.screen()

    def see(self, text: str) -> None:
        self.wait(lambda: self.sees(text), f"to see {text!r}")

    def find(self, name: str, **fields: object) -> QWidget:
        """The one control of that name, once it is there."""
        said = self._(name, **fields)
        self.wait(lambda: self._named(said), f"a control {said!r}")
        return self._named(said)[0]

    def has(self, name: str, **fields: object) -> bool:
        return bool(self._named(self._(name, **fields)))

    def _named(self, said: str) -> list[QWidget]:
        controls = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
        found = [widget for widget in self.visible() if said in names_of(widget)]
        return [w for w in found if isinstance(w, controls)] or [w for w in found if w.focusPolicy()]

    @property
    def focus(self) -> QWidget:
        held = QApplication.focusWidget()
        assert held is not None, "nothing has the focus"
        return held

    # Keys

    def press(self, *keys: str) -> None:
        """Press keys as they are written in menus, `press("Ctrl+F2", "Tab")`."""
        for key in keys:
            self.hands += 1
            pressed = QKeySequence(key)[0]
            QTest.keyClick(self._under_hands(), pressed.key(), pressed.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type characters, each where the focus is by then."""
        for character in text:
            target = self._under_hands()
            if character.isascii():
                QTest.keyClicks(target, character)
            else:  # QTest knows no key for it and aborts
                event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(target, event)
        QApplication.processEvents()

    def _under_hands(self) -> QWidget:
        if QApplication.activeWindow() is None:  # offscreen there is no window manager to see to it
            self.window.activateWindow()
            QApplication.processEvents()
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def tab_to(self, name: str, key: str = "Tab", **fields: object) -> QWidget:
        """Go on with Tab until a control of that name has the focus: the proof that the keyboard reaches it."""
        said = self._(name, **fields)
        for _ in range(MOST_TABS):
            held = QApplication.focusWidget()
            names = names_of(held) + names_of(held.parentWidget() if held else None)
            if held is not None and any(each == said or each.startswith(f"{said}:") for each in names):
                return held
            self.press(key)
        raise AssertionError(f"Tab never came to {said!r}\n{self.screen()}")

    def choose(self, name: str, **fields: object) -> None:
        """An entry of the menu that is open, by arrows and Enter."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        said = self._(name, **fields)
        for _ in menu.actions():
            active = menu.activeAction()
            if isinstance(active, QAction) and active.text() == said:
                self.press("Return")
                return
            self.press("Down")
        raise AssertionError(f"the menu has no {said!r}: {[each.text() for each in menu.actions()]}")

    # The mouse

    def click(self, name: str, **fields: object) -> None:
        """Click a control where it can be seen; what scrolls is scrolled to it first."""
        self.click_on(self.find(name, **fields))

    def click_on(self, widget: QWidget) -> None:
        self.see_whole()
        self.wait(widget.isEnabled, f"{names_of(widget)} to be enabled")
        self.wait(lambda: is_in_reach(widget), f"{names_of(widget)} to lie above all else")
        spot = middle_of(widget)
        self._press_mouse(widget, spot)

    def pick(self, name: str, **fields: object) -> None:
        """Click an entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        entries = {entry.text().partition("\t")[0]: entry for entry in menu.actions()}  # what follows is the key
        self._press_mouse(menu, menu.actionGeometry(entries[self._(name, **fields)]).center())

    def roll(self, page: QScrollArea) -> None:
        """Turn the wheel over a page, towards oneself; a wheel is no click."""
        bar = page.verticalScrollBar()
        assert bar.value() < bar.maximum(), "there is no more to see"
        bar.setValue(bar.value() + bar.pageStep() // 3)
        QApplication.processEvents()

    def _press_mouse(self, widget: QWidget, spot: QPoint) -> None:
        self.hands += 1
        popup = QApplication.activePopupWidget()
        if popup is not None and popup is not widget:
            popup.close()  # as a click beside it does where there is a screen
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)
        QApplication.processEvents()

    def write(self, name: str, text: str, **fields: object) -> None:
        """Click a field, put a text in place of what it held, and go on."""
        field = self.find(name, **fields)
        self.click_on(field)
        self.press("Ctrl+A")
        self.type(text)


def pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _is_main(window: QWidget) -> bool:
    return isinstance(window, MainWindow)


def names_of(widget: QWidget | None) -> list[str]:
    """What a person or a screen reader calls a control."""
    if widget is None:
        return []
    said = [widget.accessibleName(), widget.toolTip()]
    if isinstance(widget, QAbstractButton):
        said.append(widget.text().replace("&", ""))
    return [each for each in said if each]


def texts_of(widget: QWidget) -> list[str]:
    """What stands on a widget, and what a screen reader says of it."""
    said = [widget.accessibleName()]
    if isinstance(widget, QLabel | QAbstractButton):
        said.append(widget.text())
    elif isinstance(widget, QLineEdit):
        said += [widget.text(), widget.placeholderText()]
    elif isinstance(widget, QPlainTextEdit):
        said += [widget.toPlainText(), widget.placeholderText()]
    elif isinstance(widget, QComboBox):
        said.append(widget.currentText())
    return said


def is_in_reach(widget: QWidget) -> bool:
    """Whether a click on its middle comes to it, once it is scrolled to."""
    reveal(widget)
    hit = widget.window().childAt(widget.mapTo(widget.window(), middle_of(widget)))
    return hit is widget or (hit is not None and widget.isAncestorOf(hit))


def reveal(widget: QWidget) -> None:
    """Scroll until a widget is in view."""
    QApplication.processEvents()
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    QApplication.processEvents()


def middle_of(widget: QWidget) -> QPoint:
    """The middle of the part that can be seen."""
    return widget.visibleRegion().boundingRect().center()
