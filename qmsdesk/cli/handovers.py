"""`handover`: what a new manager of a unit takes over, as PDF."""

import datetime as dt
from pathlib import Path

import click

from qmsdesk.cli.files import write_file
from qmsdesk.cli.options import command, to_pdf
from qmsdesk.cli.registers import reading_for_paper
from qmsdesk.i18n import Words
from qmsdesk.store.handovers import handover_of
from qmsdesk.store.organisation import find_unit


def handover_command(_: Words) -> click.Command:
    text = _("Write the handover of a unit to its new manager as PDF: found, decided, open, due, planned.")

    @command(_, "handover", text, 'qmsdesk handover "Hemtjänst Öster" -o handover.pdf')
    @click.argument("unit", metavar=_("UNIT"))
    @to_pdf(_)
    def handover(register: Path, unit: str, output: Path) -> None:
        from qmsdesk.report.handovers import handover_paper  # brings in ReportLab, which most commands do without

        now = dt.datetime.now().astimezone()
        with reading_for_paper(register) as db:
            held = handover_of(db, find_unit(db, unit), now.date())
        write_file(output, handover_paper(held, _, stamp=now))
        click.echo(str(output))

    return handover
