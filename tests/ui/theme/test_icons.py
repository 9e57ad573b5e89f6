"""Icons: all that are named exist, all that exist may be shipped, and each takes the colour of its role."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from qmsdesk.paths import resource
from qmsdesk.ui.theme.icons import read_drawing
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import TONE_ICONS

UI = Path(__file__).resolve().parents[3] / "qmsdesk" / "ui"


def solid_colours(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> set[str]:
    image = icon.pixmap(QSize(48, 48), 1.0, mode, state).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in (image.pixelColor(*point) for point in points) if colour.alpha() == 255}


def test_every_icon_named_in_the_window_exists() -> None:
    call = re.compile(r"""(?:\.icon\(|\.pixmap\(|icon=|EmptyState\([\w.]+, )["']([a-z0-9.-]+)["']""")
    named = {name for path in UI.rglob("*.py") for name in call.findall(path.read_text(encoding="utf-8"))}
    assert named
    for name in named | set(TONE_ICONS.values()):
        assert "currentColor" in read_drawing(name)


def test_the_licence_lies_beside_the_icons() -> None:
    assert "ISC" in resource("icons", "LICENSE").read_text(encoding="utf-8")


def test_an_unknown_icon_is_refused_at_once(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_an_icon_takes_the_colour_of_role_mode_and_state(theme: Theme) -> None:
    icon = theme.icon("square.fill", "muted", on_role="accent")
    assert solid_colours(icon) == {theme.colours.muted}
    assert solid_colours(icon, QIcon.Mode.Disabled) == {theme.colours.disabled}
    assert solid_colours(icon, state=QIcon.State.On) == {theme.colours.accent}


def test_an_icon_made_in_light_is_right_in_dark(qtbot: QtBot, theme: Theme) -> None:
    icon = theme.icon("square.fill", "major")
    light = solid_colours(icon)
    theme.set_mode("dark")
    assert solid_colours(icon) == {theme.tone("major").mark} != light


def test_icons_are_sharp_on_dense_screens(theme: Theme) -> None:
    assert theme.icon("check").pixmap(QSize(20, 20), 2.0).size() == QSize(40, 40)
    assert theme.pixmap("check", "text", 18, 1.5).width() == 27
