"""A register whose audit of today asks 500 questions, has 300 notes and 200 photos, and ten such audits behind it.

The photos are real: small JPEGs in the folder beside the register."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import Audit, AuditKind, AuditState, TeamMember, TeamRole
from qmsdesk.domain.checklists import Checklist, ChecklistState, Question, Section
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.notes import Note, NoteLink
from qmsdesk.domain.positions import positions
from qmsdesk.domain.records import creation_of
from qmsdesk.exchange.demo import fill_demo
from qmsdesk.store.attachments import keep_file
from qmsdesk.store.organisation import list_units
from qmsdesk.store.register import Register

SECTIONS, QUESTIONS = 10, 50
NOTES, PHOTOS, YEARS = 300, 200, 10
PIXELS = (800, 600)
NUMBER = "2026-500"


def make_big_audit(path: Path, today: dt.date, findings: int = 0) -> None:
    """A new register, or more in one that is there; `findings` of the audit of today."""
    is_new = not path.exists()
    register = Register(path, "bench", create=is_new)
    if is_new:
        fill_demo(register, today, "sv")
    checklist = Checklist(derived_id("big"), "STOR", "2026-01", "Stor checklista", "", ChecklistState.PUBLISHED)
    audit = Audit(
        id=derived_id("big audit"),
        number=NUMBER,
        unit_id=list_units(register.db)[0].id,
        checklist_id=checklist.id,
        date=today,
        kind=AuditKind.INTERNAL_AUDIT,
        state=AuditState.IN_PROGRESS,
    )
    lead = TeamMember(derived_id(audit.id, "lead"), audit.id, register.owner_id or "", TeamRole.LEAD, "i")
    asked = _questions(checklist)
    questions = [record for record in asked if isinstance(record, Question)]
    made = list(_findings(audit, lead.person_id, questions, findings))
    around = (*_notes(audit, lead.person_id, questions), *made, *_photos(path, audit, questions))
    _write(register, (checklist, *asked, audit, lead, *around))
    for year in range(1, YEARS + 1):
        _write(register, _earlier(audit, today.replace(year=today.year - year), lead.person_id, questions))
    register.close()


def _write(register: Register, records: Iterable[object]) -> None:
    register.write([edit for record in records for edit in creation_of(record)], guarded=False)


def _notes(audit: Audit, author_id: str, questions: list[Question]) -> Iterator[Note | NoteLink]:
    for number in range(NOTES):
        at = dt.datetime(audit.date.year, audit.date.month, audit.date.day, 8, tzinfo=dt.UTC)
        text = f"Planeraren ringer brukaren när ett besök flyttas, exempel {number} visades i systemet."
        note = Note(derived_id("big note", str(number)), audit.id, author_id, at + dt.timedelta(minutes=number), text)
        yield note
        yield NoteLink(derived_id(note.id, "link"), audit.id, note.id, questions[number * 3 % len(questions)].id)


def _findings(audit: Audit, author_id: str, questions: list[Question], count: int) -> Iterator[Finding]:
    places = positions(max(count, 1))
    for number in range(count):
        title, seen = f"Rutin saknas för helger, fall {number}", f"Tre av åtta ärenden saknade kvittens, prov {number}."
        yield Finding(
            derived_id("big finding", str(number)),
            audit.id,
            f"A-{number + 1:02d}",
            list(FindingType)[number % len(FindingType)],
            title,
            "ISO9001:8.5.1",
            seen,
            seen,
            author_id=author_id,
            question_id=questions[number * 11 % len(questions)].id,
            position=places[number],
        )


def _photos(path: Path, audit: Audit, questions: list[Question]) -> Iterator[Attachment]:
    for number in range(PHOTOS):
        held = io.BytesIO()
        tint = (number * 5 % 256, number * 11 % 256, 120)
        Image.linear_gradient("L").convert("RGB").resize(PIXELS).point(_tinted(tint)).save(held, "JPEG", quality=85)
        yield Attachment(
            id=derived_id("big photo", str(number)),
            audit_id=audit.id,
            sha256=keep_file(path, held.getvalue()),
            media_type="image/jpeg",
            size_bytes=len(held.getvalue()),
            width=PIXELS[0],
            height=PIXELS[1],
            caption=f"Tavlan {number}",
            question_id=questions[number * 7 % len(questions)].id,
        )


def _tinted(tint: tuple[int, int, int]) -> list[int]:
    """No two pictures alike."""
    return [(level + extra) % 256 for extra in tint for level in range(256)]


def _earlier(like: Audit, day: dt.date, author_id: str, questions: list[Question]) -> Iterator[object]:
    """The same unit and checklist in another year, every tenth question with a finding; some never asked."""
    audit = replace(like, id=derived_id("big", str(day)), number=f"{day.year}-500", date=day, state=AuditState.CLOSED)
    yield audit
    yield TeamMember(derived_id(audit.id, "lead"), audit.id, author_id, TeamRole.LEAD, "i")
    for place, question in enumerate(questions):
        verdict = Verdict.NOT_ASKED if place % 25 == 0 else list(Verdict)[place % 3]
        key = derived_id(audit.id, question.id)
        yield Answer(key, audit.id, question.id, author_id, verdict, "Tiden räckte inte" if place % 25 == 0 else "")
        if place % 10 == 5:
            kind, title = FindingType.NONCONFORMITY_MINOR, "Rutin saknas för helger"
            finding = derived_id(key, "finding")
            yield Finding(finding, audit.id, f"F{place}", kind, title, "ISO9001:8.5.1", question_id=question.id)


def _questions(checklist: Checklist) -> list[Section | Question]:
    records: list[Section | Question] = []
    places = positions(max(SECTIONS, QUESTIONS))
    for one in range(SECTIONS):
        section = Section(derived_id("big", str(one)), checklist.id, f"{one + 1}", places[one], f"Avsnitt {one + 1}")
        records.append(section)
        for two in range(QUESTIONS):
            question = Question(
                id=derived_id(section.id, str(two)),
                section_id=section.id,
                code=f"{one + 1}.{two + 1}",
                position=places[two],
                text_sv=f"Hur vet ni att rutin {one + 1}.{two + 1} följs när den ordinarie handläggaren är borta?",
                guidance_sv="Be om att få se senaste exemplet, och fråga vem som tar över. " * 2,
                evidence_sv="Loggen, ett ärende från förra veckan, en minnesanteckning.",
                refers_to=("ISO9001:7.1.6", "ISO9001:8.5.1"),
            )
            records.append(question)
    return records
