"""The closing: what is shown and in which order, what is open, and where the audit goes."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from qmsdesk.domain.actions import Action
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import Audit, AuditState, may_follow
from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.closings import by_group, open_points, presented, state_after_day, takes_action
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.notes import Note
from qmsdesk.domain.organisation import Department, Organisation, Unit

AT = dt.datetime(2026, 11, 25, 15, tzinfo=dt.UTC)
AUDIT = Audit("a", "2026-05", "u", "c", AT.date(), state=AuditState.IN_PROGRESS)


def finding(type_: FindingType, title: str = "Något", **held: Any) -> Finding:
    return Finding(f"{type_}-{title}", "a", "A-01", type_, title, **held)


def dossier(**held: Any) -> Dossier:
    unit = Unit("u", "d", "Enhet", "Unit")
    bare = Dossier(Organisation("o", "Kommunen"), Department("d", "Dep"), unit, AUDIT, Checklist("c", "k", "1"))
    return replace(bare, **held)


def test_strengths_come_first_and_the_heaviest_nonconformity_before_the_lighter() -> None:
    day = dossier(findings=tuple(finding(type_) for type_ in FindingType))
    assert [each.type for each in presented(day)] == [
        FindingType.STRENGTH,
        FindingType.IMPROVEMENT,
        FindingType.OBSERVATION,
        FindingType.NONCONFORMITY_MAJOR,
        FindingType.NONCONFORMITY_MINOR,
    ]
    assert [len(found) for _, found in by_group(presented(day))] == [1, 1, 1, 2]


def test_what_may_be_secret_is_not_shown() -> None:
    day = dossier(findings=(finding(FindingType.OBSERVATION, is_confidential=True),))
    assert presented(day) == []
    assert by_group(presented(day)) == []


def test_what_is_open() -> None:
    proposal, taken = finding(FindingType.IMPROVEMENT), finding(FindingType.IMPROVEMENT, "Taget")
    bare = finding(FindingType.NONCONFORMITY_MINOR)
    questions = tuple(Question(str(n), "s", "1", str(n), "h") for n in range(3))
    day = dossier(
        sections=(Section("s", "c", "1", "a"),),
        questions=questions,
        findings=(bare, proposal, taken),
        actions=(Action("1", "a", taken.id, owner="Chef"), Action("2", "a", proposal.id, owner=" ")),
        answers=(
            Answer("1", "a", "0", verdict=Verdict.FULFILLED),
            Answer("2", "a", "1", verdict=Verdict.NOT_APPLICABLE),
        ),
        notes=(Note("n", "a", "p", AT, "Löst"), Note("m", "a", "p", AT, " ")),
    )
    points = open_points(day)
    assert points.incomplete == [bare]
    assert points.ownerless == [proposal]
    assert points.unanswered == list(questions[1:])
    assert [note.id for note in points.unsorted] == ["n"]
    assert not any(open_points(dossier()))


@pytest.mark.parametrize("state", list(AuditState))
def test_a_day_that_ends_goes_to_its_report_and_never_back(state: AuditState) -> None:
    later = state_after_day(replace(AUDIT, state=state))
    assert later is state or (later is AuditState.DRAFT_REPORT and may_follow(state, later))
    assert later not in (AuditState.IN_PROGRESS, AuditState.CONFERRING)


def test_something_is_done_about_proposals_and_nonconformities() -> None:
    assert [type_ for type_ in FindingType if takes_action(finding(type_))] == [
        FindingType.NONCONFORMITY_MAJOR,
        FindingType.NONCONFORMITY_MINOR,
        FindingType.IMPROVEMENT,
    ]
