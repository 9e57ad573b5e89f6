"""Agreements: what is alike, what differs, what was answered anew, and which findings say the same."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.actions import Action
from qmsdesk.domain.agreements import (
    Comparison,
    Likeness,
    agreement,
    agreement_as_it_is,
    agreement_edits,
    authors_of,
    bringing_back,
    compare,
    count_by_likeness,
    likely_duplicates,
    merging_of,
    ready_to_agree,
    standing,
    taken_in,
)
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import Audit, AuditQuestion, TeamMember, TeamRole
from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingState, FindingType
from qmsdesk.domain.organisation import Department, Organisation, Unit

AUDIT = Audit("audit", "2026-05", "unit", "list", dt.date(2026, 11, 25))
QUESTIONS = tuple(Question(f"q{n}", "s1", f"c{n}", f"{n}") for n in range(1, 4))
TEAM = (TeamMember("t1", "audit", "lead", TeamRole.LEAD), TeamMember("t2", "audit", "bo"))
REASON = "No time left"


def answer(author: str, verdict: Verdict | None, reason: str = "", question: str = "q1") -> Answer:
    return Answer(f"{question}-{author}", "audit", question, author, verdict, reason)


def whole(*answers: Answer, **parts: object) -> Dossier:
    unit = (Organisation("o", "G"), Department("d", "D"), Unit("unit", "d", "U"))
    empty = Dossier(*unit, AUDIT, Checklist("list", "l", "1"))
    held = replace(empty, sections=(Section("s1", "list", "1", "a"),), questions=QUESTIONS, team=TEAM, answers=answers)
    return replace(held, **parts)  # type: ignore[arg-type]


def first(*answers: Answer) -> Comparison:
    return compare(whole(*answers))[0]


def test_two_who_say_the_same_are_alike() -> None:
    comparison = first(answer("bo", Verdict.PARTLY), answer("lead", Verdict.PARTLY))

    assert comparison.likeness is Likeness.SAME
    assert [each.author_id for each in comparison.answers] == ["lead", "bo"]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ((Verdict.FULFILLED, ""), (Verdict.PARTLY, ""), Likeness.DIFFERS),
        ((Verdict.NOT_APPLICABLE, "New unit"), (Verdict.NOT_APPLICABLE, "Done elsewhere"), Likeness.DIFFERS),
        ((Verdict.NOT_APPLICABLE, "New unit"), (Verdict.NOT_APPLICABLE, " New  unit "), Likeness.SAME),
        ((Verdict.FULFILLED, "left over"), (Verdict.FULFILLED, ""), Likeness.SAME),
        ((Verdict.PARKED, ""), (Verdict.PARKED, ""), Likeness.DIFFERS),
        ((Verdict.NOT_ASKED, ""), (Verdict.NOT_ASKED, ""), Likeness.MISSING),
        ((Verdict.NOT_ASKED, ""), (Verdict.FULFILLED, ""), Likeness.DIFFERS),
        ((Verdict.FULFILLED, ""), (None, ""), Likeness.SINGLE),
        ((Verdict.PARKED, ""), (None, ""), Likeness.DIFFERS),
        ((None, ""), (None, ""), Likeness.MISSING),
    ],
)
def test_how_two_answers_compare(
    one: tuple[Verdict | None, str], other: tuple[Verdict | None, str], likeness: Likeness
) -> None:
    assert first(answer("lead", *one), answer("bo", *other)).likeness is likeness


def test_a_third_who_says_otherwise_makes_a_difference() -> None:
    alike = (answer("lead", Verdict.PARTLY), answer("bo", Verdict.PARTLY))

    assert first(*alike, answer("eva", Verdict.PARTLY)).likeness is Likeness.SAME
    assert first(*alike, answer("eva", Verdict.FULFILLED)).likeness is Likeness.DIFFERS


def test_only_the_questions_of_the_day_are_compared() -> None:
    left_out = AuditQuestion("aq", "audit", "q2", is_left_out=True)

    assert [each.question.id for each in compare(whole(audit_questions=(left_out,)))] == ["q1", "q3"]


def agreed_on(verdict: Verdict, *answers: Answer, reason: str = "") -> Answer:
    return agreement("audit", first(*answers), verdict, reason)


def test_what_was_agreed_is_quiet_also_where_the_auditors_differed() -> None:
    own = (answer("lead", Verdict.FULFILLED), answer("bo", Verdict.NOT_FULFILLED))

    comparison = first(*own, agreed_on(Verdict.PARTLY, *own))

    assert comparison.likeness is Likeness.AGREED
    assert comparison.agreed is not None
    assert comparison.agreed.verdict is Verdict.PARTLY


def test_who_answers_otherwise_afterwards_brings_the_question_back() -> None:
    own = (answer("lead", Verdict.FULFILLED), answer("bo", Verdict.FULFILLED))
    agreed = agreed_on(Verdict.FULFILLED, *own)
    anew = (own[0], answer("bo", Verdict.NOT_FULFILLED))

    comparison = first(*anew, agreed)

    assert (comparison.likeness, comparison.is_reopened) == (Likeness.DIFFERS, True)
    again = agreement("audit", comparison, Verdict.FULFILLED)
    assert first(*anew, again).likeness is Likeness.AGREED
    assert agreement_edits(again, agreed)


def test_an_answer_that_arrives_later_and_says_the_same_changes_nothing() -> None:
    agreed = agreed_on(Verdict.FULFILLED, answer("lead", Verdict.FULFILLED))

    comparison = first(answer("lead", Verdict.FULFILLED), answer("bo", Verdict.FULFILLED), agreed)

    assert comparison.likeness is Likeness.AGREED


def test_an_agreed_answer_without_its_reason_is_not_settled() -> None:
    own = answer("lead", Verdict.FULFILLED)

    assert first(own, agreed_on(Verdict.NOT_ASKED, own)).likeness is Likeness.DIFFERS
    assert first(own, agreed_on(Verdict.NOT_ASKED, own, reason=REASON)).likeness is Likeness.AGREED
    assert first(agreed_on(Verdict.NOT_ASKED)).likeness is Likeness.MISSING


def test_a_reason_that_is_due_is_taken_from_who_gave_one() -> None:
    own = (answer("lead", Verdict.FULFILLED), answer("bo", Verdict.NOT_APPLICABLE, "New unit"))

    assert agreed_on(Verdict.NOT_APPLICABLE, *own).reason == "New unit"
    assert agreed_on(Verdict.NOT_APPLICABLE, *own, reason="Moved").reason == "Moved"
    assert agreed_on(Verdict.PARTLY, *own).reason == ""


def test_what_is_alike_is_agreed_as_it_is() -> None:
    comparison = first(answer("lead", Verdict.NOT_APPLICABLE, "New unit"))
    agreed = agreement_as_it_is("audit", comparison)

    assert (agreed.verdict, agreed.reason, agreed.is_agreed) == (Verdict.NOT_APPLICABLE, "New unit", True)
    assert {edit.field for edit in agreement_edits(agreed, None)} >= {"verdict", "reason", "basis", "is_agreed"}


def test_who_has_answered_stands_in_the_order_of_the_team() -> None:
    dossier = whole(answer("eva", Verdict.PARTLY), answer("bo", Verdict.PARTLY), answer("lead", None))

    assert authors_of(dossier) == ["bo", "eva"]


def test_counts_name_every_likeness() -> None:
    counts = count_by_likeness(compare(whole(answer("bo", Verdict.PARTLY))))

    assert counts == dict.fromkeys(Likeness, 0) | {Likeness.SINGLE: 1, Likeness.MISSING: 2}


VERDICTS = st.sampled_from([None, *Verdict])


@given(st.lists(st.tuples(VERDICTS, st.sampled_from(["", "x"])), max_size=4), st.sampled_from(list(Verdict)))
def test_whatever_was_answered_a_settled_agreement_settles_it(
    held: list[tuple[Verdict | None, str]], verdict: Verdict
) -> None:
    own = [answer(f"p{n}", *each) for n, each in enumerate(held)]
    agreed = agreed_on(verdict, *own, reason=REASON if verdict.needs_reason else "")

    assert (first(*own, agreed).likeness is Likeness.AGREED) == agreed.is_settled


# Findings


def finding(key: str, type_: FindingType = FindingType.OBSERVATION, title: str = "", **parts: object) -> Finding:
    return replace(Finding(key, "audit", key.upper(), type_, title), **parts)  # type: ignore[arg-type]


def test_what_took_in_a_finding_that_is_gone_lets_it_stand() -> None:
    stays, goes = finding("a"), finding("b", merged_into_id="a")

    assert standing([stays, goes]) == ((stays,), (goes,))
    assert standing([goes]) == ((goes,), ())


@given(st.lists(st.sampled_from([None, "f0", "f1", "f2", "f3", "gone"]), max_size=4))
def test_no_way_of_merging_loses_a_finding(takers: list[str | None]) -> None:
    findings = [finding(f"f{n}", merged_into_id=taker) for n, taker in enumerate(takers)]
    stands, merged = standing(findings)
    dossier = replace(whole(), findings=stands, merged=merged)

    assert sorted((*stands, *merged), key=lambda f: f.id) == findings
    reached = {each.id for one in stands for each in taken_in(dossier, one)}
    assert {each.id for each in merged} <= reached


def test_a_merge_brings_the_actions_along_and_can_be_taken_back() -> None:
    stays, goes = finding("a"), finding("b")
    action = Action("x", "audit", "b", "Write it")
    dossier = replace(whole(), findings=(stays, goes), actions=(action,))

    edits = merging_of(dossier, stays, goes)

    assert [(edit.entity, edit.field, edit.value) for edit in edits] == [
        ("b", "merged_into_id", "a"),
        ("x", "finding_id", "a"),
    ]
    assert [(edit.entity, edit.value) for edit in bringing_back(goes)] == [("b", None)]


def test_two_auditors_at_one_question_may_say_the_same() -> None:
    one, other = finding("a", question_id="q1", author_id="lead"), finding("b", question_id="q1", author_id="bo")

    assert [(pair.first, pair.second) for pair in likely_duplicates([one, other])] == [(one, other)]
    assert likely_duplicates([one, replace(other, author_id="lead")]) == []
    assert likely_duplicates([one, replace(other, type=FindingType.STRENGTH)]) == []


def test_findings_that_share_their_words_come_first() -> None:
    one = finding("a", title="The routine for keys is old", question_id="q1", author_id="lead")
    other = finding("b", title="Routines about keys are too old", question_id="q2", author_id="bo")
    third = finding("c", title="Nobody reads the board", question_id="q1", author_id="bo")

    pairs = likely_duplicates([one, other, third])

    assert [(pair.first.id, pair.second.id) for pair in pairs] == [("a", "b"), ("a", "c")]


def test_ready_are_those_that_lack_nothing_and_wait() -> None:
    whole_one, lacks = finding("a", title="Old", evidence="2 of 5"), finding("b", title="Old")
    agreed = replace(whole_one, id="c", state=FindingState.AGREED)

    assert ready_to_agree([whole_one, lacks, agreed]) == [whole_one]


def test_another_answer_says_its_reason_anew_even_where_none_was_known_before() -> None:
    comparison = first(answer("bo", Verdict.FULFILLED))
    before = agreement("audit", comparison, Verdict.NOT_ASKED)
    after = agreement("audit", comparison, Verdict.NOT_APPLICABLE)

    assert before.reason == after.reason == ""
    assert ("reason", "") in {(edit.field, edit.value) for edit in agreement_edits(after, before)}
    assert agreement_edits(after, after) == []
