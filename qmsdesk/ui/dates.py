"""Dates, numbers and lengths of time as the screen says them. Qt's own calendar: Babel's costs a start 40 ms."""

import datetime as dt

from PySide6.QtCore import QDate, QLocale

from qmsdesk.domain.audits import Audit
from qmsdesk.i18n import Words


def locale_of(words: Words) -> QLocale:
    return QLocale(words.locale)


def say_number(words: Words, number: float) -> str:
    """With one decimal where there is one."""
    return locale_of(words).toString(round(number, 1), "g", 6)


def say_date(words: Words, day: dt.date, form: str = "d MMMM yyyy") -> str:
    """A day in words, 22 november 2026; `form` is Qt's: dddd the weekday, MMM the short month."""
    return locale_of(words).toString(QDate(day.year, day.month, day.day), form)


def long_date(words: Words, day: dt.date) -> str:
    """With its weekday: söndag 22 november 2026."""
    return say_date(words, day, "dddd d MMMM yyyy")


def short_month(words: Words, day: dt.date) -> str:
    return say_date(words, day, "MMM").rstrip(".")


def say_times(audit: Audit) -> str:
    """From when to when, 09:00–15:30; empty where nobody has said."""
    times = [f"{time:%H:%M}" for time in (audit.starts_at, audit.ends_at) if time]
    return "–".join(times)


def say_minutes(_: Words, minutes: int) -> str:
    """A length of time, 3 h 51 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min", minutes=rest)
    if not rest:
        return _("{hours} h", hours=hours)
    return _("{hours} h {minutes} min", hours=hours, minutes=rest)
