"""Layers: what is drawn comes back as it was, moves no further than its photo, and bad text is no layer."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.layers import (
    Arrow,
    Blur,
    Crop,
    Layer,
    Pen,
    box_of,
    framed,
    moved,
    parse_layer,
    shape_at,
    stretched,
    thinned,
    write_layer,
)

SIZE = (2000, 1500)
X, Y = st.integers(0, SIZE[0]), st.integers(0, SIZE[1])
FAR = st.integers(-5000, 5000)
BOXES = st.tuples(X, Y, X, Y).map(lambda four: framed(*four, SIZE)).filter(bool)
PENS = st.lists(st.tuples(X, Y), min_size=2, max_size=30).map(lambda points: Pen(tuple(points)))
ARROWS = st.builds(Arrow, X, Y, X, Y)
SHAPES = PENS | ARROWS | BOXES.map(lambda box: Blur(*box or ()))
LAYERS = st.builds(
    lambda shapes, crop: Layer((*shapes, *((Crop(*crop),) if crop else ()))), st.lists(SHAPES), BOXES | st.none()
)


@given(LAYERS)
def test_a_layer_comes_back_as_it_was_written(layer: Layer) -> None:
    assert parse_layer(write_layer(layer)) == layer


def test_no_layer_is_no_text() -> None:
    assert write_layer(Layer()) == ""
    assert not parse_layer("")
    assert not parse_layer("[]")


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "text",
    [
        *("{", "7", "null", '["pen"]', '[{"pen":[1]}]', '[{"pen":[1,2,3]}]', '[{"pen":[1,2]}]', '[{"star":[1,2,3,4]}]'),
        *('[{"arrow":[1,2,3]}]', '[{"blur":[1,2,0,4]}]', '[{"crop":[1,2,3,-4]}]', '[{"blur":[1,2,3.5,4]}]'),
        *(
            '[{"blur":[1,2,true,4]}]',
            '[{"arrow":[1,2,3,999999999]}]',
            '[{"arrow":"abcd"}]',
            "[" * 5000,
            '[{"a":1,"b":2}]',
        ),
    ],
)
def test_bad_text_is_no_layer_and_is_logged(text: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert parse_layer(text) == Layer()
    assert len(caplog.records) == 1


@pytest.mark.expects_log
@given(st.text())
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert isinstance(parse_layer(text), Layer)


@given(SHAPES, FAR, FAR)
def test_a_shape_never_leaves_its_photo(shape: Pen | Arrow | Blur, across: int, down: int) -> None:
    for changed in (moved(shape, across, down, SIZE), stretched(shape, across, down, SIZE)):
        left, top, right, bottom = box_of(changed)
        assert min(left, top) >= 0
        assert right <= SIZE[0]
        assert bottom <= SIZE[1]
        assert type(changed) is type(shape)


@given(SHAPES, st.integers(-40, 40), st.integers(-40, 40))
def test_moving_changes_no_form(shape: Pen | Arrow | Blur, across: int, down: int) -> None:
    before, after = box_of(shape), box_of(moved(shape, across, down, SIZE))

    assert (after[2] - after[0], after[3] - after[1]) == (before[2] - before[0], before[3] - before[1])


def test_there_is_one_crop_at_most() -> None:
    layer = Layer().added(Crop(0, 0, 9, 9)).added(Blur(1, 1, 2, 2)).added(Crop(5, 5, 20, 20))

    assert layer.crop == Crop(5, 5, 20, 20)
    assert len(layer.shapes) == 2


def test_the_topmost_shape_is_met_and_a_crop_only_at_its_edge() -> None:
    layer = Layer((Crop(0, 0, 400, 400), Blur(100, 100, 100, 100), Arrow(120, 120, 300, 120)))

    assert shape_at(layer, 150, 120, 8) == 2
    assert shape_at(layer, 150, 160, 8) == 1
    assert shape_at(layer, 250, 250, 8) is None
    assert shape_at(layer, 2, 250, 8) == 0
    assert shape_at(layer, 5000, 5000, 8) is None


def test_a_line_keeps_its_ends_when_it_is_thinned() -> None:
    line = [(x, 0) for x in range(101)]

    thin = thinned(line, 10)

    assert (thin[0], thin[-1]) == ((0, 0), (100, 0))
    assert len(thin) == 11
    assert thinned([], 10) == ()
