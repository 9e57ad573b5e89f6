"""Conditions: questions that are asked only if earlier ones were answered in a certain way (see docs/decisions)."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.errors import ConditionLeadsNowhere

Said = Verdict | None
"""What a question can hold: a verdict, or no answer."""
EVERY: tuple[Said, ...] = (*Verdict, None)
ANSWERED = frozenset(Verdict)
LONGEST, DEEPEST = 4_000, 20

_MEANT: dict[str, Said] = {
    **{verdict.value: verdict for verdict in Verdict},
    **dict.fromkeys(("yes", "ja", "true"), Verdict.FULFILLED),
    **dict.fromkeys(("no", "nej", "false"), Verdict.NOT_FULFILLED),
    **dict.fromkeys(("partially", "partial", "delvis"), Verdict.PARTLY),
    **dict.fromkeys(("na", "n/a"), Verdict.NOT_APPLICABLE),
    "": None,
}
_TOKEN = re.compile(
    r"\s*(?:\$\{\s*(?P<name>[^{}]+?)\s*\}|(?P<quote>['\"])(?P<quoted>[^'\"]*)(?P=quote)|[‘’“”](?P<curly>[^‘’“”]*)[’”]"
    r"|(?P<sign>!=|=|[(),])|(?P<word>[^\s'\"‘’“”(),=!<>{}$]+))"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The question with that code holds one of these answers: at least one, and never all there are."""

    code: str
    answers: frozenset[Said]


@dataclass(frozen=True, slots=True)
class Several:
    """All of its parts, or at least one of them."""

    is_all: bool
    parts: tuple["Condition", ...]


Condition = Comparison | Several


# Reading and writing


@lru_cache(maxsize=4096)
def read_condition(text: str) -> Condition | None:
    """What a text such as `${kitchen} = 'yes'` says; None where it is a note for people."""
    if not text.strip() or len(text) > LONGEST:
        return None
    try:
        return _Reading(text).condition()
    except _IsNote:
        return None


def write_condition(condition: Condition) -> str:
    """The notation it is kept in, which is that of XLSForm with our names of the answers."""
    if isinstance(condition, Several):
        joiner = " and " if condition.is_all else " or "
        parts = (write_condition(part) for part in condition.parts)
        return joiner.join(f"({part})" if " and " in part or " or " in part else part for part in parts)
    answers = condition.answers
    is_short = len(answers) <= len(EVERY) - len(answers)
    named = [each for each in EVERY if (each in answers) is is_short]
    sign, joiner = ("=", " or ") if is_short else ("!=", " and ")
    return joiner.join(f"${{{condition.code}}} {sign} '{each or ''}'" for each in named)


def several(is_all: bool, parts: Sequence[Condition]) -> Condition | None:
    """Parts joined, as simply as it can be said: what is asked of one question stands together. None if senseless."""
    flat: list[Condition] = []
    for part in parts:
        flat += part.parts if isinstance(part, Several) and part.is_all is is_all else [part]
    held: dict[Condition | str, Condition] = {}
    for part in flat:
        before = held.get(part.code) if isinstance(part, Comparison) else None
        if isinstance(part, Comparison) and isinstance(before, Comparison):
            answers = before.answers & part.answers if is_all else before.answers | part.answers
            held[part.code] = Comparison(part.code, answers)
        else:
            held[part.code if isinstance(part, Comparison) else part] = part
    if any(isinstance(part, Comparison) and len(part.answers) in (0, len(EVERY)) for part in held.values()):
        return None
    joined = tuple(held.values())
    return (joined[0] if len(joined) == 1 else Several(is_all, joined)) if joined else None


class _IsNote(Exception):
    """The text is not in our notation."""


class _Reading:
    """A text on its way to a condition, one token after the other."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._place = self._depth = 0

    def condition(self) -> Condition:
        condition = self._any()
        if self._kind:
            raise _IsNote
        return condition

    @property
    def _kind(self) -> str:
        return self._tokens[self._place][0] if self._place < len(self._tokens) else ""

    def _take(self, *kinds: str) -> str:
        if self._kind not in kinds:
            raise _IsNote
        self._place += 1
        return self._tokens[self._place - 1][1]

    def _is(self, word: str) -> bool:
        kind, text = self._tokens[self._place] if self._kind else ("", "")
        return kind == "word" and text.casefold() == word

    def _any(self) -> Condition:
        parts = [self._all()]
        while self._is("or"):
            self._place += 1
            parts.append(self._all())
        return _sensible(several(False, parts))

    def _all(self) -> Condition:
        parts = [self._one()]
        while self._is("and"):
            self._place += 1
            parts.append(self._one())
        return _sensible(several(True, parts))

    def _one(self) -> Condition:
        if self._kind == "(":
            return self._inside()
        if self._is("not"):
            self._place += 1
            return _sensible(_opposite(self._inside()))
        if self._is("selected"):
            self._place += 1
            self._take("(")
            code = self._take("name", "word")
            self._take(",")
            compared = Comparison(code, frozenset({self._answer()}))
            self._take(")")
            return compared
        code = self._take("name", "word")
        is_other = self._take("=", "!=") == "!="
        answers = frozenset({self._answer()})
        return Comparison(code, frozenset(EVERY) - answers if is_other else answers)

    def _inside(self) -> Condition:
        self._take("(")
        self._depth += 1
        if self._depth > DEEPEST:
            raise _IsNote
        condition = self._any()
        self._take(")")
        self._depth -= 1
        return condition

    def _answer(self) -> Said:
        said = re.sub(r"[\s-]+", "_", self._take("quoted", "word").strip().casefold())
        if said not in _MEANT:
            raise _IsNote
        return _MEANT[said]


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    place, text = 0, text.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise _IsNote
        place = found.end()
        if found["sign"]:
            yield found["sign"], found["sign"]
        elif found["name"] or found["word"]:
            yield ("name", found["name"]) if found["name"] else ("word", found["word"])
        else:
            yield "quoted", found["quoted"] or found["curly"] or ""


def _sensible(condition: Condition | None) -> Condition:
    """Always true or never is no condition."""
    if condition is None:
        raise _IsNote
    return condition


def _opposite(condition: Condition) -> Condition | None:
    if isinstance(condition, Comparison):
        return Comparison(condition.code, frozenset(EVERY) - condition.answers)
    parts = [_opposite(part) for part in condition.parts]
    return several(not condition.is_all, [part for part in parts if part])


# Judging


def judge(condition: Condition, answered: Mapping[str, Said]) -> bool | None:
    """Whether it is met by the answers there are, by code; None where that rests on a question that is not there."""
    if isinstance(condition, Comparison):
        return answered[condition.code] in condition.answers if condition.code in answered else None
    judged = {judge(part, answered) for part in condition.parts}
    settles = not condition.is_all
    if settles in judged:
        return settles
    return None if None in judged else condition.is_all


def unmet(questions: Sequence[Question], left_out: Collection[str], answers: Mapping[str, Answer]) -> frozenset[str]:
    """The ids of the questions that are not asked as things stand.

    Only questions that are asked earlier on the day count: whatever else a condition points at hides nothing. A
    question that is not asked itself has no answer for those after it, though what was answered stays.
    """
    answered: dict[str, Said] = {}
    found = set()
    for question in questions:
        if question.id in left_out:
            answered.pop(question.code, None)
            continue
        condition = read_condition(question.condition) if question.condition else None
        is_unmet = condition is not None and judge(condition, answered) is False
        if is_unmet:
            found.add(question.id)
        answer = None if is_unmet else answers.get(question.id)
        answered[question.code] = answer.verdict if answer else None
    return frozenset(found)


# Pointing


def comparisons(condition: Condition | None) -> tuple[Comparison, ...] | None:
    """The comparisons of a condition that asks for all or any of them; None where it is more involved."""
    if isinstance(condition, Comparison):
        return (condition,)
    parts = condition.parts if condition else ()
    flat = tuple(part for part in parts if isinstance(part, Comparison))
    return flat if len(flat) == len(parts) else None


def codes_in(condition: Condition | None) -> tuple[str, ...]:
    """The codes of the questions it points at, each once."""
    if isinstance(condition, Comparison):
        return (condition.code,)
    parts = condition.parts if condition else ()
    return tuple(dict.fromkeys(code for part in parts for code in codes_in(part)))


def before(questions: Sequence[Question], question_id: str) -> dict[str, Question]:
    """The questions that one may point at, by code: those asked before it."""
    place = next((n for n, each in enumerate(questions) if each.id == question_id), len(questions))
    return {question.code: question for question in questions[:place]}


@dataclass(frozen=True)
class Pointers:
    """Where the condition of a question leads astray: to codes that are gone, to itself, or to later questions."""

    gone: tuple[str, ...] = ()
    later: tuple[Question, ...] = field(default=())

    @property
    def is_sound(self) -> bool:
        return not self.gone and not self.later


def astray(questions: Sequence[Question], question: Question) -> Pointers:
    """What in a condition points at no earlier question of the checklist."""
    codes = codes_in(read_condition(question.condition)) if question.condition else ()
    earlier = before(questions, question.id)
    wrong = [code for code in codes if code not in earlier]
    held = {each.code: each for each in questions}
    return Pointers(
        tuple(code for code in wrong if code not in held), tuple(held[code] for code in wrong if code in held)
    )


def refuse_astray(questions: Sequence[Question], numbers: Mapping[str, str]) -> None:
    """Raise `ConditionLeadsNowhere` for conditions that point at themselves, a later question or none."""
    places = [numbers[each.id] for each in questions if each.id in numbers and not astray(questions, each).is_sound]
    if places:
        raise ConditionLeadsNowhere(places=", ".join(places))


def resting_on(questions: Sequence[Question], left_out: Collection[str]) -> dict[str, tuple[Question, ...]]:
    """The questions of the day whose condition rests on one that is left out, and on which, by id."""
    found: dict[str, tuple[Question, ...]] = {}
    seen: dict[str, Question] = {}
    for question in questions:
        if question.condition and question.id not in left_out:
            rests = [seen[code] for code in codes_in(read_condition(question.condition)) if code in seen]
            if missed := tuple(each for each in rests if each.id in left_out):
                found[question.id] = missed
        seen[question.code] = question
    return found
