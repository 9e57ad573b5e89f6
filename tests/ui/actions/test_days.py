"""The field for a day: typed in the ways people write it, chosen in a calendar, or left empty."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qmsdesk.i18n import words
from qmsdesk.ui.actions.days import CalendarPopup, DayField, read_day
from qmsdesk.ui.theme.theme import Theme

TODAY = dt.date(2026, 11, 20)


@given(st.dates())
def test_reads_what_it_shows(day: dt.date) -> None:
    assert read_day(day.isoformat(), TODAY) == day
    assert read_day(" " + day.isoformat().replace("-", ""), TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("  ", None),
        ("1/12", dt.date(2026, 12, 1)),
        ("1/12 2027", dt.date(2027, 12, 1)),
        ("01.12.2027", dt.date(2027, 12, 1)),
    ],
)
def test_reads_the_short_ways(text: str, day: dt.date | None) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["soon", "2026-13-01", "2026-02-30", "31", "0000-01-01", "2026-1"])
def test_refuses_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the field shows its own hint
        read_day(text, TODAY)


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> DayField:
    made = DayField(theme, words("en"), "Due", TODAY)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_hands_in_a_typed_day_once(qtbot: QtBot, field: DayField) -> None:
    with qtbot.waitSignal(field.chosen) as chosen:
        qtbot.keyClicks(field.editor, "1/12")
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)

    assert chosen.args == [dt.date(2026, 12, 1)]
    assert field.editor.text() == "2026-12-01"
    with qtbot.assertNotEmitted(field.chosen):
        field.commit()


def test_keeps_what_is_no_day_and_says_how_to_write_it(qtbot: QtBot, field: DayField) -> None:
    field.show_day(TODAY)
    with qtbot.assertNotEmitted(field.chosen):
        field.editor.selectAll()
        qtbot.keyClicks(field.editor, "when we can")
        field.commit()

    assert field._hint.isVisible()
    assert field.editor.text() == "when we can"


def test_emptied_means_no_day(qtbot: QtBot, field: DayField) -> None:
    field.show_day(TODAY)
    field.editor.selectAll()
    qtbot.keyClick(field.editor, Qt.Key.Key_Delete)

    with qtbot.waitSignal(field.chosen) as chosen:
        field.commit()

    assert chosen.args == [None]


def test_does_not_overwrite_what_is_being_typed(qtbot: QtBot, field: DayField) -> None:
    field.show_day(TODAY)
    qtbot.keyClicks(field.editor, "x")

    field.show_day(TODAY)

    assert field.editor.text().endswith("x")


def test_the_calendar_opens_by_key_and_chooses(qtbot: QtBot, field: DayField) -> None:
    field.show_day(TODAY)
    qtbot.keyClick(field.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    assert popup.calendar.selectedDate() == QDate(2026, 11, 20)

    with qtbot.waitSignal(field.chosen) as chosen:
        popup.calendar.activated.emit(QDate(2026, 12, 24))

    assert chosen.args == [dt.date(2026, 12, 24)]
    assert field.editor.text() == "2026-12-24"


def test_the_calendar_takes_a_day_away(qtbot: QtBot, field: DayField) -> None:
    field.show_day(TODAY)
    field.open_calendar()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)

    with qtbot.waitSignal(field.chosen) as chosen:
        popup.none.click()

    assert chosen.args == [None]
    assert field.editor.text() == ""
