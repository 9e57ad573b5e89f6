"""A page that is built in turns: what is seen at once is there, the rest comes, and nobody finds it half done."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.ui import turns
from qmsdesk.ui.turns import Turns


class Page(QWidget):
    """Five lines, of which two are there from the beginning; its key writes into the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(300, 300)
        self.lines: list[QLineEdit] = []
        self.pressed = 0
        self._layout = QVBoxLayout(self)
        self.turns = Turns(self, self._build(), at_once=2)

    def write(self, text: str) -> Iterator[None]:
        for line in self.lines:
            line.setText(text)
            yield

    def _build(self) -> Iterator[None]:
        for _ in range(5):
            self.lines.append(QLineEdit())
            self._layout.addWidget(self.lines[-1])
            yield
        button = QPushButton("Last")
        button.clicked.connect(self._press)
        self._layout.addWidget(button)
        QShortcut(QKeySequence("Ctrl+J"), self).activated.connect(self.lines[-1].setFocus)
        if self.hasFocus():
            self.lines[0].setFocus()

    def _press(self) -> None:
        self.pressed += 1


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def slow_page(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A page whose turns are so far apart that everybody is early."""
    monkeypatch.setattr(turns, "BREATH_MS", 600_000)
    made = Page()
    qtbot.addWidget(made)
    return made


def show(qtbot: QtBot, page: QWidget) -> None:
    page.show()
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.isActiveWindow)


def test_what_is_seen_at_once_is_there_and_the_rest_comes(qtbot: QtBot, page: Page) -> None:
    assert len(page.lines) == 2
    page.show()
    assert len(page.lines) == 2, "each of the others has a turn of its own"
    qtbot.waitUntil(lambda: page.turns.is_finished)
    assert len(page.lines) == 5
    assert all(line.isVisible() for line in page.lines)


def test_one_piece_a_turn(qtbot: QtBot, page: Page) -> None:
    page.show()
    counts = [2]
    while not page.turns.is_finished:
        QApplication.processEvents()
        counts.append(len(page.lines))
    assert max(after - before for before, after in pairwise(counts)) == 1


def test_a_page_that_is_not_seen_waits(qtbot: QtBot, page: Page) -> None:
    page.show()
    while len(page.lines) < 3:  # a turn at a time: waiting in larger steps may miss it
        QCoreApplication.processEvents()
    page.hide()
    qtbot.wait(60)
    assert len(page.lines) == 3
    page.show()
    qtbot.waitUntil(lambda: page.turns.is_finished)
    assert len(page.lines) == 5


def test_who_needs_all_has_all(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.turns.finished):
        page.turns.finish()
    assert len(page.lines) == 5
    page.turns.finish()
    page.show()
    qtbot.wait(30)
    assert len(page.lines) == 5, "finished is finished"


def test_a_key_that_is_pressed_early_arrives(qtbot: QtBot, slow_page: Page) -> None:
    show(qtbot, slow_page)
    window = slow_page.windowHandle()
    assert window is not None
    assert len(slow_page.lines) == 2
    QTest.keyClick(window, Qt.Key.Key_A)
    assert slow_page.lines[0].text() == "a"
    assert slow_page.turns.is_finished


def test_a_shortcut_that_is_pressed_early_arrives(qtbot: QtBot, slow_page: Page) -> None:
    show(qtbot, slow_page)
    window = slow_page.windowHandle()
    assert window is not None
    assert len(slow_page.lines) == 2
    QTest.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert slow_page.lines[4].hasFocus()


def test_a_button_that_is_pressed_early_finds_all(qtbot: QtBot, slow_page: Page) -> None:
    show(qtbot, slow_page)
    window = slow_page.windowHandle()
    assert window is not None
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=slow_page.lines[0].geometry().center())
    assert slow_page.turns.is_finished


def test_a_page_that_is_gone_is_not_built_further(qtbot: QtBot) -> None:
    page = Page()
    lines = page.lines
    page.show()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.wait(60)
    assert len(lines) == 2


def test_a_page_behind_another_waits_for_its_turn(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = Page(window)
    page.hide()
    window.show()
    qtbot.wait(40)
    assert len(page.lines) == 2
    page.show()
    qtbot.waitUntil(lambda: page.turns.is_finished)
    assert len(page.lines) == 5


def test_a_whole_page_takes_turns_again_to_show_what_changed(qtbot: QtBot, page: Page) -> None:
    show(qtbot, page)
    page.turns.finish()
    page.turns.start(page.write("new"))
    assert [line.text() for line in page.lines] == ["new", "", "", "", ""]
    qtbot.waitUntil(lambda: page.turns.is_finished)
    assert [line.text() for line in page.lines] == ["new"] * 5


def test_a_key_finds_what_changed_shown_everywhere(qtbot: QtBot, slow_page: Page) -> None:
    show(qtbot, slow_page)
    slow_page.turns.finish()
    slow_page.turns.start(slow_page.write("new"))
    qtbot.waitUntil(slow_page.lines[4].isVisible)
    slow_page.lines[4].setFocus()
    window = slow_page.windowHandle()
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_A)
    assert [line.text() for line in slow_page.lines] == ["new", "new", "new", "new", "newa"]
