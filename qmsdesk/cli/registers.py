"""The register as commands open it: to read beside an open window, or to write alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qmsdesk.domain.errors import NotARegister
from qmsdesk.settings import load_settings
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
    """The register with its lock held. Raises a `Refusal`, `RegisterInUse` among them."""
    register = Register(path, load_settings().device)
    try:
        yield register
    finally:
        register.close()
