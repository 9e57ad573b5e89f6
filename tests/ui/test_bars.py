"""The bar of a page keeps its title readable where there is little room."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.theme.theme import Theme

LONG = "Arbetsmarknads- och utbildningsförvaltningen, vuxenutbildningen"


def bar(qtbot: QtBot, theme: Theme, width: int) -> PageBar:
    made = PageBar(theme, LONG, "2026-05")
    made.items.addWidget(QPushButton("Genomför"))
    qtbot.addWidget(made)
    made.resize(width, 56)
    made.show()
    return made


def test_with_room_title_and_remark_stand_whole(qtbot: QtBot, theme: Theme) -> None:
    wide = bar(qtbot, theme, 1200)
    assert wide._title.text() == LONG
    assert wide._remark.isVisible()


def test_without_room_the_remark_goes_and_the_title_ends_in_an_ellipsis(qtbot: QtBot, theme: Theme) -> None:
    narrow = bar(qtbot, theme, 420)
    assert not narrow._remark.isVisible()
    assert narrow._title.text().endswith("…")
    assert narrow._title.toolTip() == LONG
    assert narrow._title.accessibleName() == LONG
    assert narrow.minimumSizeHint().width() <= 420


def test_room_that_comes_back_is_used(qtbot: QtBot, theme: Theme) -> None:
    again = bar(qtbot, theme, 420)
    again.resize(1200, 56)
    qtbot.waitUntil(lambda: again._title.text() == LONG and again._remark.isVisible())
