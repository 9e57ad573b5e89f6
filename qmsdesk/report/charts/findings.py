"""Charts of what was found: by type, and by section of the checklist."""

from collections.abc import Mapping, Sequence

from qmsdesk.domain.figures import SectionFindings
from qmsdesk.domain.findings import TYPE_NAMES, FindingType
from qmsdesk.i18n import N_, Words
from qmsdesk.report.charts.bars import Bar, bar_chart
from qmsdesk.report.charts.multiples import Kind, Line, multiples
from qmsdesk.report.design import LOOKS
from qmsdesk.report.drawings import Chart, in_table

STRENGTHS_FIRST = tuple(reversed(FindingType))
HEADS = {
    FindingType.NONCONFORMITY_MAJOR: N_("Major\nnonconformity"),
    FindingType.NONCONFORMITY_MINOR: N_("Minor\nnonconformity"),
    FindingType.OBSERVATION: N_("Observation"),
    FindingType.IMPROVEMENT: N_("Proposal"),
    FindingType.STRENGTH: N_("Strength"),
}


def type_chart(found: Mapping[FindingType, int], _: Words) -> Chart:
    """How many there are of each type, all five named."""
    bars = [
        Bar(_(TYPE_NAMES[type_]), found.get(type_, 0), LOOKS[type_].colour, LOOKS[type_].symbol)
        for type_ in STRENGTHS_FIRST
    ]
    alt = _("Bar chart of findings by type: {counts}.", counts="; ".join(f"{bar.name} {bar.count}" for bar in bars))
    return Chart(
        _("Findings by type"),
        alt,
        lambda width: bar_chart(bars, width),
        (_("Type"), _("Number")),
        tuple((bar.name, str(bar.count)) for bar in bars),
    )


def section_chart(sections: Sequence[SectionFindings], _: Words) -> Chart:
    """Where in the checklist the findings arose; types that nobody found are left out."""
    types = [type_ for type_ in STRENGTHS_FIRST if any(each.found.get(type_, 0) for each in sections)]
    kinds = [Kind(_(HEADS[type_]), LOOKS[type_].colour, LOOKS[type_].symbol) for type_ in types]
    lines = [Line(_name(each, _), tuple(each.found.get(type_, 0) for type_ in types)) for each in sections]
    said = "; ".join(f"{line.name}: {_said(line, types, _)}" for line in lines)
    return Chart(
        _("Findings by section"),
        _("Chart of findings by section: {sections}.", sections=said),
        lambda width: multiples(kinds, lines, width),
        (_("Section"), *(" ".join(kind.lines) for kind in kinds)),
        tuple((line.name, *map(in_table, line.counts)) for line in lines),
    )


def _name(each: SectionFindings, _: Words) -> str:
    return f"{each.number} {_.pick(each.section, 'title')}" if each.section else _("No section")


def _said(line: Line, types: Sequence[FindingType], _: Words) -> str:
    counts = zip(types, line.counts, strict=True)
    return ", ".join(f"{_(TYPE_NAMES[type_])} {count}" for type_, count in counts if count) or _("no findings")
