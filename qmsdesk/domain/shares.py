"""Shares: which auditor of the team asks which questions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from qmsdesk.domain.audits import TeamRole
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.people import Person

ASKING = frozenset({TeamRole.LEAD, TeamRole.AUDITOR, TeamRole.TRAINEE})


@dataclass(frozen=True, slots=True)
class Load:
    """How much one auditor asks."""

    questions: int = 0
    minutes: int = 0


def asking(dossier: Dossier) -> list[Person]:
    """Those of the team who ask; observers listen, and experts are asked themselves."""
    members = [member for member in dossier.team if member.role in ASKING]
    people = [dossier.person(member.person_id) for member in members]
    return [person for person in people if person]


def shares(dossier: Dossier) -> dict[str, str]:
    """Who asks each question that is given to somebody who still asks, by the ids of both."""
    there = {person.id for person in asking(dossier)}
    given = {item.question_id: item.auditor_id for item in dossier.audit_questions}
    return {question: auditor for question, auditor in given.items() if auditor in there}


def loads(dossier: Dossier) -> dict[str, Load]:
    """What each auditor asks, by id; under "" what nobody has taken."""
    shared = shares(dossier)
    counts: dict[str, Load] = {person.id: Load() for person in asking(dossier)} | {"": Load()}
    for question in dossier.asked_questions:
        whose = shared.get(question.id, "")
        counts[whose] = Load(counts[whose].questions + 1, counts[whose].minutes + question.minutes)
    return counts


def share_evenly(dossier: Dossier) -> dict[str, str]:
    """Whole sections to whoever has least so far, the longest ones first: nobody gets more than a section too much."""
    people = asking(dossier)
    if not people:
        return {}
    minutes = {person.id: 0 for person in people}
    shared: dict[str, str] = {}
    takes = {section.id: sum(q.minutes for q in dossier.questions_of(section)) for section in dossier.sections}
    for section in sorted(dossier.sections, key=lambda section: -takes[section.id]):
        whose = min(minutes, key=lambda id_: minutes[id_])
        minutes[whose] += takes[section.id]
        shared |= {question.id: whose for question in dossier.questions if question.section_id == section.id}
    return shared


def short_names(people: Sequence[Person]) -> dict[str, str]:
    """Initials by id, or first names where two people have the same ones."""
    initials = Counter(person.initials for person in people)
    return {p.id: p.initials if initials[p.initials] == 1 else p.first_name for p in people}
