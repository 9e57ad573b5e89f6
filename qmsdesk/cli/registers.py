"""The register as commands open it: to read beside an open window, or to write alone."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from qmsdesk.domain.errors import NotARegister
from qmsdesk.settings import Settings, load_settings, save_settings
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
def writing(path: Path, *, create: bool = False) -> Iterator[Register]:
    """The register with its lock held. Raises a `Refusal`, `RegisterInUse` among them."""
    register = Register(path, _settings().device, create=create)
    try:
        yield register
    finally:
        register.close()


def _settings() -> Settings:
    """The settings, written down when this computer has just been given its random name."""
    settings = load_settings()
    if load_settings().device != settings.device:
        with suppress(OSError):
            save_settings(settings)
    return settings
