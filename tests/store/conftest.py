"""What the store's tests stand on: a register in a real file, and one with a small town in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qmsdesk.store.register import Register
from tests.store.town import ANNA, TOWN, creations

DEVICE = "laptop-1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "register.qmsdesk"


@pytest.fixture
def register(path: Path) -> Iterator[Register]:
    """An empty register."""
    made = Register(path, DEVICE, create=True)
    yield made
    made.close()


@pytest.fixture
def town(register: Register) -> Register:
    """A register that holds one record of every kind; the laptop is Anna's."""
    register.set_owner(ANNA.id)
    register.write(creations(TOWN), at=None)
    return register
