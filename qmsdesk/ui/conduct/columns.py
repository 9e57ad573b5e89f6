"""How the columns stand: three side by side, two with the findings behind a button, or one alone."""

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from qmsdesk.i18n import Words
from qmsdesk.ui.conduct.finder import Finder
from qmsdesk.ui.conduct.plan import PlanCard
from qmsdesk.ui.conduct.sections import SectionList, SectionMenu
from qmsdesk.ui.stops import lead_tab
from qmsdesk.ui.targets import TallButton
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import column, row
from qmsdesk.ui.theme.scroll import PageScroll
from qmsdesk.ui.theme.theme import Theme

Width = Literal["wide", "medium", "narrow"]
WIDE, MEDIUM = 1060, 720
LEFT, SLIM_LEFT, RIGHT = 236, 200, 284


class Columns(QWidget):
    """Give it the width there is through `arrange`. `middle` is a stack; `drawer` opens the findings in its place.

    `tools` stand beside how far one has come, and where it is narrow beside the sections.
    """

    drawer_toggled = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        finder: Finder,
        plan: PlanCard,
        middle: QStackedWidget,
        side: QWidget,
        tools: Iterable[QWidget] = (),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._ = words
        self._finder, self._side, self.middle = finder, side, middle
        self.width_mode: Width | None = None
        self._tool_stops = (*tools,)
        before = (*finder.stops, *self._tool_stops)[-1]
        self.sections, self.section_menu = SectionList(theme, words, before), SectionMenu(theme, words)
        self.total = label("", "small", wrap=True)
        self.search = TallButton(theme, "", "secondary", "search")
        self.search.setAccessibleName(self._("Search"))
        self.search.setToolTip(self._("Search questions, notes and findings"))
        self.drawer = TallButton(theme, self._("Findings"), "secondary", "flag")
        self.drawer.setCheckable(True)
        self.drawer.clicked.connect(self.drawer_toggled)
        self._tools = QWidget()
        held = row(theme, self._tools, gap=0)
        for tool in self._tool_stops:
            held.addWidget(tool)
        self._left, self._strip, self._strip_finder = self._left_column(plan), QWidget(), QWidget()
        self._lay_out()

    def _left_column(self, plan: PlanCard) -> QWidget:
        left = QWidget()
        layout = column(self._theme, left, margins=(10, 14, 6, 12), gap=8)
        self._left_top = column(self._theme, gap=0)
        self._left_top.addWidget(self._finder)
        layout.addLayout(self._left_top)
        self.total.setContentsMargins(self._theme.px(4), 0, 0, 0)
        self._beside = row(self._theme, gap=0)
        self._beside.addWidget(self.total, 1)
        layout.addLayout(self._beside)
        scroll = PageScroll(self._theme, margins=(4, 0, 2, 4), gap=0)
        scroll.body.addWidget(self.sections)
        layout.addWidget(scroll, 1)
        layout.addWidget(plan)
        return left

    def _lay_out(self) -> None:
        theme = self._theme
        self._strip_row = row(theme, self._strip, margins=(16, 8, 16, 0), gap=8)
        self._strip_row.addWidget(self.section_menu, 1)
        self._strip_row.addWidget(self.search)
        self._finder_place = column(theme, self._strip_finder, margins=(16, 6, 16, 0))
        centre = column(theme, gap=0)
        centre.addWidget(self._strip)
        centre.addWidget(self._strip_finder)
        centre.addWidget(self.middle, 1)
        self._row = row(theme, self, gap=0)
        self._row.addWidget(self._left)
        self._row.addLayout(centre, 1)
        self._row.addWidget(self._side)
        self.search.clicked.connect(self.open_finder)

    def arrange(self, width: int) -> None:
        """Choose how the columns stand in `width` pixels."""
        mode: Width = "wide" if width >= self._theme.px(WIDE) else "medium"
        if width < self._theme.px(MEDIUM):
            mode = "narrow"
        self._theme.size(self._left, width=LEFT if mode == "wide" else SLIM_LEFT)
        least, most = (RIGHT, RIGHT) if mode == "wide" else (0, 4000)
        self._theme.size(self._side, min_width=least, max_width=most)
        if mode != self.width_mode:
            self.width_mode = mode
            self._stand()

    def open_finder(self) -> None:
        """Make the search field seen, and write in it."""
        if self.width_mode == "narrow":
            self._strip_finder.show()
        self._finder.start()

    def show_counts(self, findings: int, notes: int) -> None:
        """What waits behind the button that opens the findings."""
        is_narrow = self.width_mode == "narrow"
        unsorted = self._.plural("{count} unsorted", "{count} unsorted", notes)
        found = " ".join((self._("Findings"), str(findings)))
        long = " · ".join((found, *([unsorted] if notes else ())))
        self.drawer.setText(str(findings) if is_narrow else long)
        spoken = self._("Findings: {findings}, unsorted notes: {notes}", findings=findings, notes=notes)
        self.drawer.setAccessibleName(spoken)
        self.drawer.setToolTip(spoken)

    def close_finder(self) -> None:
        if self.width_mode == "narrow" and not self._finder.is_narrowing:
            self._strip_finder.hide()

    def _stand(self) -> None:
        is_narrow, is_wide = self.width_mode == "narrow", self.width_mode == "wide"
        self._left.setVisible(not is_narrow)
        self._strip.setVisible(is_narrow)
        (self._finder_place if is_narrow else self._left_top).addWidget(self._finder)
        self._strip_finder.setVisible(is_narrow and self._finder.is_narrowing)
        (self._strip_row if is_narrow else self._beside).addWidget(self._tools)
        self._tools.show()
        lead_tab(self.search if is_narrow else self._finder.stops[-1], self._tool_stops)
        self.drawer.setVisible(not is_wide)
        if is_wide:
            if self.drawer.isChecked():
                self.drawer_toggled.emit(False)
            self.middle.removeWidget(self._side)
            self._row.addWidget(self._side)
            self._side.show()
        else:
            self.middle.addWidget(self._side)
