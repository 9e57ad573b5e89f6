"""The navigation by keyboard, by mouse and for those who listen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.navigation import NavEntry, NavList
from qmsdesk.ui.theme.theme import Theme


@pytest.fixture
def nav(qtbot: QtBot, theme: Theme) -> NavList:
    window = QWidget()
    made = NavList(theme, "qmsdesk")
    for key, icon in (("today", "sun"), ("actions", "circle-check-big"), ("settings", "settings")):
        made.add(key, icon, key.capitalize())
    layout = row(theme, window)
    layout.addWidget(made)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(window)
    made.window_kept_alive = window  # type: ignore[attr-defined]
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_arrows_move_and_enter_opens(qtbot: QtBot, nav: NavList) -> None:
    entries = nav.findChildren(NavEntry)
    entries[0].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert focused() is entries[1]
    assert nav.current() == "today"
    with qtbot.waitSignal(nav.chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == ["actions"]
    assert nav.current() == "actions"
    qtbot.keyClick(focused(), Qt.Key.Key_End)
    with qtbot.waitSignal(nav.chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert chosen.args == ["settings"]
    qtbot.keyClick(focused(), Qt.Key.Key_Home)
    assert focused() is entries[0]


def test_it_is_one_stop_for_tab(qtbot: QtBot, nav: NavList) -> None:
    nav.findChildren(NavEntry)[0].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert isinstance(focused(), QLineEdit)


def test_a_count_is_shown_and_spoken(nav: NavList) -> None:
    entry = nav.findChildren(NavEntry)[1]
    nav.set_count("actions", 7, "Actions, 7 open")
    assert entry.accessibleName() == "Actions, 7 open"
    assert [each.text() for each in entry.findChildren(QWidget) if each.isVisible()] == ["7"]  # type: ignore[attr-defined]
    nav.set_count("actions", 0)
    assert entry.accessibleName() == "Actions"
    assert not any(each.isVisible() for each in entry.findChildren(QWidget))


def test_compact_keeps_names_for_those_who_listen_or_point(nav: NavList) -> None:
    wide = nav.width()
    nav.set_compact(True)
    entry = nav.findChildren(NavEntry)[0]
    assert nav.maximumWidth() < wide
    assert (entry.text(), entry.toolTip(), entry.accessibleName()) == ("", "Today", "Today")
    nav.set_compact(False)
    assert entry.text() == "Today"


def test_another_language_renames_the_entries(nav: NavList) -> None:
    nav.set_texts({"today": "I dag"})
    entry = nav.findChildren(NavEntry)[0]
    assert (entry.text(), entry.accessibleName()) == ("I dag", "I dag")
