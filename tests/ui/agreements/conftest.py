"""The demo's improvement day when its auditors confer: each has answered, noted and found."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qmsdesk.domain.answers import Answer, Verdict, answer_id
from qmsdesk.domain.audits import Audit, AuditState
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingNote, FindingType, finding_note_id
from qmsdesk.domain.notes import Note, NoteLink, note_link_id
from qmsdesk.domain.records import creation_of, edit_of
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.agreements.page import AgreementPage
from qmsdesk.ui.desk import Desk
from tests.ui.conftest import finish_turns

AT = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)
SAME, DIFFER, ALONE = range(20), range(20, 23), range(23, 30)
"""The places of the questions that both answer alike, that they see otherwise, and that only the lead answered."""

ShowPage = Callable[..., AgreementPage]


def write(qtbot: QtBot, desk: Desk, edits: Sequence[Edit]) -> None:
    with qtbot.waitSignal(desk.session.changed):
        desk.session.write(edits)


def creations(records: Sequence[Any]) -> list[Edit]:
    return [edit for record in records for edit in creation_of(record)]


def own_answer(dossier: Dossier, place: int, author: str, verdict: Verdict, reason: str = "") -> Answer:
    audit, question = dossier.audit, dossier.asked_questions[place]
    return Answer(answer_id(audit.id, question.id, author), audit.id, question.id, author, verdict, reason)


@pytest.fixture
def audit(desk: Desk) -> Audit:
    return find_audit(desk.session.db, "2026-05")


@pytest.fixture
def authors(desk: Desk, audit: Audit) -> list[str]:
    """The lead auditor and the other one."""
    return [member.person_id for member in load_dossier(desk.session.db, audit.id).team]


@pytest.fixture
def held(qtbot: QtBot, desk: Desk, audit: Audit, authors: list[str]) -> Dossier:
    """The day as it was conducted by two: some questions alike, some not, three not answered."""
    dossier = load_dossier(desk.session.db, audit.id)
    lead, other = authors
    records: list[Any] = [own_answer(dossier, n, lead, Verdict.FULFILLED) for n in (*SAME, *DIFFER, *ALONE)]
    records += [own_answer(dossier, n, other, Verdict.FULFILLED) for n in SAME]
    records += [own_answer(dossier, n, other, Verdict.PARTLY) for n in DIFFER]
    question = dossier.asked_questions[DIFFER[0]]
    note = Note("note-1", audit.id, other, AT, "Two of five did not find it", "employee")
    records += [note, NoteLink(note_link_id(note.id, question.id), audit.id, note.id, question.id)]
    first = Finding("f-1", audit.id, "A-01", FindingType.STRENGTH, "Everybody is heard", author_id=lead, position="b")
    old = {"question_id": question.id, "evidence": "Two of five did not find it."}
    second = Finding("f-2", audit.id, "A-02", title="The routine is old", author_id=lead, position="c", **old)  # type: ignore[arg-type]
    third = Finding(
        "f-3", audit.id, "B-01", title="Old routine", author_id=other, position="d", question_id=question.id
    )
    link = FindingNote(finding_note_id(third.id, note.id), audit.id, third.id, note.id)
    records += [first, second, third, link]
    write(qtbot, desk, [*creations(records), edit_of(audit, "state", AuditState.IN_PROGRESS)])
    return load_dossier(desk.session.db, audit.id)


@pytest.fixture
def show_page(qtbot: QtBot, desk: Desk) -> ShowPage:
    def show(audit: Audit, width: int = 1158, height: int = 712) -> AgreementPage:
        page = AgreementPage(desk, audit.id)
        qtbot.addWidget(page)
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        finish_turns(page)
        return page

    return show


@pytest.fixture
def page(show_page: ShowPage, held: Dossier) -> AgreementPage:
    return show_page(held.audit)
