"""Pasts: records as they stood when something was written; what a report said, its copies say for ever."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.audits import ISSUED, Audit
from qmsdesk.domain.changes import DELETED, Value
from qmsdesk.domain.dossiers import Dossier, EarlierAudit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.organisation import Certificate
from qmsdesk.domain.people import Person
from qmsdesk.domain.ready_texts import ReadyText
from qmsdesk.domain.records import from_row, kind_of
from qmsdesk.domain.reports import SignOff, standing_issue
from qmsdesk.domain.trends import AUDITS, AuditCounts
from qmsdesk.store.audits import last_audits
from qmsdesk.store.changes import change_id, decode
from qmsdesk.store.database import Connection
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.projection import row_of
from qmsdesk.store.rows import select

Held = Sequence[Any]
Order = Callable[[Any], tuple[Any, ...]]
_IN_USE = frozenset({ActionState.IMPLEMENTED, ActionState.CLOSED})


def reported_dossier(db: Connection, audit_id: str) -> Dossier:
    """The dossier as its report tells it: of an issued one as it was when that was issued. Raises `AuditNotFound`.

    Actions, signatures, names and ready texts go on after a report, and a copy of it in another language or form must
    say what it said. Masks and the reports issued since are those of now.
    """
    dossier = load_dossier(db, audit_id)
    issue = standing_issue(dossier.report_issues) if dossier.audit.state in ISSUED else None
    moment = _written_at(db, audit_id, issue.id) if issue else None
    return _as_it_was(db, Past(db, moment), dossier) if moment is not None else dossier


def _written_at(db: Connection, audit_id: str, entity: str) -> int | None:
    """When something first came into the register, in microseconds."""
    query = "SELECT min(at) FROM change WHERE audit_id = ? AND entity = ?"
    (at,) = db.execute(query, (audit_id, entity)).fetchone()
    return at if at is None else int(at)


class Past:
    """What records held at a moment. What was written on another laptop is placed by the clock of that."""

    def __init__(self, db: Connection, moment: int) -> None:
        self._db = db
        self._moment = moment
        self._found: dict[tuple[str, str | None], frozenset[str]] = {}

    def record(self, held: Any) -> Any:
        """One record of the register itself; what was not there yet stays as it is."""
        is_same = held.id not in self._changed(type(held), None)
        return held if is_same else self._then(type(held), held.id, None) or held

    def records(self, record_type: type[Any], held: Held, audit_id: str | None, order: Order) -> tuple[Any, ...]:
        """Those of a kind that belonged to an audit, or to the register itself."""
        changed = self._changed(record_type, audit_id)
        if not changed:
            return tuple(held)
        then = (self._then(record_type, entity, audit_id) for entity in changed)
        still = [each for each in held if each.id not in changed]
        return tuple(sorted([*still, *(each for each in then if each)], key=order))

    def _changed(self, record_type: type[Any], audit_id: str | None) -> frozenset[str]:
        key = kind_of(record_type), audit_id
        if key not in self._found:
            query = "SELECT DISTINCT entity FROM change WHERE kind = ? AND audit_id IS ? AND at > ?"
            self._found[key] = frozenset(entity for (entity,) in self._db.execute(query, (*key, self._moment)))
        return self._found[key]

    def _then(self, record_type: type[Any], entity: str, audit_id: str | None) -> Any:
        rows = self._db.execute(
            "SELECT replica, seq, mark, field, value, line FROM change WHERE audit_id IS ? AND at <= ? AND entity = ?"
            " ORDER BY at, mark, seq, replica",
            (audit_id, self._moment, entity),
        ).fetchall()
        seen = {parent for row in rows for parent in json.loads(row[5])[7]}
        shown: dict[str, Value] = {row[3]: decode(row[4]) for row in rows if change_id(*row[:3]) not in seen}
        row = None if shown.get(DELETED) else row_of(kind_of(record_type), shown)
        return None if row is None else from_row(record_type, (entity, *row.values()))


def _as_it_was(db: Connection, past: Past, dossier: Dossier) -> Dossier:
    audit_id, unit_id = dossier.audit.id, dossier.unit.id
    certificates = past.records(Certificate, dossier.certificates, None, lambda each: (each.standard,))
    return replace(
        dossier,
        organisation=past.record(dossier.organisation),
        department=past.record(dossier.department),
        unit=past.record(dossier.unit),
        people=_people(past, dossier.people or {}),
        certificates=tuple(each for each in certificates if each.unit_id == unit_id),
        ready_texts=_ready_texts(past, dossier.ready_texts),
        actions=_actions(past, dossier.actions, audit_id),
        sign_offs=past.records(SignOff, dossier.sign_offs, audit_id, lambda each: (each.signed_at, each.id)),
        earlier=_earlier(past, dossier.earlier),
        trend=tuple(_trend(db, past, dossier)),
    )


def _people(past: Past, people: Mapping[str, Person]) -> dict[str, Person]:
    return {key: past.record(person) for key, person in people.items()}


def _ready_texts(past: Past, texts: Sequence[ReadyText]) -> tuple[ReadyText, ...]:
    """Those of the audit are locked with it; the organisation's may change."""
    own = [each for each in texts if each.audit_id]
    of_all = past.records(ReadyText, [each for each in texts if not each.audit_id], None, lambda each: (each.id,))
    return tuple(sorted([*own, *of_all], key=lambda each: (each.place, not each.audit_id, each.id)))


def _actions(past: Past, actions: Sequence[Action], audit_id: str, undated_last: bool = True) -> tuple[Action, ...]:
    """In the order in which a dossier holds them."""

    def order(action: Action) -> tuple[bool, str, str]:
        due_on = action.due_on
        return (due_on is None) == undated_last, due_on.isoformat() if due_on else "", action.id

    return past.records(Action, actions, audit_id, order)


def _earlier(past: Past, earlier: EarlierAudit | None) -> EarlierAudit | None:
    if earlier is None:
        return None
    return replace(earlier, actions=_actions(past, earlier.actions, earlier.audit.id, undated_last=False))


def _trend(db: Connection, past: Past, dossier: Dossier) -> Iterator[AuditCounts]:
    """What the audits before gave, with the proposals that were in use then."""
    audits = last_audits(db, dossier.unit.id, dossier.audit.date, AUDITS)[::-1]
    for audit, counts in zip(audits, dossier.trend, strict=True):
        yield replace(counts, implemented=len(_in_use(db, past, audit)))


def _in_use(db: Connection, past: Past, audit: Audit) -> set[str]:
    proposals = "AND audit_id = ? AND type = ? AND merged_into_id IS NULL"
    found = {each.id for each in select(db, Finding, proposals, (audit.id, FindingType.IMPROVEMENT))}
    actions = _actions(past, select(db, Action, "AND audit_id = ?", (audit.id,)), audit.id)
    return found & {action.finding_id for action in actions if action.state in _IN_USE}
