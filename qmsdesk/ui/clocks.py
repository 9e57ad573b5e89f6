"""Editors for a day and a time of day, in the words of the screen."""

import datetime as dt

from PySide6.QtCore import QDate, QSignalBlocker, QTime, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QTimeEdit

from qmsdesk.i18n import Words
from qmsdesk.ui.choices import pass_wheel
from qmsdesk.ui.dates import locale_of


class DayEdit(QDateEdit):
    """A date with a calendar to choose from. `chosen` carries a `date`."""

    chosen = Signal(object)

    def __init__(self, words: Words, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setLocale(locale_of(words))
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setCalendarPopup(True)
        self.calendarWidget().setLocale(locale_of(words))
        self.calendarWidget().setGridVisible(False)
        self.setKeyboardTracking(False)
        self.dateChanged.connect(lambda _: self.chosen.emit(self.day()))
        pass_wheel(self)

    def day(self) -> dt.date:
        held = self.date()
        return dt.date(held.year(), held.month(), held.day())

    def show_day(self, day: dt.date) -> None:
        with QSignalBlocker(self):
            self.setDate(QDate(day.year, day.month, day.day))


class ClockEdit(QTimeEdit):
    """A time of day, typed. `chosen` carries a `time`."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.timeChanged.connect(lambda _: self.chosen.emit(self.time_of_day()))
        pass_wheel(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under a style sheet Qt leaves the text of a box without buttons one pixel."""
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect().adjusted(2, 2, -2, -2))

    def time_of_day(self) -> dt.time:
        return dt.time(self.time().hour(), self.time().minute())

    def show_time(self, time: dt.time) -> None:
        with QSignalBlocker(self):
            self.setTime(QTime(time.hour, time.minute))
