"""Dossiers to print: an empty one, a day as days are, and one with far too much in it."""

import datetime as dt
import json
from dataclasses import replace
from functools import cache
from math import sin

import yaml

from qmsdesk.domain.actions import Action, ActionState, ProposalReply
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.audits import Audit, AuditKind, AuditQuestion, AuditState, TeamMember, TeamRole
from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.documents import Document
from qmsdesk.domain.dossiers import Dossier, EarlierAudit
from qmsdesk.domain.feedback import Feedback
from qmsdesk.domain.findings import Finding, FindingState, FindingType
from qmsdesk.domain.main_messages import MainMessage
from qmsdesk.domain.openings import Participant
from qmsdesk.domain.organisation import Department, Organisation, Unit
from qmsdesk.domain.people import Person
from qmsdesk.domain.plan import Obstacle, PlanSlot
from qmsdesk.domain.reports import SignOff
from qmsdesk.domain.samples import Sample
from qmsdesk.domain.times import TimeEntry, TimePhase, TimeSide
from qmsdesk.paths import resource

STAMP = dt.datetime(2026, 11, 25, 15, 42, tzinfo=dt.timezone(dt.timedelta(hours=1)))
DAY = dt.date(2026, 11, 25)
MAJOR, MINOR, OBSERVATION, IMPROVEMENT, STRENGTH = FindingType
LONG = (
    "Kvittens saknades för 6 av 40 nycklar i nyckelskåp B (rutin 2.3, 2025-03-19). Medarbetarna beskrev att "
    "utlämningen sker muntligen när det är bråttom, och att listan fylls i efteråt av den som råkar vara på plats. "
    "Leverantörsbedömningen och kvalitetsledningssystemets dokumentationsanvisningar nämner inte nycklar. "
)


def empty() -> Dossier:
    """An audit that is planned and nothing more."""
    return Dossier(
        Organisation("o", "Granälva kommun"),
        Department("d", "Omsorgsförvaltningen", "Care Department"),
        Unit("u", "d", "Hemtjänst Öster", "Home care East"),
        Audit("a", "2026-06", "u", "c", DAY),
        Checklist("c", "core", "1", "Förbättringsdag – gemensam kärna", "Improvement day – common core"),
    )


def typical(state: AuditState = AuditState.DRAFT_REPORT) -> Dossier:
    """An improvement day with what a good day gives."""
    sections, questions = _checklist()
    return replace(
        empty(),
        audit=replace(
            empty().audit,
            state=state,
            registration_number="ON 2026/00131",
            starts_at=dt.time(8, 30),
            ends_at=dt.time(15, 30),
            objective="Se vad som fungerar i vardagen och vad som kan bli enklare, och enas om de första stegen.",
            scope="Planering och genomförande av hemtjänstbesök, dagtid och helger.",
            criteria="SOSFS 2011:9 5 kap., socialtjänstlagen, förvaltningens rutiner för planering",
            summary="Gruppen planerar tillsammans och rättar fel samma dag. Det största hindret är att samma uppgift "
            "skrivs på tre ställen. Rutinen för ändringar på helger saknas.",
        ),
        sections=sections,
        questions=questions,
        audit_questions=(
            AuditQuestion("aq", "a", questions[-1].id, True, "Togs upp i våras"),
            *(
                AuditQuestion(f"aq{n}", "a", each.id, auditor_id=f"p{1 + n % 2}")
                for n, each in enumerate(questions[:20])
            ),
        ),
        answers=_answers(questions),
        findings=_findings(questions),
        actions=_actions(),
        team=(
            TeamMember("t1", "a", "p1", TeamRole.LEAD),
            TeamMember("t2", "a", "p2"),
            TeamMember("t3", "a", "p3", TeamRole.TRAINEE),
        ),
        people={
            "p1": Person("p1", "Karin Holm", title_sv="Kvalitetssamordnare", title_en="Quality coordinator"),
            "p2": Person("p2", "Amir Haddad", title_sv="Biträdande rektor", title_en="Deputy head"),
            "p3": Person("p3", "Lena Ström"),
        },
        plan=(
            PlanSlot("s1", "a", dt.time(8, 30), dt.time(8, 45), "Uppstart", "Alla", "Köket"),
            PlanSlot("s2", "a", dt.time(8, 45), dt.time(9, 45), "Samtal om uppdrag och risker", "Enhetschef", "Rum 3"),
            PlanSlot("s3", "a", dt.time(10), dt.time(11, 30), "Gruppsamtal", "Fem undersköterskor", "Rum 3"),
            PlanSlot("s4", "a", dt.time(14, 45), dt.time(15, 30), "Återkoppling", "Alla", "Köket"),
        ),
        obstacles=(Obstacle("h", "a", "Enhetschefen kallades bort kl. 09.20; samtalet slutfördes på telefon."),),
        time_entries=(
            TimeEntry("e0", "a", TimeSide.AUDITORS, 90, 2, phase=TimePhase.BEFORE),
            TimeEntry("e1", "a", TimeSide.AUDITORS, 420, 2),
            TimeEntry("e2", "a", TimeSide.UNIT, 95, 7),
        ),
        participants=(
            Participant("pa1", "a", "Undersköterskor", 5),
            Participant("pa2", "a", "Enhetschef"),
            Participant("pa3", "a", "Planerare", 2),
        ),
        documents=(
            Document("d1", "a", "Rutin för planering", "2.3, 2025-03-19", "Säger inget om helger."),
            Document("d2", "a", "Kvalitetsberättelse 2025", "ON 2026/00012"),
        ),
        samples=(
            Sample("sa1", "a", questions[4].id, "genomförandeplaner", 5, 40),
            Sample("sa2", "a", questions[6].id, "helgändringar", 8),
        ),
        main_messages=(
            MainMessage("m1", "a", "Ni ringer före varje ändring. Behåll det."),
            MainMessage("m2", "a", "Skriv samma uppgift på ett ställe i stället för tre."),
            MainMessage("m3", "a", "Bestäm vem som beslutar på helgen."),
        ),
        feedback=(
            Feedback("fb1", "a", 5, 4, 5),
            Feedback("fb2", "a", 4, None, 3, "Bra fika"),
            Feedback("fb3", "a", 4, 5, 4),
        ),
        requirement_titles={"SOSFS2011-9:5": ("Systematiskt förbättringsarbete", "Systematic improvement")},
        earlier=_earlier(),
    )


def signed() -> Dossier:
    """A day that has been signed for: one hand drew, the other's name was enough."""
    at = dt.datetime(2026, 11, 25, 14, 20, tzinfo=dt.UTC)
    strokes = [[[40 + 9 * n, 150 + round(90 * sin(n / 4))] for n in range(100)], [[500, 60]], [[80, 260], [900, 240]]]
    received = "Mottagit rapporten och kontrollerat fakta"
    sign_offs = (
        SignOff("so1", "a", "Karin Holm", "Revisionsledare", at, "Det vi såg och enades om", json.dumps(strokes)),
        SignOff("so2", "a", "Maria Öberg", "Enhetschef", at, received, "[[[9999, 3]]]"),
    )
    return replace(typical(AuditState.FINAL), sign_offs=sign_offs)


def overfull() -> Dossier:
    """Sixty findings, endless words, and everything a keyboard can type."""
    base = typical(AuditState.FACT_CHECK)
    noise = "<b>inte fet</b> & \"citat\" 'enkla' 😀👍🏽🎉 中文 Ω → ≥ \u202eomvänt\u202c\ttabb\x07 " + "x" * 300
    findings = tuple(
        replace(
            base.findings[n % len(base.findings)],
            id=f"f{n}",
            number=f"A-{n:02d}",
            statement=LONG * (n % 5) + noise * (n % 7 == 3),
            consequence=LONG if n % 3 else "",
            title="Leverantörsbedömningsdokumentationsansvarsfördelning " * (n % 4) + f"nummer {n} 🚲",
        )
        for n in range(60)
    )
    actions = tuple(
        replace(base.actions[n % len(base.actions)], id=f"x{n}", finding_id=f"f{n}", text=LONG * (1 + n % 3))
        for n in range(60)
    )
    unit = Unit(
        "u", "d", "Enheten för arbetsmarknadsintegration, vuxenutbildning och " * 3, "The unit with the long name"
    )
    audit = replace(base.audit, summary=LONG * 8, objective="a" * 10_000, kind=AuditKind.INTERNAL_AUDIT)
    return replace(
        base,
        findings=findings,
        actions=actions,
        unit=unit,
        audit=audit,
        questions=tuple(replace(each, guidance_sv=LONG * 20 * (n == 3)) for n, each in enumerate(base.questions)),
        participants=tuple(Participant(f"pa{n}", "a", LONG * (n == 2) or f"Roll {n}", n) for n in range(40)),
        documents=tuple(Document(f"d{n}", "a", noise * (n == 1) or f"Dokument {n}", noise, LONG) for n in range(30)),
        main_messages=tuple(MainMessage(f"m{n}", "a", LONG * n) for n in range(6)),
        plan=tuple(replace(base.plan[n % 4], id=f"s{n}", what=LONG, who=noise) for n in range(20)),
    )


@cache
def _checklist() -> tuple[tuple[Section, ...], tuple[Question, ...]]:
    text = resource("checklists", "checklist-improvement-day.yaml").read_text(encoding="utf-8")
    sections, questions = [], []
    for n, section in enumerate(yaml.safe_load(text)["sections"]):
        sections.append(
            Section(section["id"], "c", section["id"], f"{n:03d}", section["title"]["sv"], section["title"]["en"])
        )
        for m, question in enumerate(section["questions"]):
            key, said = question["id"], question["text"]
            hints = [
                question.get(part, {}).get(tongue, "") for part in ("guidance", "evidence") for tongue in ("sv", "en")
            ]
            questions.append(
                Question(key, section["id"], key, f"{m:03d}", said["sv"], said["en"], *hints, must_ask=m == 0)
            )
    return tuple(sections), tuple(questions)


def _answers(questions: tuple[Question, ...]) -> tuple[Answer, ...]:
    order = [Verdict.FULFILLED] * 4 + [Verdict.PARTLY, Verdict.FULFILLED, Verdict.NOT_FULFILLED, Verdict.FULFILLED]
    order += [Verdict.NOT_ASKED, Verdict.FULFILLED, Verdict.NOT_APPLICABLE]
    reasons = {Verdict.NOT_ASKED: "Tiden räckte inte till", Verdict.NOT_APPLICABLE: "Enheten har inga egna inköp"}
    return tuple(
        Answer(f"w{n}", "a", question.id, "p1", verdict, reasons.get(verdict, ""), is_agreed=True)
        for n, question in enumerate(questions[:-3])
        for verdict in [order[n % len(order)]]
    )


def _findings(questions: tuple[Question, ...]) -> tuple[Finding, ...]:
    def finding(number: str, type_: FindingType, title: str, **fields: object) -> Finding:
        return Finding(f"f-{number}", "a", number, type_, title, question_id=questions[int(number[2:])].id, **fields)  # type: ignore[arg-type]

    return (
        finding(
            "A-01",
            STRENGTH,
            "Brukarna rings upp före varje ändring",
            evidence="Tre av tre följda ärenden vecka 46",
            contact_role="Planerare",
            may_be_shared=True,
        ),
        finding(
            "A-02",
            STRENGTH,
            "Planeringstavlan är levande",
            statement="Tavlan gås igenom varje morgon; det som är löst stryks samma dag.",
        ),
        finding(
            "B-01",
            STRENGTH,
            "Nya medarbetare går bredvid i två veckor",
            evidence="Introduktionsplan 2026, samtal med två nyanställda",
        ),
        finding(
            "A-03",
            MINOR,
            "Rutin saknas för ändringar på helger",
            requirement="SOSFS2011-9:5",
            statement="Ingen rutin säger vem som beslutar när ett besök flyttas på en helg. Alla gör på sitt sätt.",
            evidence="3 av 8 helgändringar i oktober saknade beslut i planeringssystemet (utskrift 2026-11-24).",
            consequence="Brukaren kan bli utan besök utan att någon märker det.",
            confirmed_by="Planerare och två undersköterskor under dagen",
            diverging_opinion="Enheten menar att muntlig överenskommelse räcker på helger, för samma två planerar.",
            repeat_of_id="old",
            state=FindingState.CONTESTED,
        ),
        finding(
            "A-04",
            OBSERVATION,
            "Nyckelskåpet stod öppet vid rundvandringen",
            evidence="Kl. 10.29, entréplan",
            is_confidential=True,
        ),
        finding(
            "A-05",
            IMPROVEMENT,
            "Visa tavlan i mobilen för alla i teamet",
            statement="Föreslaget av medarbetare i gruppsamtalet.",
        ),
        finding(
            "B-02",
            IMPROVEMENT,
            "En plats för dokumentation i stället för tre",
            statement="Samma uppgift skrivs i journal, pärm och planeringssystem. Det tar 40 minuter per dag.",
        ),
        finding("B-03", IMPROVEMENT, "Sluta skriva ut schemat"),
    )


def _actions() -> tuple[Action, ...]:
    return (
        Action(
            "x1",
            "a",
            "f-A-03",
            "Skriv en rutin för helgändringar och gå igenom den på APT",
            "Enhetschef",
            due_on=dt.date(2027, 1, 15),
            effect_check_on=dt.date(2027, 4, 15),
            state=ActionState.IN_PROGRESS,
        ),
        Action(
            "x2",
            "a",
            "f-A-05",
            "Pröva tavlan i mobilen i ett team under fyra veckor",
            "Planerare",
            due_on=dt.date(2026, 12, 18),
            reply=ProposalReply.YES,
            reply_reason="Licenser finns redan.",
        ),
        Action(
            "x3",
            "a",
            "f-B-02",
            "Utred vilken dokumentation som lagen kräver",
            "Verksamhetsutvecklare",
            due_on=dt.date(2026, 11, 20),
            reply=ProposalReply.LATER,
            reply_reason="Tas efter systembytet i mars.",
        ),
    )


def _earlier() -> EarlierAudit:
    audit = Audit("old-a", "2024-07", "u", "c", dt.date(2024, 10, 9), state=AuditState.CLOSED)
    findings = (
        Finding("old", "old-a", "2024-07-1", MINOR, "Ändringar på helger dokumenteras inte"),
        Finding("old2", "old-a", "2024-07-2", IMPROVEMENT, "Gemensam introduktion för vikarier"),
    )
    actions = (
        Action(
            "y1",
            "old-a",
            "old",
            "Påminn om att dokumentera",
            "Enhetschef",
            state=ActionState.CLOSED,
            is_effective=False,
        ),
        Action(
            "y2",
            "old-a",
            "old2",
            "Introduktionsdag varje månad",
            "Enhetschef",
            state=ActionState.CLOSED,
            is_effective=True,
        ),
    )
    return EarlierAudit(audit, findings, actions)
