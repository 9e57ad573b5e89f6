"""Budgets: the minutes an audit's questions take against the time the day has for them."""

from dataclasses import dataclass

from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.plan import minutes_between, minutes_for_questions


@dataclass(frozen=True, slots=True)
class Budget:
    """`there` is the time of the plan's conversations, or of the whole day where there is no plan yet.

    The questions are those to ask as things stand; `more` may come, depending on what is answered.
    """

    questions: int
    needed: int
    there: int
    is_planned: bool
    more: int = 0
    more_minutes: int = 0

    @property
    def over(self) -> int:
        """How many minutes too many the questions take."""
        return max(0, self.needed - self.there)


def budget_of(dossier: Dossier) -> Budget:
    asked = dossier.asked_questions
    there = (
        minutes_for_questions(dossier.plan)
        if dossier.plan
        else minutes_between(dossier.audit.starts_at, dossier.audit.ends_at)
    )
    rest = [question.minutes for question in dossier.chosen_questions if question.id in dossier.unmet]
    needed = sum(question.minutes for question in asked)
    return Budget(len(asked), needed, there, bool(dossier.plan), len(rest), sum(rest))
