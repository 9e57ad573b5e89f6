"""Figures of an audit: everything is counted once, and where it belongs."""

from dataclasses import replace

from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.figures import coverage, found_by_section
from qmsdesk.domain.findings import Finding, FindingType
from tests.report.sample_dossiers import empty, typical


def test_every_finding_is_counted_in_its_section() -> None:
    dossier = typical()
    held = found_by_section(dossier)
    assert sum(sum(each.found.values()) for each in held) == len(dossier.findings)
    assert [each.number for each in held] == list(range(1, len(dossier.sections) + 1))
    first = held[0].section
    assert first is not None
    asked = {question.id for question in dossier.questions_of(first)}
    assert sum(held[0].found.values()) == sum(finding.question_id in asked for finding in dossier.findings)


def test_a_finding_without_a_question_stands_last() -> None:
    loose = (
        Finding("x", "a", "X-1", FindingType.STRENGTH),
        Finding("y", "a", "X-2", FindingType.STRENGTH, question_id="unknown"),
    )
    held = found_by_section(replace(typical(), findings=loose))
    assert (held[-1].section, held[-1].found) == (None, {FindingType.STRENGTH: 2})
    assert found_by_section(empty()) == ()


def test_coverage_counts_every_question_of_the_day_once() -> None:
    dossier = typical()
    held = coverage(dossier)
    assert sum(each.total for each in held) == len(dossier.asked_questions)
    nobody = coverage(replace(dossier, answers=()))
    assert {each.asked for each in nobody} == {0}
    parked = tuple(Answer(q.id, "a", q.id, "p1", Verdict.PARKED) for q in dossier.questions)
    assert coverage(replace(dossier, answers=parked)) == nobody
