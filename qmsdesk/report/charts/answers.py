"""The chart of how far the day reached: answers by section, and the share of questions that were asked."""

from collections.abc import Sequence

from qmsdesk.domain.answers import VERDICT_NAMES, Verdict
from qmsdesk.domain.figures import SectionCoverage
from qmsdesk.i18n import N_, Words
from qmsdesk.report.charts.multiples import Kind, Line, multiples
from qmsdesk.report.design import SIGNS
from qmsdesk.report.drawings import Chart, in_table

ORDER = (Verdict.FULFILLED, Verdict.PARTLY, Verdict.NOT_FULFILLED, Verdict.NOT_APPLICABLE, Verdict.NOT_ASKED)
PER_CENT = "\u00a0%"
HEADS = {
    Verdict.FULFILLED: N_("Fulfilled"),
    Verdict.PARTLY: N_("Partly"),
    Verdict.NOT_FULFILLED: N_("Not\nfulfilled"),
    Verdict.NOT_APPLICABLE: N_("Not\napplicable"),
    Verdict.NOT_ASKED: N_("Not\nasked"),
}


def coverage_chart(sections: Sequence[SectionCoverage], _: Words) -> Chart:
    """Sections and verdicts; verdicts that nobody gave are left out."""
    verdicts = [verdict for verdict in ORDER if any(each.verdicts.get(verdict, 0) for each in sections)]
    kinds = [Kind(_(HEADS[verdict]), SIGNS[verdict][1], SIGNS[verdict][0]) for verdict in verdicts]
    lines = [
        Line(
            f"{each.number} {_.pick(each.section, 'title')}",
            tuple(each.verdicts.get(verdict, 0) for verdict in verdicts),
            share_asked(each),
        )
        for each in sections
    ]
    said = "; ".join(f"{line.name}: {_said(line, verdicts, _)}" for line in lines)
    return Chart(
        _("Answers by section"),
        _("Chart of answers by section and the share of questions asked: {sections}.", sections=said),
        lambda width: multiples(kinds, lines, width, _("Asked")),
        (_("Section"), *(_(VERDICT_NAMES[verdict]) for verdict in verdicts), _("Asked")),
        tuple((line.name, *map(in_table, line.counts), line.note) for line in lines),
    )


def share_asked(each: SectionCoverage) -> str:
    """In whole per cent; only what is whole is called 100, and only what is nothing 0."""
    if each.asked in (0, each.total):
        return f"{100 if each.asked else 0}{PER_CENT}"
    return f"{min(max(round(100 * each.asked / each.total), 1), 99)}{PER_CENT}"


def _said(line: Line, verdicts: Sequence[Verdict], _: Words) -> str:
    counts = zip(verdicts, line.counts, strict=True)
    said = [f"{_(VERDICT_NAMES[verdict])} {count}" for verdict, count in counts if count]
    return ", ".join([*said, _("{share} asked", share=line.note)])
