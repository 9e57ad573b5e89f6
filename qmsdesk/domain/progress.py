"""Progress: how far an audit has come, what comes next, and which of its questions somebody looks for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.notes import Note
from qmsdesk.i18n import N_

Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions are settled, of how many."""

    done: int
    total: int


class QuestionFilter(StrEnum):
    ALL = "all"
    UNANSWERED = "unanswered"
    PARKED = "parked"
    WITH_FINDING = "with_finding"


FILTER_NAMES = {
    QuestionFilter.ALL: N_("All questions"),
    QuestionFilter.UNANSWERED: N_("Unanswered"),
    QuestionFilter.PARKED: N_("Parked"),
    QuestionFilter.WITH_FINDING: N_("With finding"),
}


def answers_seen_by(dossier: Dossier, author_id: str) -> dict[str, Answer]:
    """The answers as one auditor sees them while working: the own one first, else the one that stands."""
    own = {answer.question_id: answer for answer in dossier.answers if _is_by(answer, author_id)}
    return dossier.standing | {key: answer for key, answer in own.items() if answer.verdict is not None}


def own_answer(dossier: Dossier, question_id: str, author_id: str) -> Answer | None:
    """What one auditor has answered, taken back or not."""
    mine = (a for a in dossier.answers if a.question_id == question_id and _is_by(a, author_id))
    return next(mine, None)


def other_answers(dossier: Dossier, question_id: str, author_id: str) -> list[Answer]:
    """What the others hold of a question, and what was agreed."""
    return [
        answer
        for answer in dossier.answers
        if answer.question_id == question_id and answer.verdict is not None and not _is_by(answer, author_id)
    ]


def _is_by(answer: Answer, author_id: str) -> bool:
    return answer.author_id == author_id and not answer.is_agreed


def is_unanswered(answer: Answer | None) -> bool:
    """Whether a question still waits to be asked; a parked one waits for something else."""
    return answer is None or not (answer.is_settled or answer.verdict is Verdict.PARKED)


def progress(questions: Iterable[Question], answers: Answers) -> Progress:
    """How far these questions have come."""
    settled = [q.id in answers and answers[q.id].is_settled for q in questions]
    return Progress(sum(settled), len(settled))


def progress_by_section(dossier: Dossier, answers: Answers) -> dict[str, Progress]:
    """How far each section has come, by its id; sections without a question today are not named."""
    asked: dict[str, list[Question]] = {question.section_id: [] for question in dossier.chosen_questions}
    for question in dossier.asked_questions:
        asked[question.section_id].append(question)
    return {section_id: progress(questions, answers) for section_id, questions in asked.items()}


def next_unanswered(questions: Sequence[Question], answers: Answers, from_id: str) -> Question | None:
    """The next question that waits for an answer, round past the end; when none does, the next parked one."""
    place = next((n for n, question in enumerate(questions) if question.id == from_id), -1)
    ahead = [*questions[place + 1 :], *questions[: max(place, 0)]]
    waiting = [question for question in ahead if is_unanswered(answers.get(question.id))]
    parked = [question for question in ahead if _is_parked(answers.get(question.id))]
    return next(iter(waiting or parked), None)


def next_parked(questions: Sequence[Question], answers: Answers, from_id: str) -> Question | None:
    """The next question that was parked, round past the end."""
    place = next((n for n, question in enumerate(questions) if question.id == from_id), -1)
    ahead = [*questions[place + 1 :], *questions[: place + 1]]
    return next((question for question in ahead if _is_parked(answers.get(question.id))), None)


def matching(dossier: Dossier, answers: Answers, wanted: QuestionFilter, text: str = "") -> list[Question]:
    """The questions of the day under a filter that hold every word of `text`, in themselves, a note or a finding."""
    kept = _under(dossier, answers, wanted)
    words = text.casefold().split()
    if not words:
        return kept
    said = _said_about(dossier)
    return [question for question in kept if all(word in said[question.id] for word in words)]


def count_by_filter(dossier: Dossier, answers: Answers) -> dict[QuestionFilter, int]:
    """How many questions of the day each filter shows; those whose condition is not met wait for nothing."""
    return {each: len(_under(dossier, answers, each)) for each in QuestionFilter}


def _under(dossier: Dossier, answers: Answers, wanted: QuestionFilter) -> list[Question]:
    asked = dossier.asked_questions
    if wanted is QuestionFilter.UNANSWERED:
        return [question for question in asked if is_unanswered(answers.get(question.id))]
    if wanted is QuestionFilter.PARKED:
        return [question for question in asked if _is_parked(answers.get(question.id))]
    if wanted is QuestionFilter.WITH_FINDING:
        found = {finding.question_id for finding in dossier.findings}
        return [question for question in dossier.chosen_questions if question.id in found]
    return list(dossier.chosen_questions)


def find_number(dossier: Dossier, number: str) -> Question | None:
    """The question of the day with that number."""
    return next((question for question in dossier.chosen_questions if dossier.numbers[question.id] == number), None)


def find_question(dossier: Dossier, said: str) -> Question | None:
    """The question meant by its number, `2.3`, alone or before its text, or by words of its text."""
    words = said.casefold().split()
    if not words:
        return None
    numbered = find_number(dossier, words[0].rstrip("."))
    if numbered is not None:
        return numbered
    texts = ((q, f"{q.text_sv}\n{q.text_en}".casefold()) for q in dossier.chosen_questions)
    return next((question for question, text in texts if all(word in text for word in words)), None)


def found_before(dossier: Dossier, question: Question) -> list[Finding]:
    """What the last audit of the unit found at this question or at one of its requirements."""
    if dossier.earlier is None:
        return []
    return [
        finding
        for finding in dossier.earlier.findings
        if finding.question_id == question.id or finding.requirement.strip() in question.refers_to
    ]


def notes_of(dossier: Dossier, question_id: str) -> list[Note]:
    """The notes that answer a question, in the order they were written; withdrawn ones are gone."""
    linked = {link.note_id for link in dossier.note_links if link.question_id == question_id}
    return [note for note in dossier.notes if note.id in linked and not note.is_withdrawn]


def questions_of_note(dossier: Dossier, note_id: str) -> list[Question]:
    """The questions that a note answers, in the order they are asked."""
    linked = {link.question_id for link in dossier.note_links if link.note_id == note_id}
    return [question for question in dossier.questions if question.id in linked]


def unsorted_notes(dossier: Dossier) -> list[Note]:
    """The notes that belong to no question and to no finding yet, those kept for later last."""
    waiting = [note for note in _without_place(dossier) if note.text.strip() and not note.is_withdrawn]
    return sorted(waiting, key=lambda note: note.is_parked)


def withdrawn_notes(dossier: Dossier, question_id: str | None) -> list[Note]:
    """The traces of withdrawn notes: those at a question, or those that had not been sorted."""
    if question_id is None:
        return [note for note in _without_place(dossier) if note.is_withdrawn]
    linked = {link.note_id for link in dossier.note_links if link.question_id == question_id}
    return [note for note in dossier.notes if note.id in linked and note.is_withdrawn]


def _without_place(dossier: Dossier) -> list[Note]:
    findings = {finding.id for finding in dossier.findings}
    sorted_ = {link.note_id for link in dossier.note_links}
    sorted_ |= {link.note_id for link in dossier.finding_notes if link.finding_id in findings}
    return [note for note in dossier.notes if note.id not in sorted_]


def _is_parked(answer: Answer | None) -> bool:
    return answer is not None and answer.verdict is Verdict.PARKED


def _said_about(dossier: Dossier) -> dict[str, str]:
    """Everything that was asked, noted and found at each question, ready to be searched."""
    said = {
        q.id: [dossier.numbers[q.id], q.text_sv, q.text_en, q.guidance_sv, q.guidance_en, *q.refers_to]
        for q in dossier.chosen_questions
    }
    notes = {note.id: note.text for note in dossier.notes}
    for link in dossier.note_links:
        said.get(link.question_id, []).append(notes.get(link.note_id, ""))
    for finding in dossier.findings:
        said.get(finding.question_id or "", []).extend((finding.number, finding.title, finding.statement))
    return {key: "\n".join(texts).casefold() for key, texts in said.items()}
