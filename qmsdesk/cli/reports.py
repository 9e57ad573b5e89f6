"""`report`: the PDF of one audit or of several."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from qmsdesk.cli.files import make_folder, safe_name, write_file
from qmsdesk.cli.options import command
from qmsdesk.cli.registers import reading
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.i18n import Words
from qmsdesk.store.audits import find_audit
from qmsdesk.store.dossiers import load_dossier


def report_command(_: Words) -> click.Command:
    text = _("Write the reports of audits as PDF.")
    folder = _("FOLDER")

    @command(
        _,
        "report",
        text,
        "qmsdesk report 2026-03 -o 2026-03.pdf",
        f"qmsdesk report 2026-03 2026-04 -o {folder} --lang en",
    )
    @click.argument("audits", nargs=-1, required=True, metavar=_("NUMBER..."))
    @click.option(
        "-o",
        "output",
        required=True,
        type=click.Path(path_type=Path),
        metavar=_("FILE|FOLDER"),
        help=_("Where to: a file for one report, a folder for several."),
    )
    def report(register: Path, audits: tuple[str, ...], output: Path) -> None:
        with reading(register) as db:
            found = {audit.id: audit for audit in (find_audit(db, each) for each in audits)}
            is_folder = output.is_dir() or len(found) > 1
            if is_folder and (output.is_file() or output.suffix.lower() == ".pdf"):
                raise click.BadParameter(_("several reports need a folder"), param_hint="-o")
            if is_folder:
                make_folder(output)
            for audit_id in found:
                dossier = load_dossier(db, audit_id)
                path = output / _file_name(dossier, _) if is_folder else output
                write_file(path, _pdf(dossier, register, _))
                click.echo(str(path))

    return report


def _pdf(dossier: Dossier, register: Path, _: Words) -> bytes:
    from qmsdesk.exchange.photos import print_photos  # these two bring in Pillow and ReportLab,
    from qmsdesk.report.audits import audit_report  # which no other command needs

    with TemporaryDirectory(prefix="qmsdesk-") as folder:
        photos = print_photos(register, dossier.attachments, Path(folder))
        return audit_report(dossier, _, stamp=dt.datetime.now().astimezone(), photos=photos)


def _file_name(dossier: Dossier, _: Words) -> str:
    unit = _.pick(dossier.unit, "name")
    return safe_name(f"{dossier.audit.number} {unit}") + ".pdf"
