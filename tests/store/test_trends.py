"""What the last audits gave, counted: the same as counting in their dossiers."""

import datetime as dt
from dataclasses import replace

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.figures import audit_counts, trend_of
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.records import DELETED, edit_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.register import Register
from tests.store.town import AUDIT, DAY, FINDING, creations


def test_the_last_six_audits_come_with_their_counts(town: Register) -> None:
    days = [DAY + dt.timedelta(days=100 * n) for n in range(1, 9)]
    audits = [replace(AUDIT, id=f"b{n}", number=f"N-{n}", date=day) for n, day in enumerate(days)]
    used = replace(FINDING, id="b5f", audit_id="b5", type=FindingType.IMPROVEMENT)
    waiting, merged, gone = (replace(used, id=f"b5f{n}") for n in range(3))
    actions = [
        Action("x1", "b5", used.id, state=ActionState.IMPLEMENTED),
        Action("x2", "b5", used.id, state=ActionState.CLOSED),
        Action("x3", "b5", waiting.id, state=ActionState.IN_PROGRESS),
        Action("x4", "b5", merged.id, state=ActionState.CLOSED),
    ]
    town.write(creations([*audits, used, waiting, replace(merged, merged_into_id=used.id), gone, *actions]))
    town.write([edit_of(gone, DELETED, 1)])
    town.write([edit_of(audit, "state", AuditState.CLOSED) for audit in audits], guarded=False)

    trend = load_dossier(town.db, "b7").trend

    assert [each.number for each in trend] == [f"N-{n}" for n in range(1, 7)]
    assert [each.proposals for each in trend] == [0, 0, 0, 0, 2, 0]
    assert [each.implemented for each in trend] == [0, 0, 0, 0, 1, 0]
    itself = audit_counts(load_dossier(town.db, "b5"))
    assert (itself.proposals, itself.implemented, itself.date) == (2, 1, days[5])


def test_this_audit_is_the_last_of_the_trend_once_it_is_held(town: Register) -> None:
    dossier = load_dossier(town.db, "a1")
    (only,) = trend_of(dossier)
    assert only.number == AUDIT.number
    assert only.found[FINDING.type] == 1
    assert trend_of(replace(dossier, audit=replace(AUDIT, state=AuditState.PLANNED))) == ()
    assert len(trend_of(replace(dossier, trend=(only,) * 6))) == 6
