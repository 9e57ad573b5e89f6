"""Action lists from the register: the lines of the follow-up list, with all that a printed list says of them."""

from collections.abc import Sequence
from typing import Any, TypeVar

from qmsdesk.domain.action_lists import ActionList, ListedAction, in_working_order
from qmsdesk.domain.actions import Action
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.organisation import Unit
from qmsdesk.i18n import Words
from qmsdesk.store.alphabet import swedish_key
from qmsdesk.store.database import Connection
from qmsdesk.store.follow_up import Wanted, follow_up
from qmsdesk.store.organisation import the_organisation
from qmsdesk.store.rows import referred, select

R = TypeVar("R", Action, Finding, Audit, Unit)
BATCH = 500


def action_list(db: Connection, wanted: Wanted, _: Words, *, unit_id: str = "", owner: str = "") -> ActionList:
    """What a follow-up list shows, of one unit or owner where they are named; units by their names in a language."""
    lines = follow_up(db, wanted)
    actions = _by_id(db, Action, [line.action_id for line in lines if line.action_id])
    findings = _by_id(db, Finding, [line.finding_id for line in lines])
    audits = _by_id(db, Audit, [line.audit_id for line in lines])
    units = {id_: referred(db, Unit, id_) for id_ in {audit.unit_id for audit in audits.values()}}
    listed = (
        ListedAction(
            units[audits[line.audit_id].unit_id],
            audits[line.audit_id],
            findings[line.finding_id],
            actions[line.action_id] if line.action_id else None,
        )
        for line in lines
    )
    chosen = [each for each in listed if unit_id in ("", each.unit.id) and owner.strip() in ("", each.owner)]
    ordered = in_working_order(chosen, lambda unit: _.pick(unit, "name"), swedish_key)
    return ActionList(the_organisation(db).name, wanted.today, ordered, wanted.gathering, wanted.search.strip())


def _by_id(db: Connection, record_type: type[R], ids: Sequence[str]) -> dict[str, R]:
    held: dict[str, Any] = {}
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        marks = ",".join("?" * len(part))
        held |= {record.id: record for record in select(db, record_type, f"AND id IN ({marks})", part)}
    return held
