"""Papers for the day: the checklist to fill in by hand, and the plan to hand out or hang up."""

import datetime as dt
from collections.abc import Callable, Iterator
from enum import StrEnum

from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.domain.audits import KIND_NAMES, TEAM_ROLE_NAMES
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.condition_texts import say_conditions
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.i18n import N_, Words
from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.facts import clock, plan_table
from qmsdesk.report.forms import AskedQuestion, Blanks, WritingRoom
from qmsdesk.report.furniture import Furniture
from qmsdesk.report.grids import Grid
from qmsdesk.report.metadata import LANGUAGE_TAGS, About
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph
from qmsdesk.report.printing import print_blocks
from qmsdesk.report.text import clean_line

KICKER = Style(11, 15, design.SEMIBOLD, design.ACCENT)
TITLE = Style(24, 29, design.BOLD, before=2, after=12)
PART = Style(16, 20, design.BOLD, before=24, after=6)
PLACARD = Style(11.5, 16)


class Paper(StrEnum):
    CHECKLIST = "checklist"
    PLAN = "plan"


PAPER_NAMES = {Paper.CHECKLIST: N_("Checklist"), Paper.PLAN: N_("Day plan")}


def paper(kind: Paper, dossier: Dossier, words: Words, *, stamp: dt.datetime) -> bytes:
    """A paper as a tagged, archivable PDF in the language of `words`."""
    _, audit = words, dossier.audit
    name, unit = _(PAPER_NAMES[kind]), _.pick(dossier.unit, "name")
    title = clean_line(f"{name}: {unit}, {_.date(audit.date)}")
    about = About(title, clean_line(dossier.organisation.name) or "–", LANGUAGE_TAGS[_.language], stamp)
    foot = " · ".join(part for part in (dossier.organisation.name.strip(), audit.number, name) if part)
    blocks: list[Block] = [
        Paragraph(f"{_(KIND_NAMES[audit.kind])} · {name}", KICKER, keeps_next=True),
        Heading(clean_line(unit) or "–", 1, "title", look=TITLE),
        *_CONTENTS[kind](dossier, _),
    ]
    return print_blocks(about, Furniture(f"{name} · {unit}", foot), blocks)


def _checklist(dossier: Dossier, _: Words) -> Iterator[Block]:
    used = _(
        "{checklist}, edition {edition}",
        checklist=_.pick(dossier.checklist, "title"),
        edition=dossier.checklist.edition,
    )
    facts = [
        (_("When"), _when(dossier, _)),
        (_("Audit team"), "\n".join(_signed_team(dossier, _))),
        (_("Checklist"), used),
    ]
    yield Grid([(name, text) for name, text in facts if text])
    yield Blanks([_("Filled in by"), _("Met, by role")])
    yield Paragraph(_("Write roles, never names. Type the answers in afterwards, then destroy the paper."), design.NOTE)
    initials, conditions = _initials(dossier), say_conditions(dossier.questions, dossier.numbers, _)
    for n, section in enumerate(dossier.sections, 1):
        questions = dossier.questions_of(section)
        if questions:
            yield Heading(f"{n} {_.pick(section, 'title')}", 2, f"section{n}", look=PART)
            for each in questions:
                yield _asked(dossier, each, initials.get(each.id, ""), conditions.get(each.id, ""), _)
    if not dossier.chosen_questions:
        yield Paragraph(_("No questions were chosen for this day."), design.NOTE)
    yield Heading(_("Other notes"), 2, "notes", look=PART)
    yield WritingRoom(8, fills_page=True)


def _asked(dossier: Dossier, question: Question, initials: str, condition: str, _: Words) -> AskedQuestion:
    guidance, evidence = _.pick(question, "guidance").strip(), _.pick(question, "evidence").strip()
    must = _("Must be asked.") if question.must_ask else ""
    only_if = _("Only if: {condition}", condition=condition) if condition else ""
    see = _("Ask to see: {evidence}", evidence=evidence) if evidence else ""
    hints = [only_if, f"{must} {guidance}".strip(), see]
    return AskedQuestion(
        dossier.numbers[question.id],
        _.pick(question, "text"),
        [hint for hint in hints if hint],
        [_(name) for name in VERDICT_NAMES.values()],
        initials,
    )


def _initials(dossier: Dossier) -> dict[str, str]:
    """Who asks each question, where the team has shared them out."""
    people = {item.question_id: dossier.person(item.auditor_id) for item in dossier.audit_questions}
    return {question: person.initials for question, person in people.items() if person}


def _plan(dossier: Dossier, _: Words) -> Iterator[Block]:
    place = ", ".join(part for part in (_.pick(dossier.department, "name"), dossier.organisation.name.strip()) if part)
    facts = [
        (_("When"), _when(dossier, _)),
        (_("To"), place),
        (_("Registration number"), dossier.audit.registration_number.strip()),
    ]
    yield Grid([(name, text) for name, text in facts if text])
    if dossier.plan:
        yield plan_table(dossier, _, PLACARD)
    else:
        yield Paragraph(_("The day has no plan yet."), design.NOTE)
    team = list(_team(dossier, _))
    if team:
        yield Heading(_("Who comes"), 2, "team", look=PART)
        yield Bullets(team, design.FIELD)
    yield Paragraph(_("We write down what we hear and see by role; no names are written."), design.NOTE)


def _when(dossier: Dossier, _: Words) -> str:
    audit = dossier.audit
    day = _.date(audit.date, "EEEE d MMMM y")
    return ", ".join(part for part in (day[:1].upper() + day[1:], clock(audit.starts_at, audit.ends_at)) if part)


def _signed_team(dossier: Dossier, _: Words) -> Iterator[str]:
    """The team with the initials that stand beside their questions."""
    people = [dossier.person(member.person_id) for member in dossier.team]
    initials = [person.initials for person in people if person]
    return (f"{initial}  {said}".strip() for initial, said in zip(initials, _team(dossier, _), strict=True))


def _team(dossier: Dossier, _: Words) -> Iterator[str]:
    for member in dossier.team:
        person = dossier.person(member.person_id)
        if person:
            title = _.pick(person, "title")
            said = ", ".join(part for part in (person.name, title[:1].lower() + title[1:]) if part)
            yield f"{said} ({_(TEAM_ROLE_NAMES[member.role]).lower()})"


_CONTENTS: dict[Paper, Callable[[Dossier, Words], Iterator[Block]]] = {Paper.CHECKLIST: _checklist, Paper.PLAN: _plan}
