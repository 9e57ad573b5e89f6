"""Rows, columns and wrapping lines whose margins and gaps follow the scale."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.theme.tokens import SPACE

Margins = int | tuple[int, int] | tuple[int, int, int, int]


def column(theme: Theme, parent: QWidget | None = None, margins: Margins = 0, gap: int = SPACE["small"]) -> QVBoxLayout:
    """Margins as one number, (sideways, up and down) or (left, top, right, bottom), in design pixels."""
    layout = QVBoxLayout(parent) if parent else QVBoxLayout()
    theme.space(layout, four_margins(margins), gap)
    return layout


def row(theme: Theme, parent: QWidget | None = None, margins: Margins = 0, gap: int = SPACE["small"]) -> QHBoxLayout:
    """As `column`, side by side."""
    layout = QHBoxLayout(parent) if parent else QHBoxLayout()
    theme.space(layout, four_margins(margins), gap)
    return layout


def rule() -> QFrame:
    """A thin line between rows."""
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line


def four_margins(margins: Margins) -> tuple[int, int, int, int]:
    if isinstance(margins, int):
        return margins, margins, margins, margins
    if len(margins) == 2:
        return margins[0], margins[1], margins[0], margins[1]
    return margins


class FlowLayout(QLayout):
    """Items side by side that wrap to the next line where the width ends."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, margins: Margins = 0, gap: int = SPACE["small"]
    ) -> None:
        super().__init__(parent) if parent else super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        theme.space(self, four_margins(margins), gap)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # asked many times over by the layouts around it
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(0, len(shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item, size in self._sized(width):
            if lines[-1] and used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines

    def _sized(self, width: int) -> list[tuple[QLayoutItem, QSize]]:
        """Each item that is shown, and how large it may be in that width."""
        shown = self._shown()
        most = (QSize(max(width, item.minimumSize().width()), item.maximumSize().height()) for item in shown)
        return [(item, item.sizeHint().boundedTo(room)) for item, room in zip(shown, most, strict=True)]

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Place the items, or only measure; gives the height used."""
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.y()
        lines = self._lines(inner.width())
        for line in lines:
            height = max((size.height() for _, size in line), default=0)
            x = inner.x()
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return y - self.spacing() - rect.y() + self.contentsMargins().bottom()


class EvenFlow(FlowLayout):
    """Where one line is too narrow, lines of as many items each and as wide as each other, so that edges meet."""

    def _sized(self, width: int) -> list[tuple[QLayoutItem, QSize]]:
        sized = super()._sized(width)
        gap, widest = self.spacing(), max((size.width() for _, size in sized), default=0)
        if sum(size.width() + gap for _, size in sized) - gap <= width:
            return sized
        columns = next(n for n in range(len(sized), 0, -1) if n == 1 or _fits(len(sized), n, width, widest, gap))
        each = (width + gap) // columns - gap
        return [(item, QSize(max(each, widest), size.height())) for item, size in sized] if columns > 1 else sized


def _fits(count: int, columns: int, width: int, widest: int, gap: int) -> bool:
    return count % columns == 0 and columns * (widest + gap) - gap <= width
