"""The floors of the house hold: the contracts in pyproject.toml, against the imports as they stand."""

from pathlib import Path

import pytest
from importlinter.cli import lint_imports


def test_every_contract_is_kept(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).resolve().parent.parent)

    failed = lint_imports(no_cache=True, no_logo=True)

    assert not failed, capsys.readouterr().out
