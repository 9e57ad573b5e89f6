"""The look changes while the program runs, and lengths and fonts follow the scale."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.paths import resource
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.cards import Card, CardButton
from qmsdesk.ui.theme.chips import Chip
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.style import style_sheet
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import MODES


def colours_of(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 3)}


def test_going_dark_repaints_what_is_open(qtbot: QtBot, theme: Theme) -> None:
    card = Card(theme)
    card.body.addWidget(label("Strengths"))
    card.body.addWidget(Chip(theme, "Strength", "strength"))
    qtbot.addWidget(card)
    card.show()
    light, dark = MODES["light"], MODES["dark"]
    assert {light.surface, light.tones["strength"].soft} <= colours_of(card)
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    seen = colours_of(card)
    assert {dark.surface, dark.tones["strength"].soft} <= seen
    assert light.surface not in seen


def test_the_same_look_again_says_nothing(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode("light")
        theme.set_scale(0.5)


def test_text_space_and_sizes_follow_the_scale(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    layout = column(theme, page, margins=(10, 20), gap=8)
    inner = column(theme, gap=4)
    layout.addLayout(inner)
    title = label("Close", "title")
    inner.addWidget(title)
    theme.size(page, min_width=100)
    qtbot.addWidget(page)
    page.show()
    before = title.sizeHint().height()
    theme.set_scale(2.0)
    assert title.sizeHint().height() == pytest.approx(2 * before, abs=3)
    assert (layout.contentsMargins().left(), layout.contentsMargins().top()) == (20, 40)
    assert (layout.spacing(), inner.spacing(), page.minimumWidth()) == (16, 8, 200)


def test_the_typeface_is_the_shipped_one(theme: Theme, qapp: QApplication) -> None:
    assert resource("fonts", "SourceSans3-Regular.ttf").exists()
    assert qapp.font().family() == "Source Sans 3"
    assert theme.font("heading").weight() > theme.font("body").weight()


def test_kinds_of_buttons_look_different(qtbot: QtBot, theme: Theme) -> None:
    primary, secondary = Button(theme, "Start", "primary"), QPushButton("Later")
    for button in (primary, secondary):
        qtbot.addWidget(button)
        button.show()
    assert theme.colours.accent in colours_of(primary)
    assert theme.colours.surface in colours_of(secondary)
    primary.set_kind("secondary")
    assert theme.colours.surface in colours_of(primary)


def test_a_card_is_pressed_by_keyboard_and_grows_with_wrapped_text(qtbot: QtBot, theme: Theme) -> None:
    from PySide6.QtCore import Qt

    card = CardButton(theme)
    card.body.addWidget(label("A finding with a long title that must wrap " * 3, wrap=True))
    qtbot.addWidget(card)
    card.show()
    assert card.heightForWidth(200) > card.heightForWidth(600)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(card.clicked):
            qtbot.keyClick(card, key)


@pytest.mark.parametrize("mode", MODES)
def test_the_sheet_is_whole_and_small(mode: str) -> None:
    sheet = style_sheet(MODES[mode], round)
    assert sheet.count("{") == sheet.count("}")
    assert "{{" not in sheet
    assert len(sheet) < 14_000


def test_labels_never_read_html(qtbot: QtBot, theme: Theme) -> None:
    shown = label("<b>5 < 7</b>")
    qtbot.addWidget(shown)
    as_text = QLabel("<b>5 < 7</b>")
    assert shown.sizeHint().width() > as_text.sizeHint().width()
