"""Positions: there is always room, and order is kept, whatever is put where."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.domain.positions import position_between, positions

QUICK = settings(max_examples=80, deadline=None)


def put_in(keys: list[str], place: int) -> None:
    before = keys[place - 1] if place else ""
    after = keys[place] if place < len(keys) else ""
    keys.insert(place, position_between(before, after))


@QUICK
@given(st.lists(st.integers(min_value=0, max_value=10_000), max_size=60), st.integers(min_value=0, max_value=40))
def test_any_sequence_of_inserts_keeps_the_order(places: list[int], at_first: int) -> None:
    keys = positions(at_first)
    for place in places:
        put_in(keys, place % (len(keys) + 1))

    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert not any(key.endswith("0") for key in keys)


@pytest.mark.parametrize("place", ["first", "last", "second"])
def test_a_hundred_inserts_at_one_place_stay_short(place: str) -> None:
    keys = ["a", "b"]
    for _ in range(100):
        put_in(keys, {"first": 0, "last": len(keys), "second": 1}[place])

    assert keys == sorted(keys)
    assert max(len(key) for key in keys) <= 25


@QUICK
@given(st.integers(min_value=0, max_value=3_000))
def test_positions_for_a_list_filled_at_once(count: int) -> None:
    keys = positions(count)

    assert len(set(keys)) == count
    assert keys == sorted(keys)
    assert not any(key.endswith("0") or not key for key in keys)


@pytest.mark.parametrize(("before", "after"), [("b", "a"), ("a", "a"), ("ab", "ab")])
def test_no_room_between_what_stands_the_wrong_way_round(before: str, after: str) -> None:
    with pytest.raises(ValueError, match="does not stand before"):
        position_between(before, after)
