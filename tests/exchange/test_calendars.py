"""A calendar file read back as a calendar reads it."""

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.exchange.calendars import calendar_file
from qmsdesk.exchange.invitations import ready_text
from qmsdesk.i18n import words
from qmsdesk.paths import RESOURCES
from tests.report import sample_dossiers as samples

STOCKHOLM = ZoneInfo("Europe/Stockholm")
HARD = 'Åäö; komma, "citat" \\ och 😀 ' * 20 + "\nny rad\r\nännu en"


def made(dossier: Dossier, sequence: int = 3, **choices: bool) -> bytes:
    return calendar_file(dossier, words("sv"), stamp=samples.STAMP, sequence=sequence, **choices)


def events(content: bytes) -> list[Event]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_the_day_is_one_entry_in_local_time() -> None:
    dossier = samples.typical()
    (event,) = events(made(dossier))
    assert event.start == dt.datetime(2026, 11, 25, 8, 30, tzinfo=STOCKHOLM)
    assert event.end == dt.datetime(2026, 11, 25, 15, 30, tzinfo=STOCKHOLM)
    assert event.start.utcoffset() == dt.timedelta(hours=1)
    assert str(event["location"]) == "Köket, Rum 3"
    assert str(event["description"]) == ready_text(dossier, words("sv")).strip()
    assert "Hemtjänst Öster" in str(event["summary"])


@pytest.mark.parametrize(("month", "hours"), [(3, 1), (7, 2), (11, 1)])
def test_summer_time_stands_in_the_file_itself(month: int, hours: int) -> None:
    """Outlook knows no list of zones by these names: it goes by the rules in the file."""
    dossier = samples.typical()
    dossier = replace(dossier, audit=replace(dossier.audit, date=dt.date(2027, month, 9)))
    (zone,) = Calendar.from_ical(made(dossier)).walk("VTIMEZONE")
    told = zone.to_tz(lookup_tzid=False)
    assert dt.datetime(2027, month, 9, 8, 30, tzinfo=told).utcoffset() == dt.timedelta(hours=hours)


def test_lines_are_folded_by_bytes_and_lose_nothing() -> None:
    dossier = samples.typical()
    content = made(replace(dossier, audit=replace(dossier.audit, invitation=HARD)))
    lines = content.split(b"\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    content.decode("utf-8")
    (event,) = events(content)
    assert str(event["description"]) == HARD.replace("\r\n", "\n")


def test_a_later_file_moves_the_same_entry() -> None:
    dossier = samples.typical()
    moved = replace(dossier, audit=replace(dossier.audit, date=dt.date(2026, 12, 1)))
    (first,), (second,) = events(made(dossier, 3)), events(made(moved, 4))
    assert first["uid"] == second["uid"]
    assert (int(first["sequence"]), int(second["sequence"])) == (3, 4)
    assert made(dossier).count(b"METHOD:PUBLISH\r\n") == 1


def test_each_line_of_the_plan_can_be_an_entry() -> None:
    dossier = samples.typical()
    slots = events(made(dossier, is_by_slot=True))
    assert [event.start.time() for event in slots] == [slot.starts_at for slot in dossier.plan]
    assert len({str(event["uid"]) for event in slots}) == len(dossier.plan)
    assert len(events(made(samples.empty(), is_by_slot=True))) == 1


def test_a_day_without_times_or_turned_round_still_takes_time() -> None:
    dossier = samples.empty()
    turned = replace(dossier, audit=replace(dossier.audit, starts_at=dt.time(15), ends_at=dt.time(9)))
    for each in (dossier, turned):
        (event,) = events(made(each))
        assert event.end > event.start
        assert "location" not in event


def test_a_start_does_without_the_library() -> None:
    code = "import sys, qmsdesk.exchange.calendars; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=RESOURCES.parent, check=False).returncode == 0
