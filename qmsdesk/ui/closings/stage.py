"""The stage: what is shown to everybody is light, and as large as its window."""

import re
from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qmsdesk.ui.theme.style import style_sheet
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import TYPE

USUAL = QSize(1366, 768)
BODY = TYPE["body"][0]
LARGEST_CONTROLS = 1.5
SIZES = tuple(n / 100 for n in range(160, 60, -4))
USUALLY_LARGEST = 1.36
LONG_WORD = re.compile(r"\S{25,}")
PIECE = re.compile(r".{1,12}")
BREAK = "\u200b"
TALL = 1_000_000


class Stage:
    """`theme` dresses the controls; texts are drawn in pixels of a window of 1366 by 768."""

    def __init__(self, size: QSize, scale: float) -> None:
        """`scale` is the text size people have chosen for the program: controls are never smaller than that."""
        self.size = size
        self.unit = min(size.width() / USUAL.width(), size.height() / USUAL.height())
        self.theme = Theme("light", max(self.unit, min(scale, LARGEST_CONTROLS)))

    @property
    def sheet(self) -> str:
        """The style sheet of the window; what stands in the application's may be dark."""
        colours = self.theme.colours
        plain = f"QWidget{{color:{colours.text};font-size:{self.theme.px(BODY)}px;}}"
        base = plain + f'*[kind="stage"]{{background:{colours.surface};}}'
        return base + style_sheet(colours, self.theme.px)

    def px(self, length: float) -> int:
        return round(length * self.unit)

    def font(self, size: float, weight: int) -> QFont:
        font = QFont()
        font.setPixelSize(max(1, self.px(size)))
        font.setWeight(QFont.Weight(weight))
        return font

    def text(self, text: str, width: int, size: float, weight: int = 400, role: str = "text") -> "StageText":
        """A text `size` design pixels high, in the colour of a role, wrapped to a width in pixels."""
        font = self.font(size, weight)
        made = StageText(breakable(text, QFontMetrics(font), width), font, self.theme.colour(role).name())
        # Sizes are fixed because Qt guesses the height of wrapped text within scrolling pages at another width.
        made.setFixedSize(width, self.height(text, size, weight, width, is_whole=False))
        return made

    def height(self, text: str, size: float, weight: int, width: int, is_whole: bool = True) -> int:
        """How high a text becomes in a width; beyond measure where it is to be seen whole and a word does not fit."""
        room = QRect(0, 0, width, TALL)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        metrics = QFontMetrics(self.font(size, weight))
        drawn = metrics.boundingRect(room, int(flags), breakable(text, metrics, width))
        return drawn.height() + 2 if drawn.width() <= width or not is_whole else TALL

    def longest_word(self, text: str, size: float, weight: int) -> int:
        """The width without which a text does not fit."""
        metrics = QFontMetrics(self.font(size, weight))
        pieces = breakable(text, metrics, 0).replace(BREAK, " ").split(" ")
        return max(metrics.horizontalAdvance(piece) for piece in pieces)


def breakable(text: str, metrics: QFontMetrics, width: int) -> str:
    """With places where those of the longest words may be broken that do not fit a width, and would be cut off."""

    def fitted(word: re.Match[str]) -> str:
        return word[0] if metrics.horizontalAdvance(word[0]) <= width else BREAK.join(PIECE.findall(word[0]))

    return LONG_WORD.sub(fitted, text)


def largest(height: Callable[[float], int], room: int, most: float = USUALLY_LARGEST) -> float:
    """The largest size at which a height fits the room; the smallest where none does, and then one scrolls."""
    sizes = [size for size in SIZES if size <= most]
    place = bisect_left(sizes, True, key=lambda size: height(size) <= room)
    return sizes[min(place, len(sizes) - 1)]


class StageText(QLabel):
    """A text on the stage; with `press` it can be pressed by mouse, for what has a key of its own."""

    def __init__(self, text: str, font: QFont, colour: str) -> None:
        super().__init__(text)
        self._press: Callable[[], None] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setStyleSheet(f"color:{colour};font-size:{font.pixelSize()}px;font-weight:{int(font.weight())};")

    def press(self, then: Callable[[], None]) -> "StageText":
        self._press = then
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        return self

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._press is not None and event.button() == Qt.MouseButton.LeftButton:
            self._press()
        else:
            super().mouseReleaseEvent(event)


def mark(stage: Stage, icon: str, role: str, size: float, ratio: float) -> QLabel:
    """A shape beside a heading."""
    made = QLabel()
    made.setPixmap(stage.theme.pixmap(icon, role, size * stage.unit / stage.theme.scale, ratio))
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def bar(stage: Stage, role: str, height: float = 5) -> QWidget:
    """A thick line in the colour of a role."""
    made = QWidget()
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setStyleSheet(f"background:{stage.theme.colour(role).name()};")
    made.setFixedHeight(max(2, stage.px(height)))
    return made
