"""The demo's findings: each with the note it rests on, the question it came from, and the actions that followed."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qmsdesk.domain.actions import Action, ActionState, ProposalReply
from qmsdesk.domain.audits import Audit
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.findings import Finding, FindingNote, FindingState, FindingType, finding_note_id
from qmsdesk.domain.notes import Note, NoteLink, note_link_id
from qmsdesk.domain.positions import positions
from qmsdesk.exchange.municipality.outlines import Item, Outline, day_of, demo_id

FIRST_NOTE = dt.time(9, 10)
BETWEEN_NOTES = dt.timedelta(minutes=47)


@dataclass(frozen=True)
class Day:
    """One audit of the outline on the way to records, with the questions it asks."""

    outline: Outline
    item: Item
    audit: Audit
    questions: tuple[Question, ...]

    def author(self, number: int) -> str:
        """The auditors of a team write in turn; one in training writes none of it."""
        team = [person for person in self.item["team"] if "in_training" not in self.outline.people[person]]
        return demo_id(team[number % len(team)])

    @property
    def manager(self) -> Item:
        return self.outline.managers[self.item["unit"]]


def question_about(item: Item, questions: tuple[Question, ...]) -> Question | None:
    """The question a finding came from: the one it names, else the one that asks first of all about its requirement,
    else one that refers to it or to its clause."""
    for asks in (_named, _first_of_all, _at_all, _nearly):
        found = next((question for question in questions if asks(question, item)), None)
        if found:
            return found
    return None


def _named(question: Question, item: Item) -> bool:
    return question.code == item.get("question")


def _first_of_all(question: Question, item: Item) -> bool:
    return question.refers_to[:1] == (item["ref"],)


def _at_all(question: Question, item: Item) -> bool:
    return item["ref"] in question.refers_to


def _nearly(question: Question, item: Item) -> bool:
    ref = item["ref"]
    return any(f"{ref}.".startswith(f"{held}.") or held.startswith(f"{ref}.") for held in question.refers_to)


def finding_records(day: Day) -> Iterator[Any]:
    """The findings of a day with their notes, then the actions."""
    items = day.outline.findings_of(day.item["id"])
    for number, (item, place) in enumerate(zip(items, positions(len(items)), strict=True)):
        finding = _finding(day, item, number, place)
        yield finding
        yield from _note(day, finding, number)
    findings = {item["id"]: item for item in items}
    for item in day.outline.actions_of(day.item["id"]):
        yield _action(day, item, FindingType(findings[item["finding"]]["type"]))


def _finding(day: Day, item: Item, number: int, place: str) -> Finding:
    type_ = FindingType(item["type"])
    question = question_about(item, day.questions)
    title = day.outline.say(item, "title")
    manager = day.outline.say(day.manager, "title")
    return Finding(
        id=demo_id(item["id"]),
        audit_id=day.audit.id,
        number=item["id"].rpartition("-")[2],
        type=type_,
        title=title,
        requirement=item["ref"],
        evidence=day.outline.say(item, "evidence"),
        statement=f"{title}." if type_.is_nonconformity else "",
        consequence=day.outline.say(item, "consequence"),
        confirmed_by=manager if type_.is_nonconformity else "",
        contact_role=manager if type_ is FindingType.STRENGTH else "",
        may_be_shared=type_ is FindingType.STRENGTH,
        is_confidential="confidential" in item,
        state=FindingState.DRAFT if item["status"] == "draft" else FindingState.AGREED,
        author_id=day.author(number),
        question_id=question.id if question else None,
        repeat_of_id=demo_id(item["repeat_of"]) if "repeat_of" in item else None,
        position=place,
    )


def _note(day: Day, finding: Finding, number: int) -> Iterator[Note | NoteLink | FindingNote]:
    at = dt.datetime.combine(day.audit.date, FIRST_NOTE).astimezone() + number * BETWEEN_NOTES
    speaker = day.outline.say(day.outline.days["speakers"], finding.type)
    assert finding.author_id is not None
    id_ = demo_id(day.item["id"], finding.number, "note")
    note = Note(id_, day.audit.id, finding.author_id, at, finding.evidence, speaker)
    yield note
    yield FindingNote(finding_note_id(finding.id, note.id), day.audit.id, finding.id, note.id)
    if finding.question_id:
        link = note_link_id(note.id, finding.question_id)
        yield NoteLink(link, day.audit.id, note.id, finding.question_id)


def _action(day: Day, item: Item, type_: FindingType) -> Action:
    state = ActionState(item["status"])
    is_checked = "effective" in item
    return Action(
        id=demo_id(item["id"]),
        audit_id=day.audit.id,
        finding_id=demo_id(item["finding"]),
        text=day.outline.say(item, "text"),
        owner=day.outline.say(day.outline.people[item["owner"]], "title"),
        owner_id=demo_id(item["owner"]),
        due_on=day_of(item, "due"),
        state=state,
        done_on=day_of(item, "done"),
        done=day.outline.say(item, "result"),
        effect_check_on=day_of(item, "effect_check"),
        effect_checked_by=demo_id(day.item["lead_auditor"]) if is_checked else None,
        is_effective=item["effective"] == "true" if is_checked else None,
        **_reply(day.outline, item, state, type_),
        remark=day.outline.say(item, "note"),
    )


def _reply(outline: Outline, item: Item, state: ActionState, type_: FindingType) -> Mapping[str, Any]:
    if type_ is not FindingType.IMPROVEMENT:
        return {}
    reply = ProposalReply.NO if state is ActionState.DECLINED else ProposalReply.YES
    return {"reply": reply, "reply_reason": outline.say(item, "reply_reason")}
