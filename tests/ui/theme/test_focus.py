"""Whatever has the keyboard shows it, in both modes, and dying pages take no ring with them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import CardButton
from qmsdesk.ui.theme.focus import FocusRing
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.theme import Theme

MAKERS: dict[str, Callable[[Theme], QWidget]] = {
    "primary": lambda theme: Button(theme, "Start", "primary"),
    "quiet": lambda theme: Button(theme, "Later", "quiet"),
    "card": CardButton,
    "check box": lambda _: QCheckBox("Seen"),
    "choice": lambda _: QComboBox(),
    "field": lambda _: QLineEdit(),
    "text": lambda _: QPlainTextEdit(),
}


def page_with(qtbot: QtBot, theme: Theme, *widgets: QWidget) -> QWidget:
    page = QWidget()
    layout = column(theme, page, margins=12, gap=12)
    for widget in (*widgets, QWidget()):
        layout.addWidget(widget)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def count(page: QWidget, colour: str) -> int:
    image = page.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(*point).name() == colour for point in points)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_focus_is_seen(qtbot: QtBot, theme: Theme, mode: str, make: Callable[[Theme], QWidget]) -> None:
    theme.set_mode(mode)
    widget = make(theme)
    page = page_with(qtbot, theme, widget)
    widget.clearFocus()
    before = count(page, theme.colours.focus)
    widget.setFocus()
    assert count(page, theme.colours.focus) >= before + 2 * widget.height()


def test_the_ring_moves_with_the_focus_and_its_widget(qtbot: QtBot, theme: Theme) -> None:
    first, second = Button(theme, "One"), Button(theme, "Two")
    page = page_with(qtbot, theme, first, second)
    first.setFocus()
    ring = page.findChild(FocusRing)
    assert ring is not None
    assert ring.geometry().contains(first.geometry())
    second.setFocus()
    assert ring.geometry().contains(second.geometry())
    page.resize(600, 500)
    qtbot.waitUntil(lambda: ring.geometry().contains(second.geometry()))
    second.hide()
    assert not ring.isVisible() or ring.geometry().contains(first.geometry())


def test_a_page_that_dies_with_the_focus_leaves_the_ring_alive(qtbot: QtBot, theme: Theme) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    page = page_with(qtbot, theme)
    for _ in range(3):
        inner = QWidget()
        column(theme, inner, margins=8).addWidget(Button(theme, "Gone soon"))
        page.layout().addWidget(inner)
        inner.show()
        inner.findChildren(QAbstractButton)[0].setFocus()
        inner.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    last = Button(theme, "Stays")
    page.layout().addWidget(last)
    last.show()
    last.setFocus()
    ring = page.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()


def test_a_splitter_gets_no_ring_as_a_pane(qtbot: QtBot, theme: Theme) -> None:
    split = QSplitter()
    pane = CardButton(theme)
    split.addWidget(pane)
    split.addWidget(QWidget())
    page = page_with(qtbot, theme, split)
    pane.setFocus()
    assert page.findChild(FocusRing) is not None
    assert split.count() == 2


def test_the_ring_is_whole_round_what_grew_before_its_page_did(qtbot: QtBot, theme: Theme) -> None:
    card = CardButton(theme)
    host = QWidget()
    page = page_with(qtbot, theme, host)
    page.resize(300, 400)
    host.setFixedSize(200, 80)
    card.setParent(host)
    card.setGeometry(0, 0, 100, 60)
    card.show()
    card.setFocus()
    ring = page.findChild(FocusRing)
    assert ring is not None
    card.setGeometry(0, 0, 100, 200)
    assert place(ring, page).contains(place(card, page))


def place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def test_the_ring_is_whole_where_the_widget_fills_what_it_stands_in(qtbot: QtBot, theme: Theme) -> None:
    button, row = Button(theme, "Edge to edge"), QWidget()
    column(theme, row).addWidget(button)
    page = page_with(qtbot, theme, row)
    button.setFocus()
    ring = page.findChild(FocusRing)
    assert ring is not None
    whole = place(button, page).adjusted(-3, -3, 3, 3)
    assert place(ring, page).contains(whole)
    row.setContentsMargins(0, 40, 0, 0)
    qtbot.waitUntil(lambda: place(button, page).top() > whole.top() + 30)
    qtbot.waitUntil(lambda: place(ring, page).contains(place(button, page)))


def test_the_ring_scrolls_with_its_widget(qtbot: QtBot, theme: Theme) -> None:
    scroll = PageScroll(theme, margins=0)
    buttons = [Button(theme, f"{number}") for number in range(30)]
    for button in buttons:
        scroll.body.addWidget(button)
    page = page_with(qtbot, theme, scroll)
    buttons[0].setFocus()
    ring = page.findChild(FocusRing)
    assert ring is not None
    assert ring.parentWidget() is scroll.content
