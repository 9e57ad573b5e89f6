"""Years from the register: the programme, its audits and what each gave and took."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.openings import Participant
from qmsdesk.domain.plan import Obstacle, PlanSlot
from qmsdesk.domain.times import Figure, Held, TimeEntry, times_of
from qmsdesk.domain.years import HELD, Year, YearAudit, YearCounts
from qmsdesk.store.audits import team_of, unit_of
from qmsdesk.store.database import Connection
from qmsdesk.store.figures import year_figures
from qmsdesk.store.organisation import list_units, the_organisation
from qmsdesk.store.programmes import programme_of
from qmsdesk.store.rows import select
from qmsdesk.store.times import logged_work

YEARS_BEFORE = 4
_ANSWERED = "(reply IS NOT NULL OR state IN ('implemented', 'closed', 'declined'))"
_OVER = tuple(f'"{state}"' for state in (ActionState.IMPLEMENTED, ActionState.CLOSED, ActionState.DECLINED))


def year_of(db: Connection, year: int) -> Year:
    """The whole year; also one without a programme."""
    audits = select(db, Audit, "AND date BETWEEN ? AND ? ORDER BY date, number", (f"{year}-01-01", f"{year}-12-31"))
    return Year(
        organisation=the_organisation(db).name,
        year=year,
        programme=programme_of(db, year),
        units=tuple(list_units(db)),
        audits=tuple(_whole(db, audit) for audit in audits),
        answered_on=_answered_on(db, [audit for audit in audits if audit.state in HELD]),
        earlier=tuple(_earlier(db, year)),
    )


def _earlier(db: Connection, year: int) -> list[YearCounts]:
    """The years before this one, the oldest first, from the first in which a day was held."""
    counts = [YearCounts(each, *year_figures(db, each)) for each in range(year - YEARS_BEFORE, year)]
    first = next((n for n, each in enumerate(counts) if each.days), len(counts))
    return counts[first:]


def _whole(db: Connection, audit: Audit) -> YearAudit:
    unit = unit_of(db, audit)
    if audit.state not in HELD:
        return YearAudit(audit, unit)
    return YearAudit(
        audit,
        unit,
        _own(db, Finding, audit, "AND merged_into_id IS NULL ORDER BY position, id"),
        _own(db, Action, audit, "ORDER BY due_on IS NULL, due_on, id"),
        _own(db, Obstacle, audit, "ORDER BY id"),
        _times(db, audit),
    )


def _times(db: Connection, audit: Audit) -> tuple[Figure, ...]:
    held = Held(
        audit,
        _own(db, PlanSlot, audit, "ORDER BY starts_at, id"),
        team_of(db, audit.id),
        _own(db, Participant, audit, "ORDER BY id"),
        logged_work(db, audit),
    )
    return times_of(held, _own(db, TimeEntry, audit, "ORDER BY id"))


def _own(db: Connection, record_type: type[Any], audit: Audit, rest: str) -> tuple[Any, ...]:
    return tuple(select(db, record_type, f"AND audit_id = ? {rest}", (audit.id,)))


def _answered_on(db: Connection, audits: Sequence[Audit]) -> dict[str, dt.date]:
    """When each proposal that has an answer got its first one, as the log tells: a reply, or an action carried out."""
    answered: dict[str, dt.date] = {}
    for audit in audits:
        rows = db.execute(
            f"""
            SELECT finding_id, min(at) FROM action JOIN change ON change.audit_id = ? AND entity = action.id
            WHERE action.audit_id = ? AND NOT is_deleted AND {_ANSWERED} AND change.kind = 'action'
                AND (field = 'reply' AND value <> 'null' OR field = 'state' AND value IN (?, ?, ?))
            GROUP BY finding_id
            """,
            (audit.id, audit.id, *_OVER),
        )
        for finding_id, at in rows:
            answered[finding_id] = dt.datetime.fromtimestamp(at / 1_000_000, dt.UTC).astimezone().date()
    return answered
