"""Shares: who asks what, and sharing that is as even as whole sections allow."""

from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.audits import AuditQuestion, TeamMember, TeamRole
from qmsdesk.domain.checklists import Question, Section
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.people import Person
from qmsdesk.domain.shares import Load, asking, loads, share_evenly, shares, short_names
from tests.domain.test_dossiers import dossier

PEOPLE = {key: Person(key, name) for key, name in (("a", "Anna Ek"), ("b", "Bo Al"), ("c", "Cia Ask"), ("d", "Dan Ö"))}
TEAM = (
    TeamMember("t1", "a", "a", TeamRole.LEAD),
    TeamMember("t2", "a", "b"),
    TeamMember("t3", "a", "c", TeamRole.OBSERVER),
    TeamMember("t4", "a", "d", TeamRole.EXPERT),
)


def shared(minutes: list[list[int]], auditors: int) -> Dossier:
    team = tuple(TeamMember(f"t{n}", "a", f"p{n}") for n in range(auditors))
    return dossier(
        sections=tuple(Section(f"s{n}", "c", str(n), str(n)) for n in range(len(minutes))),
        questions=tuple(
            Question(f"q{n}.{m}", f"s{n}", "", str(m), minutes=each)
            for n, section in enumerate(minutes)
            for m, each in enumerate(section)
        ),
        team=team,
        people={f"p{n}": Person(f"p{n}", f"Name {n}") for n in range(auditors)},
    )


def test_observers_and_experts_ask_nothing() -> None:
    held = dossier(team=TEAM, people=PEOPLE, audit_questions=(AuditQuestion("1", "a", "q1", auditor_id="c"),))
    assert [person.id for person in asking(held)] == ["a", "b"]
    assert shares(held) == {}
    assert loads(held) == {"a": Load(), "b": Load(), "": Load(4, 28)}


def test_what_is_left_out_burdens_nobody() -> None:
    items = (AuditQuestion("1", "a", "q1", True, "No time", "a"), AuditQuestion("2", "a", "q2", auditor_id="b"))
    held = dossier(team=TEAM, people=PEOPLE, audit_questions=items)
    assert shares(held) == {"q1": "a", "q2": "b"}
    assert loads(held) == {"a": Load(), "b": Load(1, 7), "": Load(2, 14)}


@given(st.lists(st.lists(st.integers(0, 30), max_size=5), max_size=8), st.integers(1, 4))
def test_sharing_evenly_keeps_sections_whole(minutes: list[list[int]], auditors: int) -> None:
    held = shared(minutes, auditors)
    given_to = share_evenly(held)
    assert given_to.keys() == {question.id for question in held.questions}
    for section in held.sections:
        assert len({given_to[q.id] for q in held.questions if q.section_id == section.id}) <= 1
    takes = [sum(q.minutes for q in held.questions if given_to[q.id] == person.id) for person in asking(held)]
    assert max(takes) - min(takes) <= max((sum(section) for section in minutes), default=0)


def test_nobody_to_share_with() -> None:
    assert share_evenly(dossier()) == {}


def test_two_with_the_same_initials_are_told_apart() -> None:
    people = [Person("1", "Sara Nord"), Person("2", "Stina Nilsson"), Person("3", "Bo Ek")]
    assert short_names(people) == {"1": "Sara", "2": "Stina", "3": "BE"}
