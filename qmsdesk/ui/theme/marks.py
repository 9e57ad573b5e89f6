"""Marks on a photo: their colours are those of the picture, whatever the look of the program."""

from PySide6.QtGui import QColor

from qmsdesk.exchange.layers import COLOUR, EDGE
from qmsdesk.ui.theme.tokens import ON_PHOTO

STROKE, STROKE_EDGE = QColor(COLOUR), QColor(EDGE)
"""As they are printed."""

DARK, LIGHT, VEIL = (QColor(ON_PHOTO[name]) for name in ("dark", "light", "veil"))
