"""Dossiers: what is asked, what stands, and how it is numbered."""

import datetime as dt

from qmsdesk.domain.actions import Action
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import Audit, AuditQuestion, TeamMember, TeamRole
from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.organisation import Department, Organisation, Unit
from qmsdesk.domain.people import Person

SECTIONS = (Section("s1", "c", "A", "a"), Section("s2", "c", "B", "b"))
QUESTIONS = (
    Question("q1", "s1", "A1", "a"),
    Question("q2", "s2", "B1", "a"),
    Question("q3", "s2", "B2", "b"),
    Question("q4", "s2", "B3", "c"),
)


def dossier(**parts: object) -> Dossier:
    whole = {
        "organisation": Organisation("o", "Granälva"),
        "department": Department("d", "Vård"),
        "unit": Unit("u", "d", "Hemtjänst"),
        "audit": Audit("a", "2026-01", "u", "c", dt.date(2026, 11, 22)),
        "checklist": Checklist("c", "core", "1"),
        "sections": SECTIONS,
        "questions": QUESTIONS,
    }
    return Dossier(**whole | parts)  # type: ignore[arg-type]


def test_numbers_count_within_the_section_whatever_is_left_out() -> None:
    left_out = dossier(audit_questions=(AuditQuestion("1", "a", "q3", is_left_out=True), AuditQuestion("2", "a", "q4")))

    assert left_out.numbers == {"q1": "1.1", "q2": "2.1", "q3": "2.2", "q4": "2.3"}
    assert [question.id for question in left_out.asked_questions] == ["q1", "q2", "q4"]
    assert [question.id for question in left_out.questions_of(SECTIONS[1])] == ["q2", "q4"]


def test_the_leads_answer_stands() -> None:
    answers = (Answer("1", "a", "q1", "anna", Verdict.PARTLY), Answer("2", "a", "q1", "bo", Verdict.FULFILLED))
    team = (TeamMember("t1", "a", "bo"), TeamMember("t2", "a", "anna", TeamRole.LEAD))
    led = dossier(answers=answers, team=team, people={"anna": Person("anna", "Anna Ek")})

    assert led.lead == Person("anna", "Anna Ek")
    assert led.standing == {"q1": answers[0]}


def test_an_audit_without_a_team_has_no_lead() -> None:
    assert dossier().lead is None
    assert dossier().person(None) is None
    assert dossier(people={}).person("gone") is None


def test_actions_of_a_finding() -> None:
    finding = Finding("f1", "a", "A-01")
    own, other = Action("x1", "a", "f1"), Action("x2", "a", "f2")

    assert dossier(actions=(other, own)).actions_of(finding) == [own]
