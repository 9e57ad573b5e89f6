"""Screen readers toggle a checkable button instead of pressing it; that must do what a press does."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QButtonGroup
from pytestqt.qtbot import QtBot

from qmsdesk.ui.theme.buttons import AnswerButton, Button
from qmsdesk.ui.theme.cards import CardButton
from qmsdesk.ui.theme.navigation import NavList
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.toggles import CheckBox, join


def toggle(button: QAbstractButton) -> None:
    held = QAccessible.queryAccessibleInterface(button)
    assert held is not None
    held.actionInterface().doAction("Toggle")


def heard(button: QAbstractButton) -> list[bool]:
    said: list[bool] = []
    button.clicked.connect(lambda on: said.extend([on]))
    return said


@pytest.fixture(params=["answer", "check box", "card"])
def button(request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot) -> QAbstractButton:
    made: dict[str, QAbstractButton] = {
        "answer": AnswerButton(theme, "Fulfilled", "fulfilled", "1"),
        "check box": CheckBox("May be shared"),
        "card": CardButton(theme),
    }
    button = made[request.param]
    button.setCheckable(True)
    qtbot.addWidget(button)
    button.show()
    return button


def test_toggling_from_outside_is_a_press(button: QAbstractButton) -> None:
    said = heard(button)
    toggle(button)
    toggle(button)
    assert said == [True, False]


def test_a_press_is_told_once(button: QAbstractButton) -> None:
    said = heard(button)
    button.click()
    button.click()
    assert said == [True, False]


def test_what_the_program_shows_is_no_press(button: QAbstractButton) -> None:
    said = heard(button)
    button.setChecked(True)
    button.setChecked(False)
    assert said == []


def test_one_of_a_group_is_a_radio_button_and_the_other_gives_way_in_silence(theme: Theme, qtbot: QtBot) -> None:
    first, second = Button(theme, "First"), Button(theme, "Second")
    group = QButtonGroup(first)
    for button in (first, second):
        qtbot.addWidget(button)
        button.setCheckable(True)
        join(group, button)
        button.show()
    first.setChecked(True)
    before, after = heard(first), heard(second)
    toggle(second)
    assert (before, after, first.isChecked()) == ([], [True], False)
    held = QAccessible.queryAccessibleInterface(second)
    assert held is not None
    assert held.role() == QAccessible.Role.RadioButton


def test_the_navigation_opens_what_is_toggled(theme: Theme, qtbot: QtBot) -> None:
    nav = NavList(theme, "qmsdesk")
    qtbot.addWidget(nav)
    for key in ("today", "programme"):
        nav.add(key, "sun", key)
    nav.show()
    with qtbot.waitSignal(nav.chosen) as chosen:
        toggle(nav.findChildren(QAbstractButton)[1])
    assert chosen.args == ["programme"]


def test_the_page_one_is_on_can_be_toggled_too_and_stays_marked(theme: Theme, qtbot: QtBot) -> None:
    """As "Today" while a day of today is open: by mouse it leads back to the page, so it does for a screen reader."""
    nav = NavList(theme, "qmsdesk")
    qtbot.addWidget(nav)
    for key in ("today", "programme"):
        nav.add(key, "sun", key)
    nav.show()
    chosen: list[str] = []
    nav.chosen.connect(chosen.append)
    today, programme = nav.findChildren(QAbstractButton)
    for press in (lambda: toggle(today), today.click):
        press()
        assert (nav.current(), today.isChecked(), programme.isChecked()) == ("today", True, False)
    held = QAccessible.queryAccessibleInterface(today)
    assert held is not None
    assert held.role() == QAccessible.Role.RadioButton
    assert chosen == ["today", "today"]
    toggle(programme)
    assert (chosen[-1], today.isChecked(), programme.isChecked()) == ("programme", False, True)


def test_a_key_cap_is_read_as_the_description_alone(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Make finding", key="F")
    qtbot.addWidget(button)
    button.show()
    held = QAccessible.queryAccessibleInterface(button)
    assert held is not None
    assert held.text(QAccessible.Text.Description) == "F"
    assert held.childCount() == 0
