"""A register whose audit of today asks 500 questions, in ten sections."""

import datetime as dt
from pathlib import Path

from qmsdesk.domain.audits import Audit, AuditKind, AuditState, TeamMember, TeamRole
from qmsdesk.domain.checklists import Checklist, ChecklistState, Question, Section
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.positions import positions
from qmsdesk.domain.records import creation_of
from qmsdesk.exchange.demo import fill_demo
from qmsdesk.store.organisation import list_units
from qmsdesk.store.register import Register

SECTIONS, QUESTIONS = 10, 50
NUMBER = "2026-500"


def make_big_audit(path: Path, today: dt.date) -> None:
    register = Register(path, "bench", create=True)
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
    register.write(
        [edit for record in (checklist, *_questions(checklist), audit, lead) for edit in creation_of(record)]
    )
    register.close()


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
