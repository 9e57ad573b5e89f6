"""Matters: what is to be settled before a day, and what of it is left."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum

from qmsdesk.domain.audits import TeamRole, refuse_own_unit
from qmsdesk.domain.budgets import budget_of
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import Refusal
from qmsdesk.domain.plan import overlaps
from qmsdesk.i18n import N_


class Matter(StrEnum):
    """In the order of the page that settles them."""

    DAY = "day"
    TEAM = "team"
    PLAN = "plan"
    QUESTIONS = "questions"


MATTER_NAMES = {
    Matter.DAY: N_("The day"),
    Matter.TEAM: N_("Team"),
    Matter.PLAN: N_("Day plan"),
    Matter.QUESTIONS: N_("Questions"),
}


def left_to_settle(dossier: Dossier, today: dt.date) -> list[Matter]:
    """What somebody still has to see to before the day."""
    return [matter for matter, is_settled in _RULES.items() if not is_settled(dossier, today)]


def _has_day(dossier: Dossier, today: dt.date) -> bool:
    audit = dossier.audit
    has_order = audit.starts_at is None or audit.ends_at is None or audit.starts_at < audit.ends_at
    return audit.date >= today and has_order


def _has_team(dossier: Dossier, _today: dt.date) -> bool:
    """One leads, and nobody audits their own unit."""
    people = [person for member in dossier.team if (person := dossier.person(member.person_id))]
    try:
        refuse_own_unit(people, dossier.unit)
    except Refusal:
        return False
    return sum(member.role is TeamRole.LEAD for member in dossier.team) == 1


def _has_plan(dossier: Dossier, _today: dt.date) -> bool:
    return bool(dossier.plan) and not overlaps(dossier.plan) and not any(slot.ends_too_early for slot in dossier.plan)


def _has_time_for_questions(dossier: Dossier, _today: dt.date) -> bool:
    budget = budget_of(dossier)
    return budget.questions > 0 and budget.there > 0 and not budget.over


_RULES: Mapping[Matter, Callable[[Dossier, dt.date], bool]] = {
    Matter.DAY: _has_day,
    Matter.TEAM: _has_team,
    Matter.PLAN: _has_plan,
    Matter.QUESTIONS: _has_time_for_questions,
}
