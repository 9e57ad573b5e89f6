"""Budgets: the questions against the conversations of the plan."""

import datetime as dt
from dataclasses import replace

from qmsdesk.domain.audits import AuditQuestion
from qmsdesk.domain.budgets import Budget, budget_of
from qmsdesk.domain.plan import PlanSlot
from tests.domain.test_dossiers import dossier

TALK = PlanSlot("1", "a", dt.time(9), dt.time(9, 20), "Conversation")
LUNCH = PlanSlot("2", "a", dt.time(11), dt.time(12), "Lunch")


def test_the_conversations_of_the_plan_count() -> None:
    budget = budget_of(dossier(plan=(TALK, LUNCH)))
    assert budget == Budget(questions=4, needed=28, there=20, is_planned=True)
    assert budget.over == 8


def test_without_a_plan_the_day_counts() -> None:
    audit = replace(dossier().audit, starts_at=dt.time(9), ends_at=dt.time(10))
    budget = budget_of(dossier(audit=audit))
    assert (budget.there, budget.over, budget.is_planned) == (60, 0, False)
    assert budget_of(dossier()).there == 0


def test_what_is_left_out_takes_no_time() -> None:
    left_out = dossier(
        plan=(TALK,), audit_questions=(AuditQuestion("1", "a", "q1", True), AuditQuestion("2", "a", "q2"))
    )
    assert budget_of(left_out).needed == 21
