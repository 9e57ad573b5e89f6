"""Editors for a day and a time of day, in the words of the screen."""

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QTimeEdit

from qmsdesk.i18n import Words
from qmsdesk.ui.choices import pass_wheel
from qmsdesk.ui.dates import locale_of
from qmsdesk.ui.theme.buttons import restyle

SEPARATORS = frozenset("-./ ")


def make_read_only(editor: QAbstractSpinBox, on: bool) -> None:
    """Dress it too, but only on a change: that wipes out what is half typed."""
    if editor.isReadOnly() != on:
        editor.setReadOnly(on)
        restyle(editor)


def make_room(box: QAbstractSpinBox) -> None:
    """Under a style sheet Qt leaves the text of a box without buttons one pixel."""
    box.lineEdit().setGeometry(box.rect().adjusted(2, 2, -2, -2))


class DayEdit(QDateEdit):
    """A date to type, to step through, or to choose from a calendar. `chosen` carries a `date`."""

    chosen = Signal(object)

    def __init__(self, words: Words, name: str) -> None:
        super().__init__()
        self._shown: dt.date | None = None
        self.setAccessibleName(name)
        self.setLocale(locale_of(words))
        self.setDisplayFormat("yyyy-MM-dd ddd")  # in any other order Qt lets nobody type a date
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.dateChanged.connect(lambda _: self._choose())
        pass_wheel(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The calendar is made when it is first asked for: a page with two of them would take 40 ms more."""
        self.calendarWidget().setLocale(self.locale())
        self.calendarWidget().setGridVisible(False)
        super().mousePressEvent(event)

    def _choose(self) -> None:
        self._shown = self.day()
        self.chosen.emit(self._shown)

    def stepBy(self, steps: int) -> None:
        """Past the end of a month on into the next."""
        if self.currentSection() == QDateEdit.Section.DaySection:
            self.setDate(self.date().addDays(steps))
            self.setSelectedSection(QDateEdit.Section.DaySection)
        else:
            super().stepBy(steps)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        if self.isReadOnly():
            return QAbstractSpinBox.StepEnabledFlag.StepNone
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by keyboard begins with the year, also where Qt would begin at the end."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setSelectedSection(QDateEdit.Section.YearSection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt goes on by itself when a part is full; the hyphen that follows must not skip the next part."""
        if event.text() not in SEPARATORS or not self.lineEdit().hasSelectedText():
            super().keyPressEvent(event)

    def day(self) -> dt.date:
        held = self.date()
        return dt.date(held.year(), held.month(), held.day())

    def show_day(self, day: dt.date) -> None:
        """Show a day, unless it was shown before: setting it again would wipe out what is being typed."""
        if day != self._shown:
            self._shown = day
            with QSignalBlocker(self):
                self.setDate(QDate(day.year, day.month, day.day))


class ClockEdit(QTimeEdit):
    """A time of day, typed. `chosen` carries a `time`."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shown: dt.time | None = None
        self.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.timeChanged.connect(lambda _: self._choose())
        pass_wheel(self)

    def _choose(self) -> None:
        self._shown = self.time_of_day()
        self.chosen.emit(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        make_room(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        make_room(self)

    def time_of_day(self) -> dt.time:
        return dt.time(self.time().hour(), self.time().minute())

    def show_time(self, time: dt.time) -> None:
        """See `DayEdit.show_day`."""
        if time != self._shown:
            self._shown = time
            with QSignalBlocker(self):
                self.setTime(QTime(time.hour, time.minute))
