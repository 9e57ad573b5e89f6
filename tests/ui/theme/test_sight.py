"""The keyboard never goes where nobody sees it, and never moves what one is reading."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    """A button outside, and within what scrolls something as high as two views and thirty buttons."""
    page = QWidget()
    page.resize(300, 300)
    layout = column(theme, page)
    layout.addWidget(Button(theme, "Outside"))
    scroll = PageScroll(theme, margins=0)
    tall = QWidget(objectName="tall", focusPolicy=Qt.FocusPolicy.StrongFocus)
    tall.setFixedHeight(600)
    scroll.body.addWidget(tall)
    for number in range(30):
        scroll.body.addWidget(Button(theme, f"{number}"))
    layout.addWidget(scroll)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 600)
    _named(page, "Outside").setFocus()
    return page


def _named(page: QWidget, text: str) -> Button:
    return next(button for button in page.findChildren(Button) if button.text() == text)


def _seen(page: QWidget, button: QWidget) -> QRect:
    view = page.findChild(PageScroll).viewport()
    return QRect(button.mapTo(view, QPoint(0, 0)), button.size()).intersected(view.rect())


def test_what_gets_the_keyboard_from_outside_comes_into_sight(qtbot: QtBot, page: QWidget) -> None:
    last = _named(page, "29")
    assert _seen(page, last).isEmpty()
    last.setFocus()
    qtbot.waitUntil(lambda: _seen(page, last).height() == last.height())


def test_tab_that_comes_back_to_a_page_is_seen(qtbot: QtBot, page: QWidget) -> None:
    bar = page.findChild(PageScroll).verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.keyClick(page, Qt.Key.Key_Tab)
    tall = page.findChild(QWidget, "tall")
    assert tall.hasFocus()
    qtbot.waitUntil(lambda: _seen(page, tall).height() == page.findChild(PageScroll).viewport().height())


def test_what_is_seen_already_stays_where_it_is(qtbot: QtBot, page: QWidget) -> None:
    bar = page.findChild(PageScroll).verticalScrollBar()
    bar.setValue(60)
    page.findChild(QWidget, "tall").setFocus()
    qtbot.wait(20)
    assert bar.value() == 60
