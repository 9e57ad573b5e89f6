"""Rooms: where a page comes to stand. Shown at once, it brings in the modules and then the page in turns."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from qmsdesk.ui.theme.layouts import column
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.turns import Turns


class Room(QWidget):
    """`modules` are what the page stands on, each brought in by itself; `build` makes the page."""

    def __init__(self, theme: Theme, modules: Sequence[str], build: Callable[[], QWidget]) -> None:
        super().__init__()
        self._page: QWidget | None = None
        self._layout = column(theme, self, gap=0)
        self.setProperty("kind", "page")
        self.turns = Turns(self, self._bring(modules, build), at_once=0)

    @property
    def page(self) -> QWidget:
        """The page, and all of it."""
        self.turns.finish()
        assert self._page is not None, "the turns end with it"
        return self._page

    def _bring(self, modules: Sequence[str], build: Callable[[], QWidget]) -> Iterator[None]:
        for module in modules:
            import_module(module)
            yield
        self._page = build()
        yield
        self._layout.addWidget(self._page)
        self._page.show()  # now: a layout shows what it is given a turn later, and keys may be waiting
        if self.window().focusWidget() is self:
            self._page.setFocus()  # or its keys would do nothing

    def showEvent(self, event: QShowEvent) -> None:
        """Keys that are pressed early come to the page."""
        super().showEvent(event)
        focus = QApplication.focusWidget()
        if self._page is None and (focus is None or not self.isAncestorOf(focus)):
            self.setFocus()
