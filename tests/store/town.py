"""A small town: one record of every kind, with every field filled where it may be."""

import datetime as dt
from typing import Any

from qmsdesk.domain.actions import Action, ActionState, ProposalReply
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.attachments import Attachment
from qmsdesk.domain.audits import Audit, AuditKind, AuditQuestion, AuditState, TeamMember, TeamRole
from qmsdesk.domain.changes import Edit
from qmsdesk.domain.checklists import Checklist, ChecklistState, Commonality, Question, Section
from qmsdesk.domain.documents import Document
from qmsdesk.domain.feedback import Feedback
from qmsdesk.domain.findings import Finding, FindingNote, FindingState, FindingType
from qmsdesk.domain.main_messages import MainMessage
from qmsdesk.domain.masks import Covers, Mask
from qmsdesk.domain.notes import Note, NoteLink
from qmsdesk.domain.openings import OpeningCheck, Participant
from qmsdesk.domain.organisation import Certificate, Department, Organisation, Unit
from qmsdesk.domain.people import Person, PersonRole, Tenure
from qmsdesk.domain.phrases import Phrase, PhraseUse
from qmsdesk.domain.plan import Obstacle, PlanSlot
from qmsdesk.domain.programmes import Programme
from qmsdesk.domain.ready_texts import ReadyPlace, ReadyText
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.regradings import Regrading
from qmsdesk.domain.reopenings import Reopening
from qmsdesk.domain.reports import ReportForm, ReportIssue, SignOff
from qmsdesk.domain.requirements import (
    Applicability,
    Requirement,
    RequirementMatch,
    RequirementSource,
    UnitRequirement,
    UnitSource,
)
from qmsdesk.domain.samples import Sample
from qmsdesk.domain.times import TimeEntry, TimePhase, TimeSide

DAY = dt.date(2026, 11, 25)
MOMENT = dt.datetime(2026, 11, 25, 9, 41, tzinfo=dt.UTC)

ORGANISATION = Organisation("o1", "Granälva kommun", "ef" * 32, "#0b5d5e", "summary about")
DEPARTMENT = Department("d1", "Vård", "Care", "Vårdnämnden", "Care committee", "VON")
UNIT = Unit("u1", "d1", "Hemtjänst Ängen", "Home care Ängen", 42, "medium", "Ny chef", "New manager")
ANNA = Person("p1", "Anna Ek", PersonRole.LEAD_AUDITOR, None, "Utvecklare", "Developer", "ISO 9001", "ISO 9001")
BO = Person("p2", "Bo Åberg", PersonRole.MANAGER, "u1", "Enhetschef", "Unit manager")
CHECKLIST = Checklist("c1", "core", "2026:1", "Kärnan", "The core", ChecklistState.PUBLISHED)
AUDIT = Audit(
    *("a1", "2026-01", "u1", "c1", DAY, AuditKind.INTERNAL_AUDIT, AuditState.IN_PROGRESS, "g1"),
    *(dt.time(8, 30), dt.time(16), "Förbättra", "Planering", "ISO 9001", "VON 2026-7", "Bra dag"),
    *("Inställd", "Välkomna", MOMENT, MOMENT + dt.timedelta(hours=7), "summary about"),
)
FINDING = Finding(
    *("f1", "a1", "A-01", FindingType.NONCONFORMITY_MINOR, "Sena planer", "ISO9001:8.1", "3 av 5", "Planer är sena"),
    *("Oro", "chef", "Nej", "chef", True, False, FindingState.AGREED, "p1", "q1", None, None, "i"),
)
_ANSWER = Answer("an1", "a1", "q1", "p1", Verdict.NOT_APPLICABLE, "Ny enhet", basis="0123456789abcdef")

TOWN: list[Any] = [
    *(ORGANISATION, DEPARTMENT, UNIT, Certificate("z1", "u1", "ISO 9001", "2015", dt.date(2027, 5, 1))),
    *(ANNA, BO, Tenure("t1", "p2", "u1", dt.date(2024, 1, 1), None)),
    RequirementSource("r1", "ISO9001", "2015", "Ledningssystem", "Management systems"),
    Requirement("r2", "r1", "8.1", "Planering", "Planning"),
    *(UnitSource("us1", "u1", "r1"), UnitRequirement("ur1", "u1", "r2", Applicability.PARAMETER, "14 dagar", "Lag")),
    *(CHECKLIST, Section("s1", "c1", "A", "i", "Planering", "Planning")),
    Question(
        *("q1", "s1", "A1", "i", "Hur planerar ni?", "How do you plan?", "Fråga efter planer", "Ask for plans"),
        *("Planer", "Plans", ("ISO9001:8.1",), 10, True, "certified", "0123456789abcdef"),
        *(Commonality.PARAMETER, "14 dagar"),
    ),
    RequirementMatch("rm1", "r2", "r2", "Samma"),
    Phrase("ph1", PhraseUse.STRENGTH, "Alla hörs", "Everybody is heard"),
    Programme("g1", 2026, "År 2026", "Year 2026", "Mål", "Aims", registration_number="KS 2026-1"),
    *(AUDIT, AuditQuestion("aq1", "a1", "q1", False, "", "p1"), TeamMember("m1", "a1", "p1", TeamRole.LEAD, "i")),
    PlanSlot("ps1", "a1", dt.time(9), dt.time(10), "Uppstart", "Alla", "Salen", 4),
    Note("n1", "a1", "p1", MOMENT, "Planerna kommer sent.", "chef", is_parked=True),
    *(NoteLink("nl1", "a1", "n1", "q1"), _ANSWER),
    *(FINDING, FindingNote("fn1", "a1", "f1", "n1")),
    Action(
        *("x1", "a1", "f1", "Planera tidigare", "chef", "p2", dt.date(2026, 12, 20), ActionState.IMPLEMENTED),
        *(dt.date(2026, 12, 1), "Nytt schema", dt.date(2027, 3, 1), "p1", True, ProposalReply.YES, "Klokt", "Följ upp"),
    ),
    Attachment(
        "at1",
        "a1",
        "ab" * 32,
        "image/jpeg",
        30_000,
        "Tavlan",
        DAY,
        "p1",
        "n1",
        "f1",
        "q1",
        "tavla.jpg",
        1600,
        1200,
        "[]",
    ),
    *(Obstacle("ob1", "a1", "Strömavbrott"), TimeEntry("te1", "a1", TimeSide.UNIT, 90, 4, "Samtal", TimePhase.AFTER)),
    *(OpeningCheck("oc1", "a1", "names", True), Participant("pa1", "a1", "medarbetare", 5)),
    *(Document("do1", "a1", "Rutin", "2025:3", "Läst"), Sample("sa1", "a1", "q1", "ärenden", 5, 40)),
    *(MainMessage("mm1", "a1", "Planera tidigare", "i"), Feedback("fe1", "a1", 5, 4, 3, "Bra")),
    Regrading("rg1", "a1", "f1", FindingType.OBSERVATION, FindingType.NONCONFORMITY_MINOR, MOMENT, "Lagkrav", "p1"),
    Reopening("ro1", "a1", MOMENT, "Fel datum", "p1"),
    SignOff("so1", "a1", "Bo Åberg", "chef", MOMENT, "receipt", "[[0,0,9,9]]"),
    ReportIssue(
        *("ri1", "a1", 1, ReportForm.FULL, "sv", MOMENT, "cd" * 32, False, "VON 2026-7", 30_000, "Datum", "Posten"),
    ),
    ReadyText("rt1", ReadyPlace.SAMPLING, "Stickprov.", "Samples.", "a1"),
    Mask("ma1", "a1", Covers.PASSAGE, "f1", "Planer", "OSL 26 kap. 1 §"),
]


def creations(records: list[Any]) -> list[Edit]:
    return [edit for record in records for edit in creation_of(record)]
