"""Feedback on a day, from someone who was there: three questions and a free word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feedback:
    """Each answer from 1, not at all, to 5, very much; None where the question was passed over."""

    id: str
    audit_id: str
    was_useful: int | None = None
    was_fair: int | None = None
    was_worth_the_time: int | None = None
    remark: str = ""
