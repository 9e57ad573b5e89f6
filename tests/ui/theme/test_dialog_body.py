"""A dialog is as high as what it says, never higher than the screen, and its buttons are always in sight."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.dialog_body import DialogBody
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.theme import Theme


@pytest.mark.parametrize("lines", [1, 200])
def test_its_buttons_are_in_sight_whatever_it_says(qtbot: QtBot, theme: Theme, lines: int) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    held, done = DialogBody(theme, dialog, 480), Button(theme, "Done")
    for _ in range(lines):
        held.body.addWidget(label("Something is said here", wrap=True))
    held.foot.addWidget(done)
    held.fit()
    dialog.show()
    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog.rect().contains(done.mapTo(dialog, QPoint(0, 0)))
    assert (held.verticalScrollBar().maximum() > 0) is (lines > 1)


@pytest.mark.parametrize("letters", range(40, 60))
def test_nothing_scrolls_where_there_is_room(qtbot: QtBot, theme: Theme, letters: int) -> None:
    """Also where a text is about to need one line more."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    held = DialogBody(theme, dialog, 480)
    held.body.addWidget(label("ab cd efg " * 6 + "i" * (letters - 40) + " end", wrap=True))
    held.fit()
    dialog.show()
    dialog.resize(dialog.width(), 60)  # low for a moment, as before its letters have their size
    qtbot.wait(1)
    held.fit()
    qtbot.waitUntil(lambda: held.verticalScrollBar().maximum() == 0)


def test_it_grows_with_what_it_says(qtbot: QtBot, theme: Theme) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    held = DialogBody(theme, dialog, 480)
    held.body.addWidget(label("Something is said here", wrap=True))
    held.fit()
    dialog.show()
    before = dialog.height()
    held.body.addWidget(label("And some more", wrap=True))
    qtbot.waitUntil(lambda: dialog.height() > before)
