"""A page that comes in turns gets the keys that are pressed for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.ui.rooms import Room
from qmsdesk.ui.theme.theme import Theme


class Page(QWidget):
    """Has a key of its own, as pages have."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0
        key = QShortcut(QKeySequence("Ctrl+R"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._count)

    def _count(self) -> None:
        self.pressed += 1


def test_the_keys_of_a_page_work_once_it_is_there(qtbot: QtBot) -> None:
    window = Room(Theme(), ["json"], Page)
    qtbot.addWidget(window)
    window.resize(300, 300)
    window.show()
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(lambda: window.turns.is_finished)
    qtbot.waitUntil(lambda: window.focusWidget() is window.page)
    page = window.page
    assert isinstance(page, Page)
    QTest.keySequence(page, QKeySequence("Ctrl+R"))
    assert page.pressed == 1
