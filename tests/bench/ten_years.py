"""A register of ten years: 500 audits with their questions answered, notes, findings and actions."""

import datetime as dt
import hashlib
import shutil
import tempfile
from pathlib import Path

from qmsdesk.domain.actions import Action, ActionState
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import Audit, AuditKind, AuditState, TeamMember, TeamRole
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.identity import derived_id
from qmsdesk.domain.notes import Note, NoteLink
from qmsdesk.domain.records import creation_of
from qmsdesk.exchange.demo import fill_demo
from qmsdesk.store.audits import find_audit
from qmsdesk.store.checklists import questions_of
from qmsdesk.store.organisation import list_units
from qmsdesk.store.people import list_people
from qmsdesk.store.register import Register

AUDITS = 500
TODAY = dt.date(2026, 11, 22)
TEXT = (
    "Planeraren ringer brukaren själv när ett besök flyttas mer än 30 minuter. Det loggas i planeringssystemet; "
    "tre exempel från vecka 46 visades. Någon rutin för helger finns inte."
)


def ten_years() -> Path:
    """The register's path; made once for each shape of the program and kept in the system's temporary folder."""
    shape = hashlib.sha256(b"".join(path.read_bytes() for path in _sources())).hexdigest()[:12]
    path = Path(tempfile.gettempdir()) / f"qmsdesk-bench-{shape}" / "ten-years.qmsdesk"
    if not path.exists():
        part = path.with_name("part")
        for older in path.parent.parent.glob("qmsdesk-bench-*"):  # 160 MB each
            shutil.rmtree(older, ignore_errors=True)
        _fill(part)
        part.rename(path)
    return path


def _sources() -> list[Path]:
    package = Path(__file__).parents[2] / "qmsdesk"
    return [Path(__file__), *sorted((package / "domain").glob("*.py")), *sorted((package / "store").rglob("m*.sql"))]


def _fill(path: Path) -> None:
    register = Register(path, "bench", create=True)
    fill_demo(register, TODAY, "sv")
    db = register.db
    checklist = find_audit(db, "2026-03").checklist_id
    questions = [question.id for question in questions_of(db, checklist)]
    units = [unit.id for unit in list_units(db)]
    people = [person.id for person in list_people(db)]
    for number in range(AUDITS - 14):
        day = dt.date(2016, 11, 22) + dt.timedelta(days=number * 7)
        unit, author = units[number % len(units)], people[number % 6]
        register.write(_audit(number, day, unit, checklist, author, questions), author_id=author, guarded=False)
    register.close()


def _audit(number: int, day: dt.date, unit: str, checklist: str, author: str, questions: list[str]) -> list[Edit]:
    audit = Audit(
        id=derived_id("bench", str(number)),
        number=f"{day.year}-{number:03d}",
        unit_id=unit,
        checklist_id=checklist,
        date=day,
        kind=AuditKind.IMPROVEMENT_DAY,
        state=AuditState.CLOSED,
        objective=TEXT,
        scope=TEXT,
    )
    records: list[object] = [
        audit,
        TeamMember(derived_id(audit.id, "lead"), audit.id, author, TeamRole.LEAD, "i"),
    ]
    for place, question in enumerate(questions):
        key = derived_id(audit.id, question)
        records.append(Answer(derived_id(key, "answer"), audit.id, question, author, list(Verdict)[place % 3]))
        moment = dt.datetime(day.year, day.month, day.day, 9, tzinfo=dt.UTC) + dt.timedelta(minutes=place)
        records.append(Note(derived_id(key, "note"), audit.id, author, moment, f"{TEXT} ({place})"))
        records.append(NoteLink(derived_id(key, "link"), audit.id, derived_id(key, "note"), question))
    for place, type_ in enumerate(FindingType):
        finding = Finding(
            id=derived_id(audit.id, type_),
            audit_id=audit.id,
            number=f"F{place + 1:02d}",
            type=type_,
            title=TEXT[:60],
            requirement="ISO9001:7.3",
            evidence=TEXT,
            statement=TEXT,
            author_id=author,
            question_id=questions[place],
            position=str(place + 1),
        )
        records.append(finding)
        if type_ is not FindingType.STRENGTH:
            records.append(
                Action(
                    derived_id(finding.id, "action"),
                    audit.id,
                    finding.id,
                    TEXT[:70],
                    "Enhetschef",
                    None,
                    day + dt.timedelta(days=60),
                    ActionState.CLOSED,
                    day + dt.timedelta(days=50),
                )
            )
    return [edit for record in records for edit in creation_of(record)]
