"""Slow builds and installations: they run only where somebody names this folder, as `make test-installers` does."""

from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    named = any("installers" in Path(str(argument).split("::")[0]).parts for argument in config.args)
    return None if named else True
