"""The day's plan at the foot of the sections: what is on and for how long, what comes, and how the time is going."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qmsdesk.domain.paces import Pace, pace_at
from qmsdesk.domain.plan import PlanSlot
from qmsdesk.i18n import Words
from qmsdesk.ui.conduct.rows import draw_elided
from qmsdesk.ui.dates import say_minutes
from qmsdesk.ui.theme.cards import Card
from qmsdesk.ui.theme.labels import label
from qmsdesk.ui.theme.theme import Theme


class PlanLine(QWidget):
    """A text over at most two lines."""

    def __init__(self, theme: Theme, role: str, colour: str) -> None:
        super().__init__()
        self._theme = theme
        self._role, self._colour = role, colour
        self.text = ""

    def set_text(self, text: str) -> None:
        if text == self.text:
            return
        self.text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self._font())
        return metrics.height() * (1 if metrics.horizontalAdvance(self.text) <= width else 2)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), QFontMetrics(self._font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(self._font())
            painter.setPen(self._theme.colour(self._colour))
            draw_elided(painter, self.rect(), self.text)

    def _font(self) -> QFont:
        return self._theme.font(self._role)


class PlanCard(Card):
    """Quiet: it changes by the minute and never calls. Hidden where nothing is left of the day's plan."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme, "", margins=(12, 10), gap=3)
        self._ = words
        self._now = PlanLine(theme, "strong", "text")
        self._left = label("")
        self._next = PlanLine(theme, "small", "muted")
        self._pace = label("", "small", wrap=True)
        for part in (self._now, self._left, self._next, self._pace):
            self.body.addWidget(part)

    @property
    def texts(self) -> list[str]:
        """What it says, from the top; nothing where it is hidden."""
        held = [self._now.text, self._left.text(), self._next.text, self._pace.text()]
        return [] if self.isHidden() else [text for text in held if text]

    def show_plan(
        self, plan: Sequence[PlanSlot], now: dt.datetime | None, questions: int, is_low: bool = False
    ) -> None:
        """`now` is None on other days; `questions` still wait; where it is low only what is on is told."""
        pace = pace_at(plan, now.time()) if now else None
        self.setVisible(pace is not None)
        if pace is None:
            return
        on = pace.now or pace.next
        assert on is not None, "a pace has one of them"
        self._now.set_text(on.what)
        self._left.setText(self._say_left(pace, on))
        self._left.setVisible(bool(self._left.text()))
        self._next.set_text("" if pace.now is None or is_low else self._say_next(pace))
        self._pace.setText("" if is_low else self._say_pace(pace, questions))
        self._pace.setVisible(bool(self._pace.text()))
        self.setToolTip("\n".join(_say_slot(slot) for slot in plan))
        self.setAccessibleName(self._("Day plan: {what}", what=" · ".join(self.texts)))

    def _say_left(self, pace: Pace, on: PlanSlot) -> str:
        if pace.now is None:
            return self._("begins {time}", time=f"{on.starts_at:%H:%M}")
        return self._("{time} left", time=say_minutes(self._, pace.left)) if pace.left else ""

    def _say_next(self, pace: Pace) -> str:
        if pace.next is None:
            return ""
        return self._("Next {time}: {what}", time=f"{pace.next.starts_at:%H:%M}", what=pace.next.what)

    def _say_pace(self, pace: Pace, questions: int) -> str:
        if not questions:
            return self._("All questions are answered")
        left = self._.plural("{count} question left", "{count} questions left", questions)
        if not pace.talk:
            return self._("{questions}, no conversation left", questions=left)
        return self._("{questions}, {time} of conversation", questions=left, time=say_minutes(self._, pace.talk))


def _say_slot(slot: PlanSlot) -> str:
    times = "–".join(f"{time:%H:%M}" for time in (slot.starts_at, slot.ends_at) if time)
    return ", ".join(part for part in (f"{times} {slot.what}", slot.who, slot.place) if part)
