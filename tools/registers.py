"""Registers for pictures: one of somebody who has just begun, and one in which there is too much of everything."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.answers import Answer, Verdict, answer_id
from qmsdesk.domain.audits import Audit, AuditKind, AuditState, TeamMember, TeamRole
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.documents import Document
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.main_messages import MainMessage
from qmsdesk.domain.notes import Note, NoteLink, note_link_id
from qmsdesk.domain.openings import Participant
from qmsdesk.domain.organisation import Department, Unit
from qmsdesk.domain.plan import PlanSlot
from qmsdesk.domain.positions import positions
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.reports import SignOff
from qmsdesk.exchange.demo import fill_demo
from qmsdesk.exchange.first_start import new_register
from qmsdesk.store.audits import find_audit
from qmsdesk.store.checklists import list_checklists, questions_of
from qmsdesk.store.people import list_people
from qmsdesk.store.register import Register

AUDIT = derived_id("pictured day")
WORD = "samverkansöverenskommelse"
LONG = {
    "sv": f"Överlämningen mellan kvällens och morgonens arbetslag, med {WORD} för ändringar som kommer efter kl. 16",
    "en": f"The handover between evening and morning teams, with {WORD} for changes that come in after 16:00",
}
MORE = {
    "sv": "Planeraren ringer brukaren själv när ett besök flyttas mer än 30 minuter; tre exempel visades.",
    "en": "The planner calls the person when a visit moves more than 30 minutes; three examples were shown.",
}
FINDINGS, NOTES, PAST = 48, 60, 150


def empty_register(path: Path, device: str, language: str, today: dt.date) -> None:
    """A name, the shipped checklists, and a day of which nothing more is known."""
    register = new_register(path, device, "Karin Holm")
    department, unit = Department("d", "Förvaltningen", "The office"), Unit("u", "d", "Biblioteket", "The library")
    checklist = list_checklists(register.db)[0].checklist.id
    _write(register, [department, unit, Audit(AUDIT, "2026-01", unit.id, checklist, today)])
    register.close()


def overfull_register(path: Path, device: str, language: str, today: dt.date) -> None:
    """The demo, ever so many days before, and today one with long names, many people and far too many findings."""
    register = Register(path, device, create=True)
    fill_demo(register, today, language)
    like = find_audit(register.db, "2026-05")
    unit = Unit("u", register.db.execute("SELECT id FROM department").fetchone()[0], LONG["sv"], LONG["en"])
    questions = questions_of(register.db, like.checklist_id)
    people = [person.id for person in list_people(register.db)][:5]
    _write(register, [unit, *_past(like.checklist_id, unit.id, today, language)])
    day = Audit(AUDIT, "2026-1000", unit.id, like.checklist_id, today, AuditKind.INTERNAL_AUDIT, AuditState.CONFERRING)
    _write(register, [day, *_team(people, register.owner_id or ""), *_meeting(language)])
    _write(register, list(_heard(questions, people, register.owner_id or "", language, today)))
    _write(register, list(_found(questions, register.owner_id or "", language, today)))
    register.close()


def _write(register: Register, records: Sequence[Any]) -> None:
    register.write([edit for record in records for edit in creation_of(record)], guarded=False)


def _past(checklist: str, unit: str, today: dt.date, language: str) -> Iterator[Any]:
    for number in range(PAST):
        date = today - dt.timedelta(days=7 * number + 3)
        audit = Audit(f"past {number}", f"{date.year}-{number:04d}", unit, checklist, date, state=AuditState.CLOSED)
        yield audit
        finding = Finding(f"old {number}", audit.id, "F01", FindingType.IMPROVEMENT, LONG[language], MORE[language])
        yield finding
        yield Action(
            *(f"due {number}", audit.id, finding.id, LONG[language], MORE[language][:60], None),
            date + dt.timedelta(days=90),
            ActionState.IN_PROGRESS,
        )


def _team(people: Sequence[str], owner: str) -> Iterator[TeamMember]:
    yield TeamMember("t0", AUDIT, owner, TeamRole.LEAD, "a")
    others = (person for person in people if person != owner)
    for number, person in enumerate(others, 1):
        yield TeamMember(f"t{number}", AUDIT, person, TeamRole.AUDITOR, "b" * number)


def _meeting(language: str) -> Iterator[Any]:
    keys = positions(8)
    for number in range(8):
        yield Participant(f"p{number}", AUDIT, f"{LONG[language][:50]} {number}", 12 * number + 1)
        yield PlanSlot(f"s{number}", AUDIT, dt.time(8 + number), dt.time(9 + number), LONG[language], WORD, WORD, 12)
        yield Document(f"d{number}", AUDIT, LONG[language], "KS 2026/00412-12, v. 14", MORE[language])
        yield MainMessage(f"m{number}", AUDIT, f"{LONG[language]}. {MORE[language]}", keys[number])
        at = dt.datetime(2026, 11, 25, 15, number).astimezone()
        yield SignOff(f"o{number}", AUDIT, f"Karin {WORD}", MORE[language][:60], at, MORE[language])


def _heard(
    questions: Sequence[Question], people: Sequence[str], owner: str, language: str, today: dt.date
) -> Iterator[Any]:
    for number, question in enumerate(questions[:30]):
        for place, author in enumerate((owner, *(each for each in people if each != owner))):
            verdict = list(Verdict)[(number + place * (number % 3)) % 3]
            yield Answer(answer_id(AUDIT, question.id, author), AUDIT, question.id, author, verdict)
    at = dt.datetime.combine(today, dt.time(9)).astimezone()
    for number in range(NOTES):
        author = owner if number % 3 else people[number % len(people)]
        text = f"{LONG[language]}. {MORE[language]} ({number})"
        note = Note(f"n{number}", AUDIT, author, at + dt.timedelta(minutes=number), text)
        yield note
        if number % 2:
            asked = questions[number % 12].id
            yield NoteLink(note_link_id(note.id, asked), AUDIT, note.id, asked)


def _found(questions: Sequence[Question], owner: str, language: str, today: dt.date) -> Iterator[Any]:
    keys = positions(FINDINGS)
    for number in range(FINDINGS):
        long, more = LONG[language], MORE[language]
        title = f"{long} ({number + 1})" if number % 2 else f"{more[:40]} ({number + 1})"
        yield Finding(
            *(f"f{number}", AUDIT, f"A-{number + 1:02d}", list(FindingType)[number % 5], title, "ISO9001:7.5.3"),
            *(f"{more} {long}.", f"{long}. {more}", more, long[:60], more if number % 4 == 0 else ""),
            author_id=owner,
            question_id=questions[number % 30].id,
            position=keys[number],
        )
        if number % 5 != 4:
            due = today + dt.timedelta(days=number - 20)
            yield Action(f"a{number}", AUDIT, f"f{number}", f"{long} {number}", more[:70], None, due)
