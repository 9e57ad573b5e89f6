"""What the window's tests stand on: the demo register built once, and a desk with a clock that stands still."""

import datetime as dt
import gc
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qmsdesk.exchange.demo import fill_demo
from qmsdesk.i18n import words
from qmsdesk.store.register import Register
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.jobs import Jobs
from qmsdesk.ui.messages import Messages
from qmsdesk.ui.session import Session
from qmsdesk.ui.theme.theme import Theme
from qmsdesk.ui.turns import Turns

NOW = dt.datetime(2026, 11, 25, 8, 12, tzinfo=dt.timezone(dt.timedelta(hours=1)))
DEVICE = "0123456789abcdef"
OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["qmsdesk", "-style", "Fusion"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Python tidies up in whatever thread it is; a Qt object of an earlier test that dies in a writer can lock both.

    At this end of a test its fixtures are gone: what they held would be frozen, and live on, with all it listens to.
    """
    if Path(__file__).parent not in item.path.parents:
        return (yield)
    gc.disable()
    done = yield
    gc.collect()
    gc.freeze()
    gc.enable()
    return done


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo register in Swedish with its improvement day on `NOW`; copy it, never open it."""
    path = tmp_path_factory.mktemp("demo") / "demo.qmsdesk"
    register = Register(path, DEVICE, create=True)
    fill_demo(register, NOW.date(), "sv")
    register.close()
    return path


def take_away(window: QWidget) -> None:
    """Close a window and let it go with its timers, before the register it reads from is closed."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def finish_turns(window: QWidget) -> None:
    """Build what is shown and not there yet, as the first key would."""
    for turns in window.findChildren(Turns):
        if turns.page.isVisible():
            turns.finish()
    QApplication.processEvents()


@pytest.fixture
def theme(qtbot: QtBot, qapp: QApplication) -> Iterator[Theme]:
    made = Theme()
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def open_desk(theme: Theme) -> Iterator[OpenDesk]:
    """A desk on a register file: `open_desk(path, language="sv", now=NOW)`."""
    desks: list[Desk] = []

    def open_(path: Path, language: str = "en", now: dt.datetime = NOW) -> Desk:
        session = Session(Register(path, DEVICE))
        session.words = words(language)
        desks.append(Desk(session, theme, words(language), Messages(words(language)), Jobs(), lambda: now))
        return desks[-1]

    yield open_
    for desk in desks:
        desk.jobs.wait()
        desk.session.close()


@pytest.fixture
def desk(open_desk: OpenDesk, demo_file: Path, tmp_path: Path) -> Desk:
    """A desk in English on a copy of the demo register, on the morning of its improvement day."""
    path = tmp_path / "demo.qmsdesk"
    shutil.copyfile(demo_file, path)
    return open_desk(path)
