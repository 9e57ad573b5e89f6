"""Wrapping lines: nothing is cut off when the window is narrow or the text large."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.ui.theme.buttons import AnswerButton
from qmsdesk.ui.theme.layouts import EvenFlow, FlowLayout, four_margins
from qmsdesk.ui.theme.theme import Theme

TONES = ("fulfilled", "partly", "not_fulfilled", "not_applicable", "not_asked", "parked")


@pytest.fixture
def answers(qtbot: QtBot, theme: Theme) -> QWidget:
    page = QWidget()
    flow = FlowLayout(theme, page, margins=4)
    for number, tone in enumerate(TONES):
        flow.addWidget(AnswerButton(theme, tone.capitalize(), tone, str(number + 1)))
    qtbot.addWidget(page)
    return page


def lines(page: QWidget) -> int:
    return len({child.y() for child in page.findChildren(AnswerButton)})


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_buttons_wrap_and_stay_inside(answers: QWidget, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    answers.show()
    heights = []
    for width in (2400, 500):
        answers.resize(width, answers.heightForWidth(width))
        answers.layout().activate()
        heights.append(answers.height())
        for button in answers.findChildren(AnswerButton):
            assert answers.rect().contains(button.geometry())
            assert button.width() >= button.sizeHint().width()
            assert button.height() >= theme.px(44)
    assert heights[1] > heights[0]
    assert lines(answers) > 1


def test_one_line_where_there_is_room(answers: QWidget) -> None:
    answers.resize(2400, 100)
    answers.show()
    assert lines(answers) == 1


def test_hidden_items_take_no_room(answers: QWidget) -> None:
    answers.show()
    before = answers.heightForWidth(300)
    for button in answers.findChildren(AnswerButton)[2:]:
        button.hide()
    assert answers.heightForWidth(300) < before


def test_taken_items_are_gone(answers: QWidget) -> None:
    layout = answers.layout()
    assert layout.takeAt(0) is not None
    assert layout.count() == len(TONES) - 1
    assert layout.itemAt(99) is None
    assert layout.takeAt(99) is None


def test_margins_are_read_in_three_ways() -> None:
    assert four_margins(8) == (8, 8, 8, 8)
    assert four_margins((20, 10)) == (20, 10, 20, 10)
    assert four_margins((1, 2, 3, 4)) == (1, 2, 3, 4)


@pytest.mark.parametrize(("width", "columns"), [(2400, 6), (640, 3), (400, 2), (120, 1)])
def test_wrapped_evenly_the_edges_meet(qtbot: QtBot, theme: Theme, width: int, columns: int) -> None:
    page = QWidget()
    flow = EvenFlow(theme, page)
    for number, tone in enumerate(TONES):
        flow.addWidget(AnswerButton(theme, tone.capitalize(), tone, str(number + 1)))
    qtbot.addWidget(page)
    page.show()
    flow.setGeometry(QRect(0, 0, width, flow.heightForWidth(width)))
    buttons = page.findChildren(AnswerButton)
    assert len({button.x() for button in buttons}) == columns
    assert all(button.width() >= min(width, button.sizeHint().width()) for button in buttons)
    if 1 < columns < len(TONES):
        assert len({button.width() for button in buttons}) == 1
        assert width - columns <= max(button.geometry().right() + 1 for button in buttons) <= width
