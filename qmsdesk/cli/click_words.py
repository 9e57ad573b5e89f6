"""Click's own words, so that its help and its refusals come in the language of the rest.

Click asks the standard gettext for them; the texts named here put them into our catalogue.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

from qmsdesk.i18n import N_, Words
from qmsdesk.paths import resource

TEXTS = (
    N_("Usage:"),
    N_("Options"),
    N_("Positional arguments"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Aborted!"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("required"),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
)


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark both forms of a text for the catalogue."""
    return one, many


PLURAL_TEXTS = (plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),)


def reworded(error: click.UsageError, _: Words) -> click.UsageError:
    """The same refusal, in our words where click composes a sentence that no catalogue can hold."""
    takes_none = _("Option {name!r} does not take a value.", name=getattr(error, "option_name", ""))
    if isinstance(error, click.BadOptionUsage) and error.message != takes_none:
        return click.UsageError(_("The option {option} needs a value.", option=error.option_name), error.ctx)
    if isinstance(error, click.NoSuchOption | click.exceptions.NoSuchCommand):
        return click.UsageError(error.message, error.ctx)
    return error


@contextmanager
def click_speaks(language: str) -> Iterator[None]:
    """Let click take its words from our catalogue for a while."""
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain("qmsdesk", str(resource("locale")))
    gettext.textdomain("qmsdesk")
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        os.environ.pop("LANGUAGE")
        if before is not None:
            os.environ["LANGUAGE"] = before
