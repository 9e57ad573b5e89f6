"""What every test stands on: a home of its own, no screen, no language of the machine, a log that must stay quiet."""

import logging
import os
import sys
import time
from collections.abc import Generator, Iterator

import pytest

from tools.catalogues import compile_stale

for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_TIME", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE"):
    os.environ.pop(_name, None)
os.environ.update(LANG="C.UTF-8", TZ="Europe/Stockholm")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform != "win32":
    time.tzset()


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        compile_stale()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """No window outlives its test: each that does follows the keyboard on, and slows all that come after."""
    done = yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtWidgets import QApplication

        for widget in QApplication.topLevelWidgets():
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return done


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test does reaches the register or settings of whoever runs it."""
    monkeypatch.setenv("QMSDESK_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning of ours that nobody expected is a fault, as Python's and Qt's are."""
    yield
    ours = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING and record.name.split(".")[0] == "qmsdesk"
    ]
    if ours and not request.node.get_closest_marker("expects_log"):
        pytest.fail("our log warned: " + "; ".join(ours))
