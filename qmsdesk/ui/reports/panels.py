"""Panels: what lies beside the report, one at a time; in its place where there is no room for both."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from qmsdesk.i18n import N_
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.theme import Theme

NARROW = 900
WIDTH = 400
Build = Callable[[], QWidget]


class PanelKind(NamedTuple):
    """What lies beside the report, by the module and class that are brought in when it is first asked for."""

    text: str
    icon: str
    module: str
    made_by: str


PANELS = {
    "parts": PanelKind(N_("Parts"), "sliders-horizontal", "qmsdesk.ui.reports.parts", "PartsPanel"),
    "masks": PanelKind(N_("Masks"), "eye-off", "qmsdesk.ui.reports.masks", "MasksPanel"),
    "versions": PanelKind(N_("Versions"), "history", "qmsdesk.ui.reports.versions", "VersionsPanel"),
}


class Panels(QWidget):
    """Holds the report; panels are built when they are first asked for, and have a signal `closed`.

    `shown` carries the name of the panel that has come, or nothing; `divided` whether there is still the report;
    `left` says that one was in a panel that has gone.
    """

    shown = Signal(str)
    divided = Signal(bool)
    left = Signal()

    def __init__(self, theme: Theme, report: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._report = report
        self._builds: dict[str, Build] = {}
        self._built: dict[str, QWidget] = {}
        self.name = ""
        self._side = QFrame()
        self._side.setProperty("kind", "side")
        self._column = column(theme, self._side, gap=0)
        layout = row(theme, self, gap=0)
        layout.addWidget(report, 1)
        layout.addWidget(self._side)
        self._side.hide()
        theme.changed.connect(self._divide)

    def add(self, name: str, build: Build) -> None:
        self._builds[name] = build

    def has(self, name: str) -> bool:
        return name in self._builds

    def panel(self, name: str) -> QWidget:
        """Built at the first asking."""
        if name not in self._built:
            panel = self._builds[name]()
            panel.hide()
            panel.closed.connect(self.close_panel)  # type: ignore[attr-defined]  # they have nothing else in common
            self._column.addWidget(panel)
            self._built[name] = panel
        return self._built[name]

    def toggle(self, name: str) -> None:
        """Bring a panel beside the report, or take it away again."""
        self.show_panel("" if name == self.name or name not in self._builds else name)

    def close_panel(self) -> None:
        self.show_panel("")

    def show_panel(self, name: str) -> None:
        had_focus = self._side.isAncestorOf(self.focusWidget() or self)
        shown = self.panel(name) if name else None
        for panel in self._built.values():
            panel.setVisible(panel is shown)
        self.name = name
        self._side.setVisible(bool(name))
        self._divide()
        if shown is not None:
            _first_stop(shown).setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.left.emit()
        self.shown.emit(name)

    def _divide(self) -> None:
        """The panel at the right of the report, or all of the room."""
        is_narrow = self.width() < self._theme.px(NARROW)
        has_report = not (is_narrow and self.name)
        self._report.setVisible(has_report)
        self.divided.emit(has_report)
        if is_narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16777215)
        else:
            self._side.setFixedWidth(self._theme.px(WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()


def _first_stop(panel: QWidget) -> QWidget:
    """The first thing in a panel that takes the focus by Tab, but for the cross that closes it."""
    stops = [
        each
        for each in panel.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(panel) and each.isEnabled()
    ]
    work = (each for each in stops if not (isinstance(each, QPushButton) and not each.text()))
    return next(work, stops[0] if stops else panel)
