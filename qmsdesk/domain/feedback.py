"""Feedback on a day, from someone who was there: three questions and a free word."""

from collections.abc import Iterable
from dataclasses import dataclass

from qmsdesk.i18n import N_

LEAST_ANSWERS = 3
"""With fewer one could tell who said what."""

QUESTIONS = {
    "was_useful": N_("Was the day useful to you?"),
    "was_fair": N_("Was the day fair?"),
    "was_worth_the_time": N_("Was it worth the time?"),
}
ANSWERS = {
    1: N_("Not at all"),
    2: N_("A little"),
    3: N_("Partly"),
    4: N_("Mostly"),
    5: N_("Very much"),
}


@dataclass(frozen=True, slots=True)
class Feedback:
    """Each answer from 1, not at all, to 5, very much; None where the question was passed over."""

    id: str
    audit_id: str
    was_useful: int | None = None
    was_fair: int | None = None
    was_worth_the_time: int | None = None
    remark: str = ""


def mean_of(feedback: Iterable[Feedback], question: str) -> float | None:
    """The mean answer to a question; None while so few have answered that one could tell them apart."""
    given = [answer for each in feedback if (answer := getattr(each, question)) is not None]
    return sum(given) / len(given) if len(given) >= LEAST_ANSWERS else None


def remarks_of(feedback: Iterable[Feedback]) -> list[str]:
    """What was written, in an order that tells nothing of who wrote when; nothing while so few have answered."""
    given = list(feedback)
    return sorted(each.remark.strip() for each in given if each.remark.strip()) if len(given) >= LEAST_ANSWERS else []
