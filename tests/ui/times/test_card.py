"""The times of a day: proposals, corrections by two keys or by typing, and the way back."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.openings import Participant
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.domain.times import Share, TimePhase, TimeSide
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.times.card import TimesCard
from qmsdesk.ui.times.line import TimeLine
from tests.store.finals import final_of
from tests.ui.conduct.hands import click, press, settle, type_text
from tests.ui.conftest import NOW, take_away

AUDITORS_DAY, UNIT_DAY = (TimeSide.AUDITORS, TimePhase.DAY), (TimeSide.UNIT, TimePhase.DAY)
AUDITORS_AFTER = TimeSide.AUDITORS, TimePhase.AFTER


def held(desk: Desk) -> Dossier:
    return load_dossier(desk.session.db, find_audit(desk.session.db, "2026-05").id)


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> Iterator[TimesCard]:
    """Of a day that has been held from 8.12 to 15.12 by two auditors."""
    audit = held(desk).audit
    closed = NOW + dt.timedelta(hours=7)
    desk.session.write(
        [
            edit_of(audit, "opened_at", NOW),
            edit_of(audit, "closed_at", closed),
            edit_of(audit, "state", AuditState.DRAFT_REPORT),
            *creation_of(Participant(new_id(), audit.id, "Employees", 6)),
        ]
    )
    settle(desk)
    made = TimesCard(desk, audit.id)
    made.resize(760, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    take_away(made)


def shown(card: TimesCard, place: tuple[TimeSide, TimePhase]) -> Share:
    line = card.lines[place]
    return Share(line.minutes.value(), line.people.value())


def kept(desk: Desk) -> list[tuple[TimeSide, TimePhase, int, int]]:
    return [(each.side, each.phase, each.minutes, each.people) for each in held(desk).time_entries]


def focus(line: TimeLine) -> None:
    line.minutes.setFocus()
    line.minutes.selectAll()


def test_what_the_plan_and_the_clock_propose(card: TimesCard) -> None:
    assert shown(card, AUDITORS_DAY) == Share(420, 2)
    assert shown(card, UNIT_DAY) == Share(180, 6)
    assert card.lines[AUDITORS_DAY].source.text() == "proposed"
    assert not card.lines[AUDITORS_DAY].back.isVisible()


def test_plus_and_minus_go_by_five_minutes(card: TimesCard, desk: Desk) -> None:
    focus(card.lines[AUDITORS_DAY])
    press(Qt.Key.Key_Plus)
    press(Qt.Key.Key_Plus)
    press(Qt.Key.Key_Minus)
    assert card.lines[AUDITORS_DAY].total.text() == "14 h 10 min"  # before the disk has it
    settle(desk)

    assert kept(desk) == [(*AUDITORS_DAY, 425, 2)]
    assert shown(card, AUDITORS_DAY) == Share(425, 2)
    assert card.lines[AUDITORS_DAY].back.text() == "420 min × 2"


def test_a_number_is_typed_and_the_people_too(card: TimesCard, desk: Desk) -> None:
    focus(card.lines[AUDITORS_AFTER])
    type_text("45")
    press(Qt.Key.Key_Return)
    card.lines[AUDITORS_AFTER].people.setFocus()
    press(Qt.Key.Key_Plus)
    settle(desk)

    assert kept(desk) == [(*AUDITORS_AFTER, 45, 2)]
    assert card.work.text() == "Work after the day: 1 h 30 min"


def test_back_to_the_proposal_and_out_again(card: TimesCard, desk: Desk) -> None:
    line = card.lines[UNIT_DAY]
    for _ in range(2):
        focus(line)
        press(Qt.Key.Key_Plus)
        settle(desk)
        assert kept(desk) == [(*UNIT_DAY, 185, 6)]
        click(line.back)
        settle(desk)
        assert kept(desk) == []
        assert shown(card, UNIT_DAY) == Share(180, 6)
        assert not line.back.isVisible()


def test_the_proposal_follows_the_day(card: TimesCard, desk: Desk) -> None:
    desk.session.write([edit_of(held(desk).audit, "closed_at", NOW + dt.timedelta(hours=6))])
    settle(desk)
    assert shown(card, AUDITORS_DAY) == Share(360, 2)

    desk.session.write([edit_of(held(desk).audit, "closed_at", NOW - dt.timedelta(hours=6))])
    settle(desk)
    assert shown(card, AUDITORS_DAY) == Share(0, 2)
    assert card.trouble.isVisible()


def test_the_sums_are_in_hours(card: TimesCard, desk: Desk) -> None:
    before = held(desk).work.before

    hours = desk.words.number(round((840 + before + held(desk).work.after) / 60, 1))
    assert card.sums.text() == f"Auditors {hours} hours, the unit 18 hours"


def test_undo_brings_the_proposal_back(card: TimesCard, desk: Desk) -> None:
    focus(card.lines[UNIT_DAY])
    press(Qt.Key.Key_Minus)
    settle(desk)
    desk.session.undo()
    settle(desk)

    assert shown(card, UNIT_DAY) == Share(180, 6)


def test_a_closed_audits_times_are_read(card: TimesCard, desk: Desk) -> None:
    desk.session.write(final_of(desk.session.path, held(desk).audit, AuditState.CLOSED))
    settle(desk)
    focus(card.lines[UNIT_DAY])
    press(Qt.Key.Key_Plus)
    settle(desk)

    assert kept(desk) == []
    assert card.lines[UNIT_DAY].minutes.isReadOnly()
