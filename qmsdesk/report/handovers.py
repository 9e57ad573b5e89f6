"""The handover of a unit to its new manager."""

import datetime as dt
from collections.abc import Iterator

from qmsdesk.domain.actions import ACTION_STATE_NAMES, PROPOSAL_REPLY_NAMES
from qmsdesk.domain.audits import KIND_NAMES, Audit
from qmsdesk.domain.dossiers import EarlierAudit
from qmsdesk.domain.findings import TYPE_NAMES, Finding
from qmsdesk.domain.handovers import Decision, Handover
from qmsdesk.domain.organisation import Certificate
from qmsdesk.domain.repeats import OUTCOME_NAMES, Outcome
from qmsdesk.domain.requirements import APPLICABILITY_NAMES
from qmsdesk.i18n import Words
from qmsdesk.report import design
from qmsdesk.report.actions import LATE
from qmsdesk.report.cards import Callout
from qmsdesk.report.charts.trends import trend_chart
from qmsdesk.report.design import LOOKS, NOTE
from qmsdesk.report.figures import chart_blocks
from qmsdesk.report.grids import Grid
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Bullets, Heading, Paragraph
from qmsdesk.report.sheets import PART, heading, print_sheet
from qmsdesk.report.tables import Cell, Column, Row, Table
from qmsdesk.report.text import clean_line

WORRYING = frozenset({Outcome.OVERDUE, Outcome.NO_EFFECT, Outcome.NO_ACTION})


def handover_paper(held: Handover, words: Words, *, stamp: dt.datetime) -> bytes:
    """The handover as a tagged, archivable PDF in the language of `words`."""
    _ = words
    name, unit = _("Handover"), _.pick(held.unit, "name")
    kicker = _("Handover to a new manager")
    blocks = [*heading(kicker, unit), *_contents(held, _)]
    return print_sheet(name, unit, held.organisation.name, blocks, _, stamp)


def _contents(held: Handover, _: Words) -> Iterator[Block]:
    yield Callout(_in_short(held, _))
    yield Grid([(name, text) for name, text in _facts(held, _) if text])
    yield from _to_do(held, _)
    yield from _decided(held, _)
    yield from _strengths(held, _)
    yield from _found(held, _)
    yield from _needs(held, _)


def _in_short(held: Handover, _: Words) -> str:
    if not held.audits:
        return _("No improvement day or audit of the unit is in the register yet.")
    said = [_.plural("{count} action is to be done", "{count} actions are to be done", len(held.open))]
    if held.overdue:
        said.append(_.plural("{count} of them overdue", "{count} of them overdue", len(held.overdue)))
    waiting = len(held.unanswered)
    if waiting:
        said.append(_.plural("{count} proposal waits for an answer", "{count} proposals wait for an answer", waiting))
    stood = _("All that is said here stood in the register on {date}.", date=_.date(held.made_on))
    return f"{', '.join(said)}. {stood}"


def _facts(held: Handover, _: Words) -> list[tuple[str, str]]:
    manager = held.manager.name if held.manager else ""
    return [
        (_("Department"), clean_line(_.pick(held.department, "name"))),
        (_("Manager now"), clean_line(manager)),
        (_("Employees"), str(held.unit.employees or "")),
        (_("Certificates"), "\n".join(_certificate(each, _) for each in held.certificates)),
        (_("Requirements"), "\n".join(clean_line(_.pick(each, "title") or each.code) for each in held.sources)),
        (_("Next planned"), "\n".join(_day(each, _) for each in held.ahead) or _("No day is planned.")),
        (_("Remark"), clean_line(_.pick(held.unit, "remark"))),
    ]


def _certificate(each: Certificate, _: Words) -> str:
    name = clean_line(f"{each.standard}:{each.edition}" if each.edition else each.standard)
    if each.valid_until is None:
        return name
    return _("{standard}, valid until {date}", standard=name, date=_.date(each.valid_until))


def _day(audit: Audit, _: Words) -> str:
    return f"{_.date(audit.date)}, {_(KIND_NAMES[audit.kind]).lower()} {audit.number}"


# What is promised


def _to_do(held: Handover, _: Words) -> Iterator[Block]:
    yield Heading(_("Still to be done"), 2, "open", look=PART)
    if not held.open:
        yield Paragraph(_("Nothing is open."), NOTE)
        return
    columns = [Column(_("Due"), 2.2), Column(_("Action"), 4.4), Column(_("Owner"), 2.2), Column(_("Because of"), 4)]
    yield Table(columns, [_open_row(each, held.made_on, _) for each in held.open], has_row_heads=False)


def _open_row(each: Decision, today: dt.date, _: Words) -> Row:
    action = each.action
    assert action is not None, "only actions are open"
    due = _.date(action.due_on, "d MMM y") if action.due_on else _("No due date yet")
    is_late, late = action.is_overdue(today), _("Overdue")
    state = late if is_late else _(ACTION_STATE_NAMES[action.state])
    due_cell = Cell(f"{due}\n{state}", colour=LATE if is_late else design.INK, is_strong=is_late)
    text = action.text.strip() or _("No text yet")
    return [due_cell, Cell(text, is_strong=True), action.owner.strip() or "–", _finding(each.audit, each.finding, _)]


def _finding(audit: Audit, finding: Finding, _: Words) -> Cell:
    look = LOOKS[finding.type]
    title = clean_line(finding.title) or _("No title yet")
    return Cell(f"{audit.number} {finding.number} {title}", look.symbol, look.colour)


def _decided(held: Handover, _: Words) -> Iterator[Block]:
    yield Heading(_("Decided, and why"), 2, "decided", look=PART)
    decisions = [*held.unanswered, *held.decided]
    if not decisions:
        yield Paragraph(_("No proposal has been made and nothing was declined."), NOTE)
        return
    shares = (4, 1.8, 3.6, 2)
    titles = (_("Proposal or finding"), _("Answer"), _("Reason"), _("How it stands"))
    columns = [Column(title, share) for title, share in zip(titles, shares, strict=True)]
    yield Table(columns, [_decided_row(each, _) for each in decisions])


def _decided_row(each: Decision, _: Words) -> Row:
    found, action = _finding(each.audit, each.finding, _), each.action
    if action is None:
        return [found, Cell(_("No answer yet"), colour=LATE, is_strong=True), "–", "–"]
    reply = _(PROPOSAL_REPLY_NAMES[action.reply]) if action.reply else "–"
    reason = action.reply_reason.strip() or _("No reason was written down.")
    return [found, Cell(reply, is_strong=True), reason, _(ACTION_STATE_NAMES[action.state])]


# What was seen


def _strengths(held: Handover, _: Words) -> Iterator[Block]:
    if held.strengths:
        yield Heading(_("What works well, and is worth keeping"), 2, "strengths", look=PART)
        yield Bullets([clean_line(each.title) or _("No title yet") for each in held.strengths])


def _found(held: Handover, _: Words) -> Iterator[Block]:
    if not held.audits:
        return
    yield Heading(_("What was found at the last audits"), 2, "found", look=PART)
    if len(held.trend) > 1:
        yield from chart_blocks(trend_chart(held.trend, _))
    for audit in held.audits:
        yield Heading(_day(audit.audit, _), 3)
        if audit.audit.summary.strip():
            yield Paragraph(audit.audit.summary)
        if audit.findings:
            columns = [Column(_("Type"), 2.6), Column(_("Finding"), 5), Column(_("What became of it"), 2.6)]
            yield Table(columns, [_found_row(held, audit, each, _) for each in audit.findings], has_row_heads=False)
        else:
            yield Paragraph(_("No findings have been noted."), NOTE)


def _found_row(held: Handover, audit: EarlierAudit, finding: Finding, _: Words) -> Row:
    outcome, look = held.outcome_of(audit, finding), LOOKS[finding.type]
    came = _(OUTCOME_NAMES[outcome]) if outcome else "–"
    is_worry, title = outcome in WORRYING, clean_line(finding.title) or _("No title yet")
    return [
        Cell(_(TYPE_NAMES[finding.type]), look.symbol, look.colour),
        f"{finding.number} {title}",
        Cell(came[:1].upper() + came[1:], colour=LATE if is_worry else design.INK, is_strong=is_worry),
    ]


def _needs(held: Handover, _: Words) -> Iterator[Block]:
    """What the needs analysis has decided for the unit."""
    if not held.settled_needs:
        return
    yield Heading(_("What the requirements mean here"), 2, "needs", look=PART)
    rows = [
        [
            f"{source.code} {requirement.clause} {clean_line(_.pick(requirement, 'title'))}",
            _(APPLICABILITY_NAMES[need.applicability]),
            "\n".join(part for part in (need.parameter.strip(), need.reason.strip()) if part) or "–",
        ]
        for need, requirement, source in held.settled_needs
    ]
    yield Table([Column(_("Requirement"), 4), Column(_("Decided"), 2), Column(_("Why"), 4)], rows)
