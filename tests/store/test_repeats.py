"""The last time a question was asked in a unit: found over editions, and never in another unit or a later audit."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from qmsdesk.domain.actions import Action
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import Audit, AuditState, TeamMember, TeamRole
from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.organisation import Unit
from qmsdesk.domain.repeats import LastTime
from qmsdesk.store.register import Register
from qmsdesk.store.repeats import last_time_of
from tests.store.town import ANNA, AUDIT, BO, CHECKLIST, DEPARTMENT, ORGANISATION, UNIT, creations

OLD_LIST = replace(CHECKLIST, id="c0", edition="2025:1")
ASKED = Question("q1", "s1", "A1", "i", "Hur planerar ni?", content_hash="aaaa")
SAME_CODE = replace(ASKED, id="q0", section_id="s0", text_sv="Hur planerar ni arbetet?", content_hash="bbbb")
SAME_WORDS = replace(ASKED, id="q9", section_id="s0", code="Z9")
OTHER_LIST = Checklist("cx", "iso", "1")
OF_OTHER_LIST = replace(ASKED, id="qx", section_id="sx")
THEN = replace(AUDIT, id="then", number="2025-03", date=dt.date(2025, 10, 2), state=AuditState.CLOSED)
GROUND: list[Any] = [
    *(ORGANISATION, DEPARTMENT, UNIT, Unit("u2", "d1", "Annan"), ANNA, BO, CHECKLIST, OLD_LIST, OTHER_LIST),
    *(Section("s1", "c1", "A", "i"), Section("s0", "c0", "A", "i"), Section("sx", "cx", "A", "i")),
    *(ASKED, SAME_CODE, SAME_WORDS, OF_OTHER_LIST, replace(AUDIT, programme_id=None), replace(THEN, programme_id=None)),
    *(TeamMember("t1", "then", ANNA.id, TeamRole.LEAD), TeamMember("t2", "then", BO.id)),
]


def last_time(register: Register, *records: Any) -> LastTime | None:
    register.write(creations([*GROUND, *records]), at=None, guarded=False)
    return last_time_of(register.db, AUDIT, ASKED)


def answer(question_id: str, verdict: Verdict, author_id: str | None = ANNA.id, audit_id: str = "then") -> Answer:
    return Answer(f"{audit_id}-{question_id}-{author_id}", audit_id, question_id, author_id, verdict)


@pytest.mark.parametrize("question_id", ["q1", "q0", "q9"])
def test_the_same_question_is_found_by_id_by_code_and_by_its_words(register: Register, question_id: str) -> None:
    found = last_time(register, answer(question_id, Verdict.PARTLY))
    assert found is not None
    assert found.answer is not None
    assert (found.audit.number, found.answer.verdict) == ("2025-03", Verdict.PARTLY)


def test_another_checklist_asks_something_else(register: Register) -> None:
    assert last_time(register, answer("qx", Verdict.PARTLY)) is None


def test_a_question_that_was_not_asked_is_looked_for_further_back(register: Register) -> None:
    before = replace(THEN, id="before", number="2024-01", date=dt.date(2024, 5, 1), programme_id=None)
    found = last_time(
        register,
        before,
        answer("q1", Verdict.NOT_ASKED),
        answer("q1", Verdict.FULFILLED, audit_id="before"),
    )
    assert found is not None
    assert found.audit.number == "2024-01"


def test_what_was_agreed_counts_before_the_lead_and_the_lead_before_others(register: Register) -> None:
    theirs = [answer("q1", Verdict.FULFILLED, BO.id), answer("q1", Verdict.PARTLY)]
    found = last_time(register, *theirs)
    assert found is not None
    assert found.answer == theirs[1]
    agreed = replace(answer("q1", Verdict.NOT_FULFILLED, None), is_agreed=True)
    register.write(creations([agreed]), guarded=False)
    found = last_time_of(register.db, AUDIT, ASKED)
    assert found is not None
    assert found.answer == agreed


def test_findings_come_with_their_actions_also_without_an_answer(register: Register) -> None:
    finding = Finding("f9", "then", "A-02", FindingType.NONCONFORMITY_MINOR, "Sent", question_id="q0")
    merged = replace(finding, id="f8", merged_into_id="f9")
    action = Action("x9", "then", "f9", "Skriv")
    assert last_time(register, finding, merged, action) == LastTime(
        replace(THEN, programme_id=None), None, (finding,), (action,)
    )


@pytest.mark.parametrize(
    "audit",
    [
        replace(THEN, unit_id="u2"),
        replace(THEN, date=AUDIT.date),
        replace(THEN, date=AUDIT.date + dt.timedelta(days=30)),
        replace(THEN, state=AuditState.CANCELLED),
        replace(THEN, state=AuditState.PLANNED),
    ],
)
def test_other_units_later_days_and_days_that_never_were_do_not_count(register: Register, audit: Audit) -> None:
    later = replace(audit, id="other", number="2025-04", programme_id=None)
    assert last_time(register, later, answer("q1", Verdict.PARTLY, audit_id="other")) is None
