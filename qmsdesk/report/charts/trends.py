"""The chart of what the last audits of a unit gave."""

from collections.abc import Sequence

from qmsdesk.domain.findings import TYPE_NAMES, FindingType
from qmsdesk.domain.trends import AuditCounts
from qmsdesk.i18n import Words
from qmsdesk.report.charts.columns import Course, columns_chart
from qmsdesk.report.charts.findings import STRENGTHS_FIRST
from qmsdesk.report.design import LOOKS, TICK
from qmsdesk.report.drawings import Chart, in_table


def trend_chart(audits: Sequence[AuditCounts], _: Words) -> Chart:
    """Findings by type, the oldest audit first, and under the proposals those that are in use."""
    times = [f"{audit.date:%Y-%m-%d}" for audit in audits]
    courses = _courses(audits, _)
    said = "; ".join(
        f"{time}: {', '.join(f'{course.name} {course.counts[n]}' for course in courses)}"
        for n, time in enumerate(times)
    )
    return Chart(
        _("The last audits"),
        _("Chart of findings in the last audits: {audits}.", audits=said),
        lambda width: columns_chart([audit.date for audit in audits], courses, width),
        (_("Type"), *times),
        tuple((course.name, *map(in_table, course.counts)) for course in courses),
    )


def _courses(audits: Sequence[AuditCounts], _: Words) -> list[Course]:
    """The types that were found at all."""
    courses = []
    for type_ in STRENGTHS_FIRST:
        counts = tuple(audit.found.get(type_, 0) for audit in audits)
        if any(counts):
            courses.append(Course(_(TYPE_NAMES[type_]), counts, LOOKS[type_].colour, LOOKS[type_].symbol))
        if any(counts) and type_ is FindingType.IMPROVEMENT:
            used = tuple(audit.implemented for audit in audits)
            courses.append(Course(_("Proposals in use"), used, TICK, "tick", counts))
    return courses
