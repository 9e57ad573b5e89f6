"""The page most people read: what the day gave, in a few plain sentences, a table and a chart."""

from collections.abc import Iterator
from textwrap import shorten

from qmsdesk.domain.actions import ActionState
from qmsdesk.domain.answers import Verdict
from qmsdesk.domain.audits import AuditKind, AuditState
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES, FindingType, count_by_type
from qmsdesk.domain.main_messages import USUAL_MESSAGES, said
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import Words
from qmsdesk.report.cards import Callout
from qmsdesk.report.charts.findings import STRENGTHS_FIRST, type_chart
from qmsdesk.report.design import BODY, LEDE, LOOKS, Style
from qmsdesk.report.figures import Figure
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph
from qmsdesk.report.tables import Cell, Column, Table

HELD = "\u00a0"  # a date is not torn apart at the end of a line
FIRST_ACTIONS = 3
FIRST_WORDS = 160


def summary(dossier: Dossier, form: ReportForm, _: Words) -> list[Block]:
    """The first chapter; it fits on one page unless the auditors' own summary is long."""
    blocks: list[Block] = []
    if dossier.audit.state is AuditState.FACT_CHECK and form is ReportForm.FULL:
        blocks.append(
            Callout(_("A draft for comments on its facts. Please tell us what is wrong before it becomes final."))
        )
    messages = _messages(dossier, LEDE)
    if messages:
        blocks += [Heading(_("Main messages"), 3), *messages]
    blocks += _own_words(dossier, LEDE)
    blocks.append(Paragraph(" ".join(sentences(dossier, _))))
    if dossier.findings:
        blocks.extend(_counts(dossier, _))
    agreed = _first_actions(dossier, _)
    if agreed:
        blocks.append(Heading(_("Agreed first"), 3))
        blocks.append(Bullets(agreed))
    return blocks


def short_summary(dossier: Dossier, _: Words) -> list[Block]:
    """The same for a short report: messages, a few sentences and the counts."""
    told = [*_own_words(dossier, BODY), Paragraph(" ".join(sentences(dossier, _)))]
    return [*_messages(dossier, LEDE), *told, *(_counts(dossier, _)[-1:] if dossier.findings else [])]


def _messages(dossier: Dossier, style: Style) -> list[Block]:
    messages = [message.text.strip() for message in said(dossier.main_messages)][:USUAL_MESSAGES]
    return [Bullets(messages, style, is_numbered=True)] if messages else []


def _own_words(dossier: Dossier, style: Style) -> list[Block]:
    text = dossier.audit.summary.strip()
    return [Paragraph(text, style)] if text else []


def sentences(dossier: Dossier, _: Words) -> Iterator[str]:
    """What happened, how far the questions reached, what came out and what is agreed."""
    yield _event(dossier, _)
    asked, total = len(_assessed(dossier)), len(dossier.asked_questions)
    if total:
        yield _.plural(
            "{asked} of {count} question was assessed.",
            "{asked} of {count} questions were assessed.",
            total,
            asked=asked,
        )
    yield _harvest(dossier, _)
    repeats = sum(finding.repeat_of_id is not None for finding in dossier.findings)
    if repeats:
        yield _.plural(
            "{count} of the findings was seen last time too.",
            "{count} of the findings were seen last time too.",
            repeats,
        )
    due = sorted(action.due_on for action in dossier.actions if action.is_open and action.due_on)
    if due:
        yield _.plural(
            "{count} action is decided or proposed; the first is due on {date}.",
            "{count} actions are decided or proposed; the first is due on {date}.",
            len([action for action in dossier.actions if action.state is not ActionState.DECLINED]),
            date=_.date(due[0]),
        )


def join_phrases(phrases: list[str], _: Words) -> str:
    """Phrases as a list in running text, `one, two and three`."""
    from babel.lists import format_list  # see `Words.date`

    return format_list(phrases, locale=_.locale)


def shortened(text: str) -> str:
    """The beginning of a text where the whole would be too much."""
    return shorten(text, FIRST_WORDS, placeholder=" …")


def _event(dossier: Dossier, _: Words) -> str:
    audit, unit, date = dossier.audit, _.pick(dossier.unit, "name"), _.date(dossier.audit.date)
    is_day = audit.kind is AuditKind.IMPROVEMENT_DAY
    if audit.is_ahead and is_day:
        return _("An improvement day is planned at {unit} on {date}.", unit=unit, date=date)
    if audit.is_ahead:
        return _("An internal audit is planned at {unit} on {date}.", unit=unit, date=date)
    if is_day:
        return _("An improvement day was held at {unit} on {date}.", unit=unit, date=date)
    return _("An internal audit was held at {unit} on {date}.", unit=unit, date=date)


def _assessed(dossier: Dossier) -> list[str]:
    """The questions that were asked and got a verdict."""
    unasked = (Verdict.NOT_ASKED, Verdict.PARKED)
    asked = {question.id for question in dossier.asked_questions}
    return [key for key, answer in dossier.standing.items() if key in asked and answer.verdict not in unasked]


def _harvest(dossier: Dossier, _: Words) -> str:
    counts = count_by_type(dossier.findings)
    phrases = [counted(type_, counts[type_], _) for type_ in STRENGTHS_FIRST if counts[type_]]
    if not phrases:
        return _("No findings have been noted.")
    given = _("The day gave {findings}.", findings=join_phrases(phrases, _))
    if any(type_.is_nonconformity for type_ in FindingType if counts[type_]):
        return given
    return " ".join((given, _("No nonconformity was found.")))


def counted(type_: FindingType, count: int, _: Words) -> str:
    """A number of findings as a phrase, `2 observations`."""
    forms = {
        FindingType.NONCONFORMITY_MAJOR: _.plural(
            "{count} major nonconformity", "{count} major nonconformities", count
        ),
        FindingType.NONCONFORMITY_MINOR: _.plural(
            "{count} minor nonconformity", "{count} minor nonconformities", count
        ),
        FindingType.OBSERVATION: _.plural("{count} observation", "{count} observations", count),
        FindingType.IMPROVEMENT: _.plural("{count} improvement proposal", "{count} improvement proposals", count),
        FindingType.STRENGTH: _.plural("{count} strength", "{count} strengths", count),
    }
    return forms[type_]


def _counts(dossier: Dossier, _: Words) -> list[Block]:
    """The chart and the same numbers as a table, which has what the chart cannot say."""
    chart = type_chart(count_by_type(dossier.findings), _)
    columns = [
        Column(_("Type"), 5),
        Column(_("Number"), 2, is_number=True),
        Column(_("With an action"), 3, is_number=True),
        Column(_("Seen last time"), 3, is_number=True),
    ]
    return [
        Heading(chart.name, 3),
        Figure(chart.draw, chart.alt, keeps_next=True),
        Table(columns, [_count_row(dossier, type_, _) for type_ in STRENGTHS_FIRST]),
    ]


def _count_row(dossier: Dossier, type_: FindingType, _: Words) -> list[str | Cell]:
    findings = [finding for finding in dossier.findings if finding.type is type_]
    look = LOOKS[type_]
    with_action = sum(bool(dossier.actions_of(finding)) for finding in findings)
    repeated = sum(finding.repeat_of_id is not None for finding in findings)
    name = Cell(_(TYPE_NAMES[type_]), look.symbol, look.colour, is_strong=True)
    return [name, str(len(findings)), str(with_action), str(repeated)]


def _first_actions(dossier: Dossier, _: Words) -> list[str]:
    dated = [action for action in dossier.actions if action.is_open and action.due_on and action.text.strip()]
    first = sorted(dated, key=lambda action: (action.due_on, action.id))[:FIRST_ACTIONS]
    return [
        _(
            "{action} – {owner}, {date}",
            action=shortened(action.text),
            owner=action.owner.strip() or _("owner not named"),
            date=_.date(action.due_on or dossier.audit.date).replace(" ", HELD),
        )
        for action in first
    ]
