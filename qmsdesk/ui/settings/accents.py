"""The colour of the organisation's reports: a few to choose from or one's own, shown as it will be printed."""

import re
from math import floor

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from qmsdesk.i18n import N_
from qmsdesk.report.design import contrast
from qmsdesk.report.palettes import ACCENTS, READABLE, WHITE, palette_of
from qmsdesk.ui.dates import say_number
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.swatches import AccentSample, swatch
from qmsdesk.ui.theme.toggles import RadioButton, join
from qmsdesk.ui.theme.tokens import SPACE

OWN = "own"
_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
SWATCH, GAP = 16, 6


def read_colour(text: str) -> str | None:
    """What was typed as `#rrggbb`; nothing where it is no colour."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    digits = found[1].lower()
    return f"#{digits if len(digits) == 6 else ''.join(2 * digit for digit in digits)}"


class AccentRow(QWidget):
    """`chosen` carries the colour, empty for the usual one."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ = desk.words
        self._accent: str | None = None
        self.buttons: dict[str, RadioButton] = {}
        self.hex = QLineEdit()
        self.hex.setMaxLength(7)
        self.hex.setPlaceholderText("#rrggbb")
        desk.theme.size(self.hex, max_width=140)
        self.sample = AccentSample(desk.theme, self._("Summary"), self._("Report"))
        self.told = label("", "small", wrap=True)
        self._lay_out()
        self.hex.editingFinished.connect(self._on_typed)
        desk.theme.changed.connect(self._tint)
        self._tint()

    def show_accent(self, accent: str) -> None:
        """Show the colour that stands, unless another one is being typed."""
        if accent != self._accent:
            self._accent = accent
            self.buttons[accent if accent in ACCENTS else OWN].setChecked(True)
            self.hex.setText(accent)
            self._tint()
        if not self.hex.hasFocus():
            self._tell()

    def _lay_out(self) -> None:
        held, group = QWidget(), QButtonGroup(self)
        flow = FlowLayout(self._desk.theme, held, gap=SPACE["large"])
        for accent, name in (ACCENTS | {OWN: N_("Own colour")}).items():
            button = RadioButton(self._(name))
            button.setAccessibleName(": ".join((self._("Colour"), self._(name))))
            button.clicked.connect(lambda _=False, accent=accent: self._choose(accent))
            join(group, button)
            flow.addWidget(button)
            self.buttons[accent] = button
        layout = column(self._desk.theme, self, gap=SPACE["small"])
        own = QWidget()
        own.setLayout(labelled(self._desk.theme, self._("Own colour, as #rrggbb"), self.hex))
        for part in (held, own):
            layout.addWidget(part)
            if self._desk.policy.locks("accent"):
                part.hide()
        layout.addWidget(self.sample)
        layout.addWidget(self.told)

    def _choose(self, accent: str) -> None:
        if accent == OWN:
            self.hex.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hex.selectAll()
        else:
            self.chosen.emit(accent)

    def _on_typed(self) -> None:
        said = self.hex.text().strip()
        colour = read_colour(said) if said else ""
        if colour is None:
            self.told.setText(
                self._("“{said}” is no colour. Write it as # and six digits or letters from a to f.", said=said)
            )
        elif colour != self._accent:
            self.chosen.emit(colour)
        else:
            self._tell()

    def _tell(self) -> None:
        """Whether text in this colour can be read on paper, and what becomes of it where it cannot."""
        palette = palette_of(self._accent or "")
        ratio = contrast(palette.bright, WHITE)
        said = say_number(self._, floor(10 * ratio) / 10)  # 4.49 is not yet 4.5
        if ratio >= READABLE:
            text = self._("Contrast on white {ratio} to 1: headings are printed in this very colour.", ratio=said)
        else:
            text = self._(
                "Contrast on white {ratio} to 1, too little to read: lines keep the colour, text takes {darker}.",
                ratio=said,
                darker=palette.accent,
            )
        self.told.setText(text)
        self.sample.show_palette(palette, text)

    def _tint(self) -> None:
        side = self._desk.theme.px(SWATCH)
        for accent, button in self.buttons.items():
            own = "" if self._accent in ACCENTS else self._accent or ""
            bright = palette_of(own if accent == OWN else accent).bright
            if accent == OWN and not own:
                button.setIcon(QIcon())
                continue
            button.setIcon(swatch(bright, side))
            button.setIconSize(QSize(side + self._desk.theme.px(GAP), side))
