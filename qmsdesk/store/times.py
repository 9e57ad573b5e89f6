"""Times: how long somebody wrote in an audit outside its day, from the log of changes."""

import datetime as dt
from collections import defaultdict

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.times import NO_WORK_KINDS, Work, prepared_until, worked_minutes
from qmsdesk.store.database import Connection


def logged_work(db: Connection, audit: Audit) -> Work:
    """Preparing until the day begins; what comes after it is counted once it has been closed."""
    after = _written_minutes(db, audit.id, _micros(audit.closed_at), None) if audit.closed_at else 0
    return Work(_written_minutes(db, audit.id, 0, _micros(prepared_until(audit))), after)


def _written_minutes(db: Connection, audit_id: str, since: int, until: int | None) -> int:
    """Of every author, added up; to the second, so that what was written in one go is one moment."""
    marks = ", ".join("?" * len(NO_WORK_KINDS))
    rows = db.execute(
        "SELECT DISTINCT author_id, at / 1000000 FROM change WHERE audit_id = ? AND at > ? AND at < ?"
        f" AND kind NOT IN ({marks})",
        (audit_id, since, until if until is not None else 2**63 - 1, *sorted(NO_WORK_KINDS)),
    )
    moments: defaultdict[str, list[dt.datetime]] = defaultdict(list)
    for author_id, second in rows:
        moments[author_id].append(dt.datetime.fromtimestamp(second, dt.UTC))
    return sum(worked_minutes(of_author) for of_author in moments.values())


def _micros(moment: dt.datetime) -> int:
    return int(moment.timestamp() * 1_000_000)
