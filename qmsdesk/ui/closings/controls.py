"""What stands round a slide: where one is at the top, and what can be done at the bottom."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from qmsdesk.i18n import Words
from qmsdesk.ui.closings.slides import MARGIN
from qmsdesk.ui.closings.stage import Stage
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, row
from qmsdesk.ui.theme.one_line import OneLine

Run = Callable[[], object]
AT_THE_TOP = {"screen": "external-link", "full_screen": "presentation", "leave": "x"}
ON_A_FINDING = {"wording": "pencil", "action": "plus", "opinion": "message-square"}
SIDE = 24
NARROW = 1200


class Controls:
    """Makes them; every button is a command that has its key."""

    def __init__(self, stage: Stage, words: Words, names: Mapping[str, str], runs: Mapping[str, Run]) -> None:
        self._stage = stage
        self._ = words
        self._names = names
        self._runs = runs
        self._margin = round(MARGIN * stage.unit / stage.theme.scale)  # in line with the slide

    def top(self, where: str, keys: list[str]) -> QWidget:
        """Where one is, and the buttons of the window; never for screen readers alone: all have a tooltip."""
        made = QFrame()
        line = row(self._stage.theme, made, margins=(self._margin, 10, SIDE, 2), gap=4)
        said = OneLine(self._stage.theme, where, "body")
        said.setToolTip(where)
        line.addWidget(said, 1)
        for key in keys:
            line.addWidget(self._icon(key, AT_THE_TOP[key]), 0, Qt.AlignmentFlag.AlignTop)
        return made

    def bottom(self, keys: list[str], place: int, count: int) -> QWidget:
        """What can be done on this slide, and the way on and back."""
        width = self._stage.size.width() / self._stage.theme.px(1000) * 1000
        theme = self._stage.theme
        made = QFrame()
        line = row(theme, made, margins=(self._margin, 4, SIDE, 14), gap=12)
        left = QWidget()
        flow = FlowLayout(theme, left, gap=8)
        for key in keys:
            flow.addWidget(self._button(key, ON_A_FINDING[key]))
        line.addWidget(left, 1)
        make = self._button if width > NARROW else self._icon
        line.addWidget(make("overview", "list-checks"))
        previous, following = self._icon("previous", "chevron-left"), self._icon("next", "chevron-right")
        previous.setEnabled(place > 0)
        following.setEnabled(place < count - 1)
        line.addWidget(previous)
        line.addWidget(label(self._("{number} of {count}", number=place + 1, count=count), "strong"))
        line.addWidget(following)
        return made

    def while_editing(self) -> QWidget:
        """The way back to the slide, and nothing else."""
        made = QFrame()
        line = row(self._stage.theme, made, margins=(self._margin, 4, SIDE, 14))
        done = Button(self._stage.theme, self._("Done"), "primary", "check", key_of("presentation", "leave"))
        line.addWidget(self._wired(done, "leave"))
        line.addStretch(1)
        return made

    def _button(self, key: str, icon: str) -> Button:
        made = Button(self._stage.theme, self._names[key], "secondary", icon, key_of("presentation", key))
        return self._wired(made, key)

    def _icon(self, key: str, icon: str) -> Button:
        made = Button(self._stage.theme, "", "quiet", icon)
        made.setAccessibleName(self._names[key])
        made.setAccessibleDescription(key_of("presentation", key))
        made.setToolTip(f"{self._names[key]} ({key_of('presentation', key)})")
        return self._wired(made, key)

    def _wired(self, made: Button, key: str) -> Button:
        made.setObjectName(key)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard one presses its key; Space is for the next slide
        made.clicked.connect(lambda _=False: self._runs[key]())
        return made
