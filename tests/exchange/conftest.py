"""What the exchange's tests stand on: an empty register, and the demo filled once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qmsdesk.store.database import Connection
from qmsdesk.store.register import Register, open_reader
from tests.exchange.demo_registers import make_demo


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = Register(tmp_path / "register.qmsdesk", "laptop-1", create=True)
    yield made
    made.close()


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo(tmp_path_factory.mktemp("demo") / "demo.qmsdesk", "sv")


@pytest.fixture(scope="session")
def demo(demo_path: Path) -> Iterator[Connection]:
    """The demo in Swedish, on its day, only to be read."""
    db = open_reader(demo_path)
    yield db
    db.close()
