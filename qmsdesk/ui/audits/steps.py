"""The steps of a day across the top of its pages: a row of them, folded into one button where there is no room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QWidget

from qmsdesk.i18n import N_, Words
from qmsdesk.ui.bars import Foldable
from qmsdesk.ui.commands import key_of
from qmsdesk.ui.theme.buttons import Button, StepButton
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.toggles import join

STEPS = {
    "prepare": N_("Prepare"),
    "open": N_("Open"),
    "conduct": N_("Conduct"),
    "agree": N_("Agree"),
    "close": N_("Close"),
    "report": N_("Report"),
    "follow_up": N_("Follow up"),
}


class StepRow(Foldable):
    """`chosen` carries the key of a step."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._ = words
        self._theme = theme
        self._row = QWidget()
        self._buttons: dict[str, StepButton] = {}
        self._folded = Button(theme, "", "step", "chevron-down")
        self._folded.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the text
        self._folded.setCheckable(True)
        self._folded.clicked.connect(self._unfold)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._lay_out()

    def show_step(self, key: str) -> None:
        self._buttons[key].setChecked(True)
        for button in self._buttons.values():
            button.updateGeometry()  # bold letters are wider
        self._folded.setText(self._(STEPS[key]))
        self._folded.setChecked(True)
        self._folded.updateGeometry()
        self._folded.setAccessibleName(self._("Step: {step}", step=self._(STEPS[key])))

    def show_finished(self, keys: frozenset[str]) -> None:
        """Tick off the steps that are over."""
        for key, button in self._buttons.items():
            button.show_done(key in keys)
            button.setAccessibleName(self._say(key))

    def fold(self, on: bool) -> None:
        self._row.setVisible(not on)
        self._folded.setVisible(on)

    def full_width(self) -> int:
        return self._row.sizeHint().width()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        inner = row(self._theme, self._row, gap=2)
        for key, text in STEPS.items():
            button = StepButton(self._theme, self._(text))
            button.setToolTip(key_of("audit", key))
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            join(group, button)
            self._buttons[key] = button
            inner.addWidget(button)
        outer = row(self._theme, self, gap=0)
        outer.addWidget(self._row)
        outer.addWidget(self._folded)
        self._folded.hide()

    def _say(self, key: str) -> str:
        name = self._(STEPS[key])
        return self._("{step}, done", step=name) if self._buttons[key].is_done else name

    def _unfold(self) -> None:
        self._folded.setChecked(True)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for key in STEPS:
            entry = menu.addAction(self._say(key))
            entry.setCheckable(True)
            entry.setChecked(self._buttons[key].isChecked())
            entry.setActionGroup(group)
            entry.triggered.connect(lambda _on=False, key=key: self.chosen.emit(key))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
