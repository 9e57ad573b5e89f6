"""`findings`: everything that was found, on the screen or as a spreadsheet."""

from pathlib import Path
from typing import Any

import click

from qmsdesk.cli.files import write_sheet
from qmsdesk.cli.options import command, of_one_audit, to_sheet, with_json
from qmsdesk.cli.printing import plain, print_json, print_table
from qmsdesk.cli.registers import reading
from qmsdesk.domain.findings import TYPE_NAMES
from qmsdesk.i18n import Words
from qmsdesk.store.audits import find_audit
from qmsdesk.store.findings import FindingLine, list_findings


def findings_command(_: Words) -> click.Command:
    text = _("List the findings of all audits, or of one.")

    @command(_, "findings", text, "qmsdesk findings --audit 2026-03", "qmsdesk findings -o findings.xlsx")
    @of_one_audit(_)
    @to_sheet(_)
    @with_json(_)
    def findings(register: Path, audit: str | None, output: Path | None, as_json: bool) -> None:
        with reading(register) as db:
            lines = list_findings(db, find_audit(db, audit).id if audit else None)
        if output:
            write_sheet(output, _("Findings"), _heads(_), [_cells(line, _) for line in lines], _)
        elif as_json:
            print_json([_facts(line, _) for line in lines])
        elif lines:
            print_table([_("Audit"), *_short_heads(_)], [[line.audit.number, *_row(line, _)] for line in lines])
        else:
            click.echo(_("There are no findings yet."))

    return findings


def _short_heads(_: Words) -> list[str]:
    return [_.context("audit", "Number"), _("Unit"), _("Type"), _("Title")]


def _row(line: FindingLine, _: Words) -> list[Any]:
    finding = line.finding
    return [finding.number, _.pick(line.unit, "name"), _(TYPE_NAMES[finding.type]), finding.title]


def _facts(line: FindingLine, _: Words) -> dict[str, Any]:
    return plain(line.finding) | {"audit": line.audit.number, "unit": _.pick(line.unit, "name")}


def _heads(_: Words) -> list[str]:
    found = [_("Requirement"), _("Evidence"), _("What we saw"), _("Consequence")]
    return [_("Audit"), _("Date"), *_short_heads(_), *found]


def _cells(line: FindingLine, _: Words) -> list[Any]:
    finding = line.finding
    found = [finding.requirement, finding.evidence, finding.statement, finding.consequence]
    return [line.audit.number, line.audit.date, *_row(line, _), *found]
