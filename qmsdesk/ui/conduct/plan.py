"""The day's plan at the foot of the sections: what is on now, and what comes."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from qmsdesk.domain.plan import PlanSlot
from qmsdesk.i18n import Words
from qmsdesk.ui.conduct.rows import draw_elided
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.theme import Theme

LINES = 3


def slots_to_show(plan: Sequence[PlanSlot], now: dt.time, count: int = LINES) -> list[tuple[PlanSlot, bool]]:
    """The slot one is in and those that follow, each with whether it is on now."""
    begun = [n for n, slot in enumerate(plan) if slot.starts_at <= now]
    first = begun[-1] if begun else 0
    is_over = bool(begun) and plan[first].ends_at is not None and _end(plan[first]) <= now
    if is_over:
        first += 1
    return [(slot, slot.starts_at <= now < _end(slot)) for slot in plan[first : first + count]]


def _end(slot: PlanSlot) -> dt.time:
    return slot.ends_at or dt.time.max


class PlanLine(QWidget):
    """What is on, over at most two lines."""

    def __init__(self, theme: Theme, text: str, is_now: bool) -> None:
        super().__init__()
        self._theme = theme
        self._text = text
        self._is_now = is_now

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self._font())
        return metrics.height() * (1 if metrics.horizontalAdvance(self._text) <= width else 2)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), QFontMetrics(self._font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(self._font())
            painter.setPen(self._theme.colour("text" if self._is_now else "muted"))
            draw_elided(painter, self.rect(), self._text)

    def _font(self) -> QFont:
        return self._theme.font("chip" if self._is_now else "small")


class PlanCard(Card):
    """Hidden where there is nothing left of the day."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme, "", margins=(12, 10), gap=4)
        self._ = words
        self._theme = theme
        self.body.addWidget(label(self._("Day plan"), "strong"))
        self._grid = QGridLayout()
        theme.space(self._grid, (0, 0, 0, 0), 4)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._shown: list[tuple[PlanSlot, bool]] | None = None

    def show_plan(self, plan: Sequence[PlanSlot], now: dt.datetime | None, count: int = LINES) -> None:
        """`now` is None on other days; `count` is how many slots there is room for."""
        shown = slots_to_show(plan, now.time(), count) if now else []
        if shown != self._shown:
            self._shown = shown
            self._fill(shown)
        self.setVisible(bool(shown))

    def _fill(self, shown: list[tuple[PlanSlot, bool]]) -> None:
        while item := self._grid.takeAt(0):
            widget = item.widget()
            assert isinstance(widget, QWidget)
            widget.deleteLater()
        for line, (slot, is_now) in enumerate(shown):
            time = label(f"{slot.starts_at:%H:%M}", "small")
            what = PlanLine(self._theme, slot.what, is_now)
            what.setToolTip(", ".join(part for part in (slot.what, slot.who, slot.place) if part))
            what.setAccessibleName(self._("Now: {what}", what=slot.what) if is_now else slot.what)
            self._grid.addWidget(time, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(what, line, 1)
