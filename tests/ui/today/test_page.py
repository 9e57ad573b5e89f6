"""Today: one audit, one button, and what waits."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import Audit, AuditState, TeamMember
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.people import Person
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.exchange.first_start import new_register
from qmsdesk.store.audits import find_audit
from qmsdesk.store.organisation import the_organisation
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.theme.cards import CardButton
from qmsdesk.ui.today.page import TodayPage, greeting
from tests.store.finals import final_of

OpenDesk = Callable[..., Desk]
TODAYS, LAST_OF_UNIT = "2026-05", "2024-03"


def shown(qtbot: QtBot, desk: Desk) -> TodayPage:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def button(page: QWidget, text: str) -> QPushButton:
    QApplication.processEvents()  # a layout shows what was added to it when it is next laid out
    found = [each for each in page.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    assert len(found) == 1, [each.text() for each in page.findChildren(QPushButton)]
    return found[0]


def card(page: QWidget, name: str) -> CardButton:
    return next(each for each in page.findChildren(CardButton) if name in each.accessibleName())


def audit(desk: Desk, number: str = TODAYS) -> Audit:
    return find_audit(desk.session.db, number)


def test_the_day_is_on_the_page(qtbot: QtBot, desk: Desk) -> None:
    said = texts(shown(qtbot, desk))
    for part in (
        "Good morning, Samira",
        "Wednesday 25 November 2026",
        "Contact Centre",
        "today 08:30–15:30",
        "You and",
    ):
        assert part in said
    assert "33 questions · about 3 h 51 min" in said


def test_starting_the_day_writes_its_state_and_asks_for_the_opening(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    asked: list[tuple[str, str]] = []
    page.audit_requested.connect(lambda *args: asked.append(args))
    with qtbot.waitSignal(desk.session.changed):
        qtbot.mouseClick(button(page, "Start the day"), Qt.MouseButton.LeftButton)
    assert asked == [(audit(desk).id, "open")]
    assert audit(desk).state is AuditState.IN_PROGRESS
    assert button(page, "Continue the day")


def test_the_day_can_be_started_by_keyboard_alone(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    start = button(page, "Start the day")
    start.setFocus()
    with qtbot.waitSignal(page.audit_requested):
        qtbot.keyClick(start, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("state", "text", "step"),
    [
        (AuditState.CONFERRING, "Continue the day", "agree"),
        (AuditState.DRAFT_REPORT, "To the report", "report"),
        (AuditState.CLOSED, "To the report", "report"),
    ],
)
def test_the_button_goes_where_the_audit_stands(
    qtbot: QtBot, desk: Desk, state: AuditState, text: str, step: str
) -> None:
    page = shown(qtbot, desk)
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(final_of(desk.session.path, audit(desk), state))
    with qtbot.waitSignal(page.audit_requested) as waited:
        button(page, text).click()
    assert waited.args == [audit(desk).id, step]


def test_the_last_report_is_that_of_the_audit_before(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    with qtbot.waitSignal(page.audit_requested) as waited:
        button(page, "Read the last report").click()
    assert waited.args == [audit(desk, LAST_OF_UNIT).id, "report"]


def test_a_day_begun_yesterday_is_still_there(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(
            [
                edit_of(audit(desk), "state", AuditState.IN_PROGRESS),
                edit_of(audit(desk), "date", desk.today - dt.timedelta(days=1)),
            ]
        )
    assert button(page, "Continue the day")
    assert "24 November 2026" in texts(page)


def test_what_waits_leads_to_its_page(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    with qtbot.waitSignal(page.place_requested) as waited:
        qtbot.keyClick(card(page, "overdue actions"), Qt.Key.Key_Return)
    assert waited.args == ["actions"]
    with qtbot.waitSignal(page.audit_requested) as asked:
        card(page, "still a draft").click()
    assert asked.args == [audit(desk, "2026-04").id, "report"]


def test_what_is_next_opens_its_preparation(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    certified = audit(desk, "2026-01")
    coming = replace(
        certified, id=new_id(), number="2026-06", date=desk.today + dt.timedelta(days=9), state=AuditState.PLANNED
    )
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(creation_of(coming))
    row = card(page, "Property Division")
    assert "ISO 9001" in "".join(label.text() for label in row.findChildren(QLabel))
    with qtbot.waitSignal(page.audit_requested) as waited:
        row.click()
    assert waited.args == [coming.id, "prepare"]


def test_two_audits_on_one_day_are_both_shown_with_one_main_button(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    other = replace(audit(desk, "2026-01"), id=new_id(), number="2026-07", date=desk.today, state=AuditState.PLANNED)
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(creation_of(other))
    QApplication.processEvents()
    starts = [b for b in page.findChildren(QPushButton) if b.text() == "Start the day" and b.isVisible()]
    assert sorted(b.property("kind") for b in starts) == ["primary", "secondary"]


def test_a_missed_day_is_not_lost(qtbot: QtBot, open_desk: OpenDesk, demo_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "later.qmsdesk"
    shutil.copyfile(demo_file, path)
    desk = open_desk(path, now=dt.datetime(2026, 12, 1, 18, 0, tzinfo=dt.UTC))
    page = shown(qtbot, desk)
    said = texts(page)
    assert "Good evening, Samira" in said
    assert "No audit today" in said
    with qtbot.waitSignal(page.audit_requested) as waited:
        card(page, "day passed without a start").click()
    assert waited.args == [audit(desk).id, "prepare"]


def test_an_empty_register_says_what_to_do_first(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    path = tmp_path / "new.qmsdesk"
    new_register(path, "0123456789abcdef", "Karin Holm").close()
    desk = open_desk(path)
    page = shown(qtbot, desk)
    assert "Two steps to the first day" in texts(page)
    name = page.findChild(QLineEdit)
    assert name is not None
    qtbot.keyClicks(name, "Granby kommun")
    with qtbot.waitSignal(desk.session.changed):
        page.setFocus()
        desk.session.flush()
    assert the_organisation(desk.session.db).name == "Granby kommun"
    assert name.text() == "Granby kommun"
    button(page, "New audit").click()
    dialog = page.findChild(QWidget, "new audit")
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_nothing_is_drawn_anew_when_nothing_changed(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    before = button(page, "Start the day")
    page.hide()
    page.show()
    assert button(page, "Start the day") is before


@pytest.mark.parametrize(
    ("hour", "said"),
    [(5, "Good morning, Eva"), (9, "Good morning, Eva"), (10, "Hello, Eva"), (18, "Good evening, Eva")],
)
def test_the_greeting_knows_the_time(desk: Desk, hour: int, said: str) -> None:
    assert greeting(desk.words, dt.datetime(2026, 1, 1, hour, tzinfo=dt.UTC), "Eva") == said
    assert greeting(desk.words, dt.datetime(2026, 1, 1, hour, tzinfo=dt.UTC), "") == said.removesuffix(", Eva")


def test_a_large_team_is_named_in_part(qtbot: QtBot, desk: Desk) -> None:
    today = audit(desk)
    for n in range(12):
        person = Person(f"p{n}", f"Person{n} Ek")
        member = TeamMember(f"t{n}", today.id, person.id, position=f"z{n:02}")
        desk.session.write([*creation_of(person), *creation_of(member)])
    desk.session.flush()
    assert "You, Elin, Person0, Person1 and 10 more" in texts(shown(qtbot, desk))
