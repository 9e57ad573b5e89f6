"""Undo: back and forth through any number of steps, as the window does it, without ever arguing with oneself."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.domain.changes import DELETED, Changed, Edit
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.changes import broken_chains, live_changes
from qmsdesk.store.register import Register
from qmsdesk.store.rows import get
from tests.store.state import rows
from tests.store.town import ANNA, BO, FINDING, TOWN, creations

NEW = Finding("f2", "a1", "A-02", title="New")
STEPS: list[Sequence[Edit]] = [
    [edit_of(FINDING, "title", "One")],
    [edit_of(FINDING, "title", "Two"), edit_of(FINDING, "statement", "Said")],
    [edit_of(FINDING, "title", "Three"), edit_of(FINDING, "title", FINDING.title)],
    [edit_of(FINDING, DELETED, 1)],
    [edit_of(FINDING, DELETED, 0)],
    creation_of(NEW),
    [edit_of(NEW, "title", "Newer")],
]
CREATE_NEW, EDIT_NEW = len(STEPS) - 2, len(STEPS) - 1
UNDO, REDO = len(STEPS), len(STEPS) + 1


def state(register: Register) -> list[tuple[object, ...]]:
    return [row for row in rows(register.db)["finding"] if not row[-1]]


def conflicts(register: Register) -> int:
    live = [live_changes(register.db, entity).values() for entity in ("f1", "f2")]
    return sum(len(of_field) > 1 for of_entity in live for of_field in of_entity)


class Person:
    """Somebody at the window, with their steps to take back and to do again."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.undo: list[tuple[Changed, list[tuple[object, ...]]]] = []
        self.redo: list[tuple[Changed, list[tuple[object, ...]]]] = []

    def do(self, choice: int) -> None:
        if choice < UNDO:
            is_there = get(self.register.db, Finding, NEW.id) is not None
            if choice == (CREATE_NEW if is_there else EDIT_NEW):
                return
            self._step(STEPS[choice], self.undo)
            self.redo.clear()
        elif choice == UNDO and self.undo:
            self._back(self.undo, self.redo)
        elif choice == REDO and self.redo:
            self._back(self.redo, self.undo)

    def _step(self, edits: Sequence[Edit], to: list[tuple[Changed, list[tuple[object, ...]]]]) -> None:
        before = state(self.register)
        changed = self.register.write(edits)
        if changed.entities:
            to.append((changed, before))

    def _back(
        self, of: list[tuple[Changed, list[tuple[object, ...]]]], to: list[tuple[Changed, list[tuple[object, ...]]]]
    ) -> None:
        changed, before = of.pop()
        self._step(changed.undo, to)
        assert state(self.register) == before


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(min_value=0, max_value=REDO) | st.sampled_from([UNDO, REDO]), max_size=25))
def test_any_walk_through_undo_and_redo(choices: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        register = Register(Path(folder, "r.qmsdesk"), "laptop", create=True)
        register.set_owner(ANNA.id)
        register.write(creations(TOWN))
        person = Person(register)
        for choice in choices:
            person.do(choice)

        assert conflicts(register) == 0
        assert broken_chains(register.db) == []
        register.close()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([0, 1, UNDO, REDO]), max_size=12), st.integers(min_value=0, max_value=12))
def test_nothing_that_comes_in_is_taken_back(choices: list[int], when: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        register = Register(Path(folder, "r.qmsdesk"), "laptop", create=True)
        register.set_owner(ANNA.id)
        register.write(creations(TOWN))
        person = Person(register)
        for choice in choices[:when]:
            person.do(choice)
        register.write([edit_of(FINDING, "consequence", "Came in", parents=())], author_id=BO.id)
        register.write([edit_of(FINDING, "title", "Came in", parents=())], author_id=BO.id)
        for edits in reversed([changed.undo for changed, _ in person.undo]):
            register.write(edits)

        live = {held.value for held in live_changes(register.db, "f1")["title"]}
        register.close()
    assert "Came in" in live


def test_doing_again_brings_back_a_conflict_whole_even_where_one_of_its_values_stands(town: Register) -> None:
    town.write(creation_of(NEW))
    town.write([edit_of(NEW, "statement", "")])
    conflict = town.write([edit_of(NEW, "statement", "Said by another", parents=())])
    undone = town.write(conflict.undo)
    assert [held.value for held in live_changes(town.db, NEW.id)["statement"]] == [""]
    town.write(undone.undo)
    assert {held.value for held in live_changes(town.db, NEW.id)["statement"]} == {"", "Said by another"}
