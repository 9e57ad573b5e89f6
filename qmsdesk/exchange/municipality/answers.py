"""The demo's answers: what the auditors agreed on for each question of a day that has been held."""

from collections.abc import Iterator

from qmsdesk.domain.answers import Answer, Verdict, agreed_answer_id
from qmsdesk.domain.audits import AuditQuestion
from qmsdesk.domain.checklists import Question, Section
from qmsdesk.domain.findings import FindingType
from qmsdesk.exchange.municipality.findings import Day, question_about
from qmsdesk.exchange.municipality.outlines import demo_id

UNASKED_OF = 8
"""Of every so many questions one was not asked: the last ones of the day, and none on a short list."""


def questions_in_scope(day: Day, sections: tuple[Section, ...]) -> tuple[Question, ...]:
    """The questions of the sections a day is about; an outline that names none asks everything."""
    chosen = day.item.get("sections")
    if chosen is None:
        return day.questions
    inside = {section.id for section in sections if section.code in chosen}
    about = {question_about(item, day.questions) for item in day.outline.findings_of(day.item["id"])}
    return tuple(question for question in day.questions if question.section_id in inside or question in about)


def left_out(day: Day, asked: tuple[Question, ...]) -> Iterator[AuditQuestion]:
    reason = day.outline.say(day.outline.days["reasons"], "left_out")
    for question in day.questions:
        if question not in asked:
            id_ = demo_id(day.audit.number, "left out", question.code)
            yield AuditQuestion(id_, day.audit.id, question.id, is_left_out=True, reason=reason)


def answers(day: Day) -> Iterator[Answer]:
    """One agreed answer to every question: from the findings where there are some, else fulfilled."""
    found = _verdicts_found(day)
    quiet = [question for question in day.questions if question.id not in found]
    unasked = quiet[len(quiet) - len(day.questions) // UNASKED_OF + 1 :]
    for question in day.questions:
        if question.code in day.item.get("not_applicable", ()):
            reason = day.outline.say(day.outline.days["not_applicable"], question.code)
            yield _answer(day, question, Verdict.NOT_APPLICABLE, reason)
        elif question in unasked:
            reason = day.outline.say(day.outline.days["reasons"], "not_asked")
            yield _answer(day, question, Verdict.NOT_ASKED, reason)
        else:
            yield _answer(day, question, found.get(question.id, Verdict.FULFILLED))


def _answer(day: Day, question: Question, verdict: Verdict, reason: str = "") -> Answer:
    id_ = agreed_answer_id(day.audit.id, question.id)
    return Answer(id_, day.audit.id, question.id, None, verdict, reason, is_agreed=True)


def _verdicts_found(day: Day) -> dict[str, Verdict]:
    verdicts: dict[str, Verdict] = {}
    for item in day.outline.findings_of(day.item["id"]):
        question = question_about(item, day.questions)
        type_ = FindingType(item["type"])
        if question and type_.is_nonconformity:
            verdicts[question.id] = Verdict.NOT_FULFILLED
        elif question:
            verdicts.setdefault(question.id, Verdict.PARTLY if type_ is FindingType.OBSERVATION else Verdict.FULFILLED)
    return verdicts
