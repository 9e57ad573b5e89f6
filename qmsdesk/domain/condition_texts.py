"""What conditions say to people: questions by their numbers, answers by their names."""

from collections.abc import Collection, Mapping, Sequence

from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.conditions import ANSWERED, EVERY, Condition, Said, Several, codes_in, read_condition
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.i18n import Words

MOST_NAMED = 3


def say_conditions(questions: Sequence[Question], numbers: Mapping[str, str], _: Words) -> dict[str, str]:
    """What each question that has a condition is asked only if, by id; a note for people stands as it is."""
    known: dict[str, str] = {}
    said = {}
    for question in questions:
        if text := question.condition.strip():
            condition = read_condition(question.condition)
            is_sound = condition is not None and all(code in known for code in codes_in(condition))
            said[question.id] = say_condition(condition, known, _) if condition and is_sound else text
        known[question.code] = numbers[question.id]
    return said


def say_unmet(dossier: Dossier, _: Words) -> dict[str, str]:
    """Why questions of the day are not asked as the answers stand, by id."""
    if not dossier.unmet:
        return {}
    said = say_conditions(dossier.questions, dossier.numbers, _)
    return {id_: _("Only if: {condition}", condition=said[id_]) for id_ in dossier.unmet}


def say_condition(condition: Condition, numbers: Mapping[str, str], _: Words) -> str:
    """A condition in words; `numbers` are those of the questions by code."""
    if not isinstance(condition, Several):
        return _say_answers(numbers[condition.code], condition.answers, _)
    parts = [
        f"({say_condition(part, numbers, _)})" if isinstance(part, Several) else say_condition(part, numbers, _)
        for part in condition.parts
    ]
    said = parts[0]
    for part in parts[1:]:
        if condition.is_all:
            said = _("{first}, and {second}", first=said, second=part)
        else:
            said = _("{first}, or {second}", first=said, second=part)
    return said


def _say_answers(number: str, answers: Collection[Said], _: Words) -> str:
    if answers == ANSWERED:
        return _("question {number} is answered", number=number)
    if answers == {None}:
        return _("question {number} is not answered", number=number)
    if len(answers) > MOST_NAMED:
        others = say_answers(set(EVERY) - set(answers), _)
        return _("question {number} has another answer than {answers}", number=number, answers=others)
    return _("question {number} has the answer {answers}", number=number, answers=say_answers(answers, _))


def name_answers(answers: Collection[Said], _: Words) -> str:
    """Answers as one chooses them, `Any answer`."""
    if answers == ANSWERED:
        return _("Any answer")
    if len(answers) > MOST_NAMED:
        return _("Another answer than {answers}", answers=say_answers(set(EVERY) - set(answers), _))
    return say_answers(answers, _)


def say_answers(answers: Collection[Said], _: Words) -> str:
    """Answers by name, `Fulfilled or Partly`."""
    *names, last = (_(VERDICT_NAMES[each]) if each else _("No answer") for each in EVERY if each in answers)
    return _("{first} or {second}", first=", ".join(names), second=last) if names else last
