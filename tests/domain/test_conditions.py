"""Conditions: what their texts mean, and that a day asks just what a plain evaluator says, hiding no answer."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmsdesk.domain.agreements import compare
from qmsdesk.domain.answers import Answer, Verdict
from qmsdesk.domain.checklists import Checklist, Question, Section
from qmsdesk.domain.condition_texts import say_conditions
from qmsdesk.domain.conditions import (
    EVERY,
    Comparison,
    Condition,
    Said,
    Several,
    astray,
    judge,
    read_condition,
    refuse_astray,
    resting_on,
    several,
    unmet,
    write_condition,
)
from qmsdesk.domain.editions import Edition
from qmsdesk.domain.errors import ConditionLeadsNowhere
from qmsdesk.domain.figures import coverage
from qmsdesk.domain.outlines import join
from qmsdesk.domain.progress import QuestionFilter, matching, progress
from qmsdesk.i18n import words
from tests.domain.test_dossiers import dossier

F, P, N, NA, NOT_ASKED, PARKED, NONE = EVERY


def one(code: str, *answers: Said) -> Comparison:
    return Comparison(code, frozenset(answers))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("${q1} = 'yes'", one("q1", F)),
        ('${ kök } != "no"', one("kök", F, P, NA, NOT_ASKED, PARKED, NONE)),
        ("q1 = partly", one("q1", P)),
        ("selected(${a b}, 'na')", one("a b", NA)),
        ("${q} = ‘nej’", one("q", N)),
        ("${q} = ''", one("q", NONE)),
        ("${q} != ''", one("q", F, P, N, NA, NOT_ASKED, PARKED)),
        ("${q} = 'yes' OR ${q} = 'Not applicable'", one("q", F, NA)),
        ("not(${q} = 'yes' or ${r} = 'no')", Several(True, (one("q", *EVERY[1:]), one("r", F, P, *EVERY[3:])))),
        (
            "(${a} = 'yes') and (${b} = 'no' or ${c} = 'no')",
            Several(True, (one("a", F), Several(False, (one("b", N), one("c", N))))),
        ),
    ],
)
def test_what_a_condition_means(text: str, meant: Condition) -> None:
    assert read_condition(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("", "the unit is certified", "kök", "-1", "${cold} > 8", "(${a} = 'yes') and (${cold} > 8)", "${a} = 'gas'"),
        *("=1+1", "${a} = 'yes' and ${a} = 'no'", "${a} = 'yes' or ${a} != 'yes'", "${a} = 'yes", "${a} = 'yes' and"),
        *("a = yes)", "(" * 1900 + "a = yes" + ")" * 1900, "not" * 99, "not(" * 700 + "a=yes" + ")" * 700),
        *("a = yes or " * 300, "a = yes or " * 999),
    ],
)
def test_everything_else_is_a_note(text: str) -> None:
    assert read_condition(text) is None


codes = st.sampled_from(["a", "b", "kök 2", "c-3"])
comparisons = st.builds(
    Comparison, codes, st.sets(st.sampled_from(EVERY), min_size=1, max_size=len(EVERY) - 1).map(frozenset)
)
conditions = st.recursive(
    comparisons,
    lambda parts: st.builds(several, st.booleans(), st.lists(parts, min_size=2, max_size=3)).filter(bool),
    max_leaves=5,
)


@given(conditions, st.dictionaries(codes, st.sampled_from(EVERY)))
def test_what_is_written_is_read_as_the_same(condition: Condition, answered: dict[str, Said]) -> None:
    again = read_condition(write_condition(condition))

    assert again is not None
    assert judge(again, answered) == judge(condition, answered)
    assert write_condition(again) == write_condition(condition)


def plainly(condition: Condition, answers: dict[str, Said]) -> bool:
    """A second evaluator, for conditions whose questions are all there."""
    if isinstance(condition, Comparison):
        return answers[condition.code] in condition.answers
    return (all if condition.is_all else any)(plainly(part, answers) for part in condition.parts)


@st.composite
def chains(draw: st.DrawFn) -> tuple[list[Question], dict[str, Verdict]]:
    """Questions q0, q1 …, each asked only if earlier ones were answered in some way; and answers to some."""
    questions = []
    for n in range(draw(st.integers(1, 8))):
        condition = ""
        if n and draw(st.booleans()):
            wanted = st.builds(
                Comparison,
                st.integers(0, n - 1).map(lambda place: f"q{place}"),
                st.sets(st.sampled_from(EVERY), min_size=1, max_size=6).map(frozenset),
            )
            held = several(draw(st.booleans()), draw(st.lists(wanted, min_size=1, max_size=3)))
            condition = write_condition(held) if held else ""
        questions.append(Question(f"id{n}", "s1", f"q{n}", str(n), text_en=f"Q{n}", condition=condition))
    ids = st.sampled_from([question.id for question in questions])
    return questions, draw(st.dictionaries(ids, st.sampled_from(list(Verdict))))


@settings(max_examples=50)
@given(chains())
def test_a_day_asks_what_a_plain_evaluator_says_and_hides_no_answer(
    chain: tuple[list[Question], dict[str, Verdict]],
) -> None:
    questions, given_ = chain
    held: dict[str, Said] = {}
    wanted = []
    for question in questions:
        condition = read_condition(question.condition)
        is_asked = condition is None or plainly(condition, held)
        wanted += [question.id] if is_asked else []
        held[question.code] = given_.get(question.id) if is_asked else None
    answers = tuple(Answer(f"a{key}", "a", key, "p", verdict, "r") for key, verdict in given_.items())
    day = replace(dossier(), questions=tuple(questions), audit_questions=(), answers=answers)
    seen = day.standing

    assert [question.id for question in day.asked_questions] == wanted
    assert progress(day.asked_questions, seen).total == len(wanted)
    assert {q.id for q in matching(day, seen, QuestionFilter.UNANSWERED)} <= set(wanted)
    assert set(given_) <= {question.id for question in matching(day, seen, QuestionFilter.ALL)}
    assert set(given_) <= {each.question.id for each in compare(day)}
    counted = sum((each.verdicts for each in coverage(day)), start=type(coverage(day)[0].verdicts)())
    assert counted.total() == len(questions)
    assert counted[Verdict.NOT_ASKED] == sum(given_.get(id_) in (None, NOT_ASKED, PARKED) for id_ in wanted)


Q = [
    Question("1", "s", "kitchen", "a", text_en="Is there a kitchen?"),
    Question("2", "s", "cold", "b", text_en="How cold?", condition="${kitchen} = 'yes'"),
    Question("3", "s", "logs", "c", text_en="Any logs?", condition="${cold} != '' and ${kitchen} = 'yes'"),
]
NUMBERS = {"1": "1.1", "2": "1.2", "3": "1.3"}


def test_what_points_at_nothing_hides_nothing() -> None:
    no = {"1": Answer("a", "a", "1", "p", N)}
    assert unmet(Q, (), no) == {"2", "3"}
    assert unmet(Q, ("1",), no) == {"3"}, "cold is asked now, and not answered yet"
    assert unmet(Q, ("1",), {**no, "2": Answer("b", "a", "2", "p", P)}) == frozenset()
    assert unmet(list(reversed(Q)), (), no) == frozenset()
    itself = replace(Q[0], condition="${kitchen} = 'yes'")
    assert unmet([itself], (), no) == frozenset()
    assert unmet([replace(Q[1], condition="${gone} = 'yes'")], (), {}) == frozenset()


def test_a_question_of_a_module_points_at_its_own_before_that_of_the_core() -> None:
    own = Question("m", "t", "kitchen", "a", text_en="Own kitchen?")
    last = replace(Q[1], id="n")
    answers = {"1": Answer("a", "a", "1", "p", N), "m": Answer("b", "a", "m", "p", F)}
    assert unmet([Q[0], own, last], (), answers) == frozenset()


def test_pointing_at_itself_a_later_question_or_none_is_refused_where_it_is_published() -> None:
    assert astray(Q, Q[2]).is_sound
    turned = list(reversed(Q))
    assert astray(turned, Q[1]).later == (Q[0],)
    assert astray(Q[1:], Q[1]).gone == ("kitchen",)
    refuse_astray(Q, NUMBERS)
    with pytest.raises(ConditionLeadsNowhere, match=r"1\.3, 1\.2\."):
        refuse_astray(turned, NUMBERS)


def test_what_rests_on_a_question_left_out() -> None:
    assert resting_on(Q, ("1",)) == {"2": (Q[0],), "3": (Q[0],)}
    assert resting_on(Q, ("1", "2")) == {"3": (Q[1], Q[0])}
    assert resting_on(Q, ()) == {}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "question 1.2 is answered, and question 1.1 has the answer Fulfilled"),
        ("sv", "fråga 1.2 är besvarad, och fråga 1.1 har svaret Uppfyllt"),
    ],
)
def test_a_condition_in_words(language: str, said: str) -> None:
    told = say_conditions(
        [*Q, replace(Q[1], id="4", condition="the unit is certified")], {**NUMBERS, "4": "1.4"}, words(language)
    )
    assert (told["3"], told["4"]) == (said, "the unit is certified")
    assert say_conditions(Q[1:], NUMBERS, words(language))["2"] == "${kitchen} = 'yes'"


def test_questions_that_are_joined_are_asked_if_both_are() -> None:
    edition = Edition(Checklist("c", "c", "1"), (Section("s", "c", "1", "a"),), tuple(Q))
    said = {edit.field: edit.value for edit in join(edition, "3").edits}
    assert said["condition"] == "${kitchen} = 'fulfilled' and ${cold} != ''"
