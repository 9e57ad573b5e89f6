"""Buttons: one plain, keyed class for all kinds, and the answer buttons of the Conduct page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from qmsdesk.ui.theme.labels import key_hint, say_key
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.toggles import Toggle
from qmsdesk.ui.theme.tokens import ICON, TONE_ICONS

_ICON_ROLES = {"primary": "accent_text", "danger": "danger.text", "search": "muted", "step": "muted", "answer": "text"}
TICK = 10


class Button(Toggle, QPushButton):
    """A button with an icon before its text and a key cap after it, each if wanted.

    Kinds: primary, secondary, quiet, danger, search, step, answer. `kind` may be set again later by `set_kind`.
    """

    def __init__(
        self, theme: Theme, text: str = "", kind: str = "secondary", icon: str = "", key: str = "", tone: str = ""
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._key = key_hint(key) if key else None
        self._icon_name = icon
        self.setProperty("tone", tone)
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tint()
        if self._key:
            layout = row(theme, self, margins=(10, 0), gap=0)
            layout.addStretch()
            layout.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
            self.setProperty("keyed", True)
            self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.setAccessibleDescription(key)

    def set_kind(self, kind: str) -> None:
        """Change the look, for example to primary when the step is done."""
        self.setProperty("kind", kind)
        self._tint()
        restyle(self)

    def show_key(self, key: str) -> None:
        """Show another key on the cap, or none."""
        assert self._key is not None, "it was made without a key"
        self._key.setText(say_key(key))
        self._key.setVisible(bool(key))
        self.setAccessibleDescription(key)
        self.updateGeometry()

    def show_words(self, text: str) -> None:
        """Change the words beside the icon, or take them away; then they are still its name and its tool tip."""
        if text == self.text():
            return
        if not text:
            self.setAccessibleName(self.accessibleName() or self.text())
            self.setToolTip(self.toolTip() or self.text())
        self.setText(text)
        self._tint()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return size + QSize(self._key_room(), 0) if self._key else size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _key_room(self) -> int:
        assert self._key is not None
        if self._key.isHidden():
            return 0
        return self._key.sizeHint().width() + self._theme.px(4)

    def _tint(self) -> None:
        kind, tone = self.property("kind"), self.property("tone")
        if self._icon_name:
            role = tone or _ICON_ROLES.get(kind, "accent_ink")
            on = f"{tone}.text" if tone else "accent_ink" if kind == "step" else None
            self.setIcon(self._theme.icon(self._icon_name, role, on))
            self._theme.size(self, **{"icon_before_text" if self.text() else "icon": ICON})


class AnswerButton(Button):
    """44 px high; chosen shows by border, ground, weight and icon. `tone` is the verdict or finding kind."""

    def __init__(self, theme: Theme, text: str, tone: str, key: str = "", icon: str = "") -> None:
        super().__init__(theme, text, "answer", icon or TONE_ICONS[tone], key, tone)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """As wide as when chosen, so that choosing moves nothing."""
        size = super().sizeHint()
        bold, plain = self._theme.font("strong"), self._theme.font("body")
        return size + QSize(max(0, _width(bold, self.text()) - _width(plain, self.text())), 0)


class StepButton(Button):
    """A step with a tick before its text once it is done, in room that is there anyway."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, "step")
        self.is_done = False
        self.setCheckable(True)

    def show_done(self, is_done: bool) -> None:
        if is_done != self.is_done:
            self.is_done = is_done
            self.setIcon(self._theme.icon("check.bold", "fulfilled") if is_done else QIcon())
            self._theme.size(self, icon=TICK)
            self.setProperty("done", is_done)
            restyle(self)


def _width(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text)


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again after a property it reads has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
