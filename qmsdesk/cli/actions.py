"""`actions`: what is to be done about the findings, on the screen, as a spreadsheet, or as a PDF to tick off."""

import datetime as dt
from pathlib import Path
from typing import Any, NamedTuple

import click

from qmsdesk.cli.files import write_file, write_sheet
from qmsdesk.cli.options import command, of_one_audit, to_sheet_or_pdf, with_json
from qmsdesk.cli.printing import plain, print_json, print_table
from qmsdesk.cli.registers import reading, reading_for_paper
from qmsdesk.domain.actions import ACTION_STATE_NAMES, PROPOSAL_REPLY_NAMES, Gathering
from qmsdesk.i18n import Words
from qmsdesk.store.action_lists import action_list
from qmsdesk.store.actions import ActionLine, list_actions
from qmsdesk.store.audits import find_audit
from qmsdesk.store.database import Connection
from qmsdesk.store.follow_up import Wanted
from qmsdesk.store.organisation import find_unit


def actions_command(_: Words) -> click.Command:
    text = _("List the actions of all audits, or of one; those due first stand first.")

    examples = (
        "qmsdesk actions --overdue",
        "qmsdesk actions -o actions.xlsx",
        'qmsdesk actions --unit "Gata och park" -o list.pdf',
    )

    @command(_, "actions", text, *examples)
    @of_one_audit(_)
    @click.option("--unit", metavar=_("UNIT"), help=_("Only those of one unit."))
    @click.option("--owner", metavar=_("ROLE"), default="", help=_("Only those of one owner."))
    @click.option("--overdue", is_flag=True, help=_("Only those that are overdue."))
    @to_sheet_or_pdf(_)
    @with_json(_)
    def actions(
        register: Path,
        audit: str | None,
        unit: str | None,
        owner: str,
        overdue: bool,
        output: Path | None,
        as_json: bool,
    ) -> None:
        now = dt.datetime.now().astimezone()
        today = now.date()
        with reading_for_paper(register) if output else reading(register) as db:
            chosen = _Chosen(find_audit(db, audit).id if audit else None, find_unit(db, unit).id if unit else "", owner)
            if output and output.suffix.lower() == ".pdf":
                write_file(output, _pdf(db, chosen, overdue, now, _))
                click.echo(str(output))
                return
            lines = [line for line in list_actions(db, chosen.audit_id) if chosen.has(line)]
        lines = [line for line in lines if not overdue or line.action.is_overdue(today)]
        if output:
            write_sheet(output, _("Actions"), _heads(_), [_cells(line, today, _) for line in lines], _)
        elif as_json:
            print_json([_facts(line, today, _) for line in lines])
        elif lines:
            heads = [_("Audit"), _("Unit"), _("Action"), _("Owner"), _("Due"), _("State")]
            print_table(heads, [_row(line, today, _) for line in lines])
        else:
            click.echo(_("There are no such actions."))

    return actions


class _Chosen(NamedTuple):
    """Of which audit, unit and owner; empty for all."""

    audit_id: str | None
    unit_id: str
    owner: str

    def has(self, line: ActionLine) -> bool:
        return self.unit_id in ("", line.unit.id) and self.owner.strip() in ("", line.action.owner.strip())


def _pdf(db: Connection, chosen: _Chosen, is_overdue: bool, now: dt.datetime, _: Words) -> bytes:
    """The list to work through, without what is over."""
    from qmsdesk.report.action_lists import action_list_paper  # brings in ReportLab, which no other use needs

    wanted = Wanted(now.date(), chosen.audit_id, Gathering.OVERDUE if is_overdue else Gathering.OPEN)
    held = action_list(db, wanted, _, unit_id=chosen.unit_id, owner=chosen.owner)
    return action_list_paper(held, _, stamp=now)


def _state(line: ActionLine, today: dt.date, _: Words) -> str:
    return _("Overdue") if line.action.is_overdue(today) else _(ACTION_STATE_NAMES[line.action.state])


def _row(line: ActionLine, today: dt.date, _: Words) -> list[Any]:
    action = line.action
    place = [line.audit.number, _.pick(line.unit, "name")]
    return [*place, action.text, action.owner, action.due_on, _state(line, today, _)]


def _facts(line: ActionLine, today: dt.date, _: Words) -> dict[str, Any]:
    return plain(line.action) | {
        "audit": line.audit.number,
        "unit": _.pick(line.unit, "name"),
        "finding_number": line.finding.number,
        "finding": line.finding.title,
        "is_overdue": line.action.is_overdue(today),
    }


def _heads(_: Words) -> list[str]:
    plan = [_("Audit"), _("Unit"), _("Finding"), _("Action"), _("Owner"), _("Due"), _("State")]
    outcome = [_("Done on"), _("What was done"), _("Effect check"), _("Effective")]
    return [*plan, *outcome, _("Reply"), _("Reason"), _("Remark")]


def _cells(line: ActionLine, today: dt.date, _: Words) -> list[Any]:
    action = line.action
    plan: list[Any] = [line.audit.number, _.pick(line.unit, "name"), f"{line.finding.number} {line.finding.title}"]
    plan += [action.text, action.owner, action.due_on, _state(line, today, _)]
    worked = {True: _("Yes"), False: _("No"), None: ""}[action.is_effective]
    reply = _(PROPOSAL_REPLY_NAMES[action.reply]) if action.reply else ""
    return [
        *plan,
        action.done_on,
        action.done,
        action.effect_check_on,
        worked,
        reply,
        action.reply_reason,
        action.remark,
    ]
