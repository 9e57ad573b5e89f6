"""Answers: what each auditor holds of each question, and the one they agree on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.identity import derived_id
from qmsdesk.i18n import N_


class Verdict(StrEnum):
    FULFILLED = "fulfilled"
    PARTLY = "partly"
    NOT_FULFILLED = "not_fulfilled"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASKED = "not_asked"
    PARKED = "parked"

    @property
    def needs_reason(self) -> bool:
        return self in (Verdict.NOT_APPLICABLE, Verdict.NOT_ASKED)


VERDICT_NAMES = {
    Verdict.FULFILLED: N_("Fulfilled"),
    Verdict.PARTLY: N_("Partly"),
    Verdict.NOT_FULFILLED: N_("Not fulfilled"),
    Verdict.NOT_APPLICABLE: N_("Not applicable"),
    Verdict.NOT_ASKED: N_("Not asked"),
    Verdict.PARKED: N_("Parked"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One auditor's answer to one question, or the agreed one; without a verdict it has been taken back.

    `basis` is the mark of what the auditors held when they agreed (see `domain.agreements`).
    """

    id: str
    audit_id: str
    question_id: str
    author_id: str | None = None
    verdict: Verdict | None = None
    reason: str = ""
    is_agreed: bool = False
    basis: str = ""

    @property
    def lacks_reason(self) -> bool:
        return self.verdict is not None and self.verdict.needs_reason and not self.reason.strip()

    @property
    def is_settled(self) -> bool:
        """Whether the question needs no more attention: answered, and with its reason where one is due."""
        return self.verdict not in (None, Verdict.PARKED) and not self.lacks_reason


def answer_id(audit_id: str, question_id: str, author_id: str) -> str:
    """The same on every laptop, so that one auditor has one answer to a question wherever it was given."""
    return derived_id("answer", audit_id, question_id, author_id)


def agreed_answer_id(audit_id: str, question_id: str) -> str:
    return derived_id("agreed answer", audit_id, question_id)


def standing_answers(answers: Iterable[Answer], lead_id: str | None) -> dict[str, Answer]:
    """The answer that counts for each question: the agreed one, else the lead auditor's, else whoever gave one."""
    standing: dict[str, Answer] = {}
    for answer in sorted(answers, key=lambda a: (a.is_agreed, a.author_id == lead_id, a.id)):
        if answer.verdict is not None:
            standing[answer.question_id] = answer
    return standing
