"""Samples: how many of how many were looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """`looked_at` of `out_of` cases, records or things named by `what`; zero says that it is not known."""

    id: str
    audit_id: str
    question_id: str
    what: str = ""
    looked_at: int = 0
    out_of: int = 0
