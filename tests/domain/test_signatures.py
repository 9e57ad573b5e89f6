"""Signatures: what was drawn comes back as it was, and nothing else is taken for a drawing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.signatures import FIELD_HEIGHT, FIELD_WIDTH, pack_strokes, simplify, to_field, unpack_strokes

points = st.tuples(st.integers(0, FIELD_WIDTH), st.integers(0, FIELD_HEIGHT))
strokes = st.lists(st.lists(points, min_size=1, max_size=30), max_size=5)


@given(strokes)
def test_a_drawing_comes_back_as_it_was(drawn: list[list[tuple[int, int]]]) -> None:
    assert unpack_strokes(pack_strokes(drawn)) == tuple(map(tuple, drawn))


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(unpack_strokes(text), tuple)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists))
def test_whatever_json_holds_is_a_drawing_or_nothing(held: object) -> None:
    read = unpack_strokes(json.dumps(held))
    assert read == () or [[list(point) for point in stroke] for stroke in read] == held


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "null",
        "{}",
        "[[]]",
        "[[[1]]]",
        "[[[1,2,3]]]",
        "[[[1.5,2]]]",
        '[[["1","2"]]]',
        "[[[true,2]]]",
        "[[[-1,2]]]",
        "[[[1001,2]]]",
        "[[[1,301]]]",
        "[[[1,2]],[[3]]]",
        "[" * 100_000,
        "[[[" + "9" * 5000 + ",1]]]",
    ],
)
def test_what_is_no_drawing_reads_as_empty(text: str) -> None:
    assert unpack_strokes(text) == ()


def test_nothing_drawn_is_kept_as_nothing() -> None:
    assert pack_strokes([]) == pack_strokes([[]]) == ""


@given(strokes)
def test_a_thinned_drawing_keeps_the_ends_of_its_strokes(drawn: list[list[tuple[int, int]]]) -> None:
    thin = simplify(drawn)
    assert [(stroke[0], stroke[-1]) for stroke in thin] == [(stroke[0], stroke[-1]) for stroke in drawn]
    assert all(set(after) <= set(before) for before, after in zip(drawn, thin, strict=True))
    assert simplify(drawn, -1) == tuple(map(tuple, drawn))


def test_a_straight_line_is_its_two_ends_and_a_turn_stays() -> None:
    line = [(x, 100) for x in range(0, 500, 3)]
    turn = [*line, *((498, y) for y in range(100, 300, 3))]
    assert simplify([line]) == (((0, 100), (498, 100)),)
    assert simplify([turn]) == (((0, 100), (498, 100), (498, 298)),)


def test_a_long_stroke_is_thinned() -> None:
    scribble = [(n % FIELD_WIDTH, n * 7 % FIELD_HEIGHT) for n in range(5000)]
    assert len(simplify([scribble])[0]) <= len(scribble)


def test_a_pad_of_any_size_fills_the_field_and_nothing_strays_off_it() -> None:
    assert to_field(250, 75, 500, 150) == (500, 150)
    assert to_field(-20, 900, 500, 150) == (0, FIELD_HEIGHT)
    assert to_field(3, 3, 0, 0) == (FIELD_WIDTH, FIELD_HEIGHT)
