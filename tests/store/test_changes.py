"""Changes: the chain shows what was altered, conflicts are kept, and what is erased still verifies."""

import datetime as dt

import pytest

from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.changes import broken_chains, forget_own_replicas, history, live_changes, live_ids, live_values
from qmsdesk.store.database import transaction
from qmsdesk.store.register import Register
from qmsdesk.store.rows import get
from tests.store.state import rows
from tests.store.town import BO, FINDING


def title(value: str, parents: tuple[str, ...] | None = None) -> Edit:
    return edit_of(FINDING, "title", value, parents)


def shown_title(register: Register) -> str:
    finding = get(register.db, Finding, FINDING.id)
    assert finding is not None
    return finding.title


@pytest.fixture
def conflict(town: Register) -> tuple[str, str]:
    """Anna and Bo changed the same title, neither having seen the other's; their changes, in order."""
    opened = live_ids(town.db, "f1", "title")
    town.write([title("Annas", opened)])
    town.write([title("Bos", opened)], author_id=BO.id)
    first, second = live_ids(town.db, "f1", "title")
    return first, second


def test_both_sides_of_a_conflict_are_kept(town: Register, conflict: tuple[str, str]) -> None:
    live = [change for change in history(town.db, "f1", "title") if change.is_live]

    assert [(change.value, change.author_id) for change in live] == [("Annas", "p1"), ("Bos", "p2")]
    assert shown_title(town) == "Bos"


@pytest.mark.parametrize("chosen", ["Annas", "Bos", "Both"])
def test_a_resolution_is_written_even_where_it_is_what_is_shown(
    town: Register, conflict: tuple[str, str], chosen: str
) -> None:
    town.write([title(chosen)])

    assert len(live_ids(town.db, "f1", "title")) == 1
    assert history(town.db, "f1", "title")[-1].parents == conflict
    assert shown_title(town) == chosen


def test_undoing_a_resolution_brings_the_conflict_back(town: Register, conflict: tuple[str, str]) -> None:
    resolved = town.write([title("Both")])

    town.write(resolved.undo)

    live = {change.value for change in history(town.db, "f1", "title") if change.is_live}
    assert live == {"Annas", "Bos"}
    assert shown_title(town) == "Bos"


def test_the_same_words_from_two_people_are_no_conflict(town: Register) -> None:
    opened = live_ids(town.db, "f1", "title")
    town.write([title("Same", opened)])
    again = town.write([title("Same", opened)], author_id=BO.id)

    assert len(live_ids(town.db, "f1", "title")) == 1
    assert not again.entities


def test_undo_does_not_take_what_came_in_meanwhile(town: Register) -> None:
    opened = live_ids(town.db, "f1", "title")
    mine = town.write([title("Mine")])
    town.write([title("Came in", opened)], author_id=BO.id)

    town.write(mine.undo)

    live = {change.value for change in history(town.db, "f1", "title") if change.is_live}
    assert live == {"Came in", FINDING.title}


def test_undo_and_redo_of_several_edits_at_once(town: Register) -> None:
    before = rows(town.db)["finding"], rows(town.db)["obstacle"]
    new = Finding("f2", "a1", "A-02", FindingType.STRENGTH, "Glad")
    done = town.write(
        [title("One"), title("Two"), edit_of(FINDING, DELETED, 1), *creation_of(new), edit_of(new, "title", "Gladare")]
    )
    after = rows(town.db)["finding"]

    undone = town.write(done.undo)
    assert get(town.db, Finding, "f2") is None
    assert get(town.db, Finding, "f1") == FINDING
    assert (rows(town.db)["finding"][:1], rows(town.db)["obstacle"]) == before

    town.write(undone.undo)
    assert rows(town.db)["finding"] == after


def test_a_delete_does_not_take_what_its_author_had_not_seen(town: Register) -> None:
    seen = tuple(id_ for field in live_values(town.db, "f1") for id_ in live_ids(town.db, "f1", field))
    town.write([edit_of(FINDING, "statement", "Written meanwhile")], author_id=BO.id)

    town.write([edit_of(FINDING, DELETED, 1, seen)])
    kept = get(town.db, Finding, "f1")
    assert kept is not None
    assert kept.statement == "Written meanwhile"

    town.write([edit_of(FINDING, DELETED, 0)])
    town.write([edit_of(FINDING, DELETED, 1)])
    assert get(town.db, Finding, "f1") is None


def test_what_another_writes_to_something_deleted_brings_it_back(town: Register) -> None:
    town.write([edit_of(FINDING, DELETED, 1)])
    town.write([edit_of(FINDING, "statement", "But listen")], author_id=BO.id)

    assert get(town.db, Finding, "f1") is not None


def test_ones_own_late_words_do_not_undo_ones_delete(town: Register) -> None:
    town.write([edit_of(FINDING, DELETED, 1)])
    town.write([title("The editor was still open")])

    assert get(town.db, Finding, "f1") is None


def test_what_is_created_anew_starts_from_nothing(town: Register) -> None:
    """An answer has the same id whenever it is given: taking it back and giving another must not bring the old one."""
    first = Answer("an9", "a1", "q1", "p2", Verdict.NOT_ASKED, "No time")
    second = Answer("an9", "a1", "q1", "p2", Verdict.FULFILLED)
    given = town.write(creation_of(first))
    town.write(given.undo)
    assert get(town.db, Answer, "an9") is None

    again = town.write(creation_of(second), author_id=BO.id)
    assert get(town.db, Answer, "an9") == second
    assert {len(of_field) for of_field in live_changes(town.db, "an9").values()} == {1}

    town.write(again.undo, author_id=BO.id)
    assert get(town.db, Answer, "an9") is None


# The chain

TAMPERINGS = {
    "a value": "UPDATE change SET value = '\"Kind words\"' WHERE {it}",
    "a salt": "UPDATE change SET salt = x'00' WHERE {it}",
    "an erased value with its salt left": "UPDATE change SET value = NULL WHERE {it}",
    "an erased salt with its value left": "UPDATE change SET salt = NULL WHERE {it}",
    "an author": "UPDATE change SET author_id = 'p2' WHERE {it}",
    "a moment": "UPDATE change SET at = at + 1 WHERE {it}",
    "a field": "UPDATE change SET field = 'scope' WHERE {it}",
    "an entity": "UPDATE change SET entity = 'a9' WHERE {it}",
    "a kind": "UPDATE change SET kind = 'unit' WHERE {it}",
    "an audit": "UPDATE change SET audit_id = 'a9' WHERE {it}",
    "a line": "UPDATE change SET line = CAST(line || ' ' AS BLOB) WHERE {it}",
    "a mark": "UPDATE change SET mark = x'0011223344556677' WHERE {it}",
    "a dropped change": "DELETE FROM change WHERE {it}",
    "a gap": "UPDATE change SET seq = seq + 1000 WHERE {it}",
    "the head": "UPDATE replica SET chain = x'00'",
}


@pytest.mark.parametrize("which", ["first", "middle", "last"])
@pytest.mark.parametrize("what", TAMPERINGS)
def test_whatever_is_altered_is_found(town: Register, what: str, which: str) -> None:
    (replica,) = town.db.execute("SELECT id FROM replica WHERE audit_id = 'a1'").fetchone()
    (last,) = town.db.execute("SELECT max(seq) FROM change WHERE replica = ?", (replica,)).fetchone()
    seq = {"first": 1, "middle": last // 2, "last": last}[which]
    assert broken_chains(town.db) == []

    town.db.execute(TAMPERINGS[what].format(it=f"replica = {replica} AND seq = {seq}"))

    assert replica in broken_chains(town.db)


def test_two_changes_that_changed_places_are_found(town: Register) -> None:
    it = "audit_id = 'a1'"
    town.db.execute(f"UPDATE change SET seq = -1 WHERE {it} AND seq = 3")
    town.db.execute(f"UPDATE change SET seq = 3 WHERE {it} AND seq = 4")
    town.db.execute(f"UPDATE change SET seq = 4 WHERE {it} AND seq = -1")

    assert len(broken_chains(town.db)) == 1


def test_what_is_erased_verifies_and_leaves_an_empty_text(town: Register) -> None:
    erase = "UPDATE change SET value = NULL, salt = NULL WHERE entity IN ('n1', 'p2') AND field IN ('text', 'name')"
    town.db.execute(erase)

    assert broken_chains(town.db) == []
    town.rebuild()
    assert town.db.execute("SELECT text FROM note").fetchone() == ("",)
    assert town.db.execute("SELECT name FROM person WHERE id = 'p2'").fetchone() == ("",)
    assert history(town.db, "n1", "text")[0].value is None


def test_new_chains_start_beside_the_old(town: Register) -> None:
    before = {row[0] for row in town.db.execute("SELECT id FROM replica")}
    with transaction(town.db):
        forget_own_replicas(town.db)

    town.write([title("After")])

    fresh = {row[0] for row in town.db.execute("SELECT id FROM replica")} - before
    assert town.db.execute("SELECT replica, seq FROM change WHERE value = '\"After\"'").fetchall() == [(*fresh, 1)]
    assert broken_chains(town.db) == []


@pytest.mark.parametrize("value", [1.5, True, float("nan"), b"x", ["x"]])
def test_nothing_but_text_and_whole_numbers_gets_in(town: Register, value: object) -> None:
    before = rows(town.db)

    with pytest.raises(TypeError):
        town.write([title("First"), Edit("finding", "f1", "statement", value, "a1")])  # type: ignore[arg-type]

    assert rows(town.db) == before


def test_text_and_number_stay_apart(town: Register) -> None:
    for value in ("5", 5, "null", None, ""):
        town.write([Edit("finding", "f1", "from_later", value, "a1")])

    assert [change.value for change in history(town.db, "f1", "from_later")] == ["5", 5, "null", None, ""]


def test_moments_go_on_though_the_clock_is_set_back(town: Register) -> None:
    town.write([title("From the future")], at=dt.datetime(2090, 1, 1, tzinfo=dt.UTC))
    town.write([title("Now")])

    assert shown_title(town) == "Now"
    moments = [change.at for change in history(town.db, "f1", "title")]
    assert moments == sorted(moments)


# What a newer version has written


def test_unknown_fields_and_kinds_are_kept_and_shown_to_nobody(town: Register) -> None:
    before = rows(town.db)["finding"]
    town.write([Edit("finding", "f1", "colour", "blue", "a1"), Edit("mood", "m9", "is_good", 1, "a1")])
    second = town.write([Edit("mood", "m9", "is_good", 0, "a1")])
    town.write(second.undo)

    town.rebuild()

    assert rows(town.db)["finding"] == before
    assert live_values(town.db, "f1")["colour"] == "blue"
    assert live_values(town.db, "m9") == {"is_good": 1}
    assert broken_chains(town.db) == []


def test_an_entity_whose_needed_fields_have_not_come_waits_in_the_log(town: Register) -> None:
    town.write([Edit("finding", "f9", "title", "Without an audit", "a1")])
    assert get(town.db, Finding, "f9") is None

    town.write([Edit("finding", "f9", "number", "A-09", "a1"), Edit("finding", "f9", "audit_id", "a1", "a1")])
    assert get(town.db, Finding, "f9") == Finding("f9", "a1", "A-09", title="Without an audit")


def test_a_rebuild_finds_from_the_lines_alone_what_is_live(town: Register, conflict: tuple[str, str]) -> None:
    right = rows(town.db)
    town.db.execute("UPDATE change SET is_live = (seq % 3 = 0)")
    town.db.execute("UPDATE finding SET title = 'made up'")
    town.db.execute("INSERT INTO participant (id, audit_id, role, people) VALUES ('made', 'a1', 'up', 1)")

    town.rebuild()

    assert rows(town.db) == right
