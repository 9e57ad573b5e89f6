"""The register as commands open it: to read beside an open window, or to write alone."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from qmsdesk.cli.options import policy_of
from qmsdesk.domain.errors import NotARegister, Refusal, RegisterIsDecided
from qmsdesk.exchange.policies import organisation_edits
from qmsdesk.policy import NO_POLICY, Policy
from qmsdesk.settings import load_settings, may_write, register_of
from qmsdesk.store.database import Connection, explained, schema_of
from qmsdesk.store.organisation import the_organisation
from qmsdesk.store.register import Register, open_reader


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A connection that only reads. Raises a `Refusal` for what is no register of ours."""
    db = open_reader(path)
    try:
        with explained(path):
            if not schema_of(db):
                raise NotARegister(path=path)
            yield db
    finally:
        db.close()


@contextmanager
def reading_for_paper(path: Path) -> Iterator[Connection]:
    """As `reading`; what IT has locked of the organisation stands in the person's own register before, as on paper."""
    with suppress(Refusal):  # an open window has seen to it, and what else is wrong is said in a moment
        _follow_policy(path)
    with reading(path) as db:
        yield db


def _follow_policy(path: Path) -> None:
    policy = _policy()
    if not policy.locks_organisation or path != register_of(load_settings(), policy):
        return
    with reading(path) as db:
        edits = organisation_edits(the_organisation(db), path, policy)
    if edits:
        with writing(path) as register:
            register.write(edits)


def _policy() -> Policy:
    context = click.get_current_context(silent=True)
    return policy_of(context) if context else NO_POLICY


@contextmanager
def writing(path: Path) -> Iterator[Register]:
    """The register with its lock held. Raises a `Refusal`, `RegisterInUse` and `RegisterIsDecided` among them."""
    settings, policy = load_settings(), _policy()
    if not may_write(path, settings, policy):
        raise RegisterIsDecided(path=register_of(settings, policy))
    register = Register(path, settings.device)
    try:
        yield register
    finally:
        register.close()
