"""A whole day by the keyboard alone and by the mouse alone: what it asks of the hands, and what is kept of it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.audits import AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import FindingState, FindingType, missing_parts
from qmsdesk.domain.progress import notes_of, unsorted_notes
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.register import open_reader
from tests.journeys.conftest import Boxes, Program
from tests.journeys.papers import text_of
from tests.journeys.person import Person
from tests.journeys.whole_day import (
    ASKED,
    AUDIT,
    CAPTIONS,
    DUE,
    MANAGER,
    MESSAGES,
    MOST,
    NOTES,
    OWNER,
    QUICK,
    REASONS,
    REQUIREMENT,
    SORTED,
    STATEMENTS,
    UNASKED,
    VERDICTS,
    Counted,
    make_photo,
    report_of,
    walk,
)
from tests.journeys.whole_day_by_keys import ByKeys
from tests.journeys.whole_day_by_mouse import ByMouse


@pytest.mark.parametrize("way", [ByKeys, ByMouse])
def test_a_whole_day(
    program: Program, boxes: Boxes, demo: Path, tmp_path: Path, way: Callable[[], ByKeys | ByMouse]
) -> None:
    boxes.files = [make_photo(tmp_path / "goals.jpg")]
    counted: list[Counted] = []
    reports: list[bytes] = []

    def day(person: Person) -> None:
        counted.append(walk(person, way().parts))
        reports.append(report_of(person))

    assert program.open(demo, day) == 0
    assert counted[0].total <= MOST, counted
    dossier = read(demo)
    check_questions(dossier)
    check_notes(dossier)
    check_findings(dossier)
    check_closing(dossier)
    check_report(text_of(reports[0]))


def read(path: Path) -> Dossier:
    db = open_reader(path)
    try:
        (audit_id,) = db.execute("SELECT id FROM audit WHERE number = ?", [AUDIT]).fetchone()
        return load_dossier(db, audit_id)
    finally:
        db.close()


def check_questions(dossier: Dossier) -> None:
    """What was answered, and that all of it was agreed on, with the three that nobody asked."""
    places = {question.id: place for place, question in enumerate(dossier.asked_questions)}
    own = {places[a.question_id]: (a.verdict, a.reason) for a in dossier.answers if not a.is_agreed}
    wanted = {n: (Verdict(VERDICTS.get(n, "fulfilled")), REASONS.get(n, "")) for n in range(ASKED)}
    agreed = {places[a.question_id]: (a.verdict, a.reason) for a in dossier.answers if a.is_agreed}
    left = dict.fromkeys(range(ASKED, len(places)), (Verdict.NOT_ASKED, UNASKED))
    assert own == wanted
    assert agreed == wanted | left
    assert len(left) == 3


def check_notes(dossier: Dossier) -> None:
    texts = [*NOTES.values(), *(line.lstrip("!+*").strip() for line in QUICK[:3]), QUICK[3].split(" ", 1)[1], *SORTED]
    assert Counter(note.text for note in dossier.notes) == Counter(texts)
    assert len(dossier.notes) == 12
    assert unsorted_notes(dossier) == []
    numbers = {dossier.numbers[q.id]: {note.text for note in notes_of(dossier, q.id)} for q in dossier.asked_questions}
    for text, number in (*SORTED.items(), (texts[9], "2.4")):
        assert text in numbers[number]
    for place, text in NOTES.items():
        assert text in {note.text for note in notes_of(dossier, dossier.asked_questions[place].id)}


def check_findings(dossier: Dossier) -> None:
    assert Counter(finding.type for finding in dossier.findings) == {
        FindingType.NONCONFORMITY_MINOR: 2,
        FindingType.STRENGTH: 2,
        FindingType.IMPROVEMENT: 1,
        FindingType.OBSERVATION: 1,
    }
    assert [missing_parts(finding) for finding in dossier.findings] == [()] * 6
    assert {finding.state for finding in dossier.findings} == {FindingState.AGREED}
    failed = [finding for finding in dossier.findings if finding.type.is_nonconformity]
    assert {finding.statement for finding in failed} == set(STATEMENTS)
    assert REQUIREMENT in {finding.requirement for finding in failed}
    assert all(finding.requirement and finding.evidence for finding in failed)


def check_closing(dossier: Dossier) -> None:
    assert sorted(attachment.caption for attachment in dossier.attachments) == sorted(CAPTIONS)
    assert [message.text for message in dossier.main_messages] == list(MESSAGES)
    (action,) = dossier.actions
    assert (action.owner, str(action.due_on)) == (OWNER, DUE)
    assert next(sign_off.name for sign_off in dossier.sign_offs) == MANAGER
    assert len({sign_off.what for sign_off in dossier.sign_offs}) == 2
    assert len(dossier.opening_checks) == 7
    assert all(check.is_done for check in dossier.opening_checks)
    assert dossier.audit.opened_at is not None
    assert dossier.audit.closed_at is not None
    assert dossier.audit.state is AuditState.DRAFT_REPORT


def check_report(text: str) -> None:
    for said in (*MESSAGES, *STATEMENTS, *CAPTIONS, *REASONS.values(), REQUIREMENT.split(":")[1], OWNER, MANAGER):
        assert said in text
    for line in QUICK[:3]:
        assert line[2:] in text
