"""Replies from the register: what was said in one audit, or in the last ones of its unit."""

import datetime as dt

from qmsdesk.domain.audits import Audit
from qmsdesk.domain.replies import Replies, replies_of_dossiers
from qmsdesk.store.audits import last_audits
from qmsdesk.store.database import Connection
from qmsdesk.store.dossiers import load_dossier

MOST = 3
"""So many audits of a unit are remembered on its wall."""


def replies_of(db: Connection, audit: Audit, *, is_whole_unit: bool = False) -> Replies:
    """What came of one audit; or of the last ones of its unit, up to this one."""
    audits = [audit]
    if is_whole_unit:
        before = last_audits(db, audit.unit_id, audit.date + dt.timedelta(days=1), MOST)
        audits = before or audits
    return replies_of_dossiers(load_dossier(db, each.id) for each in audits)
