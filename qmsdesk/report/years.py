"""The summary of a year: what the days gave, what they took, and what is left to do."""

import datetime as dt
from collections.abc import Iterator, Sequence

from qmsdesk.domain.audits import KIND_NAMES, STATE_NAMES
from qmsdesk.domain.findings import TYPE_NAMES, Finding, FindingType, count_by_type
from qmsdesk.domain.times import SIDE_NAMES, TimeSide
from qmsdesk.domain.years import BEST, MINUTES_PER_HOUR, Year, YearAudit, YearCounts, found_by_unit, obstacles_again
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.cards import Card
from qmsdesk.report.charts.columns import Course, columns_chart
from qmsdesk.report.charts.findings import HEADS, STRENGTHS_FIRST, type_chart
from qmsdesk.report.charts.multiples import Kind, Line, multiples
from qmsdesk.report.design import LOOKS, NOTE, TICK
from qmsdesk.report.drawings import Chart, in_table
from qmsdesk.report.figures import chart_blocks
from qmsdesk.report.key_figures import KeyFigure, KeyFigures
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph
from qmsdesk.report.sheets import PART, heading, print_sheet, sentence
from qmsdesk.report.tables import Column, Table
from qmsdesk.report.text import clean_line


def year_paper(year: Year, words: Words, *, stamp: dt.datetime) -> bytes:
    """The summary as a tagged, archivable PDF in the language of `words`."""
    _ = words
    name = _("Summary of the year")
    kicker = " · ".join(part for part in (clean_line(year.organisation), name) if part)
    blocks = [*heading(kicker, _title(year, _)), *_contents(year, _)]
    return print_sheet(name, str(year.year), year.organisation, blocks, _, stamp)


def _title(year: Year, _: Words) -> str:
    own = _.pick(year.programme, "title") if year.programme else ""
    return own if str(year.year) in own else " ".join(part for part in (own, str(year.year)) if part)


def _contents(year: Year, _: Words) -> Iterator[Block]:
    objectives = _.pick(year.programme, "objectives").strip() if year.programme else ""
    if objectives:
        yield Paragraph(objectives, design.LEDE, lead_in=_("What we set out to do:") + " ")
    yield KeyFigures(_key_figures(year, _))
    yield Paragraph(_("In use: an action on the proposal is implemented or closed."), NOTE)
    yield from _days(year, _)
    if year.held:
        yield from _best(year, _)
        yield from _proposals(year, _)
        yield from _found(year, _)
    yield from _hours(year, _)
    yield from _hindered(year, _)
    if len(year.earlier) and any(each.days for each in (*year.earlier, year.counts)):
        yield from chart_blocks(_years_chart((*year.earlier, year.counts), _))


def _key_figures(year: Year, _: Words) -> list[KeyFigure]:
    units = f"{len(year.units) - len(year.unvisited)} ({len(year.units)})"
    share = year.per_hour
    return [
        KeyFigure(str(len(year.held)), _("days held")),
        KeyFigure(units, _("units visited (of all)")),
        KeyFigure(str(len(year.proposals)), _("improvement proposals")),
        KeyFigure(str(len(year.improvements)), _("improvements in use")),
        KeyFigure(_hour_text(sum(year.minutes(side) for side in TimeSide), _), _("hours, auditors and units")),
        KeyFigure(_.number(round(share, 2)) if share is not None else "–", _("improvements in use per hour")),
        KeyFigure(_answer_time(year), _("days to the first answer, for half of the proposals")),
        KeyFigure(str(year.minutes_after), _("minutes of work after the days")),
    ]


def _answer_time(year: Year) -> str:
    return "–" if year.days_to_answer is None else str(year.days_to_answer)


def _hour_text(minutes: int, _: Words) -> str:
    return _.number(round(minutes / MINUTES_PER_HOUR))


# The days


def _days(year: Year, _: Words) -> Iterator[Block]:
    yield Heading(_("The days"), 2, "days", look=PART)
    yield Paragraph(_in_short(year, _))
    if year.audits:
        columns = [Column(_("Date"), 2), Column(_("Unit"), 3.4), Column(_("Day"), 3.4), Column(_("How it went"), 3)]
        yield Table(columns, [_day_row(each, _) for each in year.audits])
    if year.unvisited:
        names = ", ".join(clean_line(_.pick(unit, "name")) for unit in year.unvisited)
        yield Paragraph(_("Not visited this year: {units}.", units=names), NOTE)


def _in_short(year: Year, _: Words) -> str:
    said = [_.plural("{count} day was held", "{count} days were held", len(year.held))]
    if year.ahead:
        said.append(_.plural("{count} is ahead or under way", "{count} are ahead or under way", len(year.ahead)))
    if year.cancelled:
        said.append(_.plural("{count} was cancelled", "{count} were cancelled", len(year.cancelled)))
    return ", ".join(said) + "."


def _day_row(each: YearAudit, _: Words) -> list[str]:
    audit = each.audit
    went = _(STATE_NAMES[audit.state])
    if each.is_held:
        went = _.plural("{count} finding", "{count} findings", len(each.findings))
    elif audit.cancellation.strip():
        went = f"{went}: {clean_line(audit.cancellation)}"
    day = f"{_(KIND_NAMES[audit.kind])} {audit.number}"
    return [_.date(audit.date, "d MMM y"), clean_line(_.pick(each.unit, "name")), day, went]


# What they gave


def _best(year: Year, _: Words) -> Iterator[Block]:
    if not year.improvements:
        return
    best = year.improvements[:BEST]
    yield Heading(
        _.plural("The best improvement of the year", "The {count} best improvements of the year", len(best)),
        2,
        "best",
        look=PART,
    )
    look = LOOKS[best[0].finding.type]
    for each in best:
        done = sentence(each.action.done.strip() or each.action.text.strip())
        helped = _("Checked: it helped.") if each.action.is_effective else ""
        parts = [
            (_("What was done"), " ".join(part for part in (done, helped) if part)),
            (_("Why"), each.action.reply_reason.strip()),
        ]
        kind = f"{clean_line(_.pick(each.unit, 'name'))} · {each.audit.number}"
        title = clean_line(each.finding.title) or _("No title yet")
        yield Card(kind, title, TICK, look.symbol, [(name, text) for name, text in parts if text])


def _proposals(year: Year, _: Words) -> Iterator[Block]:
    yield Heading(_("The proposals"), 2, "proposals", look=PART)
    steps = (
        (_("Given"), len(year.proposals)),
        (_("Answered"), len(year.answered)),
        (_("In use"), len(year.improvements)),
    )
    numbers = [Column(title, 1, is_number=True) for title in (_("Number"), _("Share"))]
    rows = [(name, str(count), _share(count, len(year.proposals))) for name, count in steps]
    yield Table([Column(_("Improvement proposals"), 3), *numbers], rows)
    if year.days_to_answer == 0:
        yield Paragraph(_("Half of those that were answered had their first answer on the day itself."), NOTE)
    elif year.days_to_answer is not None:
        days = _.plural("{count} day", "{count} days", year.days_to_answer)
        yield Paragraph(_("Half of those that were answered had their first answer within {days}.", days=days), NOTE)


def _share(count: int, whole: int) -> str:
    return f"{round(100 * count / whole)}\u00a0%" if whole else "–"


def _found(year: Year, _: Words) -> Iterator[Block]:
    yield Heading(_("Findings"), 2, "found", look=PART)
    if not year.findings:
        yield Paragraph(_("No findings have been noted."), NOTE)
        return
    yield from chart_blocks(type_chart(count_by_type(year.findings), _))
    yield from chart_blocks(_unit_chart(year, _))
    if year.repeats:
        yield Heading(_("Found again"), 3)
        numbers = {each.audit.id: each for each in year.held}
        yield Bullets([_again(numbers[finding.audit_id], finding, _) for finding in year.repeats])


def _again(each: YearAudit, finding: Finding, _: Words) -> str:
    unit, type_ = clean_line(_.pick(each.unit, "name")), _(TYPE_NAMES[finding.type]).lower()
    return f"{unit}, {each.audit.number} {finding.number}: {clean_line(finding.title)} ({type_})"


def _unit_chart(year: Year, _: Words) -> Chart:
    """The findings of each unit by type; types that nobody found are left out."""
    units = found_by_unit(year.held)
    types = [type_ for type_ in STRENGTHS_FIRST if any(found.get(type_, 0) for _unit, found in units)]
    kinds = [Kind(_(HEADS[type_]), LOOKS[type_].colour, LOOKS[type_].symbol) for type_ in types]
    lines = [
        Line(clean_line(_.pick(unit, "name")), tuple(found.get(type_, 0) for type_ in types)) for unit, found in units
    ]
    said = "; ".join(f"{line.name}: {_counted(line, types, _)}" for line in lines)
    return Chart(
        _("Findings by unit"),
        _("Chart of findings by unit: {units}.", units=said),
        lambda width: multiples(kinds, lines, width),
        (_("Unit"), *(" ".join(kind.lines) for kind in kinds)),
        tuple((line.name, *map(in_table, line.counts)) for line in lines),
    )


def _counted(line: Line, types: Sequence[FindingType], _: Words) -> str:
    counts = zip(types, line.counts, strict=True)
    return ", ".join(f"{_(TYPE_NAMES[type_])} {count}" for type_, count in counts if count) or _("no findings")


# What they took


def _hours(year: Year, _: Words) -> Iterator[Block]:
    yield Heading(_("What it took"), 2, "hours", look=PART)
    rows = [(_(SIDE_NAMES[side]), _hour_text(year.minutes(side), _)) for side in TimeSide]
    rows.append((_("Together"), _hour_text(sum(year.minutes(side) for side in TimeSide), _)))
    yield Table([Column(_("Time"), 3), Column(_("Hours"), 1, is_number=True)], rows)
    if year.hours_each is not None:
        hours = _.number(round(year.hours_each, 1))
        yield Paragraph(_("Each improvement in use took {hours} hours of auditors and units together.", hours=hours))
    after = _.plural("{count} minute", "{count} minutes", year.minutes_after)
    yield Paragraph(_("After their days had ended the auditors wrote for {minutes}.", minutes=after))
    yield Paragraph(_("Hours count each person: before, on and after the days that were held."), NOTE)


def _hindered(year: Year, _: Words) -> Iterator[Block]:
    again = obstacles_again(year.held)
    yield Heading(_("Obstacles that came back"), 2, "obstacles", look=PART)
    if again:
        days = [_.plural("{count} day", "{count} days", count) for _text, count in again]
        yield Bullets([f"{clean_line(text)} ({said})" for (text, _count), said in zip(again, days, strict=True)])
    else:
        yield Paragraph(_("Nothing hindered more than one day of the year in the same words."), NOTE)


def _years_chart(years: Sequence[YearCounts], _: Words) -> Chart:
    """Days, proposals and what is in use, year by year."""
    proposals = tuple(each.proposals for each in years)
    courses = [
        Course(_("Days held"), tuple(each.days for each in years), design.ACCENT, "square"),
        Course(_("Proposals"), proposals, LOOKS[STRENGTHS_FIRST[1]].colour, LOOKS[STRENGTHS_FIRST[1]].symbol),
        Course(_("Proposals in use"), tuple(each.implemented for each in years), TICK, "tick", proposals),
    ]
    said = "; ".join(
        f"{each.year}: {', '.join(f'{course.name} {course.counts[n]}' for course in courses)}"
        for n, each in enumerate(years)
    )
    return Chart(
        _("Year by year"),
        _("Chart of days, proposals and those in use, year by year: {years}.", years=said),
        lambda width: columns_chart([dt.date(each.year, 12, 31) for each in years], courses, width, ()),
        (_("Year"), *(str(each.year) for each in years)),
        tuple((course.name, *map(in_table, course.counts)) for course in courses),
    )
