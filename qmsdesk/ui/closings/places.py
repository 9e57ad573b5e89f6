"""Where the windows of the closing stand: as large as they wish on a screen, and which screen shows everybody."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from qmsdesk.ui.theme.theme import Theme

TITLE_BAR = 40
S = TypeVar("S")


def settle_size(theme: Theme, window: QWidget, width: int, height: int) -> None:
    """Give a dialog its size, or what the screen has."""
    room = window.screen().availableSize()
    window.resize(min(theme.px(width), room.width()), min(theme.px(height), room.height() - TITLE_BAR))


def other_screen(screens: Sequence[S], own: S) -> S:
    """The screen for everybody: another than one's own, where there is one."""
    return next((screen for screen in screens if screen is not own), own)


def screen_after(screens: Sequence[S], now: S) -> S:
    """The next screen, round past the last."""
    return screens[(screens.index(now) + 1) % len(screens)] if now in screens else screens[0]
