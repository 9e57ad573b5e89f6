"""Moving an audit to another edition: what is asked again goes along with all that was said, and nothing else does."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmsdesk.domain.answers import Answer, Verdict, agreed_answer_id, answer_id
from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import Audit, AuditQuestion, AuditState, TeamMember, TeamRole
from qmsdesk.domain.changes import DELETED, Edit
from qmsdesk.domain.checklists import Checklist, ChecklistState, Question, Section, content_hash
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.edition_moves import left_behind, move_audit
from qmsdesk.domain.editions import Edition, new_edition
from qmsdesk.domain.errors import AuditIsFinal, ChecklistIsDraft, OnlyTheLeadMoves
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.notes import NoteLink, note_link_id
from qmsdesk.domain.organisation import Department, Organisation, Unit
from qmsdesk.domain.people import Person
from qmsdesk.domain.samples import Sample
from qmsdesk.domain.treatments import audit_question_id

OLD = Checklist("old", "core", "1.0", "Kärnan", state=ChecklistState.PUBLISHED)
SECTION = Section("s", "old", "1", "i", "Del")
QUESTIONS = tuple(Question(f"q{n}", "s", f"1-{n}", f"a{n + 1}", text_sv=f"Fråga {n}") for n in range(6))
EDITION = Edition(OLD, (SECTION,), QUESTIONS)


def dossier_of(state: AuditState = AuditState.IN_PROGRESS) -> Dossier:
    """Something of every kind is said of every question."""
    audit = Audit("a", "2026-01", "u", "old", dt.date(2026, 11, 25), state=state)
    ids = [question.id for question in QUESTIONS]
    return Dossier(
        Organisation("o", "Kommunen"),
        Department("d", "Vård"),
        Unit("u", "d", "Enheten"),
        audit,
        OLD,
        (SECTION,),
        QUESTIONS,
        audit_questions=tuple(AuditQuestion(audit_question_id("a", id_), "a", id_, auditor_id="p") for id_ in ids),
        answers=tuple(
            [Answer(answer_id("a", id_, "p"), "a", id_, "p", Verdict.PARTLY) for id_ in ids]
            + [Answer(agreed_answer_id("a", id_), "a", id_, None, Verdict.PARTLY, is_agreed=True) for id_ in ids]
        ),
        note_links=tuple(NoteLink(note_link_id("n", id_), "a", "n", id_) for id_ in ids),
        findings=tuple(Finding(f"f{id_}", "a", id_, question_id=id_) for id_ in ids),
        attachments=tuple(Attachment(f"i{id_}", "a", "0", "image/png", 1, question_id=id_) for id_ in ids),
        samples=tuple(Sample(f"x{id_}", "a", id_, "ärenden", 1, 2) for id_ in ids),
        team=(TeamMember("t", "a", "p", TeamRole.LEAD),),
        people={"p": Person("p", "Eva"), "r": Person("r", "Rolf")},
    )


def next_edition(changed: frozenset[int] = frozenset(), gone: frozenset[int] = frozenset()) -> Edition:
    made = new_edition(EDITION, "1.1")
    asked = [replace(q, text_sv="Ny text") if n in changed else q for n, q in enumerate(made.questions)]
    kept = tuple(question for n, question in enumerate(asked) if n not in gone)
    return replace(made, checklist=replace(made.checklist, state=ChecklistState.PUBLISHED), questions=kept)


def gone_of(edits: list[Edit]) -> set[str]:
    return {edit.entity for edit in edits if edit.field == DELETED and edit.value}


def hung_on(edits: list[Edit]) -> list[tuple[str, Any]]:
    return [(edit.kind, edit.value) for edit in edits if edit.field == "question_id"]


NUMBERS = st.frozensets(st.integers(0, 5), max_size=5)


@given(NUMBERS, NUMBERS)
def test_what_is_asked_again_goes_along_and_nothing_else(changed: frozenset[int], gone: frozenset[int]) -> None:
    changed, gone = frozenset(changed - {0}), frozenset(gone - {0})
    dossier, new = dossier_of(), next_edition(changed, gone)
    edits = move_audit(dossier, new, "p")
    same = {content_hash(question): question.id for question in new.questions}
    ways = {q.id: same[content_hash(q)] for q in QUESTIONS if content_hash(q) in same}
    hung = hung_on(edits)

    assert [question.id for question in left_behind(dossier, new)] == [q.id for q in QUESTIONS if q.id not in ways]
    for kind, times in (("answer", 2), ("note_link", 1), ("audit_question", 1), ("sample", 1)):
        assert sorted(value for each, value in hung if each == kind) == sorted([*ways.values()] * times)
    for kind in ("finding", "attachment"):
        assert sorted(str(value) for each, value in hung if each == kind) == sorted(
            str(ways.get(question.id)) for question in QUESTIONS
        )
    assert gone_of(edits) >= {record.id for record in (*dossier.answers, *dossier.note_links)}
    assert not gone_of(edits) & {record.id for record in (*dossier.findings, *dossier.attachments)}
    assert {edit.audit_id for edit in edits} == {"a"}


def test_an_answer_that_goes_along_has_the_name_any_laptop_gives_it() -> None:
    new = next_edition()
    edits = move_audit(dossier_of(), new, "p")
    made = {edit.entity for edit in edits if edit.field == DELETED and not edit.value}

    assert answer_id("a", new.questions[0].id, "p") in made
    assert agreed_answer_id("a", new.questions[0].id) in made


def test_questions_that_both_share_are_left_alone() -> None:
    """As where a module follows its core: the core's questions are the very same records."""
    shared = replace(EDITION, checklist=replace(OLD, id="module", extends_id="old"))
    (edit,) = move_audit(dossier_of(), shared, "p")

    assert (edit.field, edit.value) == ("checklist_id", "module")


def test_only_the_lead_moves_an_open_audit_to_a_published_edition() -> None:
    new = next_edition()
    with pytest.raises(OnlyTheLeadMoves):
        move_audit(dossier_of(), new, "r")
    with pytest.raises(AuditIsFinal):
        move_audit(dossier_of(AuditState.FINAL), new, "p")
    with pytest.raises(ChecklistIsDraft):
        move_audit(dossier_of(), new_edition(EDITION, "1.2"), "p")
