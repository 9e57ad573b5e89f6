"""Records: what a field holds comes back as it went into the log, for every field of every kind."""

import dataclasses
import datetime as dt
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.domain.changes import DELETED
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.people import Person
from qmsdesk.domain.plan import Obstacle
from qmsdesk.domain.records import (
    KINDS,
    creation_of,
    edit_of,
    field_types,
    from_row,
    from_value,
    kind_of,
    to_value,
)
from tests.domain.any_record import any_record


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_record_comes_back_from_its_plain_values(kind: str, data: st.DataObject) -> None:
    record = data.draw(any_record(kind))
    values = [to_value(getattr(record, field.name)) for field in dataclasses.fields(record)]

    assert all(value is None or type(value) in (str, int) for value in values)
    assert from_row(type(record), values) == record


def test_a_row_that_was_read_before_gives_the_same_record() -> None:
    row = ("p1", "Maja Ek", *(to_value(field.default) for field in dataclasses.fields(Person)[2:]))
    again = tuple("".join(value) if isinstance(value, str) else value for value in row)
    assert from_row(Person, row) is from_row(Person, again)
    assert from_row(Person, ("p1", "Maja Lind", *row[2:])).name == "Maja Lind"


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_its_creation_says_everything_that_is_not_a_default(kind: str, data: st.DataObject) -> None:
    record = data.draw(any_record(kind))
    defaults = {
        field.name: field.default for field in dataclasses.fields(record) if field.default is not dataclasses.MISSING
    }
    types = field_types(type(record))

    not_deleted, *edits = creation_of(record)
    said = {edit.field: from_value(edit.value, types[edit.field]) for edit in edits}

    assert type(record)(**{"id": record.id} | defaults | said) == record
    assert (not_deleted.field, not_deleted.value) == (DELETED, 0)
    assert "id" not in said


def test_the_creation_of_what_belongs_to_an_audit_names_the_audit() -> None:
    edits = creation_of(Obstacle("o1", "a1", "The manager was ill"))

    assert {(edit.kind, edit.entity, edit.audit_id, edit.parents) for edit in edits} == {("obstacle", "o1", "a1", ())}


def test_a_question_belongs_to_the_register_itself() -> None:
    assert edit_of(Question("q1", "s1", "K1", "a"), "minutes", 5).audit_id is None


def test_an_edit_keeps_the_parents_it_was_given() -> None:
    edit = edit_of(Finding("f1", "a1", "A-01"), "type", FindingType.STRENGTH, parents=("x.1.00",))

    assert (edit.value, edit.parents, edit.kind) == ("strength", ("x.1.00",), "finding")


@pytest.mark.parametrize("held", [1.5, float("nan"), b"bytes", ["list"], {"a": 1}, object()])
def test_no_float_and_nothing_strange_gets_in(held: Any) -> None:
    with pytest.raises(TypeError):
        to_value(held)


def test_truth_is_kept_as_a_whole_number() -> None:
    assert to_value(True) == 1
    assert type(to_value(True)) is int


def test_a_moment_is_kept_in_universal_time() -> None:
    stockholm = dt.timezone(dt.timedelta(hours=1))

    assert to_value(dt.datetime(2026, 11, 22, 9, 30, tzinfo=stockholm)) == "2026-11-22T08:30:00.000+00:00"


def test_a_kind_stands_after_those_it_refers_to() -> None:
    order = list(KINDS)
    for kind, record_type in KINDS.items():
        for field in dataclasses.fields(record_type):
            named = field.name.removesuffix("_id")
            if named in KINDS and named != field.name:
                assert order.index(named) < order.index(kind), f"{kind} refers to {named}"


def test_every_kind_has_one_name() -> None:
    assert [kind_of(record_type) for record_type in KINDS.values()] == list(KINDS)


def test_what_may_be_missing_is_missing_by_default() -> None:
    """An erased text must become an empty one, and only what has no value by default may have none."""
    for record_type in KINDS.values():
        for field in dataclasses.fields(record_type):
            may_be_none = "None" in str(field.type)
            assert may_be_none == (field.default is None), f"{record_type.__name__}.{field.name}"


def test_a_record_without_a_kind_is_no_record() -> None:
    class Mood(StrEnum):
        GOOD = "good"

    with pytest.raises(KeyError):
        creation_of(Mood.GOOD)
