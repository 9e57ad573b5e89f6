"""`report`: the PDF of one audit or of several, and whether a PDF is one that was issued."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from qmsdesk.cli.files import make_folder, safe_name, write_file
from qmsdesk.cli.options import PATH, Decorator, command, with_json
from qmsdesk.cli.printing import plain, print_facts, print_json
from qmsdesk.cli.registers import reading, reading_for_paper, writing
from qmsdesk.domain.audits import ISSUED, Audit
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.errors import AuditNotFound, Refusal
from qmsdesk.domain.masking import masked
from qmsdesk.domain.records import creation_of
from qmsdesk.domain.reports import FORM_NAMES, ReportForm, standing_issue
from qmsdesk.i18n import Words
from qmsdesk.store.audits import find_audit
from qmsdesk.store.database import Connection
from qmsdesk.store.pasts import reported_dossier
from qmsdesk.store.rows import referred

FORMS = {form.value.replace("_", "-"): form for form in ReportForm}
ENDINGS = (".html", ".docx", ".xlsx")
"""What a report can be besides a PDF."""
UNCHANGED = "issued"


class Wanted(NamedTuple):
    """What was asked for: where the reports go, and in which form."""

    register: Path
    output: Path
    is_folder: bool
    form: ReportForm
    given_to: str = ""


def report_command(_: Words) -> click.Command:
    text = _("Write the reports of audits as PDF, or say whether a PDF is a report that was issued.")
    folder = _("FOLDER")
    examples = (
        "qmsdesk report 2026-03 -o 2026-03.pdf",
        "qmsdesk report 2026-03 -o 2026-03.docx",
        f"qmsdesk report 2026-03 2026-04 -o {folder} --form short --lang en",
        "qmsdesk report --verify 2026-03.pdf",
    )

    @command(_, "report", text, *examples)
    @click.argument("audits", nargs=-1, metavar=_("[NUMBER...]"))
    @_to_output(_)
    @_in_form(_)
    @_given_to(_)
    @_to_verify(_)
    @with_json(_)
    @click.pass_context
    def report(
        context: click.Context,
        register: Path,
        audits: tuple[str, ...],
        output: Path | None,
        form: str,
        given_to: str,
        verify: Path | None,
        as_json: bool,
    ) -> None:
        if verify and not audits and output is None:
            context.exit(_verify(register, verify, as_json, _))
        if verify or not audits or output is None:
            raise click.UsageError(_("give either audits and -o, or --verify alone"))
        if given_to and (FORMS[form] is not ReportForm.MASKED or output.suffix.lower() in ENDINGS):
            raise click.UsageError(_("--given-to is for masked copies as PDF: --form masked"))
        context.exit(_write(audits, Wanted(register, output, output.is_dir(), FORMS[form], given_to), as_json, _))

    return report


def _to_output(_: Words) -> Decorator:
    help_text = _("Where to: a file for one report (.pdf, or .html, .docx or .xlsx), a folder for several.")
    return click.option("-o", "output", type=PATH, metavar=_("FILE|FOLDER"), help=help_text)


def _in_form(_: Words) -> Decorator:
    help_text = _("Which form of the report; without it, the full one.")
    return click.option("--form", type=click.Choice(tuple(FORMS)), default="full", help=help_text)


def _given_to(_: Words) -> Decorator:
    help_text = _("Who gets the masked copy: it is kept and put in the log of copies. Without it nothing is logged.")
    return click.option("--given-to", default="", metavar=_("TEXT"), help=help_text)


def _to_verify(_: Words) -> Decorator:
    help_text = _("Say whether this PDF is a report that the register issued, unchanged.")
    return click.option("--verify", type=PATH, metavar=_("FILE"), help=help_text)


# Writing


def _write(numbers: Sequence[str], wanted: Wanted, as_json: bool, _: Words) -> int:
    """Write each report; one that cannot be written is told, and the others go on."""
    written: list[dict[str, Any]] = []
    output = wanted.output
    with reading_for_paper(wanted.register) as db:
        found, missing = _found(db, numbers)
        wanted = wanted._replace(is_folder=wanted.is_folder or len(found) + len(missing) > 1)
        if wanted.is_folder and (output.is_file() or output.suffix.lower() in (".pdf", *ENDINGS)):
            raise click.BadParameter(_("several reports need a folder"), param_hint="-o")
        if wanted.is_folder and found:
            make_folder(output)
        for audit_id in found:
            try:
                written.append(_write_one(reported_dossier(db, audit_id), wanted, _))
            except Refusal as refusal:
                missing.append(refusal)
            else:
                if not as_json:
                    click.echo(written[-1]["file"])
    if as_json:
        print_json(written)
    for each in missing:
        click.echo(each.say(_), err=True)
    return 1 if missing else 0


def _found(db: Connection, numbers: Sequence[str]) -> tuple[list[str], list[Refusal]]:
    """The audits asked for, each once, and what to say of those that are not there."""
    found: dict[str, None] = {}
    missing: list[Refusal] = []
    for number in numbers:
        try:
            found[find_audit(db, number).id] = None
        except AuditNotFound as refusal:
            missing.append(refusal)
    return list(found), missing


def _write_one(dossier: Dossier, wanted: Wanted, _: Words) -> dict[str, Any]:
    from hashlib import sha256

    from qmsdesk.exchange.report_files import report_file
    from qmsdesk.exchange.reports import report_of

    now = dt.datetime.now().astimezone()
    path = wanted.output / _file_name(dossier, wanted.form, _) if wanted.is_folder else wanted.output
    ending = path.suffix.lower()
    if wanted.given_to:
        content = _hand_out(dossier, wanted, path, now, _)
    elif ending in ENDINGS:
        content = report_file(wanted.register, dossier, _, now=now, ending=ending, form=wanted.form)
        write_file(path, content)
    else:
        content, _issue = report_of(wanted.register, dossier, _, now=now, form=wanted.form)
        write_file(path, content)
    standing = standing_issue(dossier.report_issues) if dossier.audit.state in ISSUED else None
    return {
        "number": dossier.audit.number,
        "file": str(path),
        "form": wanted.form.value,
        "language": _.language,
        "version": standing.version if standing else None,
        "sha256": sha256(content).hexdigest(),
    }


def _hand_out(dossier: Dossier, wanted: Wanted, path: Path, now: dt.datetime, _: Words) -> bytes:
    """Write a masked copy and log who got it; not the one without the other."""
    from qmsdesk.exchange.reports import masked_copy

    with writing(wanted.register) as register:
        pdf, issue = masked_copy(wanted.register, dossier, _, now=now, given_to=wanted.given_to)
        write_file(path, pdf)
        register.write(creation_of(issue))
    return pdf


def _file_name(dossier: Dossier, form: ReportForm, _: Words) -> str:
    dossier = masked(dossier, _) if form is ReportForm.MASKED else dossier
    name = f"{dossier.audit.number} {_.pick(dossier.unit, 'name')}"
    return safe_name(name if form is ReportForm.FULL else f"{name} – {_(FORM_NAMES[form]).lower()}") + ".pdf"


# Verifying


def _verify(register: Path, path: Path, as_json: bool, _: Words) -> int:
    from qmsdesk.exchange.verifying import STANDING_SENTENCES, verify

    with reading(register) as db:
        verdict = verify(db, path)
        issue = verdict.issue
        audit = referred(db, Audit, issue.audit_id) if issue else None
    if as_json:
        print_json(
            {"file": str(path), "standing": verdict.standing.value, "sha256": verdict.sha256}
            | {"number": audit.number if audit else None, "issue": plain(issue)}
        )
    else:
        click.echo(_(STANDING_SENTENCES[verdict.standing]))
        if audit and issue:
            click.echo()
            print_facts(
                [
                    (_.context("audit", "Number"), audit.number),
                    (_("Version"), str(issue.version)),
                    (_("Form"), _(FORM_NAMES[issue.form])),
                    (_("Language"), issue.language),
                    (_("Date"), _.date(issue.issued_at.astimezone().date())),
                    (_("Registration number"), issue.registration_number),
                    (_("Given to"), issue.given_to),
                    ("SHA-256", issue.sha256),
                ]
            )
    return 0 if verdict.standing.value == UNCHANGED else 1
