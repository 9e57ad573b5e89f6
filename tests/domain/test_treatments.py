"""Treatments: what an audit says of its questions beforehand, and what the next one takes over of it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.audits import Audit, AuditQuestion
from qmsdesk.domain.checklists import Checklist, Question, refuse_empty
from qmsdesk.domain.errors import ChecklistIsEmpty
from qmsdesk.domain.renewals import left_out_again, texts_again
from qmsdesk.domain.treatments import audit_question_id, musts_left_out, treat
from tests.domain.test_dossiers import QUESTIONS, dossier

IDS = st.lists(st.integers(0, 9).map(str), unique=True)


def question(id_: str, edition: str, must_ask: bool = False) -> Question:
    return Question(f"{edition}:{id_}", "s1", id_, id_, must_ask=must_ask, content_hash=f"asks {id_}")


def test_a_question_is_treated_in_one_place() -> None:
    held = dossier(audit_questions=(AuditQuestion("held", "a", "q1", False, "old"),))
    edits = treat(held, QUESTIONS[:2], is_left_out=True, reason="old")
    assert [(edit.entity, edit.field) for edit in edits if edit.entity == "held"] == [("held", "is_left_out")]
    new = {edit.field: edit.value for edit in edits if edit.entity == audit_question_id("a", "q2")}
    assert (new["question_id"], new["is_left_out"], new["reason"]) == ("q2", 1, "old")
    assert treat(held, QUESTIONS[:1], reason="old") == []


def test_a_question_that_must_be_asked_is_named_when_left_out() -> None:
    must = question("1", "x", must_ask=True)
    held = dossier(questions=(must, question("2", "x")), audit_questions=(AuditQuestion("1", "a", must.id, True),))
    assert musts_left_out(held) == [must]


@given(IDS, IDS, IDS, st.booleans())
def test_the_same_questions_are_left_out_again(then: list[str], now: list[str], out: list[str], newer: bool) -> None:
    edition = "2" if newer else "1"
    items = [AuditQuestion(f"i{n}", "last", f"1:{n}", True, f"because {n}", "somebody") for n in out]
    again = left_out_again("new", items, [question(n, "1") for n in then], [question(n, edition) for n in now])
    expected = set(out) & set(now) & (set(then) if newer else set(now))
    assert {item.question_id for item in again} == {f"{edition}:{n}" for n in expected}
    assert all(item.reason == f"because {item.question_id[2:]}" for item in again)
    assert all(item.is_left_out and item.audit_id == "new" and item.auditor_id is None for item in again)


def test_questions_that_were_asked_are_asked_again() -> None:
    items = [AuditQuestion("i", "last", "1:1", False, "once left out")]
    assert left_out_again("new", items, [question("1", "1")], [question("1", "1")]) == []


def test_the_texts_of_last_time() -> None:
    last = Audit("a", "2025-01", "u", "c", dt.date(2025, 5, 1), objective="o", scope="s", criteria="c", summary="x")
    assert texts_again(last) == {"objective": "o", "scope": "s", "criteria": "c"}


def test_a_checklist_without_questions_is_refused() -> None:
    checklist = Checklist("c", "core", "1", "Kärna")
    refuse_empty(checklist, [question("1", "1")])
    with pytest.raises(ChecklistIsEmpty, match="Kärna"):
        refuse_empty(checklist, [])
