"""Making findings: titles from notes, numbers by author, places in the list."""

import datetime as dt
from dataclasses import replace

import pytest

from qmsdesk.domain.actions import Action
from qmsdesk.domain.audits import Audit, TeamMember
from qmsdesk.domain.changes import DELETED
from qmsdesk.domain.checklists import Checklist, Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingNote, FindingType
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.notes import Note
from qmsdesk.domain.organisation import Department, Organisation, Unit
from qmsdesk.ui.findings.making import (
    author_letter,
    deletion_of,
    first_sentence,
    made_at,
    making_of,
    new_finding,
    notes_behind,
    question_of,
)

AT = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)
QUESTION = Question("q1", "s1", "a", "a", refers_to=("ISO9001:7.3", "KL:6.6"))


def whole(**parts: object) -> Dossier:
    audit = Audit("audit", "2026-05", "unit", "list", dt.date(2026, 11, 25))
    empty = Dossier(
        Organisation("o", "G"), Department("d", "D"), Unit("unit", "d", "U"), audit, Checklist("list", "l", "1")
    )
    team = (TeamMember("t1", "audit", "karin"), TeamMember("t2", "audit", "olle"))
    return replace(empty, team=team, questions=(QUESTION,), **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kvittens saknades. Tre av åtta.", "Kvittens saknades"),
        ("Vem svarar? Ingen visste.", "Vem svarar?"),
        ("Första raden\nandra raden", "Första raden"),
        ("Version 2.3 gäller", "Version 2.3 gäller"),
        ("  ", ""),
        ("ord " * 40, "ord " * 18 + "ord…"),
    ],
)
def test_the_first_sentence_is_the_title(text: str, title: str) -> None:
    assert first_sentence(text) == title
    assert len(first_sentence(text)) <= 80


def test_numbers_carry_the_letter_of_the_author_and_are_never_given_twice() -> None:
    day = whole(findings=(Finding("f1", "audit", "A-01", position="i"), Finding("f2", "audit", "B-07", position="r")))
    assert [author_letter(day, person) for person in ("karin", "olle", "guest")] == ["A", "B", "C"]
    made = new_finding(day, "karin", FindingType.OBSERVATION, QUESTION, taken={"A-04"})
    assert made.number == "A-05"
    assert made.position > "r"
    assert new_finding(day, "olle", FindingType.OBSERVATION, None).number == "B-08"


@pytest.mark.parametrize("type_", list(FindingType))
def test_a_requirement_is_taken_over_where_one_is_usual(type_: FindingType) -> None:
    made = new_finding(whole(), "karin", type_, QUESTION, "Något. Mer")
    usual = type_ not in (FindingType.IMPROVEMENT, FindingType.STRENGTH)
    assert made.requirement == ("ISO9001:7.3" if usual else "")
    assert (made.title, made.evidence, made.question_id) == ("Något", "Något. Mer", "q1")


def test_a_finding_is_tied_to_its_note() -> None:
    note = Note("n1", "audit", "karin", AT, "Sett")
    made = new_finding(whole(), "karin", FindingType.OBSERVATION, None, note.text)
    assert {edit.kind for edit in making_of(made, note)} == {"finding", "finding_note"}
    assert {edit.kind for edit in making_of(made, None)} == {"finding"}
    day = whole(findings=(made,), notes=(note,), finding_notes=(FindingNote("l", "audit", made.id, "n1"),))
    assert notes_behind(day, made) == [note]
    assert made_at(day, made) == AT
    assert question_of(day, made) is None


def test_when_a_finding_was_made_is_read_from_its_identity() -> None:
    made = made_at(whole(), Finding(new_id(), "audit", "A-01"))
    assert made is not None
    assert abs(made - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)
    assert made_at(whole(), Finding("f1", "audit", "A-01")) is None


def test_the_actions_of_a_finding_go_with_it() -> None:
    finding = Finding("f1", "audit", "A-01")
    day = whole(findings=(finding,), actions=(Action("a1", "audit", "f1"), Action("a2", "audit", "f2")))
    assert [(edit.entity, edit.field) for edit in deletion_of(day, finding)] == [("f1", DELETED), ("a1", DELETED)]
