"""Matters: what somebody still has to see to before the day."""

import datetime as dt
from dataclasses import replace

from qmsdesk.domain.audits import TeamMember, TeamRole
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.matters import Matter, left_to_settle
from qmsdesk.domain.people import Person
from qmsdesk.domain.plan import PlanSlot
from tests.domain.test_dossiers import dossier

TALK = PlanSlot("1", "a", dt.time(9), dt.time(10), "Conversation")
LEAD = TeamMember("m", "a", "p", TeamRole.LEAD)
PERSON = Person("p", "Karin Holm")


def prepared() -> Dossier:
    return dossier(plan=(TALK,), team=(LEAD,), people={"p": PERSON})


def left(held: Dossier, days_later: int = 0) -> list[Matter]:
    return left_to_settle(held, held.audit.date + dt.timedelta(days=days_later))


def test_nothing_is_left_of_a_prepared_day() -> None:
    assert left(prepared()) == []


def test_a_bare_day_lacks_team_plan_and_time() -> None:
    assert left(dossier()) == [Matter.TEAM, Matter.PLAN, Matter.QUESTIONS]


def test_a_day_that_passed_or_ends_before_it_starts_is_left() -> None:
    assert left(prepared(), days_later=1) == [Matter.DAY]
    audit = replace(dossier().audit, starts_at=dt.time(15), ends_at=dt.time(9))
    assert left(replace(prepared(), audit=audit)) == [Matter.DAY]


def test_one_leads_and_nobody_audits_their_own_unit() -> None:
    two = (LEAD, TeamMember("n", "a", "q", TeamRole.LEAD))
    assert left(replace(prepared(), team=two)) == [Matter.TEAM]
    own = replace(PERSON, unit_id=dossier().unit.id)
    assert left(replace(prepared(), people={"p": own})) == [Matter.TEAM]


def test_lines_of_the_plan_that_cannot_be_are_left() -> None:
    clash = PlanSlot("2", "a", dt.time(9, 30), dt.time(10, 30), "Walk")
    assert left(replace(prepared(), plan=(TALK, clash))) == [Matter.PLAN]
    backwards = PlanSlot("2", "a", dt.time(12), dt.time(11), "Lunch")
    assert left(replace(prepared(), plan=(TALK, backwards))) == [Matter.PLAN]


def test_questions_that_do_not_fit_are_left() -> None:
    short = replace(TALK, ends_at=dt.time(9, 10))
    assert left(replace(prepared(), plan=(short,))) == [Matter.QUESTIONS]
