"""The commands, gathered, built in one language, and run."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from qmsdesk import __version__
from qmsdesk.cli.actions import actions_command
from qmsdesk.cli.audits import audit_command, audits_command
from qmsdesk.cli.checklists import checklist_group
from qmsdesk.cli.click_words import click_speaks, reworded
from qmsdesk.cli.doctor import doctor_command
from qmsdesk.cli.findings import findings_command
from qmsdesk.cli.handovers import handover_command
from qmsdesk.cli.options import PATH, epilog, with_language
from qmsdesk.cli.reports import report_command
from qmsdesk.cli.upkeep import backup_command, demo_command, restore_command
from qmsdesk.cli.years import year_command
from qmsdesk.domain.errors import Refusal
from qmsdesk.i18n import LANGUAGES, Words, words
from qmsdesk.log import log_file, logger
from qmsdesk.policy import NO_POLICY, Policy
from qmsdesk.settings import load_settings

MAKERS = (
    *(audits_command, audit_command, findings_command, actions_command, checklist_group, report_command),
    *(handover_command, year_command),
    *(demo_command, doctor_command, backup_command, restore_command),
)


def run(argv: Sequence[str], policy: Policy = NO_POLICY) -> int:
    """Carry out one command: 0 when done, 1 when refused or failed, 2 for wrong use."""
    _ = words(language_of(argv, policy))
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    with click_speaks(_.language):
        return _run(argv, policy, _)


def _run(argv: Sequence[str], policy: Policy, _: Words) -> int:
    """The commands find the policy as their context's object."""
    try:
        return build(_).main(list(argv), prog_name="qmsdesk", standalone_mode=False, obj=policy) or 0
    except Refusal as refusal:
        click.echo(refusal.say(_), err=True)
    except click.UsageError as error:
        reworded(error, _).show()
        return error.exit_code
    except click.Abort:
        click.echo(_("Interrupted; nothing more was done."), err=True)
    except BrokenPipeError:
        sys.stdout = None  # nobody reads on; a flush at the end would complain
    except Exception:
        logger.exception("a command failed")
        click.echo(_("Something went wrong in the program. The details are in {path}.", path=log_file()), err=True)
    return 1


def language_of(argv: Sequence[str], policy: Policy = NO_POLICY) -> str:
    """The language asked for with --lang, else that of the settings: the help is to come in it too."""
    for place, word in enumerate(argv):
        name, joined, value = word.partition("=")
        if name == "--lang":
            asked = value if joined else next(iter(argv[place + 1 :]), "")
            if asked in LANGUAGES:
                return asked
    return load_settings(policy).language


def build(_: Words) -> click.Group:
    """All commands with their help in one language."""

    @click.group(
        help=_("Leads auditors through audits and improvement days. Without a command the window opens."),
        epilog=epilog(_, ["qmsdesk --demo", "qmsdesk audits --json"]),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND …"),
    )
    @click.option("--register", type=PATH, metavar=_("FILE"), help=_("The register to open."))
    @click.option("--demo", is_flag=True, help=_("Open the window on an invented municipality."))
    @click.option("--self-test", is_flag=True, expose_value=False, help=_("Try every part of this installation."))
    @with_language(_)
    @click.version_option(__version__, message="qmsdesk %(version)s")
    def qmsdesk(register: Path | None, demo: bool) -> None:  # noqa: ARG001 - read by the commands and by the window
        return

    for maker in MAKERS:
        qmsdesk.add_command(maker(_))
    return qmsdesk
