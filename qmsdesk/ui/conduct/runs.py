"""What the keys of Conduct run at the questions, by the names of the commands."""

from collections.abc import Callable
from functools import partial

from qmsdesk.domain.answers import Verdict
from qmsdesk.ui.conduct.questions import QuestionsView
from qmsdesk.ui.conduct.work import Work

Runs = dict[str, Callable[[], object]]


def runs_of_work(work: Work) -> Runs:
    """To answer, and to make findings."""
    answers: Runs = {verdict.value: work.answerer(verdict) for verdict in Verdict}
    return answers | {"finding": work.make_finding, "strength": work.make_strength}


def runs_at(questions: QuestionsView, at_questions: Callable[[Callable[[], object]], None]) -> Runs:
    """To go from question to question and to its notes; `at_questions` brings the questions to the front first."""
    notes = questions.card.notes
    wanted: Runs = {
        "next": lambda: questions.step(1),
        "previous": lambda: questions.step(-1),
        "next_unanswered": questions.open_next_unanswered,
        "next_parked": questions.open_next_parked,
        "note": notes.start,
        "new_note": notes.start_new,
    }
    return {name: partial(at_questions, then) for name, then in wanted.items()}
