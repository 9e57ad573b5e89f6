"""Open: the script by keyboard, who is there by role, and the start of the clock."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import AuditKind, AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.openings import cards_done
from qmsdesk.domain.records import edit_of
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.openings.page import OpeningPage
from tests.ui.conduct.hands import CTRL, click, press, settle, type_text
from tests.ui.conftest import NOW, take_away

Open = Callable[[str], OpeningPage]
KEYS = ["who", "purpose", "day", "notes", "roles", "facts", "feedback"]


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> Iterator[Open]:
    pages: list[OpeningPage] = []

    def open_(number: str) -> OpeningPage:
        page = OpeningPage(desk, find_audit(desk.session.db, number).id)
        pages.append(page)
        page.resize(1158, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return page

    yield open_
    for page in pages:
        take_away(page)


@pytest.fixture
def page(opened: Open) -> OpeningPage:
    return opened("2026-05")


def held(desk: Desk, number: str = "2026-05") -> Dossier:
    return load_dossier(desk.session.db, find_audit(desk.session.db, number).id)


def open_key(page: OpeningPage) -> str:
    return page.script.current.card.key if page.script.current else ""


def texts(page: OpeningPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(type(page.script.count)) if label.isVisible())


# --- the script ---


def test_the_first_card_is_open_and_has_the_keyboard(page: OpeningPage) -> None:
    assert list(page.script.cards) == KEYS
    assert page.script.cards["who"].hasFocus()
    assert page.script.count.text() == "0 of 7"


def test_up_and_down_move_and_stop_at_the_ends(page: OpeningPage) -> None:
    press(Qt.Key.Key_Up)
    assert open_key(page) == "who"
    for _ in range(9):
        press(Qt.Key.Key_Down)
    assert open_key(page) == "feedback"
    press(Qt.Key.Key_Up)
    assert page.script.cards["facts"].hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_checks_off_and_goes_on(page: OpeningPage, desk: Desk, key: Qt.Key) -> None:
    press(key)
    press(key)
    assert (open_key(page), page.script.count.text()) == ("day", "2 of 7")  # before the disk has it

    settle(desk)
    assert cards_done(held(desk).opening_checks) == {"who", "purpose"}
    assert page.script.count.text() == "2 of 7"


def test_the_same_key_takes_the_check_away_again_also_in_haste(page: OpeningPage, desk: Desk) -> None:
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert open_key(page) == "who"
    press(Qt.Key.Key_Space)
    settle(desk)

    assert cards_done(held(desk).opening_checks) == {"who"}


def test_when_all_is_said_the_way_on_has_the_keyboard(page: OpeningPage, desk: Desk) -> None:
    press(Qt.Key.Key_Down)
    for _ in KEYS:
        press(Qt.Key.Key_Space)
    settle(desk)

    assert cards_done(held(desk).opening_checks) == set(KEYS)
    assert page.script.current is None
    assert page.start.go.hasFocus()


def test_undo_takes_a_check_back(page: OpeningPage, desk: Desk) -> None:
    press(Qt.Key.Key_Space)
    settle(desk)
    desk.session.undo()
    settle(desk)

    assert page.script.count.text() == "0 of 7"


def test_the_mouse_opens_and_then_checks_off(page: OpeningPage, desk: Desk) -> None:
    click(page.script.cards["notes"])
    assert (open_key(page), page.script.count.text()) == ("notes", "0 of 7")
    click(page.script.cards["notes"].said)
    settle(desk)

    assert cards_done(held(desk).opening_checks) == {"notes"}
    assert open_key(page) == "roles"


def test_each_card_shows_what_this_audit_says_of_it(page: OpeningPage, desk: Desk) -> None:
    dossier = held(desk)

    assert "Samira Noorlund, lead auditor" in texts(page)
    page.script.open_card("purpose")
    assert dossier.audit.objective in texts(page)
    assert dossier.audit.scope in texts(page)
    page.script.open_card("day")
    assert f"08:30–08:45  {dossier.plan[0].what}" in texts(page)
    page.script.open_card("feedback")
    assert f"Today at 14:45: {dossier.plan[-1].what}" in texts(page)


def test_another_kind_of_day_has_another_script(page: OpeningPage, desk: Desk) -> None:
    press(Qt.Key.Key_Space)
    desk.session.write([edit_of(held(desk).audit, "kind", AuditKind.INTERNAL_AUDIT)])
    settle(desk)

    assert page.script.count.text() == "1 of 8"
    assert held(desk).audit.criteria in _opened_text(page, "purpose")


def _opened_text(page: OpeningPage, key: str) -> str:
    page.script.open_card(key)
    return texts(page)


def test_screen_readers_hear_what_is_said_and_what_is_not(page: OpeningPage, desk: Desk) -> None:
    press(Qt.Key.Key_Space)
    settle(desk)

    assert page.script.cards["who"].accessibleName() == "Who we are, said"
    assert page.script.cards["purpose"].accessibleName() == "Why we are here, not said yet"
    assert page.script.cards["purpose"].accessibleDescription().startswith("Today is about")


# --- who is there ---


def test_roles_are_counted_with_plus_and_minus(page: OpeningPage, desk: Desk) -> None:
    click(page.present.phrases["Employees"])
    settle(desk)
    (row,) = page.present.rows.values()
    assert row.more.hasFocus()
    for _ in range(5):
        press(Qt.Key.Key_Plus)
    press(Qt.Key.Key_Minus)
    assert row.people == 5  # before the disk has it
    settle(desk)

    assert [(each.role, each.people) for each in held(desk).participants] == [("Employees", 5)]
    assert page.present.sum.text() == "5 people from the unit"
    assert page.present.phrases["Employees"].isHidden()


def test_the_last_person_of_a_role_takes_it_away(page: OpeningPage, desk: Desk) -> None:
    click(page.present.phrases["Guide"])
    settle(desk)
    press(Qt.Key.Key_Minus)
    settle(desk)

    assert held(desk).participants == ()
    assert page.present.own.hasFocus()
    assert not page.present.phrases["Guide"].isHidden()


def test_ones_own_role_and_the_same_once_more(page: OpeningPage, desk: Desk) -> None:
    for role in ("Night nurse", "night nurse", "  "):
        page.present.own.setFocus()
        type_text(role)
        press(Qt.Key.Key_Return)
        settle(desk)

    assert [(each.role, each.people) for each in held(desk).participants] == [("Night nurse", 2)]


def test_the_team_is_there_too(page: OpeningPage) -> None:
    assert "Elin Brattsele, auditor" in texts(page)


# --- the start ---


def test_the_start_notes_the_time_and_goes_to_the_questions(page: OpeningPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.place_requested) as asked:
        press(Qt.Key.Key_Return, CTRL)
    settle(desk)

    assert asked.args == ["conduct"]
    audit = held(desk).audit
    assert (audit.opened_at, audit.state) == (NOW, AuditState.IN_PROGRESS)
    assert page.start.clock.isVisible()
    assert page.start.go.text() == "Go to the questions"


def test_the_key_works_from_the_roles_too_and_does_not_start_twice(page: OpeningPage, desk: Desk, qtbot: QtBot) -> None:
    page.present.own.setFocus()
    for _ in range(2):
        with qtbot.waitSignal(page.place_requested):
            press(Qt.Key.Key_Return, CTRL)
        settle(desk)
        desk.session.write([edit_of(held(desk).audit, "opened_at", NOW - dt.timedelta(hours=1))])
        settle(desk)

    assert held(desk).audit.opened_at == NOW - dt.timedelta(hours=1)


def test_the_time_can_be_put_right(page: OpeningPage, desk: Desk) -> None:
    click(page.start.go)
    settle(desk)
    page.start.clock.setFocus()
    page.start.clock.setTime(page.start.clock.time().addSecs(-12 * 60))
    settle(desk)

    assert held(desk).audit.opened_at == NOW - dt.timedelta(minutes=12)


def test_what_is_final_can_only_be_read(opened: Open, desk: Desk) -> None:
    page = opened("2026-03")
    before = held(desk, "2026-03")

    assert "so its opening can only be read" in texts(page)
    page.script.open_card("who")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CTRL)
    settle(desk)
    assert held(desk, "2026-03") == before
    assert [each.text() for each in page.present.findChildren(QPushButton) if each.isVisible()] == []


def test_nothing_but_the_script_is_needed(page: OpeningPage, desk: Desk) -> None:
    dossier = held(desk)
    empty = [edit_of(dossier.audit, name, "") for name in ("objective", "scope", "criteria")]
    desk.session.write([*empty, *(edit_of(slot, "_deleted", 1) for slot in (*dossier.plan, *dossier.team))])
    settle(desk)

    for key in KEYS:
        page.script.open_card(key)
        QApplication.processEvents()
    assert "lead auditor" not in texts(page)


def test_a_role_of_one_long_word_leaves_the_script_its_room(desk: Desk, qtbot: QtBot, page: OpeningPage) -> None:
    wide = page.script.width()
    page.present.own.setText("Upphandlingsverksamhetsuppföljningssamordnarfunktionen")
    with qtbot.waitSignal(desk.session.changed):
        page.present.add.click()
    QApplication.processEvents()
    assert len(page.present.rows) == 1
    assert page.script.width() == wide


def test_when_all_is_said_the_page_says_what_is_next(qtbot: QtBot, desk: Desk, page: OpeningPage) -> None:
    assert "check off as you go" in texts(page)
    for _key in KEYS:
        page.script.check_open()
        settle(desk)
    assert "All is said. Now the questions." in texts(page)
    assert "check off as you go" not in texts(page)
    assert page.start.go.hasFocus()


def test_a_final_day_does_not_ask_to_check_off(opened: Open) -> None:
    assert "check off" not in texts(opened("2026-03"))
