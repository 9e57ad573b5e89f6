"""Reports and papers say why a question does not apply, and keep what it was answered all the same."""

from dataclasses import replace

import jsonschema
import pytest

from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.checklists import Question
from qmsdesk.domain.condition_texts import say_unmet
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.figures import coverage
from qmsdesk.i18n import LANGUAGES, words
from qmsdesk.report.audits import audit_report
from qmsdesk.report.checklists import checklist_paper
from qmsdesk.report.papers import Paper, paper
from tests.report import sample_dossiers as samples
from tests.report.pdf_walk import failures, faults
from tests.report.reading import printed_pages
from tests.report.test_data import DESCRIBED, data_of, strict

ANSWERED, SILENT = 5, -2


def with_conditions() -> Dossier:
    """Two questions depend on the first one, which is fulfilled: one has been answered, one has not."""
    day = samples.typical()
    questions = list(day.questions)
    for place in (ANSWERED, SILENT):
        questions[place] = replace(questions[place], condition=f"${{{questions[0].code}}} = 'no'")
    return replace(day, questions=tuple(questions))


DAY = with_conditions()


def asked(place: int) -> Question:
    return DAY.questions[place]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_tells_why_a_question_does_not_apply_and_what_it_was_answered(language: str) -> None:
    _ = words(language)
    pdf = audit_report(DAY, _, stamp=samples.STAMP)
    told = " ".join(" ".join(printed_pages(pdf)).split())

    assert {asked(ANSWERED).id, asked(SILENT).id} == DAY.unmet
    assert told.count(_("Not applicable by condition")) == 3  # twice among what was not examined, once in the appendix
    assert told.count(_("Condition no longer met")) == 1
    assert say_unmet(DAY, _)[asked(SILENT).id] in told
    assert (failures(pdf), faults(pdf)) == ([], [])


def test_figures_count_it_as_not_applicable_and_the_rest_as_before() -> None:
    before = sum((each.verdicts for each in coverage(samples.typical())), start=type(coverage(DAY)[0].verdicts)())  # type: ignore[operator]
    after = sum((each.verdicts for each in coverage(DAY)), start=type(coverage(DAY)[0].verdicts)())  # type: ignore[operator]
    assert after[Verdict.NOT_APPLICABLE] == before[Verdict.NOT_APPLICABLE] + 2
    assert after.total() == before.total()


def test_the_data_keep_the_answer_and_say_that_it_no_longer_applies() -> None:
    held = data_of(DAY)
    jsonschema.validate(held, strict(DESCRIBED))
    rows = {each["question_number"]: each for each in held["answers"]}  # type: ignore[attr-defined]
    answered, silent = rows[DAY.numbers[asked(ANSWERED).id]], rows[DAY.numbers[asked(SILENT).id]]
    assert answered["verdict"] == "fulfilled"
    assert silent["verdict"] is None
    assert [each["is_condition_met"] for each in (answered, silent)] == [False, False]


def test_papers_ask_it_with_its_condition() -> None:
    """What is printed beforehand is for every turn the day can take."""
    text = " ".join(" ".join(printed_pages(paper(Paper.CHECKLIST, DAY, words("en"), stamp=samples.STAMP))).split())
    list_ = checklist_paper(
        DAY.checklist, DAY.sections, DAY.questions, words("en"), organisation="Granåsa", stamp=samples.STAMP
    )
    for told in (text, " ".join(" ".join(printed_pages(list_)).split())):
        assert told.count("Only if: question 1.1 has the answer Not fulfilled") == 2
