"""The follow-up list: actions, and findings that have none yet, gathered, searched and sorted by the database."""

import datetime as dt
from dataclasses import dataclass

from qmsdesk.domain.actions import ActionState, Gathering
from qmsdesk.domain.findings import FindingType
from qmsdesk.domain.records import from_value
from qmsdesk.store.alphabet import swedish_key
from qmsdesk.store.database import Connection


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """One action with its finding and unit; without `action_id` and `state` a finding that still needs one."""

    action_id: str | None
    finding_id: str
    audit_id: str
    state: ActionState | None
    text: str
    owner: str
    due_on: dt.date | None
    number: str
    type: FindingType
    title: str
    unit_sv: str
    unit_en: str

    @property
    def key(self) -> str:
        return self.action_id or self.finding_id

    def is_overdue(self, today: dt.date) -> bool:
        is_open = self.state in (ActionState.PROPOSED, ActionState.IN_PROGRESS)
        return is_open and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list shows: of one audit or of all, one gathering, lines with all words of `search`, in an order.

    `order` is a field of `FollowUpLine`; empty puts what is most urgent first. `kept` is the key of a line that stays
    although it no longer belongs, because somebody is working on it.
    """

    today: dt.date
    audit_id: str | None = None
    gathering: Gathering = Gathering.ALL
    search: str = ""
    order: str = ""
    is_descending: bool = False
    kept: str = ""


_LINES = """
    SELECT action.id AS action_id, finding.id AS finding_id, finding.audit_id AS audit_id, action.state AS state,
        ifnull(action.text, '') AS text, ifnull(action.owner, '') AS owner, action.due_on AS due_on,
        finding.number AS number, finding.type AS type, finding.title AS title,
        unit.name_sv AS unit_sv, unit.name_en AS unit_en,
        CASE WHEN action.id IS NULL THEN 'no_action'
            WHEN action.state IN ('proposed', 'in_progress') THEN iif(action.due_on < :today, 'overdue', 'open')
            WHEN action.state = 'implemented' THEN 'awaiting' ELSE 'closed' END AS place,
        audit.date AS audit_date, audit.number AS audit_number
    FROM finding
        LEFT JOIN action ON action.finding_id = finding.id AND NOT action.is_deleted
        JOIN audit ON audit.id = finding.audit_id JOIN unit ON unit.id = audit.unit_id
    WHERE NOT finding.is_deleted AND (finding.merged_into_id IS NULL OR action.id IS NOT NULL)
        AND NOT audit.is_deleted AND (:audit IS NULL OR finding.audit_id = :audit)
        AND (action.id IS NOT NULL OR (:audit IS NOT NULL AND finding.type != 'strength'))
        AND has_words(:search, action.text, action.owner, finding.number, finding.title, audit.number,
            unit.name_sv, unit.name_en)
"""
_PLACES = {
    Gathering.NO_ACTION: "place = 'no_action'",
    Gathering.OPEN: "place IN ('open', 'overdue')",
    Gathering.OVERDUE: "place = 'overdue'",
    Gathering.AWAITING: "place = 'awaiting'",
    Gathering.CLOSED: "place = 'closed'",
    Gathering.ALL: "TRUE",
}
_WEIGHT = (
    "CASE type WHEN 'nonconformity_major' THEN 1 WHEN 'nonconformity_minor' THEN 2 WHEN 'improvement' THEN 3 ELSE 4 END"
)
_URGENCY = "CASE place WHEN 'no_action' THEN 1 WHEN 'awaiting' THEN 3 WHEN 'closed' THEN 4 ELSE 2 END"
_BY_URGENCY = f"""{_URGENCY}, iif(place = 'no_action', {_WEIGHT}, 0),
    iif(place = 'closed', NULL, due_on IS NULL), iif(place = 'closed', NULL, due_on),
    audit_date DESC, number, action_id"""
_ORDERS = {
    "state": f"{_URGENCY} {{way}}, state {{way}}",
    "text": "swedish(text) {way}",
    "finding": "audit_number {way}, number {way}",
    "unit_sv": "swedish(unit_sv) {way}",
    "unit_en": "swedish(iif(unit_en = '', unit_sv, unit_en)) {way}",
    "owner": "owner = '', swedish(owner) {way}",
    "due_on": "due_on IS NULL, due_on {way}",
}
"""What is empty stands last either way."""


def follow_up(db: Connection, wanted: Wanted) -> list[FollowUpLine]:
    """The lines of a list, in its order."""
    _teach(db)
    way = "DESC" if wanted.is_descending else "ASC"
    order = f"{_ORDERS[wanted.order].format(way=way)}, " if wanted.order else ""
    query = f"""
        SELECT * FROM ({_LINES}) WHERE {_PLACES[wanted.gathering]} OR ifnull(action_id, finding_id) = :kept
        ORDER BY {order}{_BY_URGENCY}
    """
    return [_line(row) for row in db.execute(query, {**_values(wanted), "kept": wanted.kept})]


def count_follow_up(db: Connection, wanted: Wanted) -> dict[Gathering, int]:
    """How many lines each gathering holds for the same audit and search."""
    _teach(db)
    places = dict(db.execute(f"SELECT place, count(*) FROM ({_LINES}) GROUP BY place", _values(wanted)).fetchall())
    counts = {gathering: places.get(gathering.value, 0) for gathering in Gathering}
    counts[Gathering.OPEN] += counts[Gathering.OVERDUE]
    counts[Gathering.ALL] = sum(places.values())
    return counts


def _values(wanted: Wanted) -> dict[str, str | None]:
    return {"today": wanted.today.isoformat(), "audit": wanted.audit_id, "search": wanted.search.casefold()}


def _teach(db: Connection) -> None:
    """SQLite's own LIKE and sorting know the letters of English only."""
    db.create_function("swedish", 1, swedish_key, deterministic=True)
    db.create_function("has_words", -1, _has_words, deterministic=True)


def _has_words(search: str, *texts: str | None) -> bool:
    if not search:
        return True
    folded = " ".join(text for text in texts if text).casefold()
    return all(word in folded for word in search.split())


def _line(row: tuple[str, ...]) -> FollowUpLine:
    action_id, finding_id, audit_id, state, text, owner, due_on, number, type_, title, unit_sv, unit_en = row[:12]
    return FollowUpLine(
        action_id,
        finding_id,
        audit_id,
        from_value(state, ActionState),
        text,
        owner,
        from_value(due_on, dt.date),
        number,
        FindingType(type_),
        title,
        unit_sv,
        unit_en,
    )
