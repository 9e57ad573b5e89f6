"""The register as commands open it: to read beside an open window, or to write alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from qmsdesk.cli.options import policy_of
from qmsdesk.domain.errors import NotARegister, RegisterIsDecided
from qmsdesk.policy import NO_POLICY
from qmsdesk.settings import load_settings, may_write, register_of
from qmsdesk.store.database import Connection, explained, schema_of
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
def writing(path: Path) -> Iterator[Register]:
    """The register with its lock held. Raises a `Refusal`, `RegisterInUse` and `RegisterIsDecided` among them."""
    context = click.get_current_context(silent=True)
    settings, policy = load_settings(), policy_of(context) if context else NO_POLICY
    if not may_write(path, settings, policy):
        raise RegisterIsDecided(path=register_of(settings, policy))
    register = Register(path, settings.device)
    try:
        yield register
    finally:
        register.close()
