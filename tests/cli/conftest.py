"""What the command line's tests stand on: the demo filled once, a copy to write to, and a way to run a command."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qmsdesk.cli.commands import run
from tests.exchange.demo_registers import make_demo


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Outcome]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run one command in English, unless it asks for something else."""

    def carry_out(*words: object, lang: str = "en") -> Outcome:
        code = run([*map(str, words), "--lang", lang])
        return Outcome(code, *capsys.readouterr())

    return carry_out


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo in Swedish, only to be read."""
    return make_demo(tmp_path_factory.mktemp("cli") / "demo.qmsdesk", "sv")


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo that may be written to."""
    return Path(shutil.copy(demo, tmp_path / "own.qmsdesk"))
