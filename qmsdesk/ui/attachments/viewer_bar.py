"""The tools over a photo, and what else can be done with it, as buttons."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame

from qmsdesk.i18n import N_, Words
from qmsdesk.ui.attachments.canvas import Tool
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.theme.theme import Theme

WITH_WORDS = 1090
TOOLS = {
    Tool.SELECT: (N_("Choose"), "mouse-pointer"),
    Tool.PEN: (N_("Pen"), "pencil"),
    Tool.ARROW: (N_("Arrow"), "move-up-right"),
    Tool.BLUR: (N_("Blur"), "grid-3x3"),
    Tool.CROP: (N_("Crop"), "crop"),
}
_BUTTONS = (
    ("undo", N_("Undo"), "undo-2", True),
    ("redo", N_("Redo"), "redo-2", True),
    ("remove", N_("Remove shape"), "trash-2", True),
    ("original", N_("Show original"), "eye", False),
    ("zoom_out", N_("Zoom out"), "zoom-out", False),
    ("fit", N_("Fit to window"), "scan", False),
    ("zoom_in", N_("Zoom in"), "zoom-in", False),
    ("previous_photo", N_("Previous photo"), "chevron-left", False),
    ("next_photo", N_("Next photo"), "chevron-right", False),
    ("close", N_("Done"), "", False),
)
"""Name, words and icon of each, and whether it changes anything."""
AT_THE_FOOT = ("previous_photo", "next_photo", "close")


class ViewerBar(QFrame):
    """`tool_chosen` carries a `Tool`. `buttons` are by the name of their command; some are laid elsewhere."""

    tool_chosen = Signal(object)

    def __init__(self, theme: Theme, words: Words, is_read_only: bool) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self._is_read_only = is_read_only
        self._group = QButtonGroup(self)
        self.setProperty("kind", "bar")
        self.tools: dict[Tool, Button] = {tool: self._tool(tool) for tool in TOOLS}
        self.buttons: dict[str, Button] = {held[0]: self._button(*held) for held in _BUTTONS}
        self.buttons["original"].setCheckable(True)
        layout = FlowLayout(theme, self, margins=(12, 8), gap=6)
        for button in (*self.tools.values(), *(b for name, b in self.buttons.items() if name not in AT_THE_FOOT)):
            layout.addWidget(button)
        theme.changed.connect(self._fit_words)

    def _tool(self, tool: Tool) -> Button:
        text, icon = TOOLS[tool]
        button = Button(self._theme, self._(text), "quiet", icon, key_of("photo", tool.value))
        button.setCheckable(True)
        button.setAccessibleName(self._(text))
        button.setToolTip(self._(text))
        button.setAutoDefault(False)
        self._group.addButton(button)
        button.clicked.connect(lambda: self.tool_chosen.emit(tool))
        button.toggled.connect(lambda on: button.set_kind("primary" if on else "quiet"))
        button.setHidden(self._is_read_only)
        return button

    def _button(self, name: str, text: str, icon: str, changes: bool) -> Button:
        said = self._(text)
        shown = said if name in ("original", "close") else ""
        button = Button(self._theme, shown, "secondary" if name == "close" else "quiet", icon)
        button.setAccessibleName(said)
        button.setToolTip(f"{said} ({key_of('photo', name)})")
        button.setAutoDefault(False)
        if changes and self._is_read_only:
            button.hide()
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Where it is narrow the tools show their signs and keys alone."""
        is_wide = self.width() >= self._theme.px(WITH_WORDS)
        for tool, button in self.tools.items():
            button.setText(self._(TOOLS[tool][0]) if is_wide else "")
        self.buttons["original"].setText(self._("Show original") if is_wide else "")
