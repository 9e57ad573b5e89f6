"""One row of the table: what was measured, against what, and how it stands to what is to be reached."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`value` is a ratio, or a plain figure where `unit` says so; lower is better, `reach` is the most it may be."""

    what: str
    against: str
    value: float
    reach: float | None
    unit: str = "×"
    detail: str = ""


def paired(rounds: int, ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float, float]:
    """The median of ours, of theirs, and of the ratio, round by round, so that a busy machine hits both alike."""
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    ratio = statistics.median(one / other for one, other in pairs)
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), ratio


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
