"""Calendar files: a day as one entry, or one for each line of its plan, as Outlook and Thunderbird take them."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.plan import PlanSlot
from qmsdesk.exchange.invitations import invitation_subject, invitation_text, say_places
from qmsdesk.i18n import Words

if TYPE_CHECKING:
    from icalendar import Event, Timezone

ZONE = "Europe/Stockholm"
STARTS_AT, ENDS_AT = dt.time(8, 30), dt.time(15, 30)
SLOT = dt.timedelta(minutes=45)
_WINTER, _SUMMER = dt.timedelta(hours=1), dt.timedelta(hours=2)


def calendar_file(dossier: Dossier, _: Words, *, stamp: dt.datetime, sequence: int, is_by_slot: bool = False) -> bytes:
    """The day as iCalendar (RFC 5545). The entry keeps its id, so a file with a higher `sequence` moves it."""
    from icalendar import Calendar  # 60 ms that a start does without

    calendar = Calendar()
    calendar.add("prodid", "-//qmsdesk//qmsdesk//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_zone())
    for event in _events(dossier, _, is_by_slot):
        event.add("dtstamp", stamp.astimezone(dt.UTC))
        event.add("sequence", sequence)
        event.add("status", "CANCELLED" if dossier.audit.state is AuditState.CANCELLED else "CONFIRMED")
        calendar.add_component(event)
    return calendar.to_ical(sorted=False)


def _events(dossier: Dossier, _: Words, is_by_slot: bool) -> Iterator["Event"]:
    if is_by_slot and dossier.plan:
        for slot in dossier.plan:
            yield _slot_event(dossier, slot, _)
        return
    audit = dossier.audit
    begins, ends = _span(audit.date, audit.starts_at or STARTS_AT, audit.ends_at or ENDS_AT)
    event = _event(audit.id, begins, ends, invitation_subject(dossier, _), say_places(dossier))
    event.add("description", invitation_text(dossier, _).strip())
    yield event


def _slot_event(dossier: Dossier, slot: PlanSlot, _: Words) -> "Event":
    begins, ends = _span(dossier.audit.date, slot.starts_at, slot.ends_at)
    what = " – ".join(part for part in (slot.what.strip(), invitation_subject(dossier, _)) if part)
    event = _event(slot.id, begins, ends, what, slot.place.strip())
    if slot.who.strip():
        event.add("description", slot.who.strip())
    return event


def _event(id_: str, begins: dt.datetime, ends: dt.datetime, summary: str, location: str) -> "Event":
    from icalendar import Event  # see `calendar_file`

    event = Event()
    event.add("uid", f"{id_}@qmsdesk")
    for name, moment in (("dtstart", begins), ("dtend", ends)):
        event.add(name, moment, parameters={"TZID": ZONE})
    event.add("summary", " ".join(summary.split()))
    if location:
        event.add("location", location)
    return event


def _span(day: dt.date, start: dt.time, end: dt.time | None) -> tuple[dt.datetime, dt.datetime]:
    """Local times of the day; an end that is missing or not after its beginning gives three quarters of an hour."""
    begins = dt.datetime.combine(day, start)
    ends = dt.datetime.combine(day, end) if end else begins
    return begins, ends if ends > begins else begins + SLOT


def _zone() -> "Timezone":
    """Central European time by its yearly rules, which Outlook reads; lists of dates it does not."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # see `calendar_file`

    zone = Timezone()
    zone.add("tzid", ZONE)
    for part, name, hour, month, before, after in (
        (TimezoneDaylight(), "CEST", 2, 3, _WINTER, _SUMMER),
        (TimezoneStandard(), "CET", 3, 10, _SUMMER, _WINTER),
    ):
        first = dt.datetime(1996, month, 31 if month == 3 else 27, hour)  # noqa: DTZ001  # local by the format
        part.add("dtstart", first)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone
