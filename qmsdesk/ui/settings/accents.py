"""The colour of the organisation's reports: a few to choose from or one's own, shown as it will be printed."""

import re
from math import floor

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QSizePolicy, QWidget

from qmsdesk.i18n import N_
from qmsdesk.report.design import INK, contrast
from qmsdesk.report.palettes import READABLE, WHITE, Palette, palette_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.forms import labelled
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.layouts import FlowLayout, column
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.toggles import RadioButton, join
from qmsdesk.ui.theme.tokens import RADIUS, SPACE

ACCENTS = {
    "": N_("Petrol, as usual"),
    "#1d4f91": N_("Blue"),
    "#2d6a4f": N_("Forest green"),
    "#8c1c3b": N_("Wine red"),
    "#5b3a8c": N_("Violet"),
    "#a8481a": N_("Rust"),
    "#44546a": N_("Slate"),
}
OWN = "own"
_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
SWATCH, GAP, SAMPLE_WIDTH, SAMPLE_HEIGHT = 16, 6, 320, 96


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
        layout.addWidget(held)
        layout.addLayout(labelled(self._desk.theme, self._("Own colour, as #rrggbb"), self.hex))
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
        said = self._.number(floor(10 * ratio) / 10)  # 4.49 is not yet 4.5
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
            button.setIcon(_swatch(bright, side))
            button.setIconSize(QSize(side + self._desk.theme.px(GAP), side))


class AccentSample(QWidget):
    """A corner of the cover and a heading below it, in the colours of a report."""

    def __init__(self, theme: Theme, heading: str, kind: str) -> None:
        super().__init__()
        self._theme = theme
        self._texts = heading, kind
        self._palette = Palette()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_palette(self, palette: Palette, said: str) -> None:
        self._palette = palette
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(SAMPLE_WIDTH), self._theme.px(SAMPLE_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(SAMPLE_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        px, palette = self._theme.px, self._palette
        heading, kind = self._texts
        whole = QRectF(self.rect())
        cover = whole.adjusted(0, 0, 0, -whole.height() * 0.55)
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(whole, QColor(WHITE))
            painter.fillRect(cover, QColor(palette.deep))
            painter.setFont(self._theme.font("strong"))
            painter.setPen(QColor(palette.tint))
            painter.drawText(cover.adjusted(px(12), 0, 0, 0), centre, kind)
            painter.setPen(QColor(palette.accent))
            below = whole.adjusted(px(12), cover.height(), -px(12), -px(6))
            painter.drawText(below.adjusted(0, 0, 0, -px(4)), centre, heading)
            painter.fillRect(QRectF(below.left(), below.bottom() - px(5), px(56), px(3)), QColor(palette.bright))
            painter.setPen(QColor(INK))
            painter.setFont(self._theme.font("small"))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(below.adjusted(0, 0, 0, -px(4)), right, "1 2 3 – Aa Bb Åå")
            painter.setPen(self._theme.colour("line"))
            painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))


def _swatch(colour: str, side: int) -> QIcon:
    pixmap = QPixmap(2 * side, 2 * side)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(pixmap.rect(), RADIUS["key"] * 2, RADIUS["key"] * 2)
    return QIcon(pixmap)
