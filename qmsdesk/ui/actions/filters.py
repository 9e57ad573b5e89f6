"""The filters over the list of actions: what is gathered, how many each has, and a search."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from qmsdesk.domain.actions import Gathering
from qmsdesk.i18n import Words
from qmsdesk.ui.bars import WrappingBar
from qmsdesk.ui.choices import Choice, ChoiceBox
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.clearing import make_clearable
from qmsdesk.ui.theme.layouts import FlowLayout
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.toggles import join

PAUSE_MS = 120
NARROW = 520


class Filters(WrappingBar):
    """`changed` follows a choice at once and typing at its pauses; `papers` stands after the search.

    Where the buttons would take the room of the list, one box holds them.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        gatherings: Sequence[Gathering],
        usual: Gathering,
        papers: QWidget,
    ) -> None:
        super().__init__()
        self._ = words
        self._theme = theme
        self.gathering = usual
        self.buttons: dict[Gathering, Button] = {}
        layout = FlowLayout(theme, self, margins=(16, 8, 24, 8), gap=6)
        group = QButtonGroup(self)
        for gathering in gatherings:
            button = Button(theme, "", "step")
            button.setCheckable(True)
            button.setChecked(gathering is usual)
            button.clicked.connect(lambda _=False, chosen=gathering: self._choose(chosen))
            join(group, button)
            layout.addWidget(button)
            self.buttons[gathering] = button
        self.box = ChoiceBox(self._("Show"))
        self.box.chosen.connect(lambda chosen: self._choose(Gathering(chosen)))
        self.box.hide()
        layout.addWidget(self.box)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self._("Search actions"))
        self.search.setAccessibleName(self._("Search actions"))
        make_clearable(theme, self.search)
        theme.size(self.search, min_width=220, max_width=320)
        layout.addWidget(self.search)
        layout.addWidget(papers)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.show_counts({})

    def show_counts(self, counts: Mapping[Gathering, int]) -> None:
        for gathering, button in self.buttons.items():
            text = f"{self._name(gathering)} {counts.get(gathering, 0)}"
            if button.text() != text:
                button.setText(text)
        choices = (Choice(each.value, button.text()) for each, button in self.buttons.items())
        self.box.set_choices(choices, self.gathering.value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < self._theme.px(NARROW)
        self.box.setVisible(is_narrow)
        for button in self.buttons.values():
            button.setVisible(not is_narrow)
        super().resizeEvent(event)

    def _name(self, gathering: Gathering) -> str:
        """In the plural, which other languages tell from the state of one action."""
        return {
            Gathering.NO_ACTION: self._.context("actions", "Without action"),
            Gathering.OPEN: self._.context("actions", "Open"),
            Gathering.OVERDUE: self._.context("actions", "Overdue"),
            Gathering.AWAITING: self._.context("actions", "Awaiting effect check"),
            Gathering.CLOSED: self._.context("actions", "Closed"),
            Gathering.ALL: self._.context("actions", "All"),
        }[gathering]

    def _choose(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.buttons[gathering].setChecked(True)
        self.box.set_current(gathering.value)
        self.changed.emit()
