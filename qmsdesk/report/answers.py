"""How far the requirements are met: answers counted by section, and every question with its answer."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from qmsdesk.domain.answers import VERDICT_NAMES, Answer, Verdict
from qmsdesk.domain.checklists import Question, Section
from qmsdesk.domain.condition_texts import say_unmet
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.figures import coverage, found_by_section, verdict_in
from qmsdesk.domain.samples import say_sample
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.charts.answers import coverage_chart
from qmsdesk.report.charts.findings import section_chart
from qmsdesk.report.design import NOTE, SIGNS
from qmsdesk.report.figures import Figure, chart_blocks
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Heading, Paragraph
from qmsdesk.report.tables import Cell, Column, Row, Table


def overall_assessment(dossier: Dossier, _: Words) -> list[Block]:
    """Answers by section, and where the findings arose."""
    if not dossier.chosen_questions:
        return [Paragraph(_("No questions were chosen for this day."), NOTE)]
    parked = any(answer.verdict is Verdict.PARKED for answer in dossier.standing.values())
    columns = [
        Column(_("Section"), 5.3),
        Column(_("Fulfilled"), 1.3, is_number=True),
        Column(_("Partly"), 1.05, is_number=True),
        Column(_("Not fulfilled"), 1.55, is_number=True),
        Column(_("Not asked or parked") if parked else _("Not asked"), 1.25, is_number=True),
        Column(_("Not applicable"), 1.75, is_number=True),
    ]
    chart = coverage_chart(coverage(dossier), _)
    blocks: list[Block] = [
        Heading(chart.name, 3),
        Figure(chart.draw, chart.alt),
        Table(columns, list(_section_rows(dossier, _))),
    ]
    if dossier.findings:
        blocks += chart_blocks(section_chart(found_by_section(dossier), _))
    return blocks


def all_questions(dossier: Dossier, _: Words) -> list[Block]:
    """The appendix: each section's questions with their answers and what they gave."""
    blocks: list[Block] = []
    samples, unmet = _samples(dossier, _), say_unmet(dossier, _)
    columns = [
        Column(_("No."), 1),
        Column(_("Question"), 6.4),
        Column(_("Answer"), 3.4),
        Column(_("Finding"), 1.5),
    ]
    for n, section in enumerate(dossier.sections, 1):
        questions = dossier.questions_of(section)
        if questions:
            blocks.append(Heading(f"{n} {_.pick(section, 'title')}", 3))
            rows = [_question_row(dossier, each, samples, unmet.get(each.id, ""), _) for each in questions]
            blocks.append(Table(columns, rows))
    return blocks or [Paragraph(_("No questions were chosen for this day."), NOTE)]


def _section_rows(dossier: Dossier, _: Words) -> Iterator[Row]:
    total: Counter[Verdict] = Counter()
    for n, section in enumerate(dossier.sections, 1):
        if dossier.questions_of(section):
            counts = _counts(dossier, section)
            total += counts
            yield [f"{n} {_.pick(section, 'title')}", *_figures(counts)]
    yield [Cell(_("Total"), is_strong=True), *(Cell(figure, is_strong=True) for figure in _figures(total))]


def _counts(dossier: Dossier, section: Section) -> Counter[Verdict]:
    return Counter(verdict_in(dossier, question) for question in dossier.questions_of(section))


def _figures(counts: Counter[Verdict]) -> list[str]:
    order = (Verdict.FULFILLED, Verdict.PARTLY, Verdict.NOT_FULFILLED, Verdict.NOT_ASKED, Verdict.NOT_APPLICABLE)
    return [str(counts[verdict]) if counts[verdict] else "–" for verdict in order]


def _samples(dossier: Dossier, _: Words) -> Mapping[str, list[str]]:
    """What was looked at for each question, by question id."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for sample in dossier.samples:
        if sample.is_whole:
            said[sample.question_id].append(_("Sample: {sample}", sample=say_sample(_, sample)))
    return said


def _question_row(
    dossier: Dossier, question: Question, samples: Mapping[str, list[str]], only_if: str, _: Words
) -> Row:
    number = Cell(dossier.numbers[question.id], is_strong=True)
    gave = ", ".join(finding.number for finding in dossier.findings_of(question))
    asked = "\n".join([_.pick(question, "text"), *samples.get(question.id, ())])
    return [number, asked, _answer_cell(dossier.standing.get(question.id), only_if, _), gave or "–"]


def _answer_cell(answer: Answer | None, only_if: str, _: Words) -> Cell:
    """A question that no longer applies keeps the answer it was given."""
    if answer is None or answer.verdict is None:
        if only_if:
            return Cell("\n".join((_("Not applicable by condition"), only_if)), "dash", design.MUTED)
        return Cell(_("No answer"), "ring", design.MUTED)
    symbol, colour = SIGNS[answer.verdict]
    told = [_(VERDICT_NAMES[answer.verdict]), answer.reason.strip()]
    told += [_("Condition no longer met"), only_if] if only_if else []
    return Cell("\n".join(filter(None, told)), symbol, colour)
