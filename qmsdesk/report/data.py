"""What a report says, as data: for whoever reads it with a program instead of eyes."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.audits import ISSUED
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.condition_texts import say_conditions
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding, FindingState, FindingType, count_by_type
from qmsdesk.domain.main_messages import said
from qmsdesk.domain.report_parts import ReportPart, parts_of
from qmsdesk.domain.reports import ReportForm, standing_issue
from qmsdesk.i18n import Words
from qmsdesk.report.metadata import Enclosure

FILE_NAME = "audit-report.json"
SCHEMA = "audit-report-1"
"""Described in resources/schemas; a field may be added to it, and another meaning makes another number."""

PART_OF_TYPE = {
    FindingType.NONCONFORMITY_MAJOR: ReportPart.NONCONFORMITIES,
    FindingType.NONCONFORMITY_MINOR: ReportPart.NONCONFORMITIES,
    FindingType.OBSERVATION: ReportPart.OBSERVATIONS,
    FindingType.IMPROVEMENT: ReportPart.IMPROVEMENTS,
    FindingType.STRENGTH: ReportPart.STRENGTHS,
}
Data = dict[str, Any]


def data_enclosure(dossier: Dossier, words: Words, *, stamp: dt.datetime, form: ReportForm) -> Enclosure:
    """The data as a file that the report carries within itself."""
    content = json.dumps(report_data(dossier, words, stamp=stamp, form=form), ensure_ascii=False)
    told = words("What this report says, as data (JSON)")
    return Enclosure(FILE_NAME, "application/json", content.encode("utf-8", "replace"), told)


def report_data(dossier: Dossier, words: Words, *, stamp: dt.datetime, form: ReportForm = ReportForm.FULL) -> Data:
    """What the report of that form says in the language of `words`, and nothing that it does not say.

    Fields are named as in the register; for a masked report `dossier` has to be masked already.
    """
    parts = frozenset(parts_of(dossier, form))
    findings = [each for each in dossier.findings if PART_OF_TYPE[each.type] in parts]
    shown: dict[ReportPart, Data] = {
        ReportPart.SUMMARY: {
            "summary": _text(dossier.audit.summary),
            "main_messages": [_text(message.text) for message in said(dossier.main_messages)],
        },
        ReportPart.ABOUT: _about(dossier, words),
        ReportPart.DAY_PLAN: {
            "plan": [_fields(slot, "starts_at", "ends_at", "what", "who", "place") for slot in dossier.plan]
        },
        ReportPart.DOCUMENTS: {
            "documents": [_fields(each, "title", "reference", "remark") for each in dossier.documents]
        },
        ReportPart.ACTION_PLAN: {"actions": _actions(dossier, findings)},
        ReportPart.QUESTIONS: {"answers": list(_answers(dossier, words))},
    }
    held: Data = {
        "schema": SCHEMA,
        "report": _report(dossier, words, stamp, form),
        "organisation": {"name": _text(dossier.organisation.name)},
        "department": {"name": words.pick(dossier.department, "name")},
        "unit": {"name": words.pick(dossier.unit, "name")},
        "audit": _fields(dossier.audit, "id", "number", "registration_number", "date", "kind", "state"),
        "counts": _counts(dossier),
        "findings": [_finding(dossier, each, ReportPart.DIVERGING in parts) for each in findings],
    }
    for part, fields in shown.items():
        held |= fields if part in parts else {}
    return held


def _report(dossier: Dossier, words: Words, stamp: dt.datetime, form: ReportForm) -> Data:
    issue = standing_issue(dossier.report_issues)
    is_final = dossier.audit.state in ISSUED
    return {
        "form": form,
        "language": words.language,
        "is_final": is_final,
        "version": (issue.version if issue else 1) if is_final else None,
        "changes": _text(issue.changes) if issue and is_final else "",
        "stamp": stamp.isoformat(timespec="seconds"),
    }


def _about(dossier: Dossier, words: Words) -> Data:
    people = ((member.role, dossier.person(member.person_id)) for member in dossier.team)
    return {
        **_fields(dossier.audit, "starts_at", "ends_at", "opened_at", "closed_at", "objective", "scope", "criteria"),
        "checklist": {
            "code": dossier.checklist.code,
            "edition": dossier.checklist.edition,
            "title": words.pick(dossier.checklist, "title"),
        },
        "team": [{"role": role, "name": _text(person.name)} for role, person in people if person],
        "participants": [_fields(each, "role", "people") for each in dossier.participants if each.people > 0],
        "obstacles": [_text(each.text) for each in dossier.obstacles],
    }


def _counts(dossier: Dossier) -> Data:
    """How much there is, also of what this form of the report does not tell one by one."""
    standing = [dossier.standing.get(question.id) for question in dossier.asked_questions]
    verdicts = Counter(answer.verdict for answer in standing if answer)
    return {
        "questions": len(dossier.asked_questions),
        "verdicts": {verdict: verdicts[verdict] for verdict in Verdict},
        "findings": dict(count_by_type(dossier.findings)),
        "actions": len(dossier.actions),
    }


def _finding(dossier: Dossier, finding: Finding, tells_opinions: bool) -> Data:
    names = ("statement", "evidence", "requirement", "consequence", "confirmed_by", "contact_role")
    opinion = {
        "is_contested": finding.state is FindingState.CONTESTED,
        "diverging_opinion": _text(finding.diverging_opinion),
    }
    return {
        **_fields(finding, "number", "type", "title", *names, "may_be_shared", "is_confidential"),
        "is_repeat": finding.repeat_of_id is not None,
        "question_number": dossier.numbers.get(finding.question_id or ""),
        **(opinion if tells_opinions else {}),
    }


def _answers(dossier: Dossier, words: Words) -> Iterator[Data]:
    conditions = say_conditions(dossier.questions, dossier.numbers, words)
    for question in dossier.chosen_questions:
        only_if = {"only_if": _text(conditions[question.id])} if question.id in conditions else {}
        is_met = {"is_condition_met": False} if question.id in dossier.unmet else {}
        yield _answer(dossier, question, words) | only_if | is_met


def _answer(dossier: Dossier, question: Question, words: Words) -> Data:
    answer = dossier.standing.get(question.id)
    samples = [sample for sample in dossier.samples if sample.question_id == question.id and sample.is_whole]
    return {
        "question_number": dossier.numbers[question.id],
        "question": _text(words.pick(question, "text")),
        "verdict": answer.verdict if answer else None,
        "reason": _text(answer.reason) if answer else "",
        "samples": [_fields(sample, "what", "looked_at", "out_of") for sample in samples],
        "finding_numbers": [finding.number for finding in dossier.findings_of(question)],
    }


def _actions(dossier: Dossier, findings: Collection[Finding]) -> list[Data]:
    number_of = {action.id: finding.number for finding in findings for action in dossier.actions_of(finding)}
    return [
        {
            "finding_number": number_of.get(action.id),
            **_fields(action, "text", "owner", "due_on", "state", "reply", "reply_reason"),
        }
        for action in dossier.actions
    ]


def _fields(record: object, *names: str) -> Data:
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(held: Any) -> Any:
    """A field as JSON holds it, written as in the register: times to the minute, texts without loose ends."""
    if type(held) is str:
        return _text(held)
    if isinstance(held, dt.datetime):
        return held.astimezone(dt.UTC).isoformat(timespec="seconds")
    if isinstance(held, dt.time):
        return held.isoformat(timespec="minutes")
    if isinstance(held, dt.date):
        return held.isoformat()
    return held


def _text(text: str) -> str:
    return text.strip()
