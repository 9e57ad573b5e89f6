"""Spreadsheets: findings, actions, answers and facts as sheets that can be sorted, filtered and counted."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import Any

from qmsdesk.domain.actions import ACTION_STATE_NAMES, PROPOSAL_REPLY_NAMES, Action
from qmsdesk.domain.answers import VERDICT_NAMES
from qmsdesk.domain.audits import KIND_NAMES, STATE_NAMES
from qmsdesk.domain.condition_texts import say_unmet
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.domain.references import say_with_title
from qmsdesk.domain.reports import ReportForm
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.masks import masked_notice
from qmsdesk.report.plain_text import plain, plain_line

Value = str | int | float | dt.date | bool | None

MOST_CHARS = 32_767
NARROWEST, WIDEST, SHORT = 9, 56, 26
LINE, TALLEST = 15.0, 409.0
NAME_LENGTH = 31


@dataclass(frozen=True)
class Sheet:
    """A table by its name, the titles of its columns and its rows."""

    name: str
    titles: Sequence[str]
    rows: Sequence[Sequence[Value]]


def audit_workbook(dossier: Dossier, words: Words, *, stamp: dt.datetime, form: ReportForm = ReportForm.FULL) -> bytes:
    """What one audit gave, as .xlsx; for a masked copy, which says so first, `dossier` has to be masked already."""
    _, today, is_masked = words, stamp.date(), form is ReportForm.MASKED
    facts = list(_fact_rows(dossier, _))
    sheets = [
        Sheet(_("Findings"), _finding_titles(_), [_finding_row(dossier, each, _) for each in dossier.findings]),
        Sheet(_("Actions"), _action_titles(_), list(_action_rows(dossier, today, _))),
        Sheet(_("Questions"), _question_titles(_), list(_question_rows(dossier, _))),
        Sheet(_("Facts"), [_("What"), _.context("of a fact", "Value")], facts),
    ]
    if is_masked:
        facts.insert(0, [_("Masked copy"), masked_notice(_)])
        sheets = [sheets[-1], *sheets[:-1]]
    title = f"{_(KIND_NAMES[dossier.audit.kind])}: {_.pick(dossier.unit, 'name')}, {_.date(dossier.audit.date)}"
    status = _("Masked copy") if is_masked else ""
    return workbook(sheets, _, title=title, author=dossier.organisation.name, stamp=stamp, status=status)


def workbook(
    sheets: Sequence[Sheet], _: Words, *, title: str, author: str, stamp: dt.datetime, status: str = ""
) -> bytes:
    """Sheets as .xlsx: a head that stays and filters, dates as dates, and no text that is run as a formula.

    `status` stands in the properties of the file, and at the head of each page that is printed.
    """
    from xlsxwriter import Workbook  # 70 ms that only spreadsheets need

    sink = BytesIO()
    book = Workbook(sink, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = stamp.astimezone(dt.UTC).replace(tzinfo=None)
    book.set_properties({"title": plain_line(title), "author": plain_line(author), "subject": status, "created": made})
    looks: dict[str, dict[str, object]] = {
        "head": {"bold": True, "font_color": design.ON_DEEP, "bg_color": design.DEEP, "text_wrap": True},
        "text": {"text_wrap": True},
        "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    }
    formats = {name: book.add_format({"valign": "top", **look}) for name, look in looks.items()}
    for sheet in sheets:
        page = book.add_worksheet(sheet.name[:NAME_LENGTH])
        _write_sheet(page, sheet, formats, _)
        if status:
            page.set_header(f"&R&B{status}")
    book.close()
    return sink.getvalue()


def _write_sheet(page: Any, sheet: Sheet, formats: dict[str, Any], _: Words) -> None:
    for n, title in enumerate(sheet.titles):
        page.set_column(n, n, _width(sheet, n))
        page.write_string(0, n, plain_line(title), formats["head"])
    widths = [_width(sheet, n) for n in range(len(sheet.titles))]
    for y, row in enumerate(sheet.rows, 1):
        page.set_row(y, _height(row, widths))
        for x, value in enumerate(row):
            _write_cell(page, (y, x), value, formats, _)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.titles) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write_cell(page: Any, place: tuple[int, int], value: Value, formats: dict[str, Any], _: Words) -> None:
    if isinstance(value, bool):
        value = _("Yes") if value else _("No")
    if isinstance(value, dt.date):
        page.write_datetime(*place, dt.datetime(value.year, value.month, value.day), formats["date"])  # noqa: DTZ001
    elif isinstance(value, int | float):
        page.write_number(*place, value, formats["text"])
    elif value:
        page.write_string(*place, _fitting(value, _), formats["text"])


def _fitting(text: str, _: Words) -> str:
    """What a cell can hold; it says so where that is not all."""
    text = plain(text)
    units = len(text.encode("utf-16-le")) // 2  # Excel counts an emoji as two
    if units <= MOST_CHARS:
        return text
    note = _("[… cut here: a cell holds no more than {count} characters]", count=MOST_CHARS)
    room = (MOST_CHARS - len(note) - 1) * 2
    return f"{text.encode('utf-16-le')[:room].decode('utf-16-le', errors='ignore')} {note}"


def _width(sheet: Sheet, n: int) -> float:
    """Wide enough for most of a column, and never too wide for the screen."""
    lengths = sorted(len(str(row[n])) for row in sheet.rows if row[n] is not None) or [0]
    usual = lengths[-1] if lengths[-1] < SHORT else lengths[len(lengths) * 9 // 10]
    return min(max(usual * 1.1 + 2, len(sheet.titles[n]) + 4, NARROWEST), WIDEST)


def _height(row: Sequence[Value], widths: Sequence[float]) -> float:
    """Room for every line of the fullest cell; not every program finds it out by itself."""
    lines = max(_lines(str(value), width) for value, width in zip(row, widths, strict=True))
    return min(lines * LINE + 2, TALLEST)


def _lines(text: str, width: float) -> int:
    return sum(max(ceil(len(line) / (width - 1)), 1) for line in text.split("\n"))


def _finding_titles(_: Words) -> list[str]:
    told = [_.context("audit", "Number"), _("Type"), _("Title"), _("Requirement"), _("What we saw"), _("Evidence")]
    return [*told, _("Consequence"), _("Confirmed by"), _("Diverging opinion"), _("Question"), _("Seen last time")]


def _finding_row(dossier: Dossier, finding: Finding, _: Words) -> list[Value]:
    requirement = say_with_title(dossier, finding.requirement, _)
    told: list[Value] = [finding.number, _(TYPE_NAMES[finding.type]), finding.title, requirement]
    told += [finding.statement, finding.evidence, finding.consequence, finding.confirmed_by, finding.diverging_opinion]
    return [*told, dossier.numbers.get(finding.question_id or "", ""), finding.repeat_of_id is not None]


def _action_titles(_: Words) -> list[str]:
    plan = [_("Finding"), _("Title"), _("Action"), _("Owner"), _("Due"), _("State"), _("Done on"), _("What was done")]
    return [*plan, _("Effect check"), _("Effective"), _("Reply"), _("Reason"), _("Remark")]


def _action_rows(dossier: Dossier, today: dt.date, _: Words) -> Iterator[list[Value]]:
    found = {action.id: finding for finding in dossier.findings for action in dossier.actions_of(finding)}
    for action in dossier.actions:
        finding = found.get(action.id)
        named: list[Value] = [finding.number, finding.title] if finding else ["", ""]
        yield [*named, *_action_cells(action, today, _)]


def _action_cells(action: Action, today: dt.date, _: Words) -> list[Value]:
    state = _("Overdue") if action.is_overdue(today) else _(ACTION_STATE_NAMES[action.state])
    reply = _(PROPOSAL_REPLY_NAMES[action.reply]) if action.reply else ""
    plan: list[Value] = [action.text, action.owner, action.due_on, state, action.done_on, action.done]
    return [*plan, action.effect_check_on, action.is_effective, reply, action.reply_reason, action.remark]


def _question_titles(_: Words) -> list[str]:
    return [_("No."), _("Section"), _("Question"), _("Answer"), _("Reason"), _("Finding")]


def _question_rows(dossier: Dossier, _: Words) -> Iterator[list[Value]]:
    unmet = say_unmet(dossier, _)
    for section in dossier.sections:
        for question in dossier.questions_of(section):
            answer = dossier.standing.get(question.id)
            only_if = unmet.get(question.id, "")
            none = _("Not applicable by condition") if only_if else _("No answer")
            verdict = _(VERDICT_NAMES[answer.verdict]) if answer and answer.verdict else none
            reason = "\n".join(filter(None, (answer.reason if answer else "", only_if)))
            gave = ", ".join(finding.number for finding in dossier.findings_of(question))
            asked = [dossier.numbers[question.id], _.pick(section, "title"), _.pick(question, "text")]
            yield [*asked, verdict, reason, gave]


def _fact_rows(dossier: Dossier, _: Words) -> Iterator[list[Value]]:
    audit = dossier.audit
    facts: list[tuple[str, Value]] = [
        (_("Organisation"), dossier.organisation.name),
        (_("Department"), _.pick(dossier.department, "name")),
        (_("Unit"), _.pick(dossier.unit, "name")),
        (_("Kind"), _(KIND_NAMES[audit.kind])),
        (_.context("audit", "Number"), audit.number),
        (_("Registration number"), audit.registration_number),
        (_("Date"), audit.date),
        (_("State"), _(STATE_NAMES[audit.state])),
        (_("Lead auditor"), dossier.lead.name if dossier.lead else ""),
        (_("Checklist"), _.pick(dossier.checklist, "title")),
        (_("Objective"), audit.objective),
        (_("Scope"), audit.scope),
        (_("Criteria"), audit.criteria),
        (_("Summary"), audit.summary),
    ]
    for name, value in facts:
        if value:
            yield [name, value]
