"""A checklist by itself on paper: its sections and questions, with guidance, evidence and references."""

import datetime as dt
from collections.abc import Iterator, Sequence

from qmsdesk.domain.checklists import COMMONALITY_NAMES, Checklist, Question, Section, numbers_of
from qmsdesk.domain.condition_texts import say_conditions
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.design import Style
from qmsdesk.report.grids import Grid
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Heading, Paragraph
from qmsdesk.report.sheets import PART, heading, print_sheet

ASKED = Style(11.5, 15.5, design.SEMIBOLD, before=10, after=3)
MORE = Style(10, 14, after=3, hyphenate=True)
FACTS = Style(9, 12.5, colour=design.MUTED, after=6)


def checklist_paper(
    checklist: Checklist,
    sections: Sequence[Section],
    questions: Sequence[Question],
    words: Words,
    *,
    organisation: str,
    stamp: dt.datetime,
) -> bytes:
    """The checklist as a tagged, archivable PDF in the language of `words`."""
    _, name, title = words, words("Checklist"), words.pick(checklist, "title")
    blocks: list[Block] = [*heading(name, title), _facts(checklist, sections, questions, _)]
    conditions = say_conditions(questions, numbers_of(sections, questions), _)
    for n, section in enumerate(sections, 1):
        asked = [question for question in questions if question.section_id == section.id]
        if asked:
            blocks.append(Heading(f"{n} {_.pick(section, 'title')}", 2, f"section{n}", look=PART))
        for m, question in enumerate(asked, 1):
            blocks.extend(_question(f"{n}.{m}", question, conditions.get(question.id, ""), _))
    return print_sheet(name, title, organisation, blocks, _, stamp)


def _facts(checklist: Checklist, sections: Sequence[Section], questions: Sequence[Question], _: Words) -> Grid:
    counted = [
        _.plural("{count} section", "{count} sections", len(sections)),
        _.plural("{count} question", "{count} questions", len(questions)),
        _.plural("{count} minute", "{count} minutes", sum(question.minutes for question in questions)),
    ]
    return Grid([(_("Code"), checklist.code), (_("Edition"), checklist.edition), (_("Content"), ", ".join(counted))])


def _question(number: str, question: Question, condition: str, _: Words) -> Iterator[Block]:
    yield Paragraph(f"{number} {_.pick(question, 'text')}", ASKED, keeps_next=True)
    if guidance := _.pick(question, "guidance").strip():
        yield Paragraph(guidance, MORE)
    if evidence := _.pick(question, "evidence").strip():
        yield Paragraph(_("Ask to see: {evidence}", evidence=evidence), MORE)
    yield Paragraph(" · ".join(_told(question, condition, _)), FACTS)


def _told(question: Question, condition: str, _: Words) -> Iterator[str]:
    yield question.code
    yield _.plural("{count} minute", "{count} minutes", question.minutes)
    if question.must_ask:
        yield _("Must be asked")
    if question.refers_to:
        yield ", ".join(question.refers_to)
    if condition:
        yield _("Only if: {condition}", condition=condition)
    if question.commonality:
        yield _(COMMONALITY_NAMES[question.commonality])
    if question.parameter:
        yield _("Parameter: {parameter}", parameter=question.parameter)
