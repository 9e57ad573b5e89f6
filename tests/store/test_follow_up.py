"""The follow-up list: what it gathers, finds and puts first."""

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from qmsdesk.domain.actions import Action, ActionState, Gathering
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.records import creation_of
from qmsdesk.exchange.demo import fill_demo
from qmsdesk.store.actions import count_overdue, list_actions
from qmsdesk.store.audits import find_audit
from qmsdesk.store.follow_up import Wanted, count_follow_up, follow_up
from qmsdesk.store.register import Register

TODAY = dt.date(2026, 11, 20)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """The demo as it is delivered; tests only read it."""
    register = Register(tmp_path_factory.mktemp("demo") / "demo.qmsdesk", "laptop", create=True)
    fill_demo(register, TODAY, "sv")
    yield register
    register.close()


@pytest.fixture
def draft(path: Path) -> Iterator[Register]:
    """A demo of its own for a test that writes."""
    register = Register(path, "laptop", create=True)
    fill_demo(register, TODAY, "sv")
    yield register
    register.close()


def test_four_are_overdue_in_the_demo(demo: Register) -> None:
    counts = count_follow_up(demo.db, Wanted(TODAY))

    assert counts[Gathering.OVERDUE] == count_overdue(demo.db, TODAY.isoformat()) == 4
    assert counts[Gathering.ALL] == len(list_actions(demo.db)) == 25
    assert counts[Gathering.NO_ACTION] == 0, "findings without an action are a matter of each audit"


@pytest.mark.parametrize("gathering", Gathering)
@pytest.mark.parametrize("number", [None, "2026-04", "2026-03"])
def test_a_gathering_holds_what_its_count_says(demo: Register, gathering: Gathering, number: str | None) -> None:
    audit_id = find_audit(demo.db, number).id if number else None
    wanted = Wanted(TODAY, audit_id, gathering)

    lines = follow_up(demo.db, wanted)

    assert len(lines) == count_follow_up(demo.db, wanted)[gathering]
    if gathering is Gathering.OVERDUE:
        assert all(line.is_overdue(TODAY) for line in lines)
    if gathering is Gathering.NO_ACTION:
        assert all(line.action_id is None and line.state is None for line in lines)


def test_what_is_most_urgent_stands_first(demo: Register) -> None:
    lines = follow_up(demo.db, Wanted(TODAY))

    states = [line.state for line in lines]
    assert states[:8] == [ActionState.IN_PROGRESS] * 5 + [ActionState.IMPLEMENTED] * 3
    days = [line.due_on for line in lines[:5]]
    assert days == sorted(days, key=str)


def test_an_audit_lists_findings_without_action_but_no_strengths(demo: Register) -> None:
    audit = find_audit(demo.db, "2026-04")

    types = [line.type for line in follow_up(demo.db, Wanted(TODAY, audit.id, Gathering.NO_ACTION))]

    assert types[0] is FindingType.NONCONFORMITY_MINOR
    assert FindingType.STRENGTH not in types
    assert len(types) == 4


@pytest.mark.parametrize("search", ["hemtjänst öster", "ÖSTER hemtjänst", "2026-03"])
def test_finds_all_words_in_any_order_and_case(demo: Register, search: str) -> None:
    lines = follow_up(demo.db, Wanted(TODAY, search=search))

    assert {line.unit_sv for line in lines} == {"Hemtjänst Öster"}
    assert follow_up(demo.db, Wanted(TODAY, search=f"{search} giraff")) == []


@pytest.mark.parametrize("order", ["state", "text", "finding", "unit_sv", "unit_en", "owner", "due_on"])
def test_every_order_goes_both_ways(demo: Register, order: str) -> None:
    up = follow_up(demo.db, Wanted(TODAY, order=order))
    down = follow_up(demo.db, Wanted(TODAY, order=order, is_descending=True))

    assert {line.key for line in up} == {line.key for line in down}
    assert up[0].key != down[0].key


def test_names_sort_the_swedish_way(draft: Register) -> None:
    audit = find_audit(draft.db, "2026-04")
    finding = follow_up(draft.db, Wanted(TODAY, audit.id))[0].finding_id
    texts = ["Ö", "ä", "Å", "z", "A"]
    actions = [Action(new_id(), audit.id, finding, text) for text in texts]
    draft.write([edit for action in actions for edit in creation_of(action)])

    lines = follow_up(draft.db, Wanted(TODAY, audit.id, Gathering.OPEN, order="text"))

    assert [line.text for line in lines] == ["A", "z", "Å", "ä", "Ö"]


def test_what_somebody_works_on_stays(demo: Register) -> None:
    closed = follow_up(demo.db, Wanted(TODAY, gathering=Gathering.CLOSED))[0]

    lines = follow_up(demo.db, Wanted(TODAY, gathering=Gathering.OPEN, kept=closed.key))

    assert closed in lines
    assert len(lines) == 6


def test_what_is_deleted_is_gone(draft: Register) -> None:
    line = follow_up(draft.db, Wanted(TODAY))[0]
    assert line.action_id is not None
    draft.write([Edit("action", line.action_id, DELETED, 1, line.audit_id)])

    assert line.key not in {each.key for each in follow_up(draft.db, Wanted(TODAY))}
    assert [each.finding_id for each in follow_up(draft.db, Wanted(TODAY, line.audit_id, Gathering.NO_ACTION))] == [
        line.finding_id
    ]


def test_two_thousand_actions_are_listed_at_once(draft: Register) -> None:
    audit = find_audit(draft.db, "2026-04")
    finding = Finding(new_id(), audit.id, "F99", title="Every action of this test")
    due = [TODAY + dt.timedelta(days=n % 90 - 45) for n in range(2000)]
    actions = [
        Action(new_id(), audit.id, finding.id, f"Åtgärd {n}", "Enhetschef", due_on=day) for n, day in enumerate(due)
    ]
    draft.write([edit for record in (finding, *actions) for edit in creation_of(record)])

    began = time.perf_counter()
    lines = follow_up(draft.db, Wanted(TODAY, search="åtgärd", order="text"))
    counts = count_follow_up(draft.db, Wanted(TODAY, search="åtgärd"))

    assert time.perf_counter() - began < 0.3
    assert len(lines) == counts[Gathering.ALL] >= 2000
