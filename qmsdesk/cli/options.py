"""Options that every command has, and how a command is put together."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from qmsdesk.i18n import LANGUAGES, Words
from qmsdesk.policy import NO_POLICY, Policy
from qmsdesk.settings import load_settings, register_of

Function = Callable[..., Any]
Decorator = Callable[[Function], Function]
PATH = click.Path(readable=False, path_type=Path)
"""What is the matter with a file is said by what opens it, in a sentence; click would say it in English."""


def command(_: Words, name: str, text: str, *examples: str) -> Callable[[Function], click.Command]:
    """A command with its help, examples, and the options for register and language."""

    def decorate(function: Function) -> click.Command:
        made = with_register(_)(with_language(_)(function))
        return click.command(
            name, help=text, short_help=text, epilog=epilog(_, examples), options_metavar=_("[OPTIONS]")
        )(made)

    return decorate


def epilog(_: Words, examples: Sequence[str]) -> str:
    """The examples below a help text, kept in their lines."""
    heading = _.plural("Example:", "Examples:", len(examples))
    return "\n".join(["\b", heading, *(f"  {example}" for example in examples)])


def with_register(_: Words) -> Decorator:
    return click.option(
        "--register",
        type=PATH,
        metavar=_("FILE"),
        callback=_chosen_register,
        help=_("The register to use; without it, your own."),
    )


def _chosen_register(context: click.Context, _parameter: click.Parameter, given: Path | None) -> Path | None:
    """The register asked for here, or before the command, or that of the person."""
    if given or context.parent is None:
        return given
    asked = context.find_root().params.get("register")
    return asked or register_of(load_settings(), policy_of(context))


def policy_of(context: click.Context) -> Policy:
    """What IT has decided, as it was handed to the first command."""
    held = context.find_root().obj
    return held if isinstance(held, Policy) else NO_POLICY


def with_language(_: Words) -> Decorator:
    """`--lang` is read before the commands are built; here it is only explained and checked."""

    def checked(_context: click.Context, parameter: click.Parameter, given: str | None) -> None:
        if given is not None and given not in LANGUAGES:
            raise click.BadParameter(_("choose between {choices}", choices=", ".join(LANGUAGES)), param=parameter)

    return click.option(
        "--lang",
        metavar="sv|en",
        expose_value=False,
        callback=checked,
        help=_("The language of what is printed; without it, that of your settings."),
    )


def with_json(_: Words) -> Decorator:
    return click.option("--json", "as_json", is_flag=True, help=_("Print JSON, with the field names of the records."))


def of_one_audit(_: Words) -> Decorator:
    return click.option("--audit", metavar=_("NUMBER"), help=_("Only those of one audit."))


def to_sheet(_: Words) -> Decorator:
    text = _("Write a spreadsheet file instead: .xlsx, or CSV with semicolons.")
    return click.option("-o", "output", type=PATH, metavar=_("FILE.xlsx|FILE.csv"), help=text)


def to_sheet_or_pdf(_: Words) -> Decorator:
    text = _("Write a file instead: .pdf to print and tick off, .xlsx, or CSV with semicolons.")
    files = _("FILE.pdf|FILE.xlsx|FILE.csv")
    return click.option("-o", "output", type=PATH, metavar=files, help=text)


def to_pdf(_: Words) -> Decorator:
    text = _("Where the PDF goes.")
    return click.option("-o", "output", type=PATH, required=True, metavar=_("FILE.pdf"), help=text)
