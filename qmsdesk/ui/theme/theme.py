"""The look in force: mode and scale, and what follows from them for palette, style sheet, fonts, icons and space."""

from typing import Literal
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QLayout, QWidget
from shiboken6 import isValid

from qmsdesk.ui.theme.focus import FocusRing
from qmsdesk.ui.theme.fonts import font_for, load_typeface
from qmsdesk.ui.theme.icons import TintedEngine, read_drawing, tinted_pixmap
from qmsdesk.ui.theme.sight import show_arrival
from qmsdesk.ui.theme.style import style_sheet
from qmsdesk.ui.theme.tokens import ICON_GAP, MODES, Colours, Tone

Mode = Literal["light", "dark"]

_SIZES = {
    "width": "setFixedWidth",
    "height": "setFixedHeight",
    "min_width": "setMinimumWidth",
    "max_width": "setMaximumWidth",
    "min_height": "setMinimumHeight",
    "max_height": "setMaximumHeight",
    "icon": "setIconSize",
    "icon_before_text": "setIconSize",
}


def system_mode() -> Mode | None:
    """What the desktop asks for, or None where it says nothing (bare X11)."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return {Qt.ColorScheme.Light: "light", Qt.ColorScheme.Dark: "dark"}.get(scheme)  # type: ignore[return-value]


class Theme(QObject):
    """Handed to everything that draws. Change it with `set_mode` and `set_scale`; `changed` follows."""

    changed = Signal()

    def __init__(self, mode: Mode = "light", scale: float = 1.0) -> None:
        super().__init__()
        self.mode: Mode = mode
        self.scale = scale
        self._density = 1.0
        self._family = ""
        # Weak, and asked whether they still live: walking QApplication.allWidgets() instead meets dead wrappers.
        self._spaces: WeakKeyDictionary[QLayout, tuple[int, ...]] = WeakKeyDictionary()
        self._lengths: WeakKeyDictionary[QWidget, dict[str, int]] = WeakKeyDictionary()
        self._app: QApplication | None = None
        self._ring: FocusRing | None = None

    @property
    def colours(self) -> Colours:
        return MODES[self.mode]

    def colour(self, role: str) -> QColor:
        """`colour("muted")`, and for tones `colour("major")`, `colour("major.soft")`, `colour("major.text")`."""
        return QColor(self._hex(role))

    def tone(self, name: str) -> Tone:
        return self.colours.tones[name]

    def px(self, length: float) -> int:
        """A length drawn at scale 1, in today's pixels. Every length in the window goes through here."""
        return round(length * self.scale * self._density)

    def font(self, role: str = "body") -> QFont:
        return font_for(role, self._family, self.scale * self._density)

    def icon(self, name: str, role: str = "text", on_role: str | None = None) -> QIcon:
        """An icon that takes the colour of its role whenever it is painted; `on_role` for checked buttons."""
        read_drawing(name)

        def paint(size: int, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
            on = state == QIcon.State.On and on_role
            shown = on_role if on else "disabled" if mode == QIcon.Mode.Disabled else role
            return tinted_pixmap(name, self._hex(shown or role), size)

        return QIcon(TintedEngine(paint))

    def pixmap(self, name: str, role: str, size: float, ratio: float) -> QPixmap:
        """An icon `size` design pixels high for a screen with that device pixel ratio."""
        pixmap = QPixmap(tinted_pixmap(name, self._hex(role), round(self.px(size) * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def space(self, layout: QLayout, margins: tuple[int, int, int, int], gap: int) -> None:
        """Margins (left, top, right, bottom) and gap in design pixels; they follow later changes of scale."""
        self._spaces[layout] = (*margins, gap)
        self._space(layout)

    def size(self, widget: QWidget, **lengths: int) -> None:
        """Sizes in design pixels that follow the scale: width, height, min_width, max_width, min_height, max_height."""
        held = self._lengths.get(widget, {})
        if any("icon" in name for name in lengths):  # one icon takes the place of the other
            held = {name: length for name, length in held.items() if "icon" not in name}
        self._lengths[widget] = held | lengths
        self._size(widget)

    def apply(self, app: QApplication) -> None:
        """Dress the application, which is of Qt's style Fusion; called once at the start and by every later change."""
        if self._app is None:
            self._app = app
            self._family = load_typeface()
            self._ring = FocusRing(self.colour, self.px)
            app.focusChanged.connect(self._ring.follow)
            app.focusChanged.connect(show_arrival)
        screen = app.primaryScreen()
        # Where the desktop enlarges by dots per inch alone (X11), Qt would enlarge points only, and we draw in pixels.
        self._density = max(1.0, round(screen.logicalDotsPerInch() / 24) / 4) if screen else 1.0
        app.setFont(self.font())
        app.setPalette(self._palette())
        app.setStyleSheet(style_sheet(self.colours, self.px))

    def set_mode(self, mode: Mode) -> None:
        self._change(mode, self.scale)

    def set_scale(self, scale: float) -> None:
        self._change(self.mode, min(2.0, max(1.0, scale)))

    def _change(self, mode: Mode, scale: float) -> None:
        if (mode, scale) == (self.mode, self.scale):
            return
        self.mode, self.scale = mode, scale
        if self._app is not None:
            self.apply(self._app)
            self._respace()
        self.changed.emit()

    def _respace(self) -> None:
        for layout in filter(isValid, list(self._spaces)):
            self._space(layout)
        for widget in filter(isValid, list(self._lengths)):
            self._size(widget)

    def _space(self, layout: QLayout) -> None:
        left, top, right, bottom, gap = (self.px(n) for n in self._spaces[layout])
        layout.setContentsMargins(left, top, right, bottom)
        layout.setSpacing(gap)

    def _size(self, widget: QWidget) -> None:
        for name, length in self._lengths[widget].items():
            getattr(widget, _SIZES[name])(self._icon_size(name, length) if "icon" in name else self.px(length))

    def _icon_size(self, name: str, length: int) -> QSize:
        gap = ICON_GAP if name == "icon_before_text" else 0
        return QSize(self.px(length + gap), self.px(length))

    def _hex(self, role: str) -> str:
        name, _, part = role.partition(".")
        tone = self.colours.tones.get(name)
        return getattr(tone, part or "mark") if tone else getattr(self.colours, name)

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette


_PALETTE = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "accent_text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_ink",
    QPalette.ColorRole.LinkVisited: "accent_ink",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control_line",
    QPalette.ColorRole.Shadow: "control_line",
}
