"""`audits` and `audit`: the list, and one audit whole."""

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

import click

from qmsdesk.cli.files import write_file
from qmsdesk.cli.options import PATH, command, with_json
from qmsdesk.cli.printing import plain, print_facts, print_json, print_table
from qmsdesk.cli.registers import reading, reading_for_paper
from qmsdesk.domain.actions import ACTION_STATE_NAMES
from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.domain.audits import KIND_NAMES, STATE_NAMES, TEAM_ROLE_NAMES
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES
from qmsdesk.domain.replies import Replies
from qmsdesk.i18n import Words
from qmsdesk.store.audits import AuditLine, find_audit, list_audits
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.store.replies import replies_of

WALL = ("replies", "unit-replies")
PAPERS = ("checklist", "plan", *WALL)


def audits_command(_: Words) -> click.Command:
    @command(_, "audits", _("List the audits and improvement days."), "qmsdesk audits", "qmsdesk audits --json")
    @with_json(_)
    def audits(register: Path, as_json: bool) -> None:
        with reading(register) as db:
            lines = list_audits(db)
        if as_json:
            print_json([_line(line, _) for line in lines])
        elif lines:
            print_table(_heads(_), [_row(line, _) for line in lines], right={5, 6, 7})
        else:
            click.echo(_("There are no audits yet."))

    return audits


def _heads(_: Words) -> list[str]:
    return [
        *(_.context("audit", "Number"), _("Date"), _("Unit"), _("Kind"), _("State")),
        *(_("Answers"), _("Findings"), _("Open actions")),
    ]


def _row(line: AuditLine, _: Words) -> list[Any]:
    audit = line.audit
    return [
        *(audit.number, audit.date, _.pick(line.unit, "name"), _(KIND_NAMES[audit.kind]), _(STATE_NAMES[audit.state])),
        *(line.answers, line.findings, line.open_actions),
    ]


def _line(line: AuditLine, _: Words) -> dict[str, Any]:
    counts = {"answers": line.answers, "findings": line.findings, "open_actions": line.open_actions}
    return plain(line.audit) | {"unit": _.pick(line.unit, "name"), "counts": counts}


def audit_command(_: Words) -> click.Command:
    text = _("Show one audit whole: answers, notes, findings and actions; or write a paper for its day as PDF.")
    examples = (
        "qmsdesk audit 2026-03",
        "qmsdesk audit 2026-03 --json",
        "qmsdesk audit 2026-03 --paper plan -o plan.pdf",
        "qmsdesk audit 2026-03 --paper replies -o wall.pdf",
    )

    @command(_, "audit", text, *examples)
    @click.argument("audit", metavar=_("NUMBER"))
    @click.option("--paper", type=click.Choice(PAPERS), help=_("The paper to write, together with -o."))
    @click.option("-o", "output", type=PATH, metavar=_("FILE"), help=_("Where the paper goes."))
    @with_json(_)
    def audit(register: Path, audit: str, paper: str | None, output: Path | None, as_json: bool) -> None:
        if (paper is None) != (output is None):
            raise click.UsageError(_("--paper and -o go together"))
        with reading_for_paper(register) if paper else reading(register) as db:
            dossier = load_dossier(db, find_audit(db, audit).id)
            replies = replies_of(db, dossier.audit, is_whole_unit=paper == "unit-replies") if paper in WALL else None
        if replies and output:
            _write_replies(replies, output, _)
        elif paper and output:
            _write_paper(dossier, paper, output, _)
        elif as_json:
            print_json(whole(dossier, _))
        else:
            _print_facts(dossier, _)
            _print_answers(dossier, _)
            _print_findings(dossier, _)
            _print_actions(dossier, _)

    return audit


def _write_paper(dossier: Dossier, kind: str, path: Path, _: Words) -> None:
    from qmsdesk.report.papers import Paper, paper  # brings in ReportLab, which no other use of `audit` needs

    write_file(path, paper(Paper(kind), dossier, _, stamp=dt.datetime.now().astimezone()))
    click.echo(str(path))


def _write_replies(replies: Replies, path: Path, _: Words) -> None:
    from qmsdesk.report.replies import replies_paper  # as above

    write_file(path, replies_paper(replies, _, stamp=dt.datetime.now().astimezone()))
    click.echo(str(path))


def whole(dossier: Dossier, _: Words) -> dict[str, Any]:
    """One audit with everything it holds, for JSON: the records' own fields, and beside them what their ids mean."""
    held = plain(dossier.audit) | {
        "unit": _.pick(dossier.unit, "name"),
        "department": _.pick(dossier.department, "name"),
        "checklist": _.pick(dossier.checklist, "title"),
        "team": [_with_name(member, dossier, "person_id") for member in dossier.team],
        "answers": _answers(dossier, _),
        "notes": [_note(note, dossier) for note in dossier.notes],
        "findings": [_finding(finding, dossier) for finding in dossier.findings],
        "actions": [_action(action, dossier) for action in dossier.actions],
    }
    for name in ("attachments", "obstacles", "plan", "time_entries", "sign_offs", "report_issues"):
        held[name] = plain(getattr(dossier, name))
    return held


def _with_name(record: Any, dossier: Dossier, field: str) -> dict[str, Any]:
    person = dossier.person(getattr(record, field))
    return plain(record) | {"name": person.name if person else None}


def _answers(dossier: Dossier, _: Words) -> list[dict[str, Any]]:
    """Each auditor's answers and the agreed ones, in the order of the questions."""
    asked = {question.id: question for question in dossier.questions}
    order = {question_id: place for place, question_id in enumerate(asked)}
    answers = sorted(dossier.answers, key=lambda answer: (order.get(answer.question_id, len(order)), answer.id))
    return [
        plain(answer)
        | {
            "question_number": dossier.numbers.get(answer.question_id),
            "question": _.pick(asked[answer.question_id], "text") if answer.question_id in asked else None,
        }
        for answer in answers
    ]


def _note(note: Any, dossier: Dossier) -> dict[str, Any]:
    numbers = [dossier.numbers.get(link.question_id) for link in dossier.note_links if link.note_id == note.id]
    return _with_name(note, dossier, "author_id") | {"question_numbers": numbers}


def _finding(finding: Any, dossier: Dossier) -> dict[str, Any]:
    return plain(finding) | {"question_number": dossier.numbers.get(finding.question_id)}


def _action(action: Any, dossier: Dossier) -> dict[str, Any]:
    numbers = {finding.id: finding.number for finding in dossier.findings}
    return plain(action) | {"finding_number": numbers.get(action.finding_id)}


def _print_facts(dossier: Dossier, _: Words) -> None:
    audit = dossier.audit
    click.echo(f"{_(KIND_NAMES[audit.kind])} {audit.number}: {_.pick(dossier.unit, 'name')}\n")
    print_facts(
        [
            (_("Date"), _.date(audit.date)),
            (_("State"), _(STATE_NAMES[audit.state])),
            (_("Registration number"), audit.registration_number),
            (_("Department"), _.pick(dossier.department, "name")),
            (_("Checklist"), f"{_.pick(dossier.checklist, 'title')} ({dossier.checklist.edition})"),
            *((_(TEAM_ROLE_NAMES[member.role]), _name(dossier, member.person_id)) for member in dossier.team),
            (_("Objective"), audit.objective),
            (_("Scope"), audit.scope),
            (_("Summary"), audit.summary),
            *((_("Obstacle"), obstacle.text) for obstacle in dossier.obstacles),
        ]
    )


def _name(dossier: Dossier, person_id: str) -> str:
    person = dossier.person(person_id)
    return person.name if person else ""


def _print_heading(heading: str) -> None:
    click.echo(f"\n{heading}\n")


def _print_answers(dossier: Dossier, _: Words) -> None:
    total = len(dossier.asked_questions)
    answered = sum(question.id in dossier.standing for question in dossier.asked_questions)
    heading = _.plural(
        "{answered} of {count} question answered", "{answered} of {count} questions answered", total, answered=answered
    )
    _print_heading(heading)
    counts = Counter(answer.verdict for answer in dossier.standing.values())
    print_facts([(_(name), counts[verdict]) for verdict, name in VERDICT_NAMES.items() if counts[verdict]])


def _print_findings(dossier: Dossier, _: Words) -> None:
    if dossier.findings:
        _print_heading(_("Findings"))
        rows = [[each.number, _(TYPE_NAMES[each.type]), each.title, each.requirement] for each in dossier.findings]
        print_table([_.context("audit", "Number"), _("Type"), _("Title"), _("Requirement")], rows)


def _print_actions(dossier: Dossier, _: Words) -> None:
    if dossier.actions:
        _print_heading(_("Actions"))
        numbers = {finding.id: finding.number for finding in dossier.findings}
        rows = [
            [numbers.get(each.finding_id), each.text, each.owner, each.due_on, _(ACTION_STATE_NAMES[each.state])]
            for each in dossier.actions
        ]
        print_table([_("Finding"), _("Action"), _("Owner"), _("Due"), _("State")], rows)
