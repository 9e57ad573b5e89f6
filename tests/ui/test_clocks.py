"""Editors for days: a date can be typed as people write it, and stepped through past the end of a month."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qmsdesk.i18n import words
from qmsdesk.ui.clocks import ClockEdit, DayEdit, make_read_only
from qmsdesk.ui.theme.theme import Theme


@pytest.fixture(params=["sv", "en"])
def day(qtbot: QtBot, request: pytest.FixtureRequest) -> DayEdit:
    edit = DayEdit(words(request.param), "Date")
    qtbot.addWidget(edit)
    edit.show_day(dt.date(2026, 12, 16))
    edit.show()
    edit.activateWindow()
    qtbot.waitActive(edit)
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    return edit


@pytest.mark.parametrize("typed", ["2026-11-25", "20261125"])
def test_a_date_is_typed_as_it_is_written(qtbot: QtBot, day: DayEdit, typed: str) -> None:
    chosen: list[dt.date] = []
    day.chosen.connect(chosen.append)
    qtbot.keyClicks(day, typed)
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert day.day() == dt.date(2026, 11, 25)
    assert chosen == [dt.date(2026, 11, 25)]


def test_showing_the_same_day_again_leaves_what_is_being_typed(qtbot: QtBot, day: DayEdit) -> None:
    qtbot.keyClicks(day, "2026-11")
    day.show_day(dt.date(2026, 12, 16))
    qtbot.keyClicks(day, "-25")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert day.day() == dt.date(2026, 11, 25)


def test_whoever_comes_from_behind_begins_with_the_year_too(qtbot: QtBot, day: DayEdit) -> None:
    day.clearFocus()
    day.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert day.currentSection() == DayEdit.Section.YearSection


def test_days_step_past_the_end_of_a_month(qtbot: QtBot, day: DayEdit) -> None:
    day.setSelectedSection(DayEdit.Section.DaySection)
    for _ in range(21):
        qtbot.keyClick(day, Qt.Key.Key_Down)
    assert day.day() == dt.date(2026, 11, 25)
    for _ in range(6):
        qtbot.keyClick(day, Qt.Key.Key_Up)
    assert day.day() == dt.date(2026, 12, 1)


def test_a_day_that_is_read_only_stays(qtbot: QtBot, day: DayEdit) -> None:
    day.setReadOnly(True)
    qtbot.keyClick(day, Qt.Key.Key_Down)
    qtbot.keyClicks(day, "2027")
    assert day.day() == dt.date(2026, 12, 16)


def test_a_time_is_seen_whatever_happens_to_the_look(qtbot: QtBot, theme: Theme) -> None:
    clock = ClockEdit("Starts")
    qtbot.addWidget(clock)
    clock.show_time(dt.time(8, 30))
    clock.show()
    theme.set_mode("dark")
    make_read_only(clock, True)
    assert clock.lineEdit().width() > clock.fontMetrics().horizontalAdvance("08:30")


def test_what_may_be_written_before_and_after_keeps_what_is_half_typed(qtbot: QtBot, day: DayEdit) -> None:
    qtbot.keyClicks(day, "2026-11")
    make_read_only(day, False)
    qtbot.keyClicks(day, "-25")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert day.day() == dt.date(2026, 11, 25)
