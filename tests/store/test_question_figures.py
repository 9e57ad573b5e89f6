"""What questions cost and gave: counted over editions, once for each audit, and only where it came to a report."""

from dataclasses import replace
from typing import Any

import pytest

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.checklists import Question, Section, content_hash
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.question_figures import NEVER_ASKED, QuestionFigures
from qmsdesk.domain.records import DELETED, edit_of
from qmsdesk.store.question_figures import figures_of
from qmsdesk.store.register import Register
from tests.store.town import ANNA, AUDIT, BO, CHECKLIST, DEPARTMENT, ORGANISATION, UNIT, creations

OLD_LIST = replace(CHECKLIST, id="c0", edition="2025:1")
_TEXT = Question("q1", "s1", "A1", "i", "Hur planerar ni?", minutes=10)
ASKED = replace(_TEXT, content_hash=content_hash(_TEXT))
BEFORE = replace(ASKED, id="q0", section_id="s0", code="Z9", minutes=8)
OTHER = Question("q2", "s1", "A2", "j", "Vem planerar?", content_hash="b" * 16)
HELD, EARLIER = (
    replace(AUDIT, id=id_, number=id_, programme_id=None, state=AuditState.FINAL) for id_ in ("held", "earlier")
)
AHEAD = replace(AUDIT, programme_id=None)
GROUND: list[Any] = [
    *(ORGANISATION, DEPARTMENT, UNIT, ANNA, BO, CHECKLIST, OLD_LIST, HELD, EARLIER, AHEAD),
    *(Section("s1", "c1", "A", "i"), Section("s0", "c0", "A", "i"), ASKED, BEFORE, OTHER),
]


def figures(register: Register, *records: Any) -> QuestionFigures:
    register.write(creations([*GROUND, *records]), at=None, guarded=False)
    return figures_of(register.db, [ASKED, OTHER])[ASKED.id]


def answer(audit_id: str, question: Question, verdict: Verdict, author: str = ANNA.id) -> Answer:
    return Answer(f"{audit_id}-{question.id}-{author}", audit_id, question.id, author, verdict)


def finding(id_: str, type_: FindingType, question: Question = ASKED, audit_id: str = "held") -> Finding:
    return Finding(id_, audit_id, id_, type_, question_id=question.id)


def test_editions_count_together_and_each_audit_once(register: Register) -> None:
    counted = figures(
        register,
        answer("held", ASKED, Verdict.FULFILLED),
        answer("held", ASKED, Verdict.PARTLY, BO.id),
        answer("earlier", BEFORE, Verdict.NOT_APPLICABLE),
    )
    assert (counted.asked, counted.minutes) == (2, 18)


@pytest.mark.parametrize("verdict", [Verdict.NOT_ASKED, Verdict.PARKED, None])
def test_what_was_not_asked_cost_nothing(register: Register, verdict: Verdict | None) -> None:
    assert figures(register, replace(answer("held", ASKED, Verdict.PARKED), verdict=verdict)) == NEVER_ASKED


def test_an_audit_without_a_report_does_not_count_yet(register: Register) -> None:
    records = (answer(AHEAD.id, ASKED, Verdict.PARTLY), finding("f", FindingType.IMPROVEMENT, audit_id=AHEAD.id))
    assert figures(register, *records) == NEVER_ASKED


def test_findings_are_told_by_type_with_the_proposals_in_use(register: Register) -> None:
    gone = finding("gone", FindingType.STRENGTH)
    register.write(
        creations(
            [
                *GROUND,
                *(finding("f1", FindingType.IMPROVEMENT), finding("f2", FindingType.IMPROVEMENT, BEFORE, "earlier")),
                *(finding("f3", FindingType.OBSERVATION), finding("f4", FindingType.STRENGTH, OTHER), gone),
                replace(finding("f5", FindingType.OBSERVATION), merged_into_id="f3"),
                Action("x1", "held", "f1", state=ActionState.CLOSED),
                Action("x2", "held", "f1", state=ActionState.IMPLEMENTED),
                Action("x3", "earlier", "f2", state=ActionState.IN_PROGRESS),
                Action("x4", "held", "f3", state=ActionState.CLOSED),
            ]
        ),
        at=None,
        guarded=False,
    )
    register.write([edit_of(gone, DELETED, 1)], guarded=False)
    counted = figures_of(register.db, [ASKED, OTHER])
    assert counted[ASKED.id] == QuestionFigures(2, 18, {FindingType.IMPROVEMENT: 2, FindingType.OBSERVATION: 1}, 1)
    assert counted[OTHER.id].found == {FindingType.STRENGTH: 1}


def test_a_draft_that_asks_the_same_has_the_same_history(register: Register) -> None:
    draft = replace(ASKED, id="q3", content_hash="")
    register.write(creations([*GROUND, draft, answer("held", ASKED, Verdict.PARTLY)]), at=None, guarded=False)
    changed = replace(draft, id="q4", text_sv="Hur planerar ni arbetet?")
    counted = figures_of(register.db, [draft, changed])
    assert (counted["q3"].asked, counted["q4"].asked) == (1, 0)
    assert figures_of(register.db, []) == {}
