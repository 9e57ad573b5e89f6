"""The agenda: what Today shows, read from the register as plain values, so that a page knows whether it changed.

Named tuples here and elsewhere on the way to the first window: to define one costs a fifth of a frozen dataclass.
"""

import datetime as dt
from typing import NamedTuple

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.organisation import Organisation, Unit
from qmsdesk.domain.people import Person
from qmsdesk.store.actions import count_open, count_overdue
from qmsdesk.store.audits import (
    audit_before,
    audits_ahead,
    audits_in_draft,
    audits_missed,
    audits_of_day,
    count_audits,
    planned_minutes,
    team_of,
    unit_of,
)
from qmsdesk.store.database import Connection
from qmsdesk.store.figures import YearFigures, count_unanswered, year_figures
from qmsdesk.store.organisation import certificates_of, the_organisation
from qmsdesk.store.people import manager_of
from qmsdesk.store.rows import get

SHOWN_AHEAD = 5


class Day(NamedTuple):
    """One audit of today with what its card says."""

    audit: Audit
    unit: Unit
    team: tuple[Person, ...]
    manager: Person | None
    questions: int
    minutes: int
    before: Audit | None
    open_actions: int


class Ahead(NamedTuple):
    """One audit that is to come."""

    audit: Audit
    unit: Unit
    certificates: tuple[str, ...]


class Waiting(NamedTuple):
    """What waits for somebody to do something about it."""

    overdue: int
    unanswered: int
    drafts: tuple[Audit, ...]
    missed: tuple[Audit, ...]


class Agenda(NamedTuple):
    day: dt.date
    organisation: Organisation
    days: tuple[Day, ...]
    ahead: tuple[Ahead, ...]
    waiting: Waiting
    this_year: YearFigures
    last_year: YearFigures
    is_empty: bool


def read_agenda(db: Connection, today: dt.date) -> Agenda:
    ahead = [audit for audit in audits_ahead(db, today + dt.timedelta(days=1)) if audit.is_ahead]
    return Agenda(
        day=today,
        organisation=the_organisation(db),
        days=tuple(_day(db, audit) for audit in audits_of_day(db, today)),
        ahead=tuple(_ahead(db, audit) for audit in ahead[:SHOWN_AHEAD]),
        waiting=Waiting(
            count_overdue(db, today.isoformat()),
            count_unanswered(db),
            tuple(audits_in_draft(db)),
            tuple(audits_missed(db, today)),
        ),
        this_year=year_figures(db, today.year),
        last_year=year_figures(db, today.year - 1),
        is_empty=count_audits(db) == 0,
    )


def _day(db: Connection, audit: Audit) -> Day:
    people = (get(db, Person, member.person_id) for member in team_of(db, audit.id))
    before = audit_before(db, audit)
    return Day(
        audit,
        unit_of(db, audit),
        tuple(person for person in people if person),
        manager_of(db, audit.unit_id, audit.date),
        *planned_minutes(db, audit),
        before,
        count_open(db, before.id) if before else 0,
    )


def _ahead(db: Connection, audit: Audit) -> Ahead:
    held = certificates_of(db, audit.unit_id)
    return Ahead(audit, unit_of(db, audit), tuple(certificate.standard for certificate in held))
