"""The action plan, and what became of the actions of last time."""

import datetime as dt
from collections.abc import Iterator

from qmsdesk.domain.actions import ACTION_STATE_NAMES, PROPOSAL_REPLY_NAMES, Action
from qmsdesk.domain.dossiers import Dossier, EarlierAudit
from qmsdesk.domain.figures import trend_of
from qmsdesk.domain.findings import Finding, FindingType
from qmsdesk.domain.trends import can_be_compared
from qmsdesk.i18n import Words
from qmsdesk.report.charts.trends import trend_chart
from qmsdesk.report.design import LOOKS, NOTE, TICK
from qmsdesk.report.figures import chart_blocks
from qmsdesk.report.pages import Block
from qmsdesk.report.paragraphs import Paragraph
from qmsdesk.report.tables import Cell, Column, Row, Table

LATE = LOOKS[FindingType.NONCONFORMITY_MAJOR].colour


def action_plan(dossier: Dossier, today: dt.date, _: Words) -> list[Block]:
    """What is to be done, by whom and when, and how each proposal was answered."""
    if not dossier.actions:
        return [Paragraph(_("No actions have been decided yet."), NOTE)]
    columns = [
        Column(_("Finding"), 1.5),
        Column(_("Action"), 6),
        Column(_("Owner"), 2.5),
        Column(_("Due"), 1.8),
        Column(_("State"), 1.9),
    ]
    found = {action.id: finding for finding in dossier.findings for action in dossier.actions_of(finding)}
    blocks: list[Block] = [Table(columns, [_plan_row(action, found, today, _) for action in dossier.actions])]
    waiting = len(unanswered(dossier))
    if waiting:
        text = _.plural(
            "{count} improvement proposal still waits for its answer.",
            "{count} improvement proposals still wait for their answers.",
            waiting,
        )
        blocks.append(Paragraph(text, NOTE))
    return blocks


def unanswered(dossier: Dossier) -> list[Finding]:
    """The improvement proposals that nobody has answered yet."""
    proposals = [finding for finding in dossier.findings if finding.type is FindingType.IMPROVEMENT]
    return [finding for finding in proposals if not any(action.reply for action in dossier.actions_of(finding))]


def earlier_findings(earlier: EarlierAudit | None, _: Words) -> list[Block]:
    """What was found last time, what was done about it and whether it helped."""
    if earlier is None:
        return [Paragraph(_("No earlier audit of the unit is in the register."), NOTE)]
    number, date = earlier.audit.number, _.date(earlier.audit.date)
    intro = Paragraph(_("Last time was {date}, audit {number}.", date=date, number=number), keeps_next=True)
    if not earlier.findings:
        return [intro, Paragraph(_("Nothing was noted then that called for an action."), NOTE)]
    columns = [
        Column(_("Finding"), 2.2),
        Column(_("What was found"), 4),
        Column(_("Action"), 4),
        Column(_("State"), 2.2),
        Column(_("Effect"), 2.2),
    ]
    return [intro, Table(columns, list(_earlier_rows(earlier, _)))]


def trend(dossier: Dossier, _: Words) -> list[Block]:
    """What the last audits of the unit gave, where there is more than one to compare."""
    audits = trend_of(dossier)
    return chart_blocks(trend_chart(audits, _)) if can_be_compared(audits) else []


def _plan_row(action: Action, found: dict[str, Finding], today: dt.date, _: Words) -> Row:
    finding = found.get(action.id)
    look = LOOKS[finding.type] if finding else None
    number = Cell(
        finding.number if finding else "–", look.symbol if look else "", look.colour if look else "#1d2a2f", True
    )
    state = Cell(_(ACTION_STATE_NAMES[action.state]))
    if action.is_overdue(today):
        state = Cell(_("Overdue"), colour=LATE, is_strong=True)
    return [
        number,
        _what(action, _),
        action.owner or "–",
        action.due_on.isoformat() if action.due_on else "–",
        state,
    ]


def _what(action: Action, _: Words) -> str:
    """The action, how its effect is checked, and for a proposal the unit's answer."""
    lines = [action.text.strip() or "–"]
    if action.reply:
        answer = _("Answer: {reply}", reply=_(PROPOSAL_REPLY_NAMES[action.reply]))
        lines.append(f"{answer}. {action.reply_reason.strip()}".strip())
    return "\n".join([*lines, *_effect_lines(action, _)])


def _effect_lines(action: Action, _: Words) -> Iterator[str]:
    """When somebody looks whether it helped, or what they saw."""
    if action.is_effective is not None:
        yield _("It helped.") if action.is_effective else _("It did not help.")
    elif action.effect_check_on:
        yield _("Its effect is checked on {date}.", date=_.date(action.effect_check_on))


def _earlier_rows(earlier: EarlierAudit, _: Words) -> Iterator[Row]:
    for finding in earlier.findings:
        look = LOOKS[finding.type]
        number = Cell(finding.number, look.symbol, look.colour, is_strong=True)
        actions = [action for action in earlier.actions if action.finding_id == finding.id]
        for action in actions:
            state = _(ACTION_STATE_NAMES[action.state])
            yield [number, finding.title, action.text or "–", state, _effect(action, _)]
        if not actions:
            yield [number, finding.title, _("None"), "–", "–"]


def _effect(action: Action, _: Words) -> str | Cell:
    if action.is_effective is None:
        return _("Not checked")
    if action.is_effective:
        return Cell(_.context("of an effect", "Effective"), "tick", TICK)
    return Cell(_("Not effective"), "cross", LATE)
