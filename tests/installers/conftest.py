"""Slow builds and installations: they run only where somebody names this folder, as `make test-installers` does."""

from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    named = any("installers" in Path(str(argument).split("::")[0]).parts for argument in config.args)
    return None if named else True


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--offline", action="store_true", help="leave out what would have to be fetched")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("fetches") and item.config.getoption("--offline"):
        pytest.skip("fetches packages each time")
