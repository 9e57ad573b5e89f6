"""Headings above headings in a table: “1 Organisation” over “1.1 Roles”, or KITCHEN over Fridge."""

from collections.abc import Sequence
from dataclasses import dataclass

from qmsdesk.exchange.sources.sections import is_above, is_upper

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """`asks` where a question stands right below it, before any other heading."""

    row: int
    label: str
    text: str
    asks: bool


def paths_of(headings: Sequence[Heading]) -> dict[int, tuple[int, ...]]:
    """The rows of the headings each heading stands under, the outermost first; only headings that ask nothing do."""
    outer = [each for each in headings if not each.asks]
    by_case = sum(is_upper(each.text) for each in outer) >= _SEVERAL
    paths: dict[int, tuple[int, ...]] = {}
    above: list[Heading] = []
    for each in headings:
        above = [one for one in above if is_above(one.label, each.label) or (by_case and _is_louder(one, each))]
        paths[each.row] = tuple(one.row for one in above)
        if not each.asks:
            above.append(each)
    return paths


def _is_louder(one: Heading, other: Heading) -> bool:
    return is_upper(one.text) and not is_upper(other.text) and not other.label
