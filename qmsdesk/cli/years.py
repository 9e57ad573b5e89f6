"""`year`: what a year of improvement days and audits gave and took, as PDF."""

import datetime as dt
import re
from pathlib import Path

import click

from qmsdesk.cli.files import write_file
from qmsdesk.cli.options import command, to_pdf
from qmsdesk.cli.registers import reading_for_paper
from qmsdesk.i18n import Words
from qmsdesk.store.years import year_of


def year_command(_: Words) -> click.Command:
    text = _("Write the summary of a year as PDF: days, proposals, improvements, hours and obstacles.")

    @command(_, "year", text, "qmsdesk year 2026 -o 2026.pdf")
    @click.argument("year", metavar=_("YEAR"))
    @to_pdf(_)
    def year_(register: Path, year: str, output: Path) -> None:
        from qmsdesk.report.years import year_paper  # brings in ReportLab, which most commands do without

        if not re.fullmatch(r"[12]\d{3}", year):
            raise click.BadParameter(_("a year has four digits, such as 2026"), param_hint=_("YEAR"))
        with reading_for_paper(register) as db:
            held = year_of(db, int(year))
        write_file(output, year_paper(held, _, stamp=dt.datetime.now().astimezone()))
        click.echo(str(output))

    return year_
