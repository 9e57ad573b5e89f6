"""The typeface of the window: Source Sans 3 as shipped, or the system's own where it is missing."""

from PySide6.QtGui import QFont, QFontDatabase

from qmsdesk.paths import resource
from qmsdesk.ui.theme.tokens import TYPE

FAMILY = "Source Sans 3"
_FILES = ("Regular", "Semibold", "Bold")


def load_typeface() -> str:
    """Read the font files; gives the family to use, empty for the system's."""
    paths = [resource("fonts", f"SourceSans3-{name}.ttf") for name in _FILES]
    loaded = [QFontDatabase.addApplicationFont(str(path)) for path in paths if path.exists()]
    return FAMILY if loaded and min(loaded) >= 0 else ""


def font_for(role: str, family: str, factor: float) -> QFont:
    """The font of a role in tokens.TYPE, in pixels."""
    size, weight = TYPE[role]
    font = QFont(family) if family else QFont()
    font.setPixelSize(round(size * factor))
    font.setWeight(QFont.Weight(weight))
    return font
