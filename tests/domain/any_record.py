"""Any record at all, for properties that hold for every kind."""

import dataclasses
import datetime as dt
import types
import typing
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from qmsdesk.domain.records import KINDS

MOMENTS = st.datetimes(
    min_value=dt.datetime(1990, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=dt.datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.just(dt.UTC),
).map(lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000))
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0))
WHOLE_NUMBERS = st.integers(min_value=0, max_value=2**63 - 1)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=20),
    int: WHOLE_NUMBERS,
    bool: st.booleans(),
    dt.date: st.dates(),
    dt.datetime: MOMENTS,
    dt.time: TIMES,
}


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Anything that a field with that type hint may hold."""
    if isinstance(hint, types.UnionType):
        return st.one_of(*(any_of(part) for part in typing.get_args(hint)))
    if hint is type(None):
        return st.none()
    if typing.get_origin(hint) is tuple:
        return st.lists(any_of(typing.get_args(hint)[0]), max_size=3).map(tuple)
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return PLAIN[hint]


def any_record(kind: str) -> st.SearchStrategy[Any]:
    record_type = KINDS[kind]
    hints = typing.get_type_hints(record_type)
    return st.builds(
        record_type, **{field.name: any_of(hints[field.name]) for field in dataclasses.fields(record_type)}
    )
