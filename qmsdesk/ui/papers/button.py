"""The button under which the papers of a page wait."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from qmsdesk.i18n import Words
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.theme import Theme


class PapersButton(Button):
    """Opens a menu of commands, each with its key; made when it is first opened."""

    def __init__(self, theme: Theme, words: Words) -> None:
        self._ = words
        super().__init__(theme, self._("Papers"), "secondary", "file-text")
        self._commands: tuple[QAction, ...] = ()
        self.menu_shown: QMenu | None = None
        self.clicked.connect(self._open)

    def offer(self, *commands: QAction) -> None:
        self._commands = commands

    def _open(self) -> None:
        if self.menu_shown is None:
            self.menu_shown = QMenu(self)
            self.menu_shown.addActions(list(self._commands))
            self.menu_shown.setAccessibleName(self.text())
        self.menu_shown.popup(self.mapToGlobal(QPoint(0, self.height())))
