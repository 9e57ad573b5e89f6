"""How wide writing may run: beyond that, air at both sides instead of longer lines."""

from PySide6.QtWidgets import QVBoxLayout

from qmsdesk.ui.theme.theme import Theme

WIDEST = 960


def keep_measure(theme: Theme, body: QVBoxLayout, width: int, margins: tuple[int, int, int], gap: int) -> None:
    """Give a column that is `width` pixels wide margins (least at the sides, top, bottom) that keep it readable."""
    sideways, top, bottom = margins
    air = round((width / (theme.px(1000) / 1000) - WIDEST) / 2)
    side = max(sideways, air)
    theme.space(body, (side, top, side, bottom), gap)
