"""Progress: what counts as done, what comes next, and what a search finds."""

import datetime as dt
from dataclasses import replace

import pytest

from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import Audit, AuditQuestion, TeamMember, TeamRole
from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.dossiers import Dossier, EarlierAudit
from qmsdesk.domain.findings import Finding, FindingNote, FindingType
from qmsdesk.domain.notes import Note, NoteLink
from qmsdesk.domain.organisation import Department, Organisation, Unit
from qmsdesk.domain.people import Person
from qmsdesk.domain.progress import (
    Progress,
    QuestionFilter,
    answers_seen_by,
    count_by_filter,
    find_number,
    find_question,
    found_before,
    is_unanswered,
    matching,
    next_unanswered,
    notes_of,
    other_answers,
    own_answer,
    progress,
    progress_by_section,
    unsorted_notes,
)

AT = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)
QUESTIONS = (
    Question("q1", "s1", "a", "a", text_sv="Vad är ert uppdrag?", text_en="What is your mission?"),
    Question("q2", "s1", "b", "b", text_sv="Vilka krav gäller?", refers_to=("ISO9001:4.2",), guidance_sv="Lagar"),
    Question("q3", "s2", "c", "a", text_sv="Hur går en nyckel ut?", text_en="How is a key lent?"),
    Question("q4", "s2", "d", "b", text_sv="Vad gör en vikarie?"),
)


def answer(question_id: str, verdict: Verdict | None, author_id: str = "me", reason: str = "") -> Answer:
    return Answer(f"{question_id}-{author_id}", "audit", question_id, author_id, verdict, reason)


def whole(**parts: object) -> Dossier:
    audit = Audit("audit", "2026-05", "unit", "list", dt.date(2026, 11, 25))
    people = {"me": Person("me", "Karin Holm"), "lead": Person("lead", "Olle Berg")}
    team = (TeamMember("t1", "audit", "lead", TeamRole.LEAD), TeamMember("t2", "audit", "me"))
    empty = Dossier(
        Organisation("o", "G"), Department("d", "D"), Unit("unit", "d", "U"), audit, Checklist("list", "l", "1")
    )
    sections = (Section("s1", "list", "1", "a"), Section("s2", "list", "2", "b"))
    return replace(empty, sections=sections, questions=QUESTIONS, people=people, team=team, **parts)  # type: ignore[arg-type]


def ids(questions: list[Question]) -> list[str]:
    return [question.id for question in questions]


def test_a_question_is_done_when_it_is_answered_and_gives_its_reason() -> None:
    answers = {
        "q1": answer("q1", Verdict.FULFILLED),
        "q2": answer("q2", Verdict.NOT_ASKED),
        "q3": answer("q3", Verdict.NOT_ASKED, reason="No time left"),
        "q4": answer("q4", Verdict.PARKED),
    }
    assert progress(QUESTIONS, answers) == Progress(2, 4)
    assert progress((), answers) == Progress(0, 0)


def test_progress_is_told_section_by_section_without_what_was_left_out() -> None:
    out = AuditQuestion("aq", "audit", "q4", is_left_out=True)
    day = whole(answers=(answer("q3", Verdict.PARTLY),), audit_questions=(out,))
    assert progress_by_section(day, answers_seen_by(day, "me")) == {"s1": Progress(0, 2), "s2": Progress(1, 1)}
    everything_out = tuple(AuditQuestion(q, "audit", q, is_left_out=True) for q in ("q3", "q4"))
    assert list(progress_by_section(whole(audit_questions=everything_out), {})) == ["s1"]


def test_ones_own_answer_is_seen_before_that_of_others() -> None:
    day = whole(answers=(answer("q1", Verdict.FULFILLED, "lead"), answer("q1", Verdict.PARTLY)))
    assert answers_seen_by(day, "me")["q1"].verdict is Verdict.PARTLY
    assert answers_seen_by(day, "lead")["q1"].verdict is Verdict.FULFILLED


def test_an_answer_taken_back_lets_that_of_the_other_stand() -> None:
    day = whole(answers=(answer("q1", Verdict.FULFILLED, "lead"), answer("q1", None)))
    assert answers_seen_by(day, "me")["q1"].author_id == "lead"
    mine = own_answer(day, "q1", "me")
    assert mine is not None
    assert mine.verdict is None
    assert own_answer(day, "q2", "me") is None


def test_other_answers_are_those_of_others_and_the_agreed_one() -> None:
    agreed = Answer("agreed", "audit", "q1", "me", Verdict.PARTLY, is_agreed=True)
    day = whole(answers=(answer("q1", Verdict.FULFILLED), answer("q1", Verdict.PARTLY, "lead"), agreed))
    assert [held.id for held in other_answers(day, "q1", "me")] == ["q1-lead", "agreed"]
    assert own_answer(day, "q1", "me") == day.answers[0]


@pytest.mark.parametrize(
    ("verdict", "reason", "waits"),
    [
        (None, "", True),
        (Verdict.FULFILLED, "", False),
        (Verdict.NOT_APPLICABLE, " ", True),
        (Verdict.NOT_APPLICABLE, "no staff", False),
        (Verdict.PARKED, "", False),
    ],
)
def test_what_waits_to_be_asked(verdict: Verdict | None, reason: str, waits: bool) -> None:
    assert is_unanswered(answer("q1", verdict, reason=reason)) is waits
    assert is_unanswered(None)


def test_the_next_unanswered_goes_round_and_ends_with_the_parked() -> None:
    answers = {"q2": answer("q2", Verdict.FULFILLED), "q3": answer("q3", Verdict.PARKED)}
    assert next_unanswered(QUESTIONS, answers, "q1") == QUESTIONS[3]
    assert next_unanswered(QUESTIONS, answers, "q4") == QUESTIONS[0]
    assert next_unanswered(QUESTIONS, answers, "") == QUESTIONS[0]
    answers |= {key: answer(key, Verdict.FULFILLED) for key in ("q1", "q4")}
    assert next_unanswered(QUESTIONS, answers, "q1") == QUESTIONS[2]
    assert next_unanswered(QUESTIONS, answers | {"q3": answer("q3", Verdict.PARTLY)}, "q1") is None


def test_filters_show_and_count_the_same() -> None:
    finding = Finding("f", "audit", "A-01", question_id="q2")
    day = whole(findings=(finding,), answers=(answer("q1", Verdict.FULFILLED), answer("q3", Verdict.PARKED)))
    answers = answers_seen_by(day, "me")
    shown = {each: ids(matching(day, answers, each)) for each in QuestionFilter}
    assert shown == {
        QuestionFilter.ALL: ["q1", "q2", "q3", "q4"],
        QuestionFilter.UNANSWERED: ["q2", "q4"],
        QuestionFilter.PARKED: ["q3"],
        QuestionFilter.WITH_FINDING: ["q2"],
    }
    assert count_by_filter(day, answers) == {each: len(found) for each, found in shown.items()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mission", ["q1"]),
        ("UPPDRAG ert", ["q1"]),
        ("2.1", ["q3"]),
        ("ISO9001:4.2", ["q2"]),
        ("lagar", ["q2"]),
        ("kvittens", ["q3"]),
        ("helger", ["q4"]),
        ("kvittens helger", []),
        ("  ", ["q1", "q2", "q3", "q4"]),
    ],
)
def test_a_search_looks_at_questions_notes_and_findings(text: str, found: list[str]) -> None:
    note = Note("n", "audit", "me", AT, "Kvittens saknades")
    finding = Finding("f", "audit", "A-01", title="Rutin för helger saknas", question_id="q4")
    loose = Finding("g", "audit", "A-02", title="Kvittens igen")
    day = whole(notes=(note,), note_links=(NoteLink("l", "audit", "n", "q3"),), findings=(finding, loose))
    assert ids(matching(day, {}, QuestionFilter.ALL, text)) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [("2.1", "q3"), ("2.1 Hur går en nyckel ut?", "q3"), ("2.1.", "q3"), ("vikarie", "q4"), ("key lent", "q3")],
)
def test_a_question_is_found_by_number_or_words(said: str, found: str) -> None:
    question = find_question(whole(), said)
    assert question is not None
    assert question.id == found


def test_what_is_not_there_is_not_found() -> None:
    assert find_question(whole(), "9.9") is None
    assert find_question(whole(), " ") is None
    out = whole(audit_questions=(AuditQuestion("aq", "audit", "q3", is_left_out=True),))
    assert find_number(out, "2.1") is None
    assert find_number(out, "2.2") == QUESTIONS[3]


def test_what_the_last_audit_found_comes_back_at_its_question_and_its_requirement() -> None:
    before = Audit("old", "2024-01", "unit", "list", dt.date(2024, 3, 1))
    same = Finding("f1", "old", "A-01", question_id="q1")
    clause = Finding("f2", "old", "A-02", FindingType.STRENGTH, requirement=" ISO9001:4.2 ")
    other = Finding("f3", "old", "A-03", requirement="ISO9001:9.9")
    day = whole(earlier=EarlierAudit(before, (same, clause, other), ()))
    assert [[f.id for f in found_before(day, question)] for question in QUESTIONS[:3]] == [["f1"], ["f2"], []]
    assert found_before(whole(), QUESTIONS[0]) == []


def test_notes_belong_to_their_questions_or_wait() -> None:
    texts = {"n1": "Till fråga ett", "n2": "I en iakttagelse", "n3": "Väntar", "n4": "  ", "n5": "Borttaget funnet"}
    notes = tuple(Note(key, "audit", "me", AT, text) for key, text in texts.items())
    withdrawn = Note("n6", "audit", "me", AT, "Återtaget", is_withdrawn=True)
    day = whole(
        notes=(*notes, withdrawn),
        note_links=(NoteLink("l1", "audit", "n1", "q1"), NoteLink("l2", "audit", "n6", "q1")),
        findings=(Finding("f", "audit", "A-01"),),
        finding_notes=(FindingNote("a", "audit", "f", "n2"), FindingNote("b", "audit", "deleted", "n5")),
    )
    assert [note.id for note in notes_of(day, "q1")] == ["n1"]
    assert [note.id for note in unsorted_notes(day)] == ["n3", "n5"]
